using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Finds the noun two figures share, told after the second: "5,100 US and 3,800 Filipino soldiers", "17 of 22 drones".</summary>
internal static class SharedNoun
{
    private const int MostAdjectives = 3;

    /// <summary>The singular of the noun, or null.</summary>
    public static string? Find(FigureSentence s, Amount first)
    {
        var at = first.After;
        if (s.Is(at, NumberWordClass.Of, out _, out var next))
        {
            next = s.IsTag(next, PartOfSpeech.Determiner) || s.IsTag(next, PartOfSpeech.Pronoun) ? next + 1 : next;
            return Second(s, next, first.Low);
        }

        while (at < s.Count && at < first.After + MostAdjectives && s[at].Tag is PartOfSpeech.Adjective or PartOfSpeech.ProperNoun or PartOfSpeech.Noun && s.IsKind(at, TokenKind.Word))
        {
            at++;
        }

        return at > first.After && s.IsAnd(at, out next) ? Second(s, next, null) : null;
    }

    private static string? Second(FigureSentence s, int at, decimal? least)
    {
        at = Bounds.Before(s, at).After;
        return AmountReader.TryRead(s, at, out var second) && second.Unit is null && !(second.Low < least) && CountedNoun.TryRead(s, second.After, second.One, out var noun) ? noun.Singular : null;
    }
}
