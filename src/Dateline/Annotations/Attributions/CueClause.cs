using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>A cue in its sentence, before its content is cut: tokens of cue and source, and what kind of clause it is.</summary>
internal sealed class CueClause(SentenceSyntax syntax, Cue cue, int first, int after)
{
    public SentenceSyntax Syntax { get; } = syntax;

    public Cue Cue { get; } = cue;

    /// <summary>First token of the cue.</summary>
    public int First { get; } = first;

    /// <summary>Index after the cue.</summary>
    public int After { get; } = after;

    /// <summary>Noun chunk of the source, or -1.</summary>
    public int Source { get; init; } = -1;

    /// <summary>First token of the source, or of the cue when there is none.</summary>
    public int SourceFirst { get; init; } = first;

    /// <summary>Index after the source, or after the cue when there is none.</summary>
    public int SourceAfter { get; init; } = after;

    public bool Negated { get; init; }

    public bool Passive { get; init; }

    /// <summary>True when the source stands behind the verb: "…," said Kim.</summary>
    public bool Inverted { get; init; }

    /// <summary>True for adding, citing, saying: leans on the clause before it.</summary>
    public bool Leans { get; init; }

    /// <summary>The token where the cue clause begins: its source or its cue.</summary>
    public int Begin => Math.Min(First, SourceFirst);

    /// <summary>The token after the cue clause proper.</summary>
    public int End => Inverted || !Cue.IsVerb ? Math.Max(After, SourceAfter) : After;

    /// <summary>Content as token ranges of the sentence, in order.</summary>
    public List<(int First, int After)> Content { get; } = [];

    /// <summary>Tokens between cue and content that belong to neither: "in a statement on Friday".</summary>
    public int AdjunctsAfter { get; set; } = after;

    /// <summary>How the content was found.</summary>
    public string Pattern { get; set; } = "";

    /// <summary>True when the content stands before the cue.</summary>
    public bool Trailing { get; set; }
}
