using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Claims;

/// <summary>Frames and the words that bear on them, compiled from patterns/; validated against the codebook.</summary>
public sealed class FrameLexicon
{
    private readonly PhraseTrie<Frame> triggers;
    private readonly PhraseTrie<(string Gives, bool Subject)> supports;
    private readonly PhraseTrie<EventStatus> statuses;
    private readonly PhraseTrie<bool> habits;
    private readonly PhraseTrie<string> casualties;
    private readonly PhraseTrie<bool> unknownNumbers;
    private readonly PhraseTrie<bool> amountNouns;
    private readonly PhraseTrie<bool> amountVerbs;
    private readonly PhraseTrie<bool> purposes;
    private readonly PhraseTrie<string> nounRoles;
    private readonly PhraseTrie<bool> recalls;
    private readonly PhraseTrie<bool> openers;
    private readonly PhraseTrie<bool> lightHeads;
    private readonly PhraseTrie<Factuality> hedges;
    private readonly HashSet<string> flown;

    /// <summary>Loads the tables.</summary>
    /// <exception cref="KnowledgeException">A frame names a kind, role or type that does not exist.</exception>
    public FrameLexicon(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector, Codebook codebook, ArgumentTypes types)
    {
        triggers = new PhraseTrie<Frame>(vocabulary, tokenizer);
        supports = new PhraseTrie<(string, bool)>(vocabulary, tokenizer);
        statuses = new PhraseTrie<EventStatus>(vocabulary, tokenizer);
        habits = new PhraseTrie<bool>(vocabulary, tokenizer);
        casualties = new PhraseTrie<string>(vocabulary, tokenizer);
        unknownNumbers = new PhraseTrie<bool>(vocabulary, tokenizer);
        amountNouns = new PhraseTrie<bool>(vocabulary, tokenizer);
        amountVerbs = new PhraseTrie<bool>(vocabulary, tokenizer);
        foreach (var row in files.Table("patterns/amount-words.tsv").Rows)
        {
            var isNoun = row["kind"] is "noun";
            Add(isNoun ? amountNouns : amountVerbs, isNoun ? [row["phrase"]] : inflector.Verb(row["phrase"]), row["kind"] is "over");
        }

        purposes = new PhraseTrie<bool>(vocabulary, tokenizer);
        nounRoles = new PhraseTrie<string>(vocabulary, tokenizer);
        recalls = Phrases(files, "patterns/recalling-words.tsv", vocabulary, tokenizer);
        openers = Phrases(files, "patterns/recalling-openers.tsv", vocabulary, tokenizer);
        hedges = new PhraseTrie<Factuality>(vocabulary, tokenizer);
        foreach (var row in files.Table("patterns/hedges.tsv").Rows)
        {
            hedges.Add(row["phrase"], row.Enum<Factuality>("factuality"));
        }

        flown = files.Table("patterns/flown-relations.tsv").Rows.Select(r => r["phrase"]).ToHashSet(StringComparer.Ordinal);
        lightHeads = Phrases(files, "patterns/light-heads.tsv", vocabulary, tokenizer);
        foreach (var row in files.Table("patterns/frames.tsv").Rows)
        {
            var frame = Read(row, codebook, types);
            foreach (var trigger in row.List("trigger"))
            {
                foreach (var form in frame.IsVerb ? inflector.Verb(trigger) : frame.IsState ? [trigger] : Inflector.Noun(trigger))
                {
                    triggers.Add(form, frame);
                }
            }
        }

        foreach (var row in files.Table("patterns/support-verbs.tsv").Rows)
        {
            Add(supports, inflector.Verb(row["phrase"]), (row["gives"], string.Equals(row["side"], "subject", StringComparison.Ordinal)));
        }

        foreach (var row in files.Table("patterns/status-words.tsv").Rows)
        {
            Add(statuses, inflector.Verb(row["phrase"]), row.Enum<EventStatus>("status"));
        }

        foreach (var row in files.Table("patterns/habitual-words.tsv").Rows)
        {
            habits.Add(row["phrase"], true);
        }

        foreach (var row in files.Table("patterns/unknown-number.tsv").Rows)
        {
            unknownNumbers.Add(row["phrase"], true);
        }

        foreach (var row in files.Table("patterns/purpose-verbs.tsv").Rows)
        {
            Add(purposes, inflector.Verb(row["phrase"]), true);
        }

        foreach (var row in files.Table("patterns/noun-roles.tsv").Rows)
        {
            nounRoles.Add(row["phrase"], row["role"]);
        }

        foreach (var row in files.Table("patterns/casualty-words.tsv").Rows)
        {
            Add(casualties, inflector.Verb(row["phrase"]).Concat(Inflector.Noun(row["phrase"])).Distinct(StringComparer.Ordinal), row["role"]);
        }
    }

    /// <summary>True when a trigger begins at a token.</summary>
    public bool Begins(TokenList tokens, int first) => triggers.LongestAt(tokens, first) is not null;

    /// <summary>The frames of every trigger that begins at a token, longest trigger first, with the index after it.</summary>
    public IEnumerable<(Frame Frame, int After)> At(TokenList tokens, int first)
    {
        foreach (var match in triggers.AllAt(tokens, first).Reverse())
        {
            foreach (var frame in match.Values)
            {
                yield return (frame, match.After);
            }
        }
    }

    /// <summary>True for a noun that tells of an event by itself.</summary>
    public bool IsEventNoun(TokenList tokens, int noun) =>
        triggers.LongestAt(tokens, noun) is { } match && match.Values.Any(f => f is { IsNoun: true, Kind: not null });

    /// <summary>What a support verb gives the noun it carries, or null.</summary>
    public (string Gives, bool Subject)? Support(TokenList tokens, int verb) => supports.LongestAt(tokens, verb)?.Values[0];

    /// <summary>The status a word lends to what hangs on it, or null.</summary>
    public EventStatus? Status(TokenList tokens, int first) => statuses.LongestAt(tokens, first)?.Values[0];

    /// <summary>True for words that tell of a habit.</summary>
    public bool IsHabit(TokenList tokens, int first) => habits.LongestAt(tokens, first) is not null;

    /// <summary>True for a sentence that opens with words that bring up earlier news.</summary>
    public bool OpensRecall(TokenList tokens) => tokens.Count > 0 && openers.LongestAt(tokens, 0) is not null;

    /// <summary>The casualty role a word makes of its figure, or null.</summary>
    public string? Casualty(TokenList tokens, int first) => casualties.LongestAt(tokens, first)?.Values[0];

    /// <summary>Index after words that ask for a number, or null.</summary>
    public int? UnknownNumber(TokenList tokens, int first) => unknownNumbers.LongestAt(tokens, first)?.After;

    /// <summary>True for a noun that counts what "of" leads to: "the number of missiles".</summary>
    public bool IsAmountNoun(TokenList tokens, int noun) => amountNouns.LongestAt(tokens, noun) is not null;

    /// <summary>Index after a verb that leads from such a noun to its figure, with true for one that tells only the least; or null.</summary>
    public (int After, bool IsLeast)? AmountVerb(TokenList tokens, int verb) => amountVerbs.LongestAt(tokens, verb) is { } match ? (match.After, match.Values[0]) : null;

    /// <summary>True for verbs whose infinitive tells what an event was for.</summary>
    public bool IsPurpose(TokenList tokens, int verb) => purposes.LongestAt(tokens, verb) is not null;

    /// <summary>The role a noun or adverb fills by itself (trajectory, eastward), or null.</summary>
    public string? NounRole(TokenList tokens, int first) => nounRoles.LongestAt(tokens, first)?.Values[0];

    /// <summary>True for words before a preposition that make what follows recalled: "in response to".</summary>
    public bool IsRecall(TokenList tokens, int first) => recalls.LongestAt(tokens, first) is not null;

    /// <summary>What a word inside an event noun makes of its claims ("a reported withdrawal"), or null.</summary>
    public Factuality? Hedge(TokenList tokens, int first) => hedges.LongestAt(tokens, first)?.Values[0];

    /// <summary>True for a relation to a place that says where something flew or fell, not where it was launched.</summary>
    public bool IsFlown(string? relation) => relation is not null && flown.Contains(relation);

    /// <summary>True for nouns that add nothing to the event noun before them: "launch event", "launch attempt".</summary>
    public bool IsLightHead(TokenList tokens, int first) => lightHeads.LongestAt(tokens, first) is not null;

    private static PhraseTrie<bool> Phrases(KnowledgeFiles files, string table, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        var trie = new PhraseTrie<bool>(vocabulary, tokenizer);
        foreach (var row in files.Table(table).Rows)
        {
            Add(trie, Inflector.Noun(row["phrase"]), true);
        }

        return trie;
    }

    private static void Add<T>(PhraseTrie<T> trie, IEnumerable<string> forms, T value)
    {
        foreach (var form in forms)
        {
            trie.Add(form, value);
        }
    }

    private static Frame Read(Table.Row row, Codebook codebook, ArgumentTypes types)
    {
        var kind = row.Optional("kind");
        if (kind is not null && !codebook.HasKind(kind))
        {
            throw row.Wrong("kind", "is no kind of ontology/kinds.tsv");
        }

        var (agent, agentNeeded) = Argument(row, "agent", types);
        var (patient, patientNeeded) = Argument(row, "patient", types);
        var roles = row.List("roles").Select(r => r.Split('>')).Select(p => p.Length == 2 ? (p[0], p[1]) : throw row.Wrong("roles", "is not slot>role")).ToList();
        return new Frame(row["id"], row.Where, kind, row["pos"] is "verb" or "beside", agent, agentNeeded, patient, patientNeeded, Tests(row, "needs", types), Tests(row, "unless", types), roles, row.List("adds"), row.Optional("mode"))
        {
            IsState = row["pos"] is "state",
            IsBeside = row["pos"] is "beside",
        };
    }

    private static (string? Type, bool Needed) Argument(Table.Row row, string column, ArgumentTypes types)
    {
        var cell = row[column];
        if (cell.Length == 0)
        {
            return (null, false);
        }

        var needed = cell[0] != '?';
        var type = needed ? cell : cell[1..];
        return types.Has(type) ? (type, needed) : throw row.Wrong(column, "is no type of ontology/argument-types.tsv");
    }

    private static List<SlotTest> Tests(Table.Row row, string column, ArgumentTypes types)
    {
        var tests = new List<SlotTest>();
        foreach (var cell in row.List(column))
        {
            var colon = cell.IndexOf(':', StringComparison.Ordinal);
            var type = colon < 0 ? "" : cell[(colon + 1)..];
            tests.Add(types.Has(type) ? new SlotTest(cell[..colon].Split('/'), type) : throw row.Wrong(column, "is not slot/slot:type"));
        }

        return tests;
    }
}
