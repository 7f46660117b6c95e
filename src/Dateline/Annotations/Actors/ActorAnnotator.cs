using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Actors;

/// <summary>
/// Takes people and organisations out of the names of a report, sentence by sentence: known ones by their rows, unknown
/// persons by a title, organs of states by the state beside them, later mentions by surname, abbreviation or noun.
/// </summary>
public sealed class ActorAnnotator
{
    private readonly FunctionWords words;
    private readonly OrganReader organs;
    private readonly PersonReader persons;
    private readonly OrganizationReader organizations;
    private readonly UnknownOrganizationReader unknown;
    private readonly ReferenceReader references;

    /// <summary>An annotator over the name tables.</summary>
    public ActorAnnotator(NameLexicon lexicon, ReferenceLexicon references, Vocabulary vocabulary, FunctionWords words)
    {
        this.words = words;
        persons = new PersonReader(lexicon, references, new PersonPronouns(lexicon), vocabulary);
        organizations = new OrganizationReader(lexicon);
        organs = new OrganReader(lexicon, persons);
        unknown = new UnknownOrganizationReader(lexicon, references);
        this.references = new ReferenceReader(lexicon, references, words, vocabulary);
    }

    /// <summary>The actors of one sentence other than states, in text order; the report's state is brought up to date.</summary>
    /// <param name="report">What the report has told so far.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="matches">Its names.</param>
    public List<ActorMention> Annotate(ReportNames report, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches)
    {
        var sentence = new SentenceReader(report, syntax, matches, words);
        for (var m = 0; m < matches.Count; m++)
        {
            if (!sentence.IsTaken(matches[m].First))
            {
                ReadMatch(sentence, m);
            }
        }

        unknown.Read(sentence);
        persons.ReadSurnames(sentence);
        return [.. sentence.Found.OrderBy(f => f.Span)];
    }

    /// <summary>What goes back to somebody named before, when the states of the sentence are known too; the sentence is noted for the next.</summary>
    /// <param name="report">What the report has told so far.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="matches">Its names.</param>
    /// <param name="named">Its actors, in text order.</param>
    public List<ActorMention> Refer(ReportNames report, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, IReadOnlyList<ActorMention> named) => references.Read(report, syntax, matches, named);

    private void ReadMatch(SentenceReader s, int m)
    {
        var match = s.Matches[m];
        if (match.As<PersonName>() is { } person)
        {
            persons.ReadKnown(s, m, person);
        }
        else if (match.As<OrganizationName>() is not null)
        {
            organizations.Read(s, m);
        }
        else if (match.As<OrganNoun>() is { } organ && !(match.As<TitleWord>() is { IsTitle: true } && s.Names.NameAfter(match.After) > match.After))
        {
            organs.Read(s, m, organ);
        }
        else if (match.As<TitleWord>() is { IsTitle: true } title)
        {
            persons.ReadTitled(s, m, title);
        }
        else if (match.As<ActorReference>() is { } reference && s.EndsChunk(match) && s.State.Meant(reference, s.Report.Text, s.Report.Discourse.Ago(0)) is { } last)
        {
            s.Add(match.First, match.After, last.Actor, "actors.reference " + reference.Where + "; the last of its kind", last.Span);
        }
    }
}
