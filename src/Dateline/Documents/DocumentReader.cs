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

    /// <summary>A report larger than this is refused: no report is, and a device or a damaged file may have no end.</summary>
    private const int LargestReport = 100 << 20;

    private const string Replaced = "holds bytes that are no valid text (UTF-8 expected); they were read as \uFFFD";

    private static readonly Input Blank = new("", null, null);

    private readonly UniqueNames sources = new();

    /// <summary>Pages of archives left out so far because nothing of ours can stand in them.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The reports of all inputs, in the order of the inputs. Never throws.</summary>
    public IEnumerable<Input> Read(IEnumerable<string> inputs) => inputs.SelectMany(Read);

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
            return [Failed(address, "addresses are not fetched here; save the page to a file and name that")];
        }

        var page = fetcher.FetchAsync(new FetchRequest(address), CancellationToken.None).GetAwaiter().GetResult();
        return page is { Problem: null, Fetch: { } fetch } ? Of(fetch, page.Bytes) : [Failed(address, page.Problem ?? "the server gave no page")];
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
        var news = new List<FeedNews>(feed.Items.Count + feed.Addresses.Count);
        for (var i = 0; i < feed.Items.Count; i++)
        {
            var item = feed.Items[i];
            var input = ReadEntry(feed, item, fetch.FinalAddress, i + 1);
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
                yield return Failed(path, Words(error));
                continue;
            }

            foreach (var input in ReadStream(path, Endings.Of(path), null, OpenFile))
            {
                yield return input;
            }
        }

        if (!found)
        {
            yield return Failed(folder, "the folder holds no reports (.txt, .text, .html, .htm, .mhtml, .jsonl, .rss, .atom, feeds in .xml, .warc, .warc.gz, .wacz, or text without an ending)");
        }
    }

    private IEnumerable<Input> ReadStream(string source, Ending ending, InputFormat? told, Func<string, Stream> open)
    {
        try
        {
            var stream = new PeekedStream(open(source));
            if (told is null && ArchiveReader.Is(stream.Head))
            {
                return ReadArchive(source, stream);
            }

            var lines = told == InputFormat.Jsonl || (told is null && !JsonFeed.Is(stream.Head) && (ending == Ending.Lines || (ending is not (Ending.Text or Ending.Page) && ContentCheck.IsJson(stream.Head))));
            return lines ? ReadLines(source, stream) : ReadWhole(source, ending, told, stream);
        }
        catch (Exception error) when (IsExpected(error))
        {
            return [Failed(source, Words(error))];
        }
    }

    private IEnumerable<Input> ReadArchive(string source, PeekedStream stream)
    {
        using (stream)
        {
            var archive = new ArchiveReader(triage, LargestReport);
            foreach (var page in archive.Read(stream.Whole(), stream.Head))
            {
                var name = NameOf(page.Address ?? source);
                yield return page.Bytes is { } bytes
                    ? new Input(name, RawDocument.Of(bytes, page.MediaType, name, Stated(null, null, null, page.Address)), null)
                    : Failed(source, page.Problem!);
            }

            LeftOut += archive.LeftOut;
            if (archive.Taken + archive.LeftOut == 0)
            {
                yield return Failed(source, "the archive holds no page that was answered");
            }
            else if (archive.Passed > 0)
            {
                yield return Failed(source, string.Create(CultureInfo.InvariantCulture, $"{archive.Passed:N0} records were passed over: their heads cannot be read, or they are larger than {LargestReport >> 20} MB, which no report is"));
            }
        }
    }

    private IEnumerable<Input> ReadWhole(string source, Ending ending, InputFormat? told, PeekedStream stream)
    {
        using (stream)
        {
            var bytes = ContentCheck.IsBinary(stream.Head) && !FeedReader.Is(stream.Head) ? stream.Head : stream.ReadToEnd(LargestReport);
            if (bytes is null)
            {
                return [Failed(source, $"is larger than {LargestReport >> 20} MB, which no report is")];
            }

            if (told == InputFormat.Feed || (told is null && ending != Ending.Text && FeedReader.Is(bytes)))
            {
                return ReadFeed(source, bytes);
            }

            if (ContentCheck.Refuse(bytes) is { } refused)
            {
                return [Failed(source, refused)];
            }

            if (ContentCheck.IsBlank(bytes))
            {
                return [Failed(source, "is empty")];
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
            return Failed(source, "is empty");
        }

        var document = RawDocument.Of(bytes, type, NameOf(source), Stated(null, null, null, null));
        return new Input(document.Origin, document, text is { Replaced: true } ? Replaced : null);
    }

    /// <summary>Each entry of a feed: what is wrong with one costs itself.</summary>
    private IEnumerable<Input> ReadFeed(string source, byte[] bytes)
    {
        var feed = FeedReader.Read(bytes);
        if (feed.Items.Count == 0)
        {
            yield return Failed(source, feed.Addresses.Count > 0
                ? string.Create(CultureInfo.InvariantCulture, $"lists {feed.Addresses.Count:N0} addresses and no reports (a sitemap)")
                : "is a feed without entries");
        }

        for (var i = 0; i < feed.Items.Count; i++)
        {
            yield return ReadEntry(feed, feed.Items[i], source, i + 1);
        }

        if (feed.IsCut)
        {
            yield return Failed(source, "ends in the middle of an entry; what stands before was read");
        }
    }

    private Input ReadEntry(Feed feed, FeedItem item, string source, int number)
    {
        var entry = item.Entry;
        if (entry.IsEmpty)
        {
            return Failed(source, string.Create(CultureInfo.InvariantCulture, $"entry {number} holds no words"));
        }

        var address = item.AddressIn(feed, source);
        var origin = NameOf(address ?? entry.Id ?? string.Create(CultureInfo.InvariantCulture, $"{source}#{number}"));
        var stated = Stated(entry.Title, entry.Published, entry.Outlet ?? feed.Title, address);
        stated = entry.Published is null ? stated : stated with { PublishedFrom = "feed" };
        var problem = item.Replaced ? Replaced : entry.NoDate is { } words ? $"its date is none that this program reads ({StatedDate.Cut(words)}) and was left out" : null;
        return new Input(origin, RawDocument.Of(item.Bytes, item.MediaType, origin, stated), problem);
    }

    private IEnumerable<Input> ReadLines(string source, PeekedStream stream)
    {
        using (stream)
        {
            if (ContentCheck.IsBinary(stream.Head))
            {
                yield return Failed(source, ContentCheck.Refuse(stream.Head) ?? "is not text (binary data)");
                yield break;
            }

            var found = false;
            var lines = new LineReader(stream.AsUtf8(), LargestReport);
            while (Next(lines, source) is { } input)
            {
                if (input.Source.Length > 0)
                {
                    found = true;
                    yield return input;
                }
            }

            if (!found)
            {
                yield return Failed(source, "is empty");
            }
        }
    }

    /// <summary>The next line's report, an input without a source for a blank line, or null at the end.</summary>
    private Input? Next(LineReader lines, string source)
    {
        try
        {
            if (!lines.TryRead(out var line))
            {
                return null;
            }

            return lines.TooLong ? Failed(source, $"line {lines.Line}: is larger than {LargestReport >> 20} MB, which no report is")
                : ContentCheck.IsBlank(line) ? Blank
                : ReadLine(line, source, lines.Line);
        }
        catch (Exception error) when (IsExpected(error))
        {
            lines.Stop();
            return Failed(source, $"line {lines.Line + 1}: {Words(error)}");
        }
    }

    private Input ReadLine(ReadOnlySpan<byte> line, string source, int number)
    {
        if (!JsonReport.TryRead(line, out var report, out var problem))
        {
            return Failed(source, $"line {number}: {problem}");
        }

        if (string.IsNullOrWhiteSpace(report.Text))
        {
            return Failed(source, $"line {number}: \"text\" is empty");
        }

        var origin = NameOf(report.Id ?? $"{source}:{number}");
        var stated = Stated(report.Title, report.Published, report.Outlet, report.Url);
        var complaint = report.Replaced ? Replaced : report.Ignored;
        return new Input(origin, RawDocument.Of(line.ToArray(), MediaTypes.Json, origin, stated), complaint is null ? null : $"line {number}: {complaint}");
    }

    private string NameOf(string source) => mayRepeat ? source : sources.Take(source);

    private StatedFacts Stated(string? title, string? day, string? name, string? url) =>
        new(title, day ?? published, day is not null ? "metadata" : published is not null ? "argument" : null, name ?? outlet, url);

    private static Input Failed(string source, string problem) => new(source, null, problem);

    private static FileStream OpenFile(string path) => File.OpenRead(path);

    private static bool IsExpected(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or OutOfMemoryException;

    private static string Words(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        UnauthorizedAccessException => "may not be read (permission denied)",
        OutOfMemoryException => "is too large for the memory of this machine",
        ArgumentException => "is no name of a file",
        _ => "could not be read: " + error.Message,
    };
}
