namespace Dateline.Views;

/// <summary>The words of a text around what was looked for.</summary>
public static class FoundWords
{
    private const int Around = 90; // characters before and behind

    /// <summary>The first place where one of the words stands, else the beginning; on one line.</summary>
    public static string In(string text, string query)
    {
        var at = query.Split([' ', '"', '*', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase))
            .Where(found => found >= 0)
            .DefaultIfEmpty(0)
            .Min();
        var (start, end) = (Math.Max(0, at - Around), Math.Min(text.Length, at + Around));
        start = start > 0 && text.IndexOf(' ', start) is var gap && gap >= 0 && gap < at ? gap + 1 : start;
        end = end < text.Length && text.LastIndexOf(' ', end) is var last && last > at ? last : end;
        return (start > 0 ? "… " : "") + ValueWords.OneLine(text[start..end]) + (end < text.Length ? " …" : "");
    }
}
