using Dateline.Checks.Across;
using Dateline.Claims;
using Dateline.Events.Across;
using Dateline.Exports;
using Dateline.Knowledge;

namespace Dateline.App.Commands;

/// <summary>What whoever changes a ledger's record needs, over one knowledge.</summary>
/// <param name="Codebook">Kinds and roles.</param>
/// <param name="Forms">Gives the rows their shape.</param>
/// <param name="Matcher">Tells which reports tell of one event.</param>
internal sealed record RecordMaking(Codebook Codebook, LedgerForms Forms, EventMatcher Matcher)
{
    /// <summary>Compiles it.</summary>
    public static RecordMaking Over(KnowledgeFiles knowledge)
    {
        var codebook = new Codebook(knowledge);
        return new RecordMaking(codebook, new LedgerForms(codebook, new ProfileMaker(knowledge), new AcrossRunner(knowledge, codebook)), new EventMatcher(knowledge, codebook));
    }
}
