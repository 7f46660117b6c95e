using System.CommandLine;
using System.Globalization;
using Dateline.App.Output;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Ledger.Sqlite;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary><c>dateline diff</c>: what changed between two runs, since a day, between the versions of a page.</summary>
internal static class DiffCommand
{
    private const string More = """
        Runs (dateline runs) are compared as the record they give: of each report the reading that the last run up to that one made. Without a second
        run, the first is compared with now. --since compares with the runs that began before it, and adds what people decided since. --page
        compares the versions of one page, each with the one before it: paragraphs first, then what is told of.

        Rows: new, changed or withdrawn; an event (no role), a claim (its role) or a paragraph (role text); before and after with the exact words.
        What did not change is not shown. By report, in the order of its text.

        Examples:
          dateline diff 1 2
          dateline diff --since 2025-03-01
          dateline diff --page https://example.org/story --format jsonl
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var options = new LedgerOptions();
        var runs = new Argument<long[]>("RUN") { Description = "One or two runs, by their number", Arity = new ArgumentArity(0, 2) };
        var since = new Option<string?>("--since") { HelpName = "DATE", Description = "What changed since this day or moment (UTC): 2025-02-28, 2025-02-28T08:30" };
        var page = new Option<string?>("--page") { HelpName = "URL", Description = "The versions of the page that came in under this address or source" };
        var command = ListCommands.Create("diff", "Shows what is new, changed and withdrawn", More, [.. options.Showing, since, page], parsed =>
        {
            var (numbers, moment, address) = (parsed.GetValue(runs) ?? [], parsed.GetValue(since), parsed.GetValue(page));
            if ((numbers.Length > 0 ? 1 : 0) + (moment is null ? 0 : 1) + (address is null ? 0 : 1) != 1)
            {
                throw JudgeWork.Wrong("compare what? name one or two runs, or --since DATE, or --page URL");
            }

            return ListCommands.Run(around, parsed, options, "change", RecordRows.Changes, reader => Changes(reader, numbers, moment, address).Select(RecordChangeJson.Write));
        });
        command.Add(runs);
        return command;
    }

    private static IEnumerable<RecordChange> Changes(ILedgerReader reader, long[] numbers, string? moment, string? address)
    {
        var diff = new LedgerDiff(reader);
        if (moment is not null)
        {
            return DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
                ? diff.Since(Judgement.Moment(since))
                : throw JudgeWork.Wrong($"--since \"{moment}\" is no day or moment; write 2025-02-28 or 2025-02-28T08:30");
        }

        if (address is not null)
        {
            var changes = diff.Versions(address, out var versions);
            return versions == 0 ? throw JudgeWork.Wrong($"nothing came in under {address}; dateline reports lists sources and addresses") : changes;
        }

        var known = reader.Runs().Select(run => run.Number).ToHashSet();
        return numbers.FirstOrDefault(number => !known.Contains(number)) is > 0 and var missing
            ? throw JudgeWork.Wrong($"there is no run {missing}; dateline runs lists them")
            : diff.Between(numbers[0], numbers.Length > 1 ? numbers[1] : long.MaxValue);
    }
}
