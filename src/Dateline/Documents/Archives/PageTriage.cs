using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Knowledge;

namespace Dateline.Documents.Archives;

/// <summary>
/// Tells from the bytes of a page whether anything of ours can stand in it, much faster than it could be read: some of the words that reports of
/// military and security events do not do without (noise/triage-words.tsv). What it leaves out is never read. The search is that of Wu and Manber
/// (A fast algorithm for multi-pattern searching, 1994): by pairs of letters it steps over what no stem can end in.
/// </summary>
public sealed class PageTriage
{
    private const int Enough = 3;
    private const int Shortest = 3;
    private const int Pairs = 1 << 16;

    // Sets a letter to lower case; what it does to other characters it does to stems and pages alike.
    private const byte LowerCase = 0x20;
    private const ushort BothLower = 0x2020;

    private readonly int window;
    private readonly byte[] steps = new byte[Pairs];
    private readonly byte[][]?[] ending = new byte[Pairs][][];

    /// <summary>Compiles the words.</summary>
    /// <exception cref="KnowledgeException">A stem is too short to step by.</exception>
    public PageTriage(KnowledgeFiles files)
    {
        byte[][] stems = [.. files.Table("noise/triage-words.tsv").Rows.Select(row => row["stem"].Length >= Shortest ? Encoding.Latin1.GetBytes(row["stem"].Replace('_', ' ')) : throw row.Wrong("stem", "is shorter than three letters"))];
        foreach (var stem in stems)
        {
            for (var i = 0; i < stem.Length; i++)
            {
                stem[i] |= LowerCase;
            }
        }

        window = stems.Min(stem => stem.Length);
        Array.Fill(steps, (byte)(window - 1));
        foreach (var stem in stems)
        {
            for (var last = 1; last < window; last++)
            {
                var pair = Pair(stem[last - 1], stem[last]);
                steps[pair] = Math.Min(steps[pair], (byte)(window - 1 - last));
            }

            var end = Pair(stem[window - 2], stem[window - 1]);
            ending[end] = [.. ending[end] ?? [], stem];
        }
    }

    /// <summary>True when stems stand in the page often enough, be they inside longer words.</summary>
    public bool IsWorthReading(ReadOnlySpan<byte> page)
    {
        ref var first = ref MemoryMarshal.GetReference(page);
        ref var step = ref MemoryMarshal.GetArrayDataReference(steps);
        var hits = 0;
        for (var at = window - 2; at < page.Length - 1;)
        {
            // two letters in one go; the table has a step for every pair there is
            var pair = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref first, at)) | BothLower;
            var shift = Unsafe.Add(ref step, pair);
            if (shift > 0)
            {
                at += shift;
                continue;
            }

            if (Stands(page[(at - window + 2)..], ending[pair]!) && ++hits == Enough)
            {
                return true;
            }

            at++;
        }

        return false;
    }

    private static bool Stands(ReadOnlySpan<byte> page, byte[][] stems)
    {
        foreach (var stem in stems)
        {
            if (page.Length >= stem.Length && Begins(page, stem))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<byte> page, byte[] stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if ((page[i] | LowerCase) != stem[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int Pair(byte first, byte second) => MemoryMarshal.Read<ushort>([first, second]);
}
