using System.Text;
using System.Text.Json;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.App.Commands;

/// <summary>Judgements from JSON lines: whole ones, as <c>dateline judge list</c> prints them, or in short, by the ids of this ledger.</summary>
internal sealed class JudgeLines(Surroundings around, JudgeWork work, string? by)
{
    /// <summary>Notes every line; a line that is wrong is said and costs itself only.</summary>
    /// <param name="source">The file as shown.</param>
    /// <param name="input">The lines.</param>
    /// <param name="noted">Called for every judgement noted.</param>
    public int Run(string source, Stream input, Action<Judgement> noted)
    {
        using var lines = new StreamReader(input, Encoding.UTF8);
        var status = ExitStatus.Done;
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                if (Note(line) is { } judgement)
                {
                    noted(judgement);
                }
            }
            catch (LedgerException error) when (error.IsWrongUse)
            {
                status = ExitStatus.SomeInputFailed;
                DatelineCommand.Say(around, $"{source}:{number}: {error.Message}");
            }
        }

        return status;
    }

    private Judgement? Note(string line)
    {
        using var document = Parse(line);
        var row = document.RootElement;
        if (row.ValueKind is not JsonValueKind.Object)
        {
            throw JudgeWork.Wrong("a judgement is a JSON object");
        }

        if (!row.TryGetProperty("judge", out _))
        {
            var whole = JudgementRowJson.Read(row) ?? throw JudgeWork.Wrong("is no judgement; dateline judge apply --help shows two forms");
            return work.TakeOver(whole) ? whole : null;
        }

        var (of, value) = (Words(row, "of"), Value(row));
        return work.Note(Word(row, "by") ?? by, Word(row, "why"), draft => Word(row, "judge") switch
        {
            "accept" => draft.About(JudgementKind.Accept, One(of)),
            "reject" => draft.About(JudgementKind.Reject, One(of)),
            "note" => draft.About(JudgementKind.Note, One(of)),
            "correct" => draft.Correct(One(of), statement => work.Value(statement, value ?? throw JudgeWork.Wrong("a correction needs a value"))),
            "merge" => draft.Merge(of),
            "split" => draft.Split(One(of), Words(row, "out")),
            "same_person" => draft.SamePerson(of),
            "undo" => draft.Undo(One(of)),
            var other => throw JudgeWork.Wrong($"there is no judgement \"{other}\""),
        });
    }

    private static JsonDocument Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException error)
        {
            throw JudgeWork.Wrong($"is no JSON ({error.Message})");
        }
    }

    private static string? Word(JsonElement row, string name) => row.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String ? field.GetString() : null;

    private static string? Value(JsonElement row) => row.TryGetProperty("value", out var field) ? field.ValueKind is JsonValueKind.String ? field.GetString() : field.GetRawText() : null;

    private static IReadOnlyList<string> Words(JsonElement row, string name) => !row.TryGetProperty(name, out var field) ? []
        : field.ValueKind is JsonValueKind.Array ? [.. field.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)]
        : field.ValueKind is JsonValueKind.String ? [field.GetString()!]
        : [];

    private static string One(IReadOnlyList<string> of) => of is [var one] ? one : throw JudgeWork.Wrong("\"of\" names one event or claim");
}
