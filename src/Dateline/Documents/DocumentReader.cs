using System.Globalization;
using Dateline.Documents.Archives;
using Dateline.Documents.Feeds;
using Dateline.Documents.Fetching;

namespace Dateline.Documents;

/// <summary>
/// Turns what a user names into reports: files, folders, standard input, JSON lines, feeds. Streams: one report is held at a
/// time. What cannot be read becomes an <see cref="Input"/> that says so, and the others go on.
/// </summary>
/// <param name="standardInput">Opens standard input.</param>
/// <param name="format">What standard input and the files named hold, or null to tell by ending and content.</param>
/// <param name="published">Publication date of inputs that state none, or null.</param>
/// <param name="outlet">Outlet of inputs that state none, or null.</param>
/// <param name="triage">Leaves pages of archives out in which nothing of ours can stand; null reads all.</param>
/// <param name="mayRepeat">True when several reports may go by one name, as in a ledger, which tells them by their bytes; else the second "a" is "a#2".</param>
/// <param name="fetcher">Fetches addresses, or null where none are fetched.</param>
public sealed class DocumentReader(Func<Stream> standardInput, InputFormat? format = null, string? published = null, string? outlet = null, bool mayRepeat = false, PageTriage? triage = null, IPageFetcher? fetcher = null)
{
    /// <summary>The input's name for standard input.</summary>
    public const string StandardInput = "-";

    private readonly InputMaker maker = new(published, outlet, mayRepeat);

    /// <summary>Pages of archives left out so far because nothing of ours can stand in them.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The reports of all inputs, in the order of the inputs. Never throws: an input that breaks the program costs itself.</summary>
    public IEnumerable<Input> Read(IEnumerable<string> inputs) => inputs.SelectMany(input => Guarded(input, Read(input)));

    private static IEnumerable<Input> Guarded(string source, IEnumerable<Input> inputs)
    {
        using var left = inputs.GetEnumerator();
        while (true)
        {
            Input? next;
            var isLast = false;
            try
            {
                next = left.MoveNext() ? left.Current : null;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                (next, isLast) = (InputMaker.Failed(source, InputMaker.Words(error)), true);
            }

            if (next is not null)
            {
                yield return next;
            }

            if (next is null || isLast)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Input> Read(string input)
    {
        if (input == StandardInput)
        {
            return ReadStream(StandardInput, Ending.None, format, _ => standardInput());
        }

        if (input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return ReadFetched(input);
        }

        if (Directory.Exists(input))
        {
            return ReadFolder(input);
        }

        return ReadStream(input, Endings.Of(input), format, OpenFile);
    }

    private IEnumerable<Input> ReadFetched(string address)
    {
        if (fetcher is null)
        {
            return [InputMaker.Failed(address, "addresses are not fetched here; save the page to a file and name that")];
        }

        var page = fetcher.FetchAsync(new FetchRequest(address), CancellationToken.None).GetAwaiter().GetResult();
        return page is { Problem: null, Fetch: { } fetch } ? Of(fetch, page.Bytes) : [InputMaker.Failed(address, page.Problem ?? "the server gave no page")];
    }

    /// <summary>The reports of something that was fetched.</summary>
    /// <param name="fetch">How.</param>
    /// <param name="bytes">What came.</param>
    public IEnumerable<Input> Of(Fetch fetch, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        var type = fetch.Header("Content-Type") ?? "";
        var ending = type.Contains("html", StringComparison.OrdinalIgnoreCase) ? Ending.Page : Ending.None;
        return ReadStream(fetch.Address, ending, format, _ => new MemoryStream(bytes.ToArray())).Select(input => input with { Document = Fetched(input.Document, fetch, type) });
    }

    /// <summary>The entries of a feed that was fetched, whole and empty ones, and the addresses of a sitemap; null when it is no feed.</summary>
    /// <param name="fetch">How.</param>
    /// <param name="bytes">What came.</param>
    public IReadOnlyList<FeedNews>? EntriesOf(Fetch fetch, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        if (!FeedReader.Is(bytes.Span))
        {
            return null;
        }

        var feed = FeedReader.Read(bytes);
        var entries = new FeedInputs(maker);
        var news = new List<FeedNews>(feed.Items.Count + feed.Addresses.Count);
        for (var i = 0; i < feed.Items.Count; i++)
        {
            var item = feed.Items[i];
            var input = entries.ReadEntry(feed, item, fetch.FinalAddress, i + 1);
            news.Add(new FeedNews(item.Entry.Id ?? item.Entry.Link ?? item.Fingerprint, item.AddressIn(feed, fetch.FinalAddress), item.Fingerprint, input with { Document = Fetched(input.Document, fetch, "") }));
        }

        news.AddRange(feed.Addresses.Select(a => new FeedNews(a, a, "", new Input(a, null, null))));
        return news;
    }

    private static RawDocument? Fetched(RawDocument? document, Fetch fetch, string type)
    {
        if (document is null)
        {
            return null;
        }

        var charset = document.MediaType == MediaTypes.Html && HeaderFields.ParameterOf(type, "charset") is { } named ? named.ToLowerInvariant() : null;
        return document with
        {
            MediaType = MediaTypes.With(document.MediaType, string.IsNullOrEmpty(charset) || charset is "utf-8" or "utf8" || charset.Length > 40 ? null : charset),
            Stated = document.Stated with { Url = document.Stated.Url ?? fetch.FinalAddress },
            Fetched = fetch,
        };
    }

    private IEnumerable<Input> ReadFolder(string folder)
    {
        var found = false;
        foreach (var (path, error) in FolderWalk.Files(folder))
        {
            found = true;
            if (error is not null)
            {
                yield return InputMaker.Failed(path, InputMaker.Words(error));
                continue;
            }

            foreach (var input in ReadStream(path, Endings.Of(path), null, OpenFile))
            {
                yield return input;
            }
        }

        if (!found)
        {
            yield return InputMaker.Failed(folder, "the folder holds no reports (.txt, .text, .html, .htm, .mhtml, .jsonl, .rss, .atom, feeds in .xml, .warc, .warc.gz, .wacz, or text without an ending)");
        }
    }

    private IEnumerable<Input> ReadStream(string source, Ending ending, InputFormat? told, Func<string, Stream> open)
    {
        try
        {
            var stream = PeekedStream.Unpacked(open(source));
            if (told is null && ArchiveReader.Is(stream.Head))
            {
                return ReadArchive(source, stream);
            }

            var lines = told == InputFormat.Jsonl || (told is null && !JsonFeed.Is(stream.Head) && (ending == Ending.Lines || (ending is not (Ending.Text or Ending.Page) && ContentCheck.IsJson(stream.Head))));
            return lines ? new LineInputs(maker).Read(source, stream) : ReadWhole(source, ending, told, stream);
        }
        catch (Exception error) when (InputMaker.IsExpected(error))
        {
            return [InputMaker.Failed(source, InputMaker.Words(error))];
        }
    }

    private IEnumerable<Input> ReadArchive(string source, PeekedStream stream)
    {
        var pages = new ArchiveInputs(maker, triage);
        foreach (var input in pages.Read(source, stream))
        {
            yield return input;
        }

        LeftOut += pages.LeftOut;
    }

    private IEnumerable<Input> ReadWhole(string source, Ending ending, InputFormat? told, PeekedStream stream)
    {
        using (stream)
        {
            var bytes = ContentCheck.IsBinary(stream.Head) && !FeedReader.Is(stream.Head) ? stream.Head : stream.ReadToEnd(InputMaker.LargestReport);
            if (bytes is null)
            {
                return [InputMaker.Failed(source, InputMaker.TooLarge)];
            }

            if (told == InputFormat.Feed || (told is null && ending != Ending.Text && FeedReader.Is(bytes)))
            {
                return new FeedInputs(maker).Read(source, bytes);
            }

            if (ContentCheck.Refuse(bytes) is { } refused)
            {
                return [InputMaker.Failed(source, refused)];
            }

            if (ContentCheck.IsBlank(bytes))
            {
                return [InputMaker.Failed(source, "is empty")];
            }

            var type = told switch
            {
                InputFormat.Text => MediaTypes.Text,
                InputFormat.Html => ContentCheck.TypeOf(bytes, Ending.Page),
                _ => ContentCheck.TypeOf(bytes, ending),
            };
            return [Whole(bytes, type, source)];
        }
    }

    private Input Whole(byte[] bytes, string type, string source)
    {
        // A page is decoded by what it says of itself, when it is read.
        var text = type is MediaTypes.Text ? DocumentText.Decode(bytes) : null;
        if (text is not null && string.IsNullOrWhiteSpace(text.Text))
        {
            return InputMaker.Failed(source, "is empty");
        }

        var document = RawDocument.Of(bytes, type, maker.NameOf(source), maker.Stated(null, null, null, null));
        return new Input(document.Origin, document, text is { Replaced: true } ? InputMaker.Replaced : null);
    }

    private static FileStream OpenFile(string path) => File.OpenRead(path);
}
