using Dateline.Annotations.Attributions;
using Dateline.Articles;
using Dateline.Text;

namespace Dateline.Sources;

/// <summary>
/// The wording of a report, for telling copies: its runs of five words as hashes. Headline, body and captions count; what is quoted
/// is left out, because two who heard one speech print the same words without copying each other.
/// </summary>
public sealed class TextSketch
{
    private const int Run = 5; // words; containment of runs of five told copies from independent reports, Jaccard and SimHash did not (design notes)
    private const uint Low = 0xFFFFFF; // bits kept of a hash: 600 runs in 16 million places meet by chance once in fifty pairs
    private const uint Sampled = 15; // one hash in sixteen is looked up
    private const int LeastSampled = 4; // and in a short text these smallest ones at least

    private readonly uint[] runs;

    private TextSketch(uint[] runs, IReadOnlyList<uint> samples)
    {
        this.runs = runs;
        Samples = samples;
    }

    /// <summary>Number of different runs; 0 for a text of fewer than five words.</summary>
    public int Count => runs.Length;

    /// <summary>Hashes under which the report is found again, in rising order.</summary>
    public IReadOnlyList<uint> Samples { get; }

    /// <summary>The sketch of a report.</summary>
    /// <param name="article">Its text and blocks.</param>
    /// <param name="attributions">Who said what in it.</param>
    public static TextSketch Of(Article article, IReadOnlyList<Attribution> attributions)
    {
        var hashes = new SortedSet<uint>();
        var quoted = attributions.Where(a => a.Mode is AttributionMode.Direct).SelectMany(a => a.Content).Order().ToList();
        foreach (var block in article.Blocks.Where(b => b.IsRead && b.DuplicateOf is null))
        {
            foreach (var piece in Without(block.Span, quoted))
            {
                WordRuns.Add(piece.Of(article.Text), Run, hashes);
            }
        }

        return new TextSketch([.. hashes.Select(h => h & Low).Distinct().Order()], [.. hashes.Take(LeastSampled).Concat(hashes.Where(h => (h & Sampled) == 0)).Distinct().Order()]);
    }

    /// <summary>Number of runs both have.</summary>
    public int Shared(TextSketch other)
    {
        var shared = 0;
        for (int i = 0, k = 0; i < runs.Length && k < other.runs.Length;)
        {
            var (own, theirs) = (runs[i], other.runs[k]);
            shared += own == theirs ? 1 : 0;
            i += own <= theirs ? 1 : 0;
            k += theirs <= own ? 1 : 0;
        }

        return shared;
    }

    /// <summary>The sketch without its samples as bytes: differences of neighbours, seven bits a byte.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte>(runs.Length * 2);
        var last = 0u;
        foreach (var run in runs)
        {
            var step = run - last;
            last = run;
            for (; step > 0x7F; step >>= 7)
            {
                bytes.Add((byte)(step | 0x80));
            }

            bytes.Add((byte)step);
        }

        return [.. bytes];
    }

    /// <summary>A sketch from its bytes, without samples.</summary>
    public static TextSketch From(ReadOnlySpan<byte> bytes)
    {
        var read = new List<uint>(bytes.Length / 2);
        var (last, step, shift) = (0u, 0u, 0);
        foreach (var part in bytes)
        {
            step |= (uint)(part & 0x7F) << shift;
            shift += 7;
            if (part < 0x80)
            {
                read.Add(last += step);
                (step, shift) = (0, 0);
            }
        }

        return new TextSketch([.. read], []);
    }

    private static IEnumerable<TextSpan> Without(TextSpan block, List<TextSpan> quoted)
    {
        var start = block.Start;
        foreach (var quote in quoted.Where(q => q.Overlaps(block)))
        {
            if (quote.Start > start)
            {
                yield return new TextSpan(start, quote.Start);
            }

            start = Math.Max(start, quote.End);
        }

        if (start < block.End)
        {
            yield return new TextSpan(start, block.End);
        }
    }
}
