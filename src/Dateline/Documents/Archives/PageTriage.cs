using System.Buffers;
using System.Text;
using Dateline.Knowledge;

namespace Dateline.Documents.Archives;

/// <summary>
/// Tells from the bytes of a page whether anything of ours can stand in it, much faster than it could be read: some of the words that reports of
/// military and security events do not do without (noise/triage-words.tsv). What it leaves out is never read.
/// </summary>
public sealed class PageTriage
{
    private const int Part = 1 << 14;
    private const int Enough = 3;

    private readonly SearchValues<string> words;
    private readonly int longest;

    /// <summary>Compiles the words.</summary>
    public PageTriage(KnowledgeFiles files)
    {
        string[] stems = [.. files.Table("noise/triage-words.tsv").Rows.Select(row => row["stem"])];
        words = SearchValues.Create(stems, StringComparison.OrdinalIgnoreCase);
        longest = stems.Max(stem => stem.Length);
    }

    /// <summary>True when stems stand in the page often enough, be they inside longer words.</summary>
    public bool IsWorthReading(ReadOnlySpan<byte> page)
    {
        Span<char> part = stackalloc char[Part];
        var hits = 0;
        for (var at = 0; at < page.Length; at += Part - longest)
        {
            // each part begins where the last one may have cut a stem
            var bytes = page[at..Math.Min(page.Length, at + Part)];
            ReadOnlySpan<char> letters = part[..Encoding.Latin1.GetChars(bytes, part)];
            for (var next = letters.IndexOfAny(words); next >= 0; next = letters.IndexOfAny(words))
            {
                if (++hits == Enough)
                {
                    return true;
                }

                letters = letters[(next + 1)..];
            }
        }

        return false;
    }
}
