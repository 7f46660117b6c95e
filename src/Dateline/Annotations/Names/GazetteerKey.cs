using Dateline.Text;

namespace Dateline.Annotations.Names;

/// <summary>
/// The hash under which a name stands in the gazetteer: over its folded words, one blank between them, without points and
/// apostrophes, so that "Wŏnsan", "Sinp'o" and "Sinpo", "Rostov-on-Don" and "Rostov on Don" meet.
/// </summary>
public record struct GazetteerKey
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private ulong hash;

    /// <summary>The finished hash.</summary>
    public readonly ulong Value
    {
        get
        {
            var mixed = hash ^ (hash >> 32);
            mixed *= 0x9E3779B97F4A7C15;
            return mixed ^ (mixed >> 29);
        }
    }

    /// <summary>True before any letter.</summary>
    public readonly bool IsEmpty => hash == 0;

    /// <summary>The key of a whole phrase.</summary>
    public static GazetteerKey Of(ReadOnlySpan<char> phrase)
    {
        var key = default(GazetteerKey);
        var start = 0;
        for (var i = 0; i <= phrase.Length; i++)
        {
            if (i == phrase.Length || char.IsWhiteSpace(phrase[i]) || IsJoint(phrase[i]))
            {
                key.Add(phrase[start..i]);
                start = i + 1;
            }
        }

        return key;
    }

    /// <summary>Goes on with one more word; a word without letters or digits changes nothing.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        var begun = hash == 0;
        var first = true;
        foreach (var c in word)
        {
            var folded = Folding.Fold(c);
            if (folded == 0 || !char.IsLetterOrDigit(folded))
            {
                continue;
            }

            if (first)
            {
                hash = begun ? Basis : Mix(hash, ' ');
                first = false;
            }

            hash = Mix(hash, folded);
        }
    }

    private static bool IsJoint(char c) => c is '-' or '‐' or '‑' or '–' or '—' or '/';

    private static ulong Mix(ulong hash, char c) => (hash ^ c) * Prime;
}
