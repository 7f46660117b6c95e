using System.CommandLine;
using System.CommandLine.Help;
using Dateline.App.Output;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary><c>dateline judge …</c>: notes what a person decided, one decision per call or from JSON lines.</summary>
internal static class JudgeCommand
{
    private const string More = """
        A judgement is kept for good, with when, why (--why) and by whom (--by, or DATELINE_BY in the environment; without both nobody is named: the
        system's user name is never taken). It is about the exact words of a report, so that it outlives reading the reports again; the later of
        two that contradict each other holds. Undoing adds a judgement; nothing is deleted.

        Ids: events ev-… (dateline events), claims st-… (dateline event ID), tellings ev-… (dateline event ID --format json), judgements jd-….

        Examples:
          dateline judge accept ev-696bf97ff41e --by Kim
          dateline judge reject st-a33b5f281c2d3e4f --why "the caption is of 2017"
          dateline judge correct st-a33b5f281c2d3e4f --value "1,500 km" --why "misprint, corrected on the 8th"
          dateline judge merge ev-696bf97ff41e ev-a4497083ad9b
          dateline judge split ev-696bf97ff41e --out 06-submarine-recalls-launch.txt
          dateline judge same-person "Kim Yo-jong" "Kim Yo Jong"
          dateline judge note ev-696bf97ff41e --why "ask the ministry"
          dateline judge undo jd-0123456789ab
          dateline judge list --stale
        """;

    private const string MoreOfApply = """
        Each line is one judgement. Whole ones are those of dateline judge list --format jsonl: they are taken over as they were made, into any ledger
        that has (or will have) the reports. In short:
          {"judge": "accept", "of": "ev-…", "by": "Kim", "why": "…"}                     also reject and note; of an event or a claim
          {"judge": "correct", "of": "st-…", "value": "1,500 km"}                        or the value as JSON in the shape of the claim's
          {"judge": "merge", "of": ["ev-…", "ev-…"]}
          {"judge": "split", "of": "ev-…", "out": ["ev-…", "part of a report's source"]}
          {"judge": "same_person", "of": ["Kim Yo-jong", "Kim Yo Jong"]}
          {"judge": "undo", "of": "jd-…"}

        Exit status:
          0 all noted or there already; 1 some lines were wrong (each is named on standard error, the others are noted); 2 wrong use
        """;

    private const string MoreOfList = """
        By time. state: holds; look (what it is about is not there any more or is read otherwise now: look again, and judge anew or undo); replaced
        by a later one; undone. The JSON is whole: another ledger can take it over with dateline judge apply.

        Examples:
          dateline judge list
          dateline judge list --stale
          dateline judge list --format jsonl > judgements.jsonl
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var id = () => new Argument<string>("ID") { Description = "An event (ev-…) or a claim (st-…)" };
        var value = new Option<string>("--value") { HelpName = "VALUE", Description = "The right value: as a report would write it, or JSON in the shape of the claim's", Required = true };
        var leaving = new Option<string[]>("--out") { HelpName = "TELLING", Description = "A telling that is of another event: its ev-…, or a report's id or part of its source; may be given several times", Required = true };
        var command = new Command("judge", "Notes what a person decided about events and claims")
        {
            About(around, "accept", "The event or claim is right as it stands", JudgementKind.Accept, id()),
            About(around, "reject", "There is no such event, or the words do not say so; it leaves the lists", JudgementKind.Reject, id()),
            About(around, "note", "Keeps something in mind, in --why", JudgementKind.Note, id()),
            One(around, "correct", "Gives a claim another value", new Argument<string>("CLAIM") { Description = "The claim: st-…" }, [value], (work, draft, parsed, claim) => draft.Correct(claim, statement => work.Value(statement, parsed.GetValue(value)!))),
            Many(around, "merge", "Says that some events are one", "EVENT", (draft, events) => draft.Merge(events)),
            One(around, "split", "Says that some tellings of an event are of another", new Argument<string>("EVENT") { Description = "The event: ev-…" }, [leaving], (_, draft, parsed, happening) => draft.Split(happening, parsed.GetValue(leaving)!)),
            Many(around, "same-person", "Says that several names are of one person or body", "NAME", (draft, names) => draft.SamePerson(names)),
            One(around, "undo", "Takes a judgement back", new Argument<string>("JUDGEMENT") { Description = "The judgement: jd-…" }, [], (_, draft, _, judgement) => draft.Undo(judgement)),
            Apply(around),
            List(around),
        };
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        command.SetAction(_ =>
        {
            DatelineCommand.Say(around, "judge what? dateline judge --help shows how it is used");
            return ExitStatus.WrongUse;
        });
        return command;
    }

    /// <summary>Who decides.</summary>
    public static Option<string?> By() => new("--by") { HelpName = "NAME", Description = "Who decides (also: DATELINE_BY in the environment); nobody is named without" };

    /// <summary>Who decides, by the option or the environment; null when nobody is named.</summary>
    public static string? ByOf(string? stated, Surroundings around) => (stated ?? around.Variable("DATELINE_BY")) is { } by && !string.IsNullOrWhiteSpace(by) ? by.Trim() : null;

    private static Command About(Surroundings around, string name, string description, JudgementKind kind, Argument<string> id) =>
        One(around, name, description, id, [], (_, draft, _, about) => draft.About(kind, about));

    private static Command One(Surroundings around, string name, string description, Argument<string> argument, IReadOnlyList<Option> more, Func<JudgeWork, JudgementDraft, ParseResult, string, Judgement> make)
    {
        var options = new JudgeOptions();
        var command = options.Command(name, description, more);
        command.Add(argument);
        command.SetAction(parsed => options.Note(around, parsed, (work, draft) => make(work, draft, parsed, parsed.GetValue(argument)!)));
        return command;
    }

    private static Command Many(Surroundings around, string name, string description, string noun, Func<JudgementDraft, IReadOnlyList<string>, Judgement> make)
    {
        var options = new JudgeOptions();
        var argument = new Argument<string[]>(noun) { Description = "Two or more", Arity = ArgumentArity.OneOrMore };
        var command = options.Command(name, description, []);
        command.Add(argument);
        command.SetAction(parsed => options.Note(around, parsed, (_, draft) => make(draft, parsed.GetValue(argument)!)));
        return command;
    }

    private static Command Apply(Surroundings around)
    {
        var options = new JudgeOptions();
        var input = new Argument<string>("FILE") { Description = "A file of JSON lines, or - for standard input", DefaultValueFactory = _ => "-" };
        var command = new Command("apply", "Notes judgements from JSON lines") { input, options.File, options.By, options.Data };
        command.SetAction(parsed =>
        {
            var name = parsed.GetValue(input)!;
            using var work = new JudgeWork(around, parsed.GetValue(options.File)!, parsed.GetValue(options.Data));
            using var lines = name == "-" ? around.Input() : File.Exists(name) ? File.OpenRead(name) : throw JudgeWork.Wrong($"{name}: there is no such file");
            using var text = around.OutputText();
            var noted = 0L;
            var status = new JudgeLines(around, work, options.ByOf(parsed, around)).Run(name == "-" ? "standard input" : name, lines, _ => noted++);
            text.WriteLine(Terminal.Count(noted, "judgement") + " noted");
            return status;
        });
        command.Add(new HelpOption { Action = new LongerHelp(MoreOfApply) });
        return command;
    }

    private static Command List(Surroundings around)
    {
        var options = new LedgerOptions();
        var stale = new Option<bool>("--stale") { Description = "Only those that want another look" };
        return ListCommands.Create("list", "Lists judgements and how they stand now", MoreOfList, [.. options.Showing, stale], parsed =>
        {
            using var ledger = Ledgers.OpenToRead(parsed.GetValue(options.File)!);
            using var reader = ledger.Read();
            using var text = around.OutputText();
            var output = options.OutputOf(parsed, around, text);
            output.Begin(RecordRows.Judgements);
            foreach (var standing in new JudgementStandings(reader).All().Where(s => s.State is JudgementState.Look || !parsed.GetValue(stale)))
            {
                if (!output.Add(JudgementRowJson.Write(standing)))
                {
                    break;
                }
            }

            output.End("judgement");
            return ExitStatus.Done;
        });
    }

    /// <summary>What every judgement takes.</summary>
    private sealed class JudgeOptions
    {
        public Option<string> File { get; } = new LedgerOptions().File;

        public Option<string?> By { get; } = JudgeCommand.By();

        public Option<string?> Why { get; } = new("--why") { HelpName = "WORDS", Description = "The reason, or the note" };

        public Option<string?> Data { get; } = new InputOptions().Data;

        public Command Command(string name, string description, IReadOnlyList<Option> more)
        {
            var command = new Command(name, description) { File, By, Why, Data };
            foreach (var option in more)
            {
                command.Add(option);
            }

            return command;
        }

        public string? ByOf(ParseResult parsed, Surroundings around) => JudgeCommand.ByOf(parsed.GetValue(By), around);

        public int Note(Surroundings around, ParseResult parsed, Func<JudgeWork, JudgementDraft, Judgement> make)
        {
            using var work = new JudgeWork(around, parsed.GetValue(File)!, parsed.GetValue(Data));
            var judgement = work.Note(ByOf(parsed, around), parsed.GetValue(Why), draft => make(work, draft));
            var standing = work.Look(reader => new JudgementStandings(reader).All().First(s => s.Judgement.Equals(judgement)));
            using var text = around.OutputText();
            text.WriteLine(ValueWords.OneLine($"{judgement.Id}  {ValueWords.Spaced(JudgementKindNames.Of(judgement.Kind))}: {standing.About}"));
            return ExitStatus.Done;
        }
    }
}
