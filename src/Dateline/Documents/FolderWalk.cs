using Dateline.Documents.Feeds;

namespace Dateline.Documents;

/// <summary>The files of a folder that may hold reports, in ordinal name order, folders within folders included.</summary>
internal static class FolderWalk
{
    /// <summary>
    /// Paths begin with the folder as it was given. Hidden files and folders, linked folders and endings that hold no
    /// report are passed over. A folder that cannot be read is a step of its own, with the reason.
    /// </summary>
    public static IEnumerable<(string Path, Exception? Error)> Files(string folder)
    {
        var entries = Entries(folder, out var error);
        if (error is not null)
        {
            yield return (folder, error);
        }

        foreach (var entry in entries)
        {
            var path = folder.EndsWith('/') ? folder + entry.Name : folder + "/" + entry.Name;
            if (entry is DirectoryInfo)
            {
                foreach (var step in Files(path))
                {
                    yield return step;
                }
            }
            else if (MayHoldReports(path))
            {
                yield return (path, null);
            }
        }
    }

    private static FileSystemInfo[] Entries(string folder, out Exception? error)
    {
        try
        {
            error = null;
            var entries = new DirectoryInfo(folder).GetFileSystemInfos();
            Array.Sort(entries, (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return Array.FindAll(entries, entry => !entry.Name.StartsWith('.') && (entry is FileInfo || entry.LinkTarget is null));
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException)
        {
            error = thrown;
            return [];
        }
    }

    private static bool MayHoldReports(string path) => Endings.Of(path) is Ending.Text or Ending.Lines or Ending.Page or Ending.Archive || (Endings.Of(path) is Ending.None && LooksLikeText(path)) || (Endings.Of(path) is Ending.Feed && LooksLikeFeed(path));

    // Most .xml files are something else.
    private static bool LooksLikeFeed(string path) => Begins(path, static head => FeedReader.Is(head));

    /// <summary>Without an ending only the content tells; what cannot be opened is left to its reader, which says why.</summary>
    private static bool LooksLikeText(string path) => Begins(path, static head => !ContentCheck.IsBinary(head));

    private static bool Begins(string path, Predicate<byte[]> holds)
    {
        try
        {
            if (new FileInfo(path).Length == 0)
            {
                return false;
            }

            using var stream = PeekedStream.Unpacked(File.OpenRead(path));
            return holds(stream.Head);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}

/// <summary>What the ending of a name says about its content.</summary>
internal enum Ending
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>JSON lines.</summary>
    Lines,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A feed, or other XML.</summary>
    Feed,

    /// <summary>An archive of pages.</summary>
    Archive,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Endings of file names.</summary>
internal static class Endings
{
    /// <summary>What the ending says; of a packed file (.gz), what the ending before it says.</summary>
    public static Ending Of(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        "" => Ending.None,
        ".TXT" or ".TEXT" => Ending.Text,
        ".JSONL" or ".NDJSON" => Ending.Lines,
        ".HTML" or ".HTM" or ".XHTML" or ".MHTML" or ".MHT" => Ending.Page,
        ".RSS" or ".ATOM" or ".XML" => Ending.Feed,
        ".WARC" or ".WACZ" => Ending.Archive,
        ".GZ" when path.Length > ".gz".Length => Of(path[..^".gz".Length]),
        _ => Ending.Other,
    };
}
