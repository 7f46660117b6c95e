using System.CommandLine;
using Dateline.App.Output;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Ledger;

namespace Dateline.App.Commands;

/// <summary>Options of the commands on a ledger.</summary>
internal sealed class LedgerOptions
{
    private static readonly string[] Statuses = [.. Enum.GetValues<EventStatus>().Select(status => status.ToString().ToLowerInvariant())];

    public LedgerOptions()
    {
        From.Validators.Add(result => MustBeDay(result, "--from"));
        To.Validators.Add(result => MustBeDay(result, "--to"));
        Status.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } status && !Statuses.Contains(status, StringComparer.Ordinal))
            {
                result.AddError($"--status takes one of {string.Join(", ", Statuses)}, not \"{status}\"");
            }
        });
        Limit.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--limit takes a number from 1 on");
            }
        });
    }

    /// <summary>The file.</summary>
    public Option<string> File { get; } = new("--ledger") { HelpName = "FILE", Description = "The ledger: a file, or postgresql://user@host/database?schema=name", DefaultValueFactory = _ => "dateline.db" };

    public Option<ListFormat> Format { get; } = CommandOptions.Choice<ListFormat>("--format", "table|json|jsonl|csv", "How to show it: table for reading (when not given), json (an array), jsonl (one object per line), csv");

    public Option<bool> NoColor { get; } = CommandOptions.NoColor();

    public Option<int?> Limit { get; } = new("--limit") { HelpName = "N", Description = "Show at most so many; a table shows 200 when not given" };

    public Option<string?> Kind { get; } = new("--kind") { HelpName = "KIND", Description = "Only events of this kind: missile_test, \"missile test\" (dateline codebook lists them)" };

    public Option<string?> Actor { get; } = new("--actor") { HelpName = "WHO", Description = "Only events with such an actor: part of a name, an id, or a country code" };

    public Option<string?> Place { get; } = new("--place") { HelpName = "WHERE", Description = "Only events with such a place: part of a name, an id, or a country code" };

    public Option<string?> From { get; } = new("--from") { HelpName = "DATE", Description = "Only events on or after this day" };

    public Option<string?> To { get; } = new("--to") { HelpName = "DATE", Description = "Only events on or before this day" };

    public Option<string?> Status { get; } = new("--status") { HelpName = "STATUS", Description = "Only events that are news, background, planned, hypothetical or denied" };

    public Option<string?> Source { get; } = new("--source") { HelpName = "NAME", Description = "Only events told by such an outlet, agency or primary source: part of a name, or an id" };

    public Option<string?> Report { get; } = new("--report") { HelpName = "REPORT", Description = "Only events of such a report: its id, or part of its path" };

    public Option<bool> Rejected { get; } = new("--rejected") { Description = "Also what people rejected (dateline judge)" };

    public Option<string?> Finding { get; } = new("--finding") { HelpName = "CHECK", Description = "Only events of which a check (DL0101), or one of a severity (warning), has something to say" };

    public Option<string?> Event { get; } = new("--event") { HelpName = "EVENT", Description = "Only this event: its id, or one it had before" };

    /// <summary>How a list is shown.</summary>
    public IEnumerable<Option> Showing => [File, Format, Limit, NoColor];

    /// <summary>Which part of the record.</summary>
    public IEnumerable<Option> Filtering => [Kind, Actor, Place, From, To, Status, Source, Report, Finding, Event, Rejected];

    /// <summary>The filter the command line states.</summary>
    public LedgerFilter FilterOf(ParseResult parsed) => new(
        parsed.GetValue(Kind)?.Trim().Replace(' ', '_'),
        parsed.GetValue(Status),
        parsed.GetValue(Actor),
        parsed.GetValue(Place),
        parsed.GetValue(From),
        parsed.GetValue(To),
        parsed.GetValue(Source),
        parsed.GetValue(Report),
        parsed.GetValue(Rejected))
    {
        Finding = parsed.GetValue(Finding),
        Event = parsed.GetValue(Event),
    };

    /// <summary>Where a list goes.</summary>
    public IListOutput OutputOf(ParseResult parsed, Surroundings around, TextWriter text) => parsed.GetValue(Format) switch
    {
        ListFormat.Json => new JsonListOutput(around.Output, isIndented: true, parsed.GetValue(Limit)),
        ListFormat.Jsonl => new JsonListOutput(around.Output, isIndented: false, parsed.GetValue(Limit)),
        ListFormat.Csv => new CsvListOutput(text, parsed.GetValue(Limit)),
        _ => new TableListOutput(text, Terminal.Of(around, text, parsed.GetValue(NoColor)), parsed.GetValue(Limit)),
    };

    private static void MustBeDay(System.CommandLine.Parsing.OptionResult result, string name)
    {
        if (result.GetValueOrDefault<string?>() is { } stated && StatedDate.Parse(stated) is not { Time: null })
        {
            result.AddError($"{name} \"{stated}\" is no day; write 2025-02-28");
        }
    }
}
