namespace Dateline.Text.Syntax;

/// <summary>What the words of a verb group before its main verb say of it.</summary>
internal sealed class Auxiliaries(FunctionWords words)
{
    private bool have;
    private bool had;
    private bool did;
    private bool will;
    private bool past;
    private int modal = -1;
    private int shortened = -1;
    private WordForm behindShortened;

    /// <summary>Index of the last auxiliary, or -1.</summary>
    public int Last { get; private set; } = -1;

    /// <summary>True with a form of "be".</summary>
    public bool Be { get; private set; }

    /// <summary>True with not, n't, never.</summary>
    public bool Negated { get; private set; }

    /// <summary>True for to + verb.</summary>
    public bool Infinitive { get; private set; }

    /// <summary>Reads on to the main verb, or to where the group ends without one; answers its index.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="first">First token of the group.</param>
    /// <param name="isScheduled">Whether "to" behind a form of "be" tells of the future; takes the sentence, the first token and the place of "to".</param>
    public int Read(TokenList tokens, int first, Func<TokenList, int, int, bool> isScheduled)
    {
        var i = first;
        while (i < tokens.Count)
        {
            var token = tokens[i];
            if (token.Tag == PartOfSpeech.Auxiliary)
            {
                Take(token, i++);
            }
            else if (words.Is(token, "not"))
            {
                Negated |= i + 1 >= tokens.Count || !words.Is(tokens[i + 1], "only"); // "was not only restricted to"
                i++;
            }
            else if (token.Tag == PartOfSpeech.Particle && i == first && words.Is(token, "to"))
            {
                Infinitive = true;
                i++;
            }
            else if (EndsFuture(tokens, first, i, isScheduled) is > 0 and var after)
            {
                will = true;
                i = after;
            }
            else if (token.Tag == PartOfSpeech.Adverb && i > first)
            {
                i++;
            }
            else if (token.Kind == TokenKind.Quote && i > first && Last == i - 1 && Be && i + 1 < tokens.Count && tokens[i + 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple or WordForm.Past })
            {
                i++; // were "neutralised"
            }
            else if (AfterAside(tokens, i) is var behind && behind > i)
            {
                i = behind;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>When the group speaks of, with a main verb of this form.</summary>
    public Tense TenseOf(WordForm form) =>
        will ? Tense.Future
        : had || IsHad(form) ? Tense.Pluperfect
        : have ? Tense.Perfect
        : Infinitive ? Tense.None
        : did || past ? Tense.Past
        : Last >= 0 ? Tense.Present
        : form switch
        {
            WordForm.Past => Tense.Past,
            WordForm.Present or WordForm.Base => Tense.Present,
            _ => Tense.None,
        };

    /// <summary>Index of the modal, or -1; 'd is one before a base form.</summary>
    public int ModalBefore(WordForm form) => modal >= 0 || IsHad(form) ? modal : shortened;

    // "he'd fired", "he'd been seen", but "he'd have fired", "he'd be seen"
    private bool IsHad(WordForm form) => shortened >= 0 && (behindShortened == WordForm.None ? form : behindShortened) is WordForm.PastParticiple or WordForm.Past;

    private void Take(Token token, int i)
    {
        behindShortened = shortened >= 0 && behindShortened == WordForm.None ? token.Form : behindShortened;
        Be |= words.Is(token, "be");
        have |= words.Is(token, "have");
        had |= words.Is(token, "had");
        did |= words.Is(token, "did");
        will |= words.Is(token, "will");
        past |= token.Form == WordForm.Past;
        modal = words.Is(token, "modal") ? i : modal;
        shortened = words.Is(token, "had-or-would") ? i : shortened;
        Last = i;
    }

    // "is to be tested", "is going to test": index behind "to", or -1
    private int EndsFuture(TokenList tokens, int first, int i, Func<TokenList, int, int, bool> isScheduled)
    {
        if (Last < 0 || !words.Is(tokens[Last], "be"))
        {
            return -1;
        }

        var to = words.Is(tokens[i], "going") ? i + 1 : i;
        return to < tokens.Count && tokens[to].Tag == PartOfSpeech.Particle && isScheduled(tokens, first, to) ? to + 1 : -1;
    }

    // Only before the form that the last auxiliary asks for.
    private int AfterAside(TokenList tokens, int i)
    {
        if (Last < 0 || Asides.After(tokens, i) is var after && (after == i || after >= tokens.Count))
        {
            return i;
        }

        var next = tokens[after];
        var having = words.Is(tokens[Last], "have");
        var fits = next.Form switch
        {
            WordForm.PastParticiple => having || (words.Is(tokens[Last], "be") && tokens[i].Kind == TokenKind.Punctuation),
            WordForm.Base => words.Is(tokens[Last], "will") || words.Is(tokens[Last], "modal") || words.Is(tokens[Last], "did"),
            _ => false,
        };
        return fits && next.Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary ? after : i;
    }
}
