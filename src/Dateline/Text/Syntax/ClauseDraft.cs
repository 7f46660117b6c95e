namespace Dateline.Text.Syntax;

/// <summary>A clause whose objects are not read yet.</summary>
/// <param name="Verb">Its verb group.</param>
/// <param name="Subject">Index of its subject's chunk, or -1.</param>
/// <param name="Parent">Index of the clause it leans on, or -1.</param>
/// <param name="Relative">True when it describes a noun.</param>
/// <param name="Marker">Index of the conjunction that opens it, or -1.</param>
/// <param name="Antecedent">Index of the chunk it describes without a relative word ("a missile it fired"), or -1.</param>
internal readonly record struct ClauseDraft(VerbChunk Verb, int Subject, int Parent, bool Relative, int Marker, int Antecedent = -1)
{
    /// <summary>Index of the chunk that goes on as a subject behind the clause.</summary>
    public int Speaking => Antecedent >= 0 ? Antecedent : Subject;
}
