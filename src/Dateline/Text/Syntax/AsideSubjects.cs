namespace Dateline.Text.Syntax;

/// <summary>Finds the subject of a finite verb behind words put between the two: "the missile, which has a range of 700 km, was fired".</summary>
internal sealed class AsideSubjects(FunctionWords words)
{
    /// <summary>The clause of a verb behind a comma that closes such words; null where none does.</summary>
    public ClauseDraft? Find(TokenList tokens, VerbChunk verb, List<NounChunk> nouns, List<ClauseDraft> earlier, int at)
    {
        var parent = earlier.Count - 1;
        if (parent < 0 || verb.Participle || verb.Infinitive)
        {
            return null;
        }

        if (tokens[at].Kind is TokenKind.Punctuation or TokenKind.Dash && earlier[parent] is { Relative: true, Subject: >= 0 } aside && tokens[nouns[aside.Subject].After].Kind is TokenKind.Punctuation or TokenKind.Dash)
        {
            return new ClauseDraft(verb, aside.Subject, aside.Parent, false, -1); // the missile, which has a range of 700 km (420 miles), was fired
        }

        if (tokens[at].Kind is TokenKind.Punctuation && earlier[parent] is { Relative: true, Subject: > 0 } called && nouns[called.Subject] is { Preposition: < 0, First: > 1 } what && tokens[what.First - 1].Kind == TokenKind.Punctuation && (words.Is(tokens[what.First], "indefinite") || words.Is(tokens[what.First], "the"))
            && nouns[called.Subject - 1] is { } who && who.After == what.First - 1 && tokens[who.Head].Tag == PartOfSpeech.ProperNoun)
        {
            return new ClauseDraft(verb, called.Subject - 1, called.Parent, false, -1); // Moya, a former general who took office in June, plans
        }

        if (tokens[at].Kind is TokenKind.Punctuation && earlier[parent] is { Subject: >= 0, Verb: { Participle: true, Passive: true } reduced } && nouns[earlier[parent].Subject].After == reduced.First - 1 && tokens[reduced.First - 1].Kind == TokenKind.Punctuation)
        {
            return new ClauseDraft(verb, earlier[parent].Subject, earlier[parent].Parent, false, -1); // the attack, carried out by the army (ABC), targeted
        }

        if (tokens[at].Kind is TokenKind.Punctuation or TokenKind.Dash && earlier[parent] is { Subject: >= 0 } listing && words.Is(tokens[listing.Verb.Head], "inclusive") && listing.Verb.Participle && listing.Verb.First > 0 && tokens[listing.Verb.First - 1].Kind is TokenKind.Punctuation or TokenKind.Dash)
        {
            return new ClauseDraft(verb, listing.Subject, listing.Parent, false, -1); // the drill, involving A, B and C, will start
        }

        if (earlier.Count == 1 && tokens[at].Kind is TokenKind.Punctuation && earlier[0] is { Subject: >= 0, Relative: false, Verb: { Participle: true, First: > 0 } aside0 } && tokens[aside0.Head].Form == WordForm.Gerund && tokens[aside0.First - 1].Kind == TokenKind.Punctuation && nouns[earlier[0].Subject].After == aside0.First - 1)
        {
            return new ClauseDraft(verb, earlier[0].Subject, -1, false, -1); // the rocket, carrying two satellites, took off
        }

        return null;
    }
}
