using Dateline.Text;

namespace Dateline.Annotations.Times;

/// <summary>
/// Tells from the words beside a time which way it is to be looked for: the verb nearest before it decides, else the
/// first one after it. "The talks will take place on Friday, officials said" looks ahead, "said on Friday it will" back.
/// </summary>
internal static class TenseCue
{
    public static TimeDirection Of(TimeTokens t, UnderspecifiedTime time)
    {
        var (first, after) = (time.First, time.After);
        if (IsModifier(t, time))
        {
            return TimeDirection.None;
        }

        for (var i = first - 1; i >= 0; i--)
        {
            if (At(t, i) is var cue and not TimeDirection.None)
            {
                return cue;
            }
        }

        for (var i = after; i < t.Count; i++)
        {
            if (At(t, i) is var cue and not TimeDirection.None)
            {
                return cue;
            }
        }

        return TimeDirection.None;
    }

    // "a June 1 deadline", "the March 6 attack": the verb tells when the noun does something, not when it is
    private static bool IsModifier(TimeTokens t, UnderspecifiedTime time) =>
        time is { Day: FixedDate { Year: null, Day: not null }, Clock: null, First: > 0 } && time.After < t.Count
        && t.Tokens[time.After] is { Kind: TokenKind.Word, Tag: PartOfSpeech.Noun or PartOfSpeech.ProperNoun } && (t.Is(time.First - 1, TimeWordClass.The) || t.Is(time.First - 1, TimeWordClass.Article));

    private static TimeDirection At(TimeTokens t, int at)
    {
        var token = t.Tokens[at];
        if (token.Kind != TokenKind.Word || (token.Tag is not PartOfSpeech.Other and not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary or PartOfSpeech.Adjective or PartOfSpeech.Particle)))
        {
            return TimeDirection.None;
        }

        if (at > 0 && t.Is(at - 1, TimeWordClass.SeemingCue))
        {
            return TimeDirection.None; // "fired what appeared to be a missile on Tuesday": the verb before tells when
        }

        var name = token.IsCapitalised && !token.Is(TokenShape.SentenceStart);
        if (t.Is(at, TimeWordClass.FutureCue, out var future, out var after) && !name && !(after < t.Count && future.Phrase.EndsWith(" to", StringComparison.Ordinal) && t.Tokens[after].Tag is PartOfSpeech.Determiner or PartOfSpeech.Noun or PartOfSpeech.ProperNoun)) // "agreed to a truce"
        {
            return TimeDirection.Future;
        }

        // "will be held", "to be launched": the participle after "be" is no past
        if (at > 0 && t.Is(at - 1, TimeWordClass.Passive, out var passive, out _) && passive.Phrase == "be")
        {
            return TimeDirection.None;
        }

        if (t.Is(at, TimeWordClass.PastCue) || token.Form == WordForm.Past)
        {
            return TimeDirection.Past;
        }

        var word = t.Chars(at);
        return !name && token.Tag is PartOfSpeech.Other or PartOfSpeech.Verb && word.Length > 4 && word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) ? TimeDirection.Past : TimeDirection.None;
    }
}
