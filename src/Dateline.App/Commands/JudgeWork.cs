using System.Text.Json;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Knowledge;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary>A ledger open for a person's decisions.</summary>
internal sealed class JudgeWork : IDisposable
{
    private readonly Surroundings around;
    private readonly KnowledgeFiles knowledge;
    private readonly Codebook codebook;
    private readonly ILedgerStore ledger;
    private readonly ILedgerStore seen;
    private readonly LedgerJudge judge;
    private ReadDocuments? read;

    /// <summary>Opens a ledger that is there.</summary>
    /// <exception cref="LedgerException">There is none, or it cannot be opened.</exception>
    public JudgeWork(Surroundings around, string file, string? dataFolder)
    {
        this.around = around;
        seen = Ledgers.OpenToRead(file);
        ledger = Ledgers.OpenToAdd(file, () => DatelineCommand.Say(around, $"{Ledgers.Shown(file)}: another program is adding to this ledger; waiting for it"));
        knowledge = around.Knowledge(dataFolder);
        (codebook, var forms, var matcher) = RecordMaking.Over(knowledge);
        judge = new LedgerJudge(ledger, forms, matcher);
    }

    /// <summary>Looks at the record as it is now.</summary>
    public T Look<T>(Func<ILedgerReader, T> look)
    {
        using var reader = seen.Read();
        return look(reader);
    }

    /// <summary>Notes a judgement and returns it as it stands then.</summary>
    public Judgement Note(string? by, string? why, Func<JudgementDraft, Judgement> draft) =>
        judge.Note(Look(reader => draft(new JudgementDraft(reader, by, around.Time.GetUtcNow(), why))));

    /// <summary>Takes a judgement over from another ledger; false when it is there already.</summary>
    public bool TakeOver(Judgement judgement)
    {
        if (judgement.Kind is JudgementKind.Correct && !(codebook.Role(judgement.Statement!.Role) is { } role && ValueShape.Fits(role.Value, judgement.Value!.Value)))
        {
            throw Wrong($"the value is none of a {judgement.Statement!.Role}");
        }

        return judge.TakeOver(judgement);
    }

    /// <summary>The value a person gives a claim.</summary>
    public JsonElement Value(StatementRef statement, string words) => ValueOf(codebook, statement, words, documents => (read ??= around.Pipeline(knowledge))(documents, ReadOptions.Default));

    /// <summary>The value that a person's words give a claim.</summary>
    /// <param name="codebook">Roles.</param>
    /// <param name="statement">The claim.</param>
    /// <param name="words">What the person wrote.</param>
    /// <param name="read">Reads reports.</param>
    public static JsonElement ValueOf(Codebook codebook, StatementRef statement, string words, Func<IReadOnlyList<RawDocument>, IReadOnlyList<Reading>> read)
    {
        var role = codebook.Role(statement.Role);
        return role is null ? throw Wrong($"the codebook has no role {statement.Role}")
            : CorrectedValue.Of(role.Value, words, statement.Value, text => read([RawDocument.Of(System.Text.Encoding.UTF8.GetBytes(text), MediaTypes.Text, "value")])[0])
            ?? throw Wrong($"\"{words}\" cannot be read as the {statement.Role} of an event; write it as a report would, or as JSON in the shape of the claim's value");
    }

    public void Dispose()
    {
        seen.Dispose();
        ledger.Dispose();
    }

    /// <summary>Wrong use, in words.</summary>
    public static LedgerException Wrong(string message) => new(message) { IsWrongUse = true };
}
