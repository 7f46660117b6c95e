using Dateline.Annotations;
using Dateline.Articles;
using Dateline.Checks;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline;

/// <summary>Everything one report was read into.</summary>
/// <param name="Run">What read it.</param>
/// <param name="Document">The bytes.</param>
/// <param name="Article">Text, blocks and metadata.</param>
/// <param name="Sentences">Sentences of the blocks that are read.</param>
/// <param name="Annotations">What was found in them.</param>
/// <param name="Claims">Mentions, tallies, and what was abstained from.</param>
/// <param name="Events">The happenings.</param>
/// <param name="Findings">What the checks say.</param>
public sealed record Reading(
    RunInfo Run,
    RawDocument Document,
    Article Article,
    IReadOnlyList<Sentence> Sentences,
    AnnotationSet Annotations,
    ClaimSet Claims,
    EventSet Events,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>The dated entries of a live blog, each a report of its own; empty for any other report.</summary>
    public IReadOnlyList<Reading> Entries { get; init; } = [];
}

/// <summary>Which program and which knowledge made a reading.</summary>
/// <param name="Program">Program version.</param>
/// <param name="Knowledge">Hash of the data files.</param>
public sealed record RunInfo(string Program, string Knowledge)
{
    /// <summary>This program's version.</summary>
    public static string ProgramVersion { get; } = typeof(RunInfo).Assembly.GetName().Version!.ToString(3);

    /// <summary>This program with some knowledge.</summary>
    public static RunInfo Of(KnowledgeFiles files) => new(ProgramVersion, files.Hash);
}
