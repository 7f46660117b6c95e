namespace Dateline.Annotations.Attributions;

/// <summary>What stands behind a cue and its adjuncts.</summary>
internal enum Behind
{
    /// <summary>Nothing of its own: a comma, the end.</summary>
    Nothing,

    /// <summary>that, whether, how: a clause with its conjunction.</summary>
    Conjunction,

    /// <summary>A quotation mark.</summary>
    Quotation,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A clause without a conjunction.</summary>
    Clause,

    /// <summary>to + verb.</summary>
    Infinitive,

    /// <summary>An -ing form: denied sending troops.</summary>
    Gerund,

    /// <summary>A noun group.</summary>
    Object,
}

/// <summary>A cue in its sentence, before its content is cut: tokens of cue and source, and what kind of clause it is.</summary>
internal sealed class CueClause(CueSentence sentence, Cue cue, int first, int after)
{
    public CueSentence Sentence { get; } = sentence;

    public Cue Cue { get; } = cue;

    /// <summary>First token of the cue.</summary>
    public int First { get; } = first;

    /// <summary>Index after the cue.</summary>
    public int After { get; } = after;

    /// <summary>Index after the words shown as the cue, where some of them are the content; else -1.</summary>
    public int CueAfter { get; set; } = -1;

    /// <summary>True for "X as saying" behind a verb of quoting.</summary>
    public bool AsSaying { get; init; }

    /// <summary>Noun chunk of the source, or -1.</summary>
    public int Source { get; init; } = -1;

    /// <summary>First token of the source, or of the cue when there is none.</summary>
    public int SourceFirst { get; init; } = first;

    /// <summary>Index after the source, or after the cue when there is none.</summary>
    public int SourceAfter { get; init; } = after;

    public bool Negated { get; init; }

    /// <summary>True for a negated modal: would not say.</summary>
    public bool Refused { get; init; }

    /// <summary>What the source does, negation counted.</summary>
    public Stance Stance => !Negated ? Cue.Stance : Refused && Cue.NegatedStance == Stance.DoesNotConfirm ? Stance.DeclinesToComment : Cue.NegatedStance;

    public bool Passive { get; init; }

    /// <summary>True when the source stands behind the verb: "…," said Kim.</summary>
    public bool Inverted { get; init; }

    /// <summary>True for adding, saying: leans on the clause before it and shares its source.</summary>
    public bool Leans { get; init; }

    /// <summary>True for citing X, X was quoted as saying: hands on the words of somebody else.</summary>
    public bool Cites { get; init; }

    /// <summary>The token where the cue clause begins: its source or its cue.</summary>
    public int Begin => Math.Min(First, SourceFirst);

    /// <summary>The token after the cue clause proper.</summary>
    public int End => Inverted || Cites || (Passive && Source >= 0) || !Cue.IsVerb ? Math.Max(After, SourceAfter) : After;

    /// <summary>Content as token ranges of the sentence, in order.</summary>
    public List<(int First, int After)> Content { get; } = [];

    /// <summary>Index after "in a statement on Friday" behind the cue.</summary>
    public int AdjunctsAfter { get; set; } = after;

    /// <summary>What follows the adjuncts.</summary>
    public Behind Behind { get; set; }

    /// <summary>How the content was found.</summary>
    public string Pattern { get; set; } = "";

    /// <summary>True when the content stands before the cue.</summary>
    public bool Trailing { get; set; }

    /// <summary>True when the content is the sentence before: "This was reported by X."</summary>
    public bool Backward { get; set; }

    /// <summary>True when the content goes on to the end of the block: "KIM: We are ready. We wait."</summary>
    public bool Onward { get; set; }

    /// <summary>True when the source is words between two tokens and no noun chunk.</summary>
    public bool Bare { get; init; }

    /// <summary>Where the judgement of a passive begins and ends ("was described by X as …"), the end -1 for as far as it goes; empty for none.</summary>
    public (int First, int After) Judged { get; init; }

    /// <summary>Noun chunk of what is judged, or -1.</summary>
    public int Subject { get; init; } = -1;

    /// <summary>True for "with X saying …" behind a clause of the reporter's.</summary>
    public bool With { get; init; }

    /// <summary>Token of who, which or that, when the source stands before a relative clause; else -1.</summary>
    public int Relative { get; init; } = -1;
}
