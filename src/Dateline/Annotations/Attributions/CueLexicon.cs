using Dateline.Annotations.Actors;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Annotations.Attributions;

/// <summary>How a cue ties its source to what is said.</summary>
[Flags]
public enum CueFrames
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A clause or quotation follows, or stands before.</summary>
    Content = 1,

    /// <summary>Its object is what is said: condemned the launch.</summary>
    About = 2,

    /// <summary>to + verb: threatened to fire.</summary>
    Infinitive = 4,

    /// <summary>quoted X as saying, citing X.</summary>
    QuoteAs = 8,

    /// <summary>called X a provocation.</summary>
    Judge = 16,

    /// <summary>Only with a quotation: "…," he continued.</summary>
    Quote = 32,

    /// <summary>A verb of speech, whose subject is somebody whatever the noun.</summary>
    Speech = 64,

    /// <summary>Takes whom it is said to: told AFP that.</summary>
    Addressee = 128,

    /// <summary>Never stands before its source: no "…," told Kim.</summary>
    Straight = 256,

    /// <summary>With a figure in its object: claimed 1,500 km, put the toll at 12.</summary>
    Figure = 512,

    /// <summary>Only of somebody named or a noun that sources go by: in the view of the ministry.</summary>
    Named = 1024,
}

/// <summary>Part of speech of a cue.</summary>
public enum CueKind
{
    /// <summary>say, announce.</summary>
    Verb,

    /// <summary>according to, in the words of.</summary>
    Preposition,

    /// <summary>"the ministry's claim that", "issued a warning that".</summary>
    Noun,
}

/// <summary>One cue of lexicon/cues.tsv.</summary>
public sealed record Cue(string Where, string Phrase, CueKind Kind, CueFrames Frames, Stance Stance, Certainty Certainty, Stance NegatedStance)
{
    /// <summary>True for a verb.</summary>
    public bool IsVerb => Kind == CueKind.Verb;
}

/// <summary>What a noun without a name is as a source.</summary>
public enum SourceNoun
{
    /// <summary>reports, photos, data: a thing that tells.</summary>
    Unnamed,

    /// <summary>official, witness: a person without a name.</summary>
    Person,

    /// <summary>leader, minister: a person by office, named before.</summary>
    Office,

    /// <summary>statement, dispatch: stands for whoever issued it.</summary>
    Document,

    /// <summary>images, data: what somebody shows for what he says; nobody's words inside another's.</summary>
    Evidence,

    /// <summary>plan, protocol, fear: never a source.</summary>
    Nobody,

    /// <summary>the agency, the ministry: goes back to one named before.</summary>
    Reference,
}

/// <summary>One noun of lexicon/source-nouns.tsv.</summary>
/// <param name="Class">What it is.</param>
/// <param name="Kinds">Kinds of actor it goes back to; empty for any.</param>
public sealed record SourceNounEntry(SourceNoun Class, IReadOnlyList<ActorKind> Kinds);

/// <summary>Cues, source nouns and the words that end indirect speech, compiled from lexicon/.</summary>
public sealed class CueLexicon
{
    private readonly PhraseTrie<Cue> cues;
    private readonly PhraseTrie<Cue> nounCues;
    private readonly PhraseTrie<bool> bearers;
    private readonly PhraseTrie<SourceNounEntry> nouns;
    private readonly PhraseTrie<bool> ends;
    private readonly PhraseTrie<bool> goingOn;
    private readonly PhraseTrie<Certainty> hedges;
    private readonly HashSet<(string Voice, string Whole)> voices = [];

    /// <summary>Loads the tables.</summary>
    public CueLexicon(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector)
    {
        cues = new PhraseTrie<Cue>(vocabulary, tokenizer);
        nounCues = new PhraseTrie<Cue>(vocabulary, tokenizer);
        bearers = new PhraseTrie<bool>(vocabulary, tokenizer);
        nouns = new PhraseTrie<SourceNounEntry>(vocabulary, tokenizer);
        ends = new PhraseTrie<bool>(vocabulary, tokenizer);
        goingOn = new PhraseTrie<bool>(vocabulary, tokenizer);
        hedges = new PhraseTrie<Certainty>(vocabulary, tokenizer);
        var negated = files.Table("lexicon/cue-negations.tsv").Rows.ToDictionary(r => r["cue"], r => r.Enum<Stance>("stance"), StringComparer.Ordinal);
        foreach (var row in files.Table("lexicon/cues.tsv").Rows)
        {
            var phrase = row["phrase"];
            var kind = row.Enum<CueKind>("pos");
            var stance = row.Enum<Stance>("stance");
            var cue = new Cue(row.Where, phrase, kind, FramesOf(row), stance, row.Enum<Certainty>("certainty"), negated.GetValueOrDefault(phrase, stance));
            foreach (var form in kind switch { CueKind.Verb => inflector.Verb(phrase), CueKind.Noun => Inflector.Noun(phrase), _ => [phrase] })
            {
                (kind == CueKind.Noun ? nounCues : cues).Add(form, cue);
            }
        }

        foreach (var row in files.Table("lexicon/source-nouns.tsv").Rows)
        {
            var entry = new SourceNounEntry(row.Enum<SourceNoun>("class"), [.. row.List("kinds").Select(k => Kind(row, k))]);
            foreach (var form in Inflector.Noun(row["phrase"]))
            {
                nouns.Add(form, entry);
            }
        }

        foreach (var row in files.Table("lexicon/voices.tsv").Rows)
        {
            voices.Add((row["organization"], row["whole"]));
        }

        foreach (var row in files.Table("lexicon/hedges.tsv").Rows)
        {
            hedges.Add(row["phrase"], row.Enum<Certainty>("certainty"));
        }

        foreach (var form in files.Table("lexicon/word-bearing-verbs.tsv").Rows.SelectMany(r => inflector.Verb(r["phrase"])).Distinct(StringComparer.Ordinal))
        {
            bearers.Add(form, true);
        }

        foreach (var row in files.Table("lexicon/content-ends.tsv").Rows)
        {
            ends.Add(row["phrase"], true);
        }

        foreach (var form in files.Table("lexicon/going-on-verbs.tsv").Rows.SelectMany(r => inflector.Verb(r["phrase"])).Distinct(StringComparer.Ordinal))
        {
            goingOn.Add(form, true);
        }
    }

    /// <summary>The longest cue that begins at a token, or null; a phrase of several rows has its frames joined.</summary>
    public (Cue Cue, int After)? CueAt(TokenList tokens, int first)
    {
        if (cues.LongestAt(tokens, first) is not { } match)
        {
            return null;
        }

        var cue = match.Values[0];
        for (var i = 1; i < match.Values.Length; i++)
        {
            cue = cue with { Frames = cue.Frames | match.Values[i].Frames };
        }

        return (cue, match.After);
    }

    /// <summary>The cue noun at a token ("claim", "warning"), with the index after it; or null.</summary>
    public (Cue Cue, int After)? NounCueAt(TokenList tokens, int first) => nounCues.LongestAt(tokens, first) is { } match ? (match.Values[0], match.After) : null;

    /// <summary>True when the verb at a token makes the words its object names: issued a warning, made a claim.</summary>
    public bool BearsWords(TokenList tokens, int verb) => bearers.LongestAt(tokens, verb) is not null;

    /// <summary>What kind of nameless source a noun is, or null.</summary>
    public SourceNounEntry? NounAt(TokenList tokens, int first, int after)
    {
        for (var i = first; i < after; i++)
        {
            if (nouns.LongestAt(tokens, i) is { } match && match.After >= after)
            {
                return match.Values[0];
            }
        }

        return null;
    }

    /// <summary>True when the words at a token open the reporter's own words.</summary>
    public bool EndsContent(TokenList tokens, int first) => ends.LongestAt(tokens, first) is not null;

    /// <summary>How sure the words at a token leave what is said at most, with the index after them; or null.</summary>
    public (Certainty Most, int After)? HedgeAt(TokenList tokens, int first) => hedges.LongestAt(tokens, first) is { } match ? (match.Values[0], match.After) : null;

    /// <summary>True when one organisation is the voice of another.</summary>
    public bool SpeaksFor(string voice, string whole) => voices.Contains((voice, whole));

    /// <summary>True when the verb at a token goes on with what was reported.</summary>
    public bool GoesOn(TokenList tokens, int verb) => goingOn.LongestAt(tokens, verb) is not null;

    private static ActorKind Kind(Table.Row row, string name) =>
        System.Enum.TryParse<ActorKind>(name.Replace("_", "", StringComparison.Ordinal), true, out var kind) ? kind : throw row.Wrong("kinds", "is no known kind of actor");

    private static CueFrames FramesOf(Table.Row row)
    {
        var frames = CueFrames.None;
        foreach (var name in row.List("frame"))
        {
            frames |= Enum.TryParse<CueFrames>(name.Replace("-", "", StringComparison.Ordinal), true, out var frame) ? frame : throw row.Wrong("frame", "is no known frame");
        }

        return frames;
    }
}
