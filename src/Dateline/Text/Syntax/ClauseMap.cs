namespace Dateline.Text.Syntax;

/// <summary>
/// Says to which clause of a sentence a token belongs: a word of time or place goes with the verb of its own clause, not with
/// the nearest one ("the submarine, which was commissioned in August, fired a missile on Friday").
/// </summary>
public sealed class ClauseMap
{
    private readonly SentenceSyntax syntax;
    private readonly int[] openers;
    private readonly bool[] apart;

    /// <summary>Finds where each clause opens.</summary>
    public ClauseMap(SentenceSyntax syntax, FunctionWords words)
    {
        this.syntax = syntax;
        openers = new int[syntax.Clauses.Count];
        apart = new bool[openers.Length];
        for (var c = 0; c < openers.Length; c++)
        {
            openers[c] = Opener(c, words);
            apart[c] = openers[c] >= 0 && !words.Is(syntax.Sentence.Tokens[openers[c]], "simultaneous");
        }
    }

    /// <summary>Index of the clause a token belongs to, or -1 in a sentence without verbs.</summary>
    public int HomeOf(int token)
    {
        var home = -1;
        for (var c = 0; c < syntax.Clauses.Count; c++)
        {
            if (syntax.Clauses[c].Verb.First <= token)
            {
                home = c;
            }
        }

        for (var c = home + 1; c < syntax.Clauses.Count; c++)
        {
            if (openers[c] >= 0 && openers[c] <= token)
            {
                return c;
            }
        }

        if (home < 0)
        {
            // "Last Friday, the rebels, who are thought to come from there, killed two": not the aside's
            var first = 0;
            while (first + 1 < syntax.Clauses.Count && syntax.Clauses[first].Relative && openers[first] > token)
            {
                first++;
            }

            return syntax.Clauses.Count > 0 ? syntax.Clauses[first].Relative ? 0 : first : -1;
        }

        if (IsFronted(home, token))
        {
            return home + 1 < syntax.Clauses.Count ? home + 1 : home;
        }

        return ClosedBefore(home, token) ? Above(home) : home;
    }

    /// <summary>The token that opens a clause: its relative word or conjunction; -1 for a clause that stands by itself.</summary>
    public int OpenerOf(int clause) => openers[clause];

    /// <summary>The token that opens a clause or, for the content of a saying, the clause of the saying; -1 where none does.</summary>
    public int OpenerAbove(int clause)
    {
        var tokens = syntax.Sentence.Tokens;
        for (var c = clause; c >= 0; c--)
        {
            if (openers[c] >= 0)
            {
                return openers[c];
            }

            // a comma before the subject begins a clause of its own: "after it spoke, the North fired"
            var subject = syntax.Clauses[c].Subject;
            var from = subject >= 0 ? syntax.Nouns[subject].First : syntax.Clauses[c].Verb.First;
            if (from > 0 && tokens[from - 1].Kind is TokenKind.Punctuation or TokenKind.Dash)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>True when two clauses tell of one time: no relative word and no conjunction but "as", "while" and "when" stands between them.</summary>
    public bool Together(int one, int other)
    {
        var (low, high) = one < other ? (one, other) : (other, one);
        while (high > low && low >= 0)
        {
            if (apart[high])
            {
                return false;
            }

            high--;
        }

        return true;
    }

    /// <summary>True when a relative clause is closed by a comma before the verb of another: "the leaders, who signed one in 2020, agreed".</summary>
    public bool IsClosedAside(int aside, int other) =>
        aside >= 0 && aside < other && syntax.Clauses[aside].Relative && syntax.Clauses[other].Verb.First is > 0 and var verb && syntax.Sentence.Tokens[verb - 1].Kind == TokenKind.Punctuation;

    /// <summary>True for a token before the first verb of the sentence, where the clause is the first.</summary>
    public bool IsFrontedTo(int token, int clause) => clause == 0 && token < syntax.Clauses[0].Verb.First;

    private int Opener(int index, FunctionWords words)
    {
        var clause = syntax.Clauses[index];
        var tokens = syntax.Sentence.Tokens;
        if (clause.Marker >= 0)
        {
            return words.Is(tokens[clause.Marker], "that") ? -1 : clause.Marker;
        }

        var barrier = index > 0 ? syntax.Clauses[index - 1].Verb.After : 0;
        for (var t = clause.Verb.First - 1; t >= barrier; t--)
        {
            if (words.Is(tokens[t], "relative") || (clause.Relative && words.Is(tokens[t], "that")))
            {
                return t;
            }
        }

        // "two days after North Korea sent": the conjunction the tagger takes for the subject's preposition
        var subject = FirstOfSubject(clause.Subject);
        return subject >= 0 && syntax.Nouns[subject].First >= barrier && syntax.Nouns[subject].Preposition is >= 0 and var at && at >= barrier && words.Is(tokens[at], "conjunction") ? at : -1;
    }

    // the chunk a subject begins with: its owner, or the first of those joined by a conjunction ("since Kim and Trump met")
    private int FirstOfSubject(int subject)
    {
        while (subject > 0)
        {
            var chunk = syntax.Nouns[subject];
            if (chunk.Possessor >= 0)
            {
                subject = chunk.Possessor;
            }
            else if (chunk is { Preposition: < 0, First: > 0 } && syntax.Nouns[subject - 1].After == chunk.First - 1 && syntax.Sentence.Tokens[chunk.First - 1].Tag == PartOfSpeech.CoordinatingConjunction)
            {
                subject--;
            }
            else
            {
                break;
            }
        }

        return subject;
    }

    // "…, and on Friday Seoul said": what stands between a comma or conjunction and the next subject goes with what follows
    private bool IsFronted(int home, int token)
    {
        if (home + 1 >= syntax.Clauses.Count || syntax.Clauses[home + 1] is not { Subject: >= 0 } next || syntax.Nouns[next.Subject].First <= token)
        {
            return false;
        }

        var tokens = syntax.Sentence.Tokens;
        var before = token - 1;
        while (before >= 0 && tokens[before].Tag is PartOfSpeech.Adposition or PartOfSpeech.Determiner or PartOfSpeech.Adverb)
        {
            before--;
        }

        return before > syntax.Clauses[home].Verb.Head && (tokens[before].Kind == TokenKind.Punctuation || tokens[before].Tag == PartOfSpeech.CoordinatingConjunction);
    }

    // "…, which was commissioned in 2018, on Friday": a comma behind a relative clause closes it
    private bool ClosedBefore(int clause, int token)
    {
        if (openers[clause] < 1 || syntax.Sentence.Tokens[openers[clause] - 1].Kind is not (TokenKind.Punctuation or TokenKind.Dash))
        {
            return false;
        }

        for (var t = syntax.Clauses[clause].Verb.After; t < token; t++)
        {
            if (syntax.Sentence.Tokens[t].Kind is TokenKind.Punctuation or TokenKind.Dash)
            {
                return true;
            }
        }

        return false;
    }

    private int Above(int clause)
    {
        var above = clause - 1;
        while (above >= 0 && openers[above] >= 0)
        {
            above--;
        }

        return above >= 0 ? above : clause;
    }
}
