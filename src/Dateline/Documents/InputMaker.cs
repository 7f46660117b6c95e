namespace Dateline.Documents;

/// <summary>What every way of opening inputs shares: the reports' names, what is stated where they state nothing, and the words for what went wrong.</summary>
/// <param name="published">Publication date of inputs that state none, or null.</param>
/// <param name="outlet">Outlet of inputs that state none, or null.</param>
/// <param name="mayRepeat">True when several reports may go by one name; else the second "a" is "a#2".</param>
internal sealed class InputMaker(string? published, string? outlet, bool mayRepeat)
{
    /// <summary>A report larger than this is refused: no report is, and a device or a damaged file may have no end.</summary>
    public const int LargestReport = 100 << 20;

    /// <summary>Said of a report whose bytes are not all text.</summary>
    public const string Replaced = "holds bytes that are no valid text (UTF-8 expected); they were read as \uFFFD";

    private readonly UniqueNames sources = new();

    /// <summary>What is said of something larger than any report.</summary>
    public static string TooLarge => $"is larger than {LargestReport >> 20} MB, which no report is";

    /// <summary>The name a report goes by.</summary>
    public string NameOf(string source) => mayRepeat ? source : sources.Take(source);

    /// <summary>What is known of a report before it is read.</summary>
    public StatedFacts Stated(string? title, string? day, string? name, string? url) =>
        new(title, day ?? published, day is not null ? "metadata" : published is not null ? "argument" : null, name ?? outlet, url);

    /// <summary>An input that gave no report.</summary>
    public static Input Failed(string source, string problem) => new(source, null, problem);

    /// <summary>True for what files and streams do, as against errors of this program.</summary>
    public static bool IsExpected(Exception error) =>
        error is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or NotSupportedException or OutOfMemoryException;

    /// <summary>What is said of an error; one that is not expected is this program's own.</summary>
    public static string Words(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        UnauthorizedAccessException => "may not be read (permission denied)",
        OutOfMemoryException => "is too large for the memory of this machine",
        ArgumentException => "is no name of a file",
        _ when !IsExpected(error) => $"could not be read because of an error in this program ({error.GetType().Name}: {error.Message}); please report it",
        _ => "could not be read: " + error.Message,
    };
}
