using System.Globalization;
using System.Text.Json;
using Dateline.App.Output;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Dateline.App.Commands;

/// <summary>One sitting of a person over the events that want a look: shows each, reads lines, notes what they decide.</summary>
internal sealed class ReviewSession(Surroundings around, JudgeWork work, IAnsiConsole console, TextWriter text, TextReader lines, string? by)
{
    private readonly Stack<Judgement> noted = [];
    private int status = ExitStatus.Done;
    private long judged;

    /// <summary>Goes through the events there are at the beginning; returns the exit status.</summary>
    public int Run(LedgerFilter filter)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var candidate in work.Look(reader => new ReviewQueue(reader).Candidates(filter)))
        {
            var next = Next.Again;
            while (next == Next.Again && Look(candidate) is { } shown && !done.Contains(shown.Id))
            {
                Show(shown, done.Count + 1);
                next = Ask(shown);
                if (next == Next.Event)
                {
                    done.Add(shown.Id);
                }
            }

            if (next == Next.Quit)
            {
                break;
            }
        }

        console.Write(new Words($"{Terminal.Count(done.Count, "event")} looked at, {Terminal.Count(judged, "judgement")} noted", Terminal.Quiet));
        console.WriteLine();
        text.Flush();
        return around.InputIsPiped ? status : ExitStatus.Done;
    }

    private Shown? Look(ReviewItem candidate) => work.Look(reader =>
    {
        var queue = new ReviewQueue(reader);
        if (queue.Item(candidate) is not { } item)
        {
            return null;
        }

        using var whole = JsonDocument.Parse(RecordJson.Event(item.Event, [.. reader.ReadingsOf(item.Event)], new JudgementBook(reader.Judgements()), []));
        return new Shown(item.Event.Id, item.Row, Objects(whole.RootElement, "tellings"), Objects(whole.RootElement, "claims"), queue.Near(item.Row), item.Reasons);
    });

    private void Show(Shown shown, int number)
    {
        console.Write(new Rule(number.ToString(CultureInfo.InvariantCulture)) { Justification = Justify.Left, Style = Terminal.Quiet });
        EventOutput.Show(console, shown.Row);
        List("claims", shown.Claims.Select(claim => $"{ValueWords.Spaced(claim.GetProperty("role").GetString()!)}: {claim.GetProperty("words").GetString()} — “{claim.GetProperty("evidence")[0].GetProperty("text").GetString()}”{Standing(claim)}"));
        List("tellings", shown.Tellings.Select(telling => $"“{telling.GetProperty("words").GetString()}” in {telling.GetProperty("report").GetProperty("source").GetString()}{Standing(telling)}"));
        List("may be one with", shown.Proposals.Select(proposal => $"{proposal.Id}  {proposal.Words}"));
        List("why it is here", shown.Reasons);
    }

    private static string Standing(JsonElement row) => row.GetProperty("judged") is { ValueKind: JsonValueKind.Object } last ? $" [{last.GetProperty("kind").GetString()}ed]" : "";

    private static IReadOnlyList<JsonElement> Objects(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(item => item.Clone())];

    private void List(string title, IEnumerable<string> items)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(2)).AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        var number = 0;
        foreach (var item in items)
        {
            grid.AddRow(new Words(number == 0 ? title : "", Terminal.Quiet), new Words((++number).ToString(CultureInfo.InvariantCulture), Terminal.Strong), new Words(ValueWords.OneLine(item)));
        }

        if (number > 0)
        {
            console.Write(grid);
        }
    }

    private Next Ask(Shown shown)
    {
        while (true)
        {
            text.Write("a accept  r reject  c correct  x reject claim  m merge  s split  n note  p same person  k skip  u undo  q quit > ");
            text.Flush();
            var line = lines.ReadLine();
            if (!around.OutputIsTerminal)
            {
                text.WriteLine(ValueWords.OneLine(line ?? ""));
            }

            if (line is null)
            {
                return Next.Quit;
            }

            try
            {
                if (Do(shown, line.Trim()) is { } next)
                {
                    return next;
                }
            }
            catch (LedgerException error) when (error.IsWrongUse)
            {
                status = ExitStatus.SomeInputFailed;
                text.WriteLine(ValueWords.OneLine(error.Message));
            }
        }
    }

    /// <summary>Does what a line says; where to go then, or null to ask again.</summary>
    private Next? Do(Shown shown, string line)
    {
        var key = line.Length == 0 ? 'k' : char.ToLowerInvariant(line[0]);
        var rest = line.Length < 2 ? "" : line[1..].Trim();
        var why = rest.Length == 0 ? null : rest;
        switch (key)
        {
            case 'k':
                return Next.Event;
            case 'q':
                return Next.Quit;
            case 'a':
                return Note(why, draft => draft.About(JudgementKind.Accept, shown.Id), Next.Event);
            case 'r':
                return Note(why, draft => draft.About(JudgementKind.Reject, shown.Id), Next.Event);
            case 'n':
                return Note(why ?? throw JudgeWork.Wrong("n takes words"), draft => draft.About(JudgementKind.Note, shown.Id), Next.Again);
            case 'c':
                var (corrected, value) = First(rest);
                return Note(null, draft => draft.Correct(Pick(shown.Claims, corrected, "claim", "key"), statement => work.Value(statement, value)), Next.Again);
            case 'x':
                var (rejected, reason) = First(rest);
                return Note(reason.Length == 0 ? null : reason, draft => draft.About(JudgementKind.Reject, Pick(shown.Claims, rejected, "claim", "key")), Next.Again);
            case 'm':
                return Note(null, draft => draft.Merge([shown.Id, .. Each(rest).Select(one => one.StartsWith("ev-", StringComparison.Ordinal) ? one : Pick(shown.Proposals, one, "proposal").Id)]), Next.Again);
            case 's':
                return Note(null, draft => draft.Split(shown.Id, [.. Each(rest).Select(one => Pick(shown.Tellings, one, "telling", "id"))]), Next.Again);
            case 'p':
                return Note(null, draft => draft.SamePerson(rest.Split('=', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), Next.Again);
            case 'u' when noted.Count > 0:
                var last = noted.Pop();
                work.Note(by, null, draft => draft.Undo(last.Id));
                text.WriteLine($"undone: {last.Id}");
                return Next.Again;
            case 'u':
                throw JudgeWork.Wrong("nothing was noted in this review");
            default:
                throw JudgeWork.Wrong($"there is no key {key}; dateline review --help lists them");
        }
    }

    private Next Note(string? why, Func<JudgementDraft, Judgement> draft, Next next)
    {
        var judgement = work.Note(by, why, draft);
        noted.Push(judgement);
        judged++;
        text.WriteLine($"{judgement.Id}  {ValueWords.Spaced(JudgementKindNames.Of(judgement.Kind))}");
        return next;
    }

    private static string[] Each(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static (string First, string Others) First(string words)
    {
        var cut = words.IndexOf(' ', StringComparison.Ordinal);
        return cut < 0 ? (words, "") : (words[..cut], words[cut..].Trim());
    }

    private static string Pick(IReadOnlyList<JsonElement> items, string number, string noun, string field) => Pick(items, number, noun).GetProperty(field).GetString()!;

    private static T Pick<T>(IReadOnlyList<T> items, string number, string noun) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= items.Count ? items[at - 1] : throw JudgeWork.Wrong($"there is no {noun} {number}");

    private enum Next
    {
        Event,
        Again,
        Quit,
    }

    private sealed record Shown(string Id, JsonElement Row, IReadOnlyList<JsonElement> Tellings, IReadOnlyList<JsonElement> Claims, IReadOnlyList<ReviewProposal> Proposals, IReadOnlyList<string> Reasons);
}
