namespace Dateline.Tests.Fuzzing;

/// <summary>Makes broken inputs out of others: the same seed gives the same bytes.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> others)
{
    private const int Longest = 64 << 10;

    private static readonly byte[][] Tokens =
    [
        .. new[] { "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "&", "&#", ";", "\"", "'", "\0", "\r\n", "\n\n", "{", "}", "[", "]", "\\u", ":", ",", "=", "--", "0", "-1", "99999999999", "1e999", "NaN", "\u202e", "\ud83d\ude80", "Monday", " said ", " km ", "Content-Length: ", "WARC/1.0\r\n" }
            .Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xC3], [0x1F, 0x8B], [0x50, 0x4B, 3, 4],
    ];

    private readonly Random random = new(seed);

    /// <summary>A broken relative of an input: one to six changes.</summary>
    public byte[] Of(byte[] input)
    {
        var bytes = new List<byte>(input);
        for (var left = random.Next(1, 7); left > 0; left--)
        {
            Change(bytes);
        }

        return [.. bytes.Take(Longest)];
    }

    private void Change(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, Length(bytes.Count - at));
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, Length(bytes.Count - at)));
                break;
            case 4:
                bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 5:
                var other = others[random.Next(others.Count)];
                var from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Length(other.Length - from)));
                break;
            default:
                bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : 0);
                break;
        }
    }

    private int Length(int most) => random.Next(Math.Min(most, 1 << random.Next(10)) + 1);
}
