using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;
using NodaTime;

namespace Dateline.Annotations.Actors;

/// <summary>
/// Takes people and organisations out of the names of a report, sentence by sentence: known ones by their rows, unknown
/// persons by a title, organs of states by the state beside them, later mentions by surname, abbreviation or noun.
/// </summary>
public sealed class ActorAnnotator
{
    private readonly NameLexicon lexicon;
    private readonly Vocabulary vocabulary;
    private readonly FunctionWords words;

    /// <summary>An annotator over the name tables.</summary>
    public ActorAnnotator(NameLexicon lexicon, Vocabulary vocabulary, FunctionWords words)
    {
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /// <summary>The actors of one sentence other than states, in text order; <paramref name="state"/> is brought up to date.</summary>
    /// <param name="text">The report.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="matches">Its names.</param>
    /// <param name="state">Whom the report has introduced.</param>
    /// <param name="countries">Which countries it has named.</param>
    /// <param name="filedCountry">Country of the filed line, or null.</param>
    /// <param name="published">Publication day, or null; an office counts only while it was held.</param>
    public List<ActorMention> Annotate(string text, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, ReportActors state, CountryContext countries, string? filedCountry, LocalDate? published)
    {
        var sentence = new SentenceReader(text, syntax, matches, state, countries, filedCountry, published, words);
        for (var m = 0; m < matches.Count; m++)
        {
            if (!sentence.IsTaken(matches[m].First))
            {
                ReadMatch(sentence, m);
            }
        }

        ReadSurnames(sentence);
        return [.. sentence.Found.OrderBy(f => f.Span)];
    }

    private void ReadMatch(SentenceReader s, int m)
    {
        var match = s.Matches[m];
        if (match.As<PersonName>() is { } person)
        {
            ReadPerson(s, m, person);
        }
        else if (match.As<OrganizationName>() is { } organization)
        {
            s.Add(match.First, match.After, organization.Organization.Actor, "actors.name " + organization.Where, null);
            s.Introduce(match, organization.Organization);
        }
        else if (match.As<OrganNoun>() is { } organ)
        {
            ReadOrgan(s, m, organ);
        }
        else if (match.As<TitleWord>() is { } title)
        {
            ReadTitled(s, m, title);
        }
    }

    private static void ReadPerson(SentenceReader s, int m, PersonName name)
    {
        var match = s.Matches[m];
        var (first, title) = s.TitleBefore(m);
        var office = name.Person.Offices.FirstOrDefault(o => s.HeldOn(o));
        var actor = name.Person.Actor with { Title = title ?? office?.Title };
        s.Add(match.First, match.After, actor, "actors.person " + name.Where + (title is not null ? "; title in the text" : ""), null);
        s.State.Introduce(actor, name.Person.Family, match.SpanIn(s.Sentence));
        _ = first;
    }

    // "South Korea's military", "the Russian defence ministry", "the ministry of defence of Ukraine", "the ministry"
    private void ReadOrgan(SentenceReader s, int m, OrganNoun organ)
    {
        var match = s.Matches[m];
        if (!s.IsHead(match))
        {
            return;
        }

        if (s.CountryBefore(m) is { } owner)
        {
            AddOrgan(s, owner.First, match.After, organ, owner.Place);
            return;
        }

        if (s.CountryAfterOf(m) is { } other)
        {
            AddOrgan(s, match.First, other.After, organ, other.Place);
            return;
        }

        var capitalised = s.Sentence.Tokens[match.First].IsCapitalised && !s.Sentence.Tokens[match.First].Is(TokenShape.SentenceStart);
        if (!capitalised && !s.IsDefinite(match))
        {
            return;
        }

        if (s.State.Organ(organ.Organ) is { } known)
        {
            s.Add(match.First, match.After, known.Actor, "actors.reference organ named before", known.Span);
            return;
        }

        if (OrganOfReport(s, organ.Organ) is { } guess)
        {
            s.Add(match.First, match.After, guess.Actor, $"actors.organ {organ.Where}; the only such organ among the countries of the report", null);
            s.State.Introduce(organ.Organ, guess.Actor, match.SpanIn(s.Sentence));
            return;
        }

        s.Add(match.First, match.After, new Actor(null, s.Words(match.First, match.After), organ.Kind, null), $"actors.organ {organ.Where}; whose is open", null);
    }

    private void AddOrgan(SentenceReader s, int first, int after, OrganNoun organ, Place place)
    {
        var code = place.Country!;
        var row = lexicon.OrganOf(code, organ.Organ);
        var actor = row?.Actor ?? new Actor(null, s.Words(first, after), organ.Kind, code);
        s.Add(first, after, actor, $"actors.organ {organ.Where} of {code}", null);
        s.State.Introduce(organ.Organ, actor, s.Span(first, after));
        s.Countries.Name(code);
    }

    // A bare "Joint Chiefs of Staff": whose country the report is filed in, else the only named country that has one.
    private Organization? OrganOfReport(SentenceReader s, string organ)
    {
        if (s.FiledCountry is { } filed && lexicon.OrganOf(filed, organ) is { } home)
        {
            return home;
        }

        Organization? only = null;
        foreach (var code in s.Countries.Named)
        {
            if (lexicon.OrganOf(code, organ) is { } candidate)
            {
                if (only is not null)
                {
                    return null;
                }

                only = candidate;
            }
        }

        return only;
    }

    // "spokesman Lee Sung-jun": a title and a name nobody knows yet
    private static void ReadTitled(SentenceReader s, int m, TitleWord title)
    {
        var match = s.Matches[m];
        var after = s.NameAfter(match.After);
        var known = s.IndexOfMatchAt(match.After) is >= 0 and var next && s.Matches[next].As<PersonName>() is not null;
        if (known || after == match.After || s.IsTaken(match.After))
        {
            return;
        }

        var family = s.Words(after - 1, after);
        if (after - match.After == 1 && s.State.Family(Folding.Fold(family)).Count > 0)
        {
            return; // "Mr Kim": a later mention, read with the surnames
        }

        if (after - match.After == 1 && string.Equals(title.Kind, "role", StringComparison.Ordinal))
        {
            return;
        }

        var (_, words) = s.TitleBefore(s.IndexOfMatchAt(match.After), m);
        var name = s.Words(match.After, after);
        var actor = new Actor(null, name, ActorKind.Person, s.CountryBefore(m)?.Place.Country, words ?? s.Words(match.First, match.After));
        s.Add(match.After, after, actor, "actors.titled " + title.Where, null);
        s.State.Introduce(actor, family, s.Span(match.After, after));
        if (after - match.After > 1)
        {
            s.State.Introduce(actor, s.Words(match.After, match.After + 1), s.Span(match.After, after));
        }
    }

    // "Kim", "Mr Putin": a capitalised word alone that is the family name of somebody introduced, or of just one person of the tables
    private void ReadSurnames(SentenceReader s)
    {
        var tokens = s.Sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || !tokens[i].IsCapitalised || s.IsTaken(i) || s.IsPlace(i) || s.IsBesideName(i))
            {
                continue;
            }

            var folded = tokens[i].Word >= 0 ? vocabulary[tokens[i].Word] : Folding.Fold(tokens[i].Span.Of(s.Text));
            if (s.State.Abbreviated(folded) is { } meant && tokens[i].Is(TokenShape.AllCaps))
            {
                s.Add(i, i + 1, meant.Actor, "actors.reference abbreviation given in brackets", meant.Span);
                continue;
            }

            var introduced = s.State.Family(folded);
            if (introduced.Count > 0)
            {
                s.Add(i, i + 1, introduced[^1].Actor, introduced.Count == 1 ? "actors.reference surname" : "actors.reference surname, latest of several", introduced[^1].Span);
                continue;
            }

            var holders = lexicon.Family(folded).Where(p => p.Offices.Any(s.HeldOn)).ToList();
            if (holders.Count == 1 && tokens[i].Tag == PartOfSpeech.ProperNoun)
            {
                var actor = holders[0].Actor with { Title = holders[0].Offices.First(s.HeldOn).Title };
                s.Add(i, i + 1, actor, "actors.surname of the one person in office of that name", null);
                s.State.Introduce(actor, holders[0].Family, tokens[i].Span);
            }
        }
    }
}
