using Dateline.Annotations.Names;
using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>Persons: known ones by their rows, unknown ones by a title before or behind the name, later mentions by surname.</summary>
internal sealed class PersonReader(NameLexicon lexicon, ReferenceLexicon references, PersonPronouns titles, Vocabulary vocabulary)
{
    public void ReadKnown(SentenceReader s, int m, PersonName name)
    {
        var match = s.Matches[m];
        var title = s.Owners.TitleBefore(m).Title;
        var office = name.Person.Offices.FirstOrDefault(s.Report.IsHeld);
        var actor = s.Report.Of(name.Person, lexicon) with { Title = title ?? office?.Title };
        s.Add(match.First, match.After, actor, "actors.person " + name.Where + (title is not null ? Evidence(s, name.Person, title) : ""), null);
        s.State.Introduce(actor, name.Person.Family, match.SpanIn(s.Sentence));
    }

    // The title in the text is what counts; the table confirms it, dates it or contradicts it.
    private static string Evidence(SentenceReader s, Person person, string title)
    {
        Office? ended = null;
        foreach (var office in person.Offices.Where(o => o.Titles.Any(t => EndsAlike(t, title))))
        {
            if (s.Report.IsHeld(office))
            {
                return "; title in the text, as the table has it";
            }

            ended = office;
        }

        return ended switch
        {
            null => person.Offices.Any(s.Report.IsHeld) ? "; title in the text, another than the table has" : "; title in the text",
            { To: { } to } => "; title in the text, an office the table ends " + to,
            _ => "; title in the text, an office the table begins " + ended.From,
        };
    }

    private static bool EndsAlike(string title, string words) =>
        string.Equals(title, words, StringComparison.OrdinalIgnoreCase) || words.EndsWith(" " + title, StringComparison.OrdinalIgnoreCase) || title.EndsWith(" " + words, StringComparison.OrdinalIgnoreCase);

    /// <summary>"spokesman Lee Sung-jun", "Lee Sung-jun, a spokesman for …", "a deputy commander, Abbas N., …": a title and a name nobody knows yet.</summary>
    public void ReadTitled(SentenceReader s, int m, TitleWord title)
    {
        var match = s.Matches[m];
        if (s.MatchAt(match.After) is { } next && (next.As<PersonName>() is not null || next.As<TitleWord>() is not null))
        {
            return;
        }

        var after = s.Names.NameAfter(match.After);
        if (after == match.After)
        {
            if (!ReadOfCountry(s, m))
            {
                ReadApposition(s, m, title);
            }

            return;
        }

        var count = SentenceReader.WordsIn(s.Sentence.Tokens, match.After, after);
        if (s.IsTaken(match.After) || (count == 1 && title.IsCourtesy && lexicon.Family(Fold(s, after - 1)).Count > 0) || (count == 1 && s.State.Family(Fold(s, after - 1)).Count > 0) || (count == 1 && string.Equals(title.Kind, "role", StringComparison.Ordinal)))
        {
            return; // "Mr Kim" is a later mention, read with the surnames
        }

        var (words, country) = s.Owners.TitleBefore(m + 1, match.After);
        words ??= s.Words(match.First, match.After);
        country ??= s.Owners.CountryOfAt(after)?.Country; // "President Moya of Chile"
        if (count == 1 && Holder(s, Fold(s, after - 1), words, country) is { } holder)
        {
            var actor = s.Report.Of(holder, lexicon) with { Title = words };
            s.Add(match.After, after, actor, "actors.surname of who holds the office in the text", null);
            s.State.Introduce(actor, holder.Family, s.Span(match.After, after));
            return;
        }

        if (count == 1 && s.State.Holding(Fold(s, after - 1)) is { } before)
        {
            s.Add(match.After, after, before.Actor, "actors.reference a word of the name given before", before.Span);
            return;
        }

        if (!IsOrganization(s, match.After, after) && !(count == 1 && GoesOn(s, after)))
        {
            AddUnknown(s, match.After, after, words, country, "actors.titled " + title.Where);
        }
    }

    // "the Minister of Defence of Belarus V. Marsh"
    private bool ReadOfCountry(SentenceReader s, int m)
    {
        var match = s.Matches[m];
        if (s.Owners.CountryAfterOf(m) is not { } state)
        {
            return false;
        }

        var after = s.Names.NameAfter(state.After);
        if (after == state.After || s.IsTaken(state.After) || IsOrganization(s, state.After, after) || s.MatchAt(state.After)?.As<PersonName>() is not null)
        {
            return false;
        }

        var title = s.Words(match.First, match.After);
        if (Holder(s, Fold(s, after - 1), title, state.Country) is { } holder)
        {
            s.Add(state.After, after, holder.Actor with { Title = title }, "actors.surname of who holds the office in the text", null);
            s.State.Introduce(holder.Actor with { Title = title }, holder.Family, s.Span(state.After, after));
            return true;
        }

        if (SentenceReader.WordsIn(s.Sentence.Tokens, state.After, after) < 2)
        {
            return false;
        }

        AddUnknown(s, state.After, after, title, state.Country, "actors.titled with the country behind");
        return true;
    }

    // "Iranian President Pezeshkian": the one of that family who holds such an office, of that country when one stands there, on the day of the report
    private Person? Holder(SentenceReader s, string family, string title, string? country)
    {
        Person? only = null;
        foreach (var person in lexicon.Family(family))
        {
            var fits = (country is null ? IsExpected(s, person) : string.Equals(person.Actor.Country, country, StringComparison.Ordinal))
                && person.Offices.Any(o => s.Report.IsHeld(o) && o.Titles.Any(t => EndsAlike(t, title)));
            if (fits && only is not null)
            {
                return null;
            }

            only = fits ? person : only;
        }

        return only;
    }

    // "Director General Strategic Plans Division": an organisation, not a person
    private bool IsOrganization(SentenceReader s, int first, int after)
    {
        for (var start = first; start < after; start++)
        {
            if (references.Organizations.LongestAt(s.Sentence.Tokens, start) is { } noun && noun.After == after)
            {
                return true;
            }
        }

        return false;
    }

    // "Director Generals Military Operations": one word before more in capitals is no name
    private static bool GoesOn(SentenceReader s, int after) =>
        after < s.Sentence.Tokens.Count && s.Sentence.Tokens[after] is { Kind: TokenKind.Word, IsCapitalised: true } next && !s.IsTime(after) && s.MatchAt(after)?.As<OrganNoun>() is not null && next.Tag != PartOfSpeech.Verb;

    /// <summary>"Kim", "Mr Putin": capitalised words that are the family name of somebody introduced, or of just one person in office.</summary>
    public void ReadSurnames(SentenceReader s)
    {
        for (var i = 0; i < s.Sentence.Tokens.Count; i++)
        {
            ReadSurnameAt(s, i);
        }
    }

    /// <summary>Reads the surname at one token, where there is one.</summary>
    public void ReadSurnameAt(SentenceReader s, int i)
    {
        var token = s.Sentence.Tokens[i];
        if (token.Kind != TokenKind.Word || !token.IsCapitalised || s.IsTaken(i))
        {
            return;
        }

        var folded = Fold(s, i);
        if (s.State.Abbreviated(folded) is { } meant && token.Is(TokenShape.AllCaps))
        {
            s.Add(i, i + 1, meant.Actor, "actors.reference abbreviation given in brackets", meant.Span);
            return;
        }

        var introduced = Introduced(s, folded);
        if (introduced.Count > 0 && !s.IsCountry(i))
        {
            ReadIntroduced(s, i, introduced);
            return;
        }

        if (s.IsPlace(i) || s.Names.IsBesideName(i) || token.Tag != PartOfSpeech.ProperNoun)
        {
            return;
        }

        var holders = lexicon.Family(folded).Where(p => p.Offices.Any(s.Report.IsHeld)).Distinct().ToList();
        if (lexicon.Family(folded).Where(p => s.Report.Text.Contains(p.Actor.Name, StringComparison.Ordinal)).Distinct().ToList() is { Count: > 0 } whole)
        {
            holders = whole; // the headline's surname is of him whose whole name follows
        }

        if (holders.Count == 1 && IsExpected(s, holders[0]))
        {
            var actor = s.Report.Of(holders[0], lexicon) with { Title = holders[0].Offices.FirstOrDefault(s.Report.IsHeld)?.Title };
            s.Add(i, i + 1, actor, "actors.surname of the one person in office of that name", null);
            s.State.Introduce(actor, holders[0].Family, token.Span);
        }
    }

    // under this family name, or under another spelling of it
    private IReadOnlyList<ReportActors.Introduced> Introduced(SentenceReader s, string folded)
    {
        if (s.State.Family(folded) is { Count: > 0 } same)
        {
            return same;
        }

        foreach (var person in lexicon.Family(folded))
        {
            if (s.State.Family(Folding.Fold(person.Family)).FirstOrDefault(f => f.Actor.IsSameAs(person.Actor)) is { } found)
            {
                return [found];
            }
        }

        return [];
    }

    private void ReadIntroduced(SentenceReader s, int i, IReadOnlyList<ReportActors.Introduced> introduced)
    {
        var (first, after) = s.Names.NameAround(i);
        if (first == i && after == i + 1)
        {
            if (Addressed(s, i, introduced) is not [var one, ..] fitting)
            {
                return; // "Mr Voss" after talk of Mrs Voss: another
            }

            s.Add(i, i + 1, one.Actor, introduced.Count == 1 ? "actors.reference surname" : fitting.Count == 1 ? "actors.reference surname; by the form of address" : "actors.reference surname, most often named of several", one.Span);
            return;
        }

        // a longer name: the full name again, or somebody else of the family
        var letters = Letters(s.Words(first, after));
        foreach (var person in introduced)
        {
            if (after - first == 3 && s.Sentence.Tokens[first + 1].Kind == TokenKind.Hyphen && person.Actor.Name.EndsWith(" " + s.Words(first, after), StringComparison.OrdinalIgnoreCase))
            {
                s.Add(first, after, person.Actor, "actors.reference surname of two parts", person.Span);
                return; // "Berg-Holm" after Anna Berg-Holm
            }

            if (Spelling.IsSame(Letters(person.Actor.Name), letters) && (person.Actor.Id is null || string.Equals(Letters(person.Actor.Name), letters, StringComparison.Ordinal)))
            {
                s.Add(first, after, person.Actor, "actors.reference name given before", person.Span);
                return;
            }
        }
    }

    // "Mr Marcos": of several of the family those the address does not contradict, first whom it surely fits
    private IReadOnlyList<ReportActors.Introduced> Addressed(SentenceReader s, int i, IReadOnlyList<ReportActors.Introduced> introduced)
    {
        if (s.MatchAt(i - 1)?.As<TitleWord>() is not { IsCourtesy: true, Pronoun: { } pronoun })
        {
            return introduced;
        }

        var sure = introduced.Where(p => string.Equals(titles.PronounOf(p.Actor), pronoun, StringComparison.Ordinal)).ToList();
        return sure.Count > 0 ? sure : [.. introduced.Where(p => titles.PronounOf(p.Actor) is null)];
    }

    // Heads of state and government are named without more; others only in a report that names their country.
    private static bool IsExpected(SentenceReader s, Person person) =>
        (person.Actor.Country is { } country && s.Report.Anywhere.Contains(country))
        || person.Offices.Any(o => s.Report.IsHeld(o) && s.Report.Bodies.Contains(o.Body))
        || person.Offices.Any(o => s.Report.IsHeld(o) && o.Name is "head_of_state" or "acting_head_of_state" or "head_of_government");

    private static void ReadApposition(SentenceReader s, int m, TitleWord title)
    {
        var match = s.Matches[m];
        if (s.Names.NameBeforeComma(match) is { } name)
        {
            var country = s.Owners.CountryBefore(m)?.Country ?? s.Owners.CountryBehind(match.After);
            var words = s.Owners.TitleBefore(m + 1, match.After).Title ?? s.Words(match.First, match.After);
            if (!s.Retitle(name.After, words, string.Equals(title.Kind, "role", StringComparison.Ordinal), country) && SentenceReader.WordsIn(s.Sentence.Tokens, name.First, name.After) >= 2 && !s.IsTaken(name.First))
            {
                AddUnknown(s, name.First, name.After, words, country, "actors.apposition " + title.Where);
            }
        }
        else if (s.Names.NameBehindComma(match) is { } behind)
        {
            var words = s.Owners.TitleBefore(m + 1, match.After);
            AddUnknown(s, behind.First, behind.After, words.Title ?? s.Words(match.First, match.After), words.Country ?? s.Owners.CountryBefore(m)?.Country ?? s.Owners.CountryAfterOf(m)?.Country, "actors.apposition " + title.Where);
        }
    }

    private static void AddUnknown(SentenceReader s, int first, int after, string title, string? country, string rule)
    {
        var actor = s.State.Known(new Actor(null, s.Words(first, after), ActorKind.Person, country, title));
        s.Add(first, after, actor, rule, null);
        var span = s.Span(first, after);
        var parts = actor.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        s.State.Introduce(actor, parts[0], span);
        if (parts.Length > 1)
        {
            s.State.Introduce(actor, parts[^1], span);
            if (parts[^1].Split('-') is [_, var name] && char.IsLower(parts[^1][0]))
            {
                s.State.Introduce(actor, name, span); // "Ghamdi" after "Ahmed al-Ghamdi"
            }
        }
    }

    private static string Letters(string name) => string.Concat(Folding.Fold(name).Where(char.IsLetter));

    private string Fold(SentenceReader s, int token) => s.Sentence.Tokens[token].Word >= 0 ? vocabulary[s.Sentence.Tokens[token].Word] : Folding.Fold(s.Words(token, token + 1));
}
