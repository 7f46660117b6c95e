using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>
/// Says what the place names of a sentence mean: which place, and whether it stands for a place, an actor or only
/// describes. People and organisations have been taken out before.
/// </summary>
internal sealed class PlaceAnnotator(PlaceRelations relations, NameLexicon lexicon, TownReader towns, PlaceHintReader hints, FunctionWords words)
{
    /// <summary>Why the wider place behind a comma only describes.</summary>
    public const string HoldsPlace = "holds the place beside it";

    /// <summary>Why a name acts that stands for its team: no state does.</summary>
    public const string InSport = "; in a report on sport";

    private const string FormerState = "former_state";
    private const string Bloc = "bloc";

    private readonly PlaceRoles roles = new(relations);

    /// <summary>The place mentions of one sentence, in text order; the countries of the report are brought up to date.</summary>
    /// <param name="report">What the report has named so far.</param>
    /// <param name="known">What the whole report names of the world.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="matches">Its names.</param>
    /// <param name="isTaken">True for tokens that belong to a person or organisation.</param>
    public List<PlaceMention> Annotate(ReportNames report, ReportPlaces known, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, Func<int, bool> isTaken)
    {
        var found = new List<PlaceMention>();
        var m = 0;
        for (var i = 0; i < syntax.Sentence.Tokens.Count; i++)
        {
            while (m < matches.Count && matches[m].After <= i)
            {
                m++;
            }

            if (m < matches.Count && matches[m].First == i)
            {
                if (Named(report, known, syntax, matches, m, isTaken, found) is { } mention)
                {
                    Add(found, mention, syntax.Sentence.Tokens, matches[m].After);
                }

                i = matches[m].After - 1;
            }
            else if (Leaning(report, syntax, i, found) is { } leaning && (m >= matches.Count || matches[m].First >= leaning.After))
            {
                found.Add(leaning.Mention);
                i = leaning.After - 1;
            }
        }

        return found;
    }

    private PlaceMention? Named(ReportNames report, ReportPlaces known, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int m, Func<int, bool> isTaken, List<PlaceMention> found)
    {
        var match = matches[m];
        if (match.As<CountryReference>() is { } reference)
        {
            return isTaken(match.First) || report.Referred(reference) is not { } referred ? null
                : !IsAgainstItself(syntax, match, reference, referred, found) ? Referring(report, syntax, match, reference, referred)
                : lexicon.Country(report.Countries.Previous) is { } other ? Referring(report, syntax, match, reference, other)
                : null;
        }

        var named = match.Entries.OfType<PlaceName>().ToList();
        if (named.Count == 0)
        {
            return null;
        }

        if (IsAccented(report.Text, syntax.Sentence.Tokens, match))
        {
            named.RemoveAll(n => n.Place.Precision == PlacePrecision.Country && !n.Place.Name.AsSpan().ContainsAnyExceptInRange('\0', '\x7f'));
            if (named.Count == 0)
            {
                return null; // "Puerto Jordán" is no Jordan
            }
        }

        var hint = hints.Read(syntax.Sentence.Tokens, matches, m);
        named = hint.Division ? towns.WithDivision(named) : named;
        var governs = named.Exists(n => n.IsCapital || n.Place.Precision == PlacePrecision.Country || n.Place.Kind is FormerState or Bloc);
        if (named[0].Place.Kind is Bloc && !IsBloc(syntax.Sentence.Tokens, matches, m, named[0].Form))
        {
            return null;
        }

        if (isTaken(match.First) && named[0].Place.Kind is Bloc && match.As<OrganizationName>() is not null)
        {
            var within = roles.Decide(syntax, matches, m, named[0].Form, governs, null); // "in the European Union"
            return within.Role != PlaceRole.Actor ? Mention(report, known, syntax, match, named, within, hint) : null;
        }

        if (isTaken(match.First))
        {
            return Mention(report, known, syntax, match, named, (PlaceRole.Modifier, "inside a name", null), hint); // the country of an organ still is a modifier
        }

        if (IsNameOfFacility(syntax.Sentence.Tokens, match, named[0].Form) || relations.NamesPerson(syntax.Sentence.Tokens, match.First) || towns.IsGivenNameOf(report.Text, syntax.Sentence, matches, m))
        {
            return null;
        }

        if ((match.As<WeaponSystemName>() is not null && IsWeapon(matches, m)) || (!governs && named[0].Place.Row < 0 && roles.IsPartOfUnknownName(syntax, matches, m, t => towns.IsCommonWord(report.Text, t))))
        {
            return null;
        }

        var meant = PlaceResolver.Resolve(named, known, report.Countries, hint).Chosen;
        if (meant is { Form: not (NameForm.Adjective or NameForm.Demonym) } && Contains(syntax, matches, m, meant.Place, found))
        {
            return Mention(report, known, syntax, match, named, (PlaceRole.Modifier, HoldsPlace, relations.DirectionBefore(syntax.Sentence.Tokens, match.First)?.Relation), hint);
        }

        var decided = roles.Decide(syntax, matches, m, named[0].Form, known.IsSport || (governs && !IsHeld(syntax, matches, m, meant?.Place)), found.LastOrDefault(), known.IsSport);
        return Mention(report, known, syntax, match, named, known.IsSport ? (decided.Role, decided.Why + InSport, decided.Relation) : decided, hint);
    }

    // "in the Somali capital": of Somalia, and Mogadishu
    private void Add(List<PlaceMention> found, PlaceMention mention, TokenList tokens, int after)
    {
        if (mention is { Role: PlaceRole.Place, Form: NameForm.Adjective, Place: { Precision: PlacePrecision.Country, Country: { } code } } && IsCapital(tokens, after) && lexicon.Capital(code) is { } seat)
        {
            found.Add(mention with { Role = PlaceRole.Modifier, Relation = null });
            found.Add(mention with { Place = seat, Rule = mention.Rule + "; its capital", Form = NameForm.Name, Span = tokens[after].Span });
            return;
        }

        found.Add(mention);
    }

    // but "the Somali capital Mogadishu", "capital, Mogadishu", "capital of Mogadishu", "capital markets"
    private bool IsCapital(TokenList tokens, int at)
    {
        if (at >= tokens.Count || !relations.IsCapital(tokens[at]))
        {
            return false;
        }

        var next = at + 1;
        var joined = next < tokens.Count && (tokens[next].Kind == TokenKind.Punctuation || relations.IsOf(tokens[next]));
        var named = joined ? next + 1 : next;
        return named >= tokens.Count || !(tokens[named].IsCapitalised || (!joined && tokens[named].Tag is PartOfSpeech.Noun));
    }

    // "the West", "Western countries"; but "West Wing", "Western Canada", "Mr. Arab"
    private static bool IsBloc(TokenList tokens, IReadOnlyList<NameMatch> matches, int m, NameForm form)
    {
        var (first, after) = (matches[m].First, matches[m].After);
        if (form is NameForm.Adjective)
        {
            return !(first > 0 && tokens[first - 1] is { Kind: TokenKind.Word, IsCapitalised: true, Tag: PartOfSpeech.ProperNoun }) && !(m + 1 < matches.Count && matches[m + 1].First == after && matches[m + 1].As<PlaceName>() is not null);
        }

        var named = after - first > 1 || tokens[first].Is(TokenShape.AllCaps);
        return named || (first > 0 && tokens[first - 1].Tag == PartOfSpeech.Determiner && !(after < tokens.Count && tokens[after] is { Kind: TokenKind.Word, IsCapitalised: true } && !tokens[after].Is(TokenShape.Clitic)));
    }

    // behind a capitalised word, and with an accent no English name of a country has
    private static bool IsAccented(string text, TokenList tokens, NameMatch match) =>
        match.After == match.First + 1 && match.First > 0 && tokens[match.First - 1] is { Kind: TokenKind.Word, IsCapitalised: true } && tokens[match.First].Span.Of(text).ContainsAnyExceptInRange('\0', '\x7f');

    // "the French Quarter", "Frenchmen Street": of the facility and of no country
    private bool IsNameOfFacility(TokenList tokens, NameMatch match, NameForm form) =>
        form is NameForm.Adjective or NameForm.Demonym && match.After < tokens.Count && tokens[match.After].IsCapitalised && !NameMatcher.SaysNothing(tokens)
        && relations.FacilityBehind(tokens, match.After) is FacilityKind.Ground or FacilityKind.Road && relations.IsGround(tokens[match.After]);

    // "Kuala Lumpur, Malaysia": with its country behind a comma, a capital is the town
    private bool IsHeld(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int m, Place? inner) =>
        inner is not null && m + 1 < matches.Count && IsCommaBetween(syntax.Sentence.Tokens, matches[m], matches[m + 1])
        && matches[m + 1].Entries.OfType<PlaceName>().Any(wide => wide.Form is not (NameForm.Adjective or NameForm.Demonym) && IsWithin(inner, wide.Place));

    // "drones launched by Chile in an attack on the country": not on the one that acts in the sentence
    private bool IsAgainstItself(SentenceSyntax syntax, NameMatch match, CountryReference reference, Place country, List<PlaceMention> found) =>
        reference.IsLastNamed && syntax.NounAt(match.First) is >= 0 and var noun && syntax.Nouns[noun] is { Preposition: >= 0 } chunk && words.Is(syntax.Sentence.Tokens[chunk.Preposition], "aimed-at")
        && found.Exists(p => p.Role == PlaceRole.Actor && string.Equals(p.Place?.Country, country.Country, StringComparison.Ordinal));

    private PlaceMention Referring(ReportNames report, SentenceSyntax syntax, NameMatch match, CountryReference reference, Place country)
    {
        var (role, why, relation) = roles.Decide(syntax, [match], 0, NameForm.Name, true, null);
        report.Countries.Name(country.Country!, true);
        return new PlaceMention(match.SpanIn(syntax.Sentence), "places.reference " + reference.Where + "; " + why, country, role, NameForm.Name, relation, []);
    }

    private static PlaceMention Mention(ReportNames report, ReportPlaces known, SentenceSyntax syntax, NameMatch match, List<PlaceName> named, (PlaceRole Role, string Why, string? Relation) decided, PlaceHint hint)
    {
        var (chosen, rest) = PlaceResolver.Resolve(named, known, report.Countries, hint);
        var form = (chosen ?? named[0]).Form;
        if (chosen is not null)
        {
            known.Name(chosen.Place.Id);
        }

        if (chosen?.Place.Country is { } country)
        {
            var stray = chosen.Place.Row >= 0 && report.Countries.Count(country) == 0; // a town of a country the report does not name: "the country" is not that one
            report.Countries.Name(country, !stray && (decided.Role != PlaceRole.Modifier || form is NameForm.Name or NameForm.Abbreviation && decided.Why is "inside a name"));
        }

        var rule = chosen is null ? "places.open; " + decided.Why : $"places.name {chosen.Where}; {decided.Why}";
        return new PlaceMention(match.SpanIn(syntax.Sentence), rule, chosen?.Place, decided.Role, form, decided.Relation, rest);
    }

    // "its east coast": the country that acts before it in the sentence, else the one named last. "into the sea": the one that acts.
    // Without either, the country last leaned on so, or none: whose sea it is stays open.
    private (PlaceMention Mention, int After)? Leaning(ReportNames report, SentenceSyntax syntax, int first, List<PlaceMention> found)
    {
        var tokens = syntax.Sentence.Tokens;
        if (relations.AloneAt(tokens, first) is not { } match || PlaceRoles.GoesOn(syntax, match.After) || (first > 0 && tokens[first - 1].Is(TokenShape.Clitic)))
        {
            return null;
        }

        var owned = tokens[first].Tag is PartOfSpeech.Pronoun || relations.IsPossessive(tokens[first]);
        var named = (found.FindLast(p => p.Place?.Country is not null && p.Role == PlaceRole.Actor) ?? (owned ? found.FindLast(p => p.Place?.Country is not null) : null))?.Place!.Country;
        var code = named ?? report.Countries.Leaned;
        if (code is null || lexicon.Country(code) is not { } country)
        {
            return null;
        }

        report.Countries.Lean(code);
        var rule = "places.relation " + (named is not null ? "of the country named before it" : "of the country so meant before");
        return (new PlaceMention(syntax.SpanOf(first, match.After), rule, country, PlaceRole.Place, NameForm.Name, match.Relation, []), match.After);
    }

    // "Wonsan, North Korea", "Russia's Kursk region": a wider place beside one of its own
    private bool Contains(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int m, Place? wide, List<PlaceMention> found)
    {
        var (tokens, match) = (syntax.Sentence.Tokens, matches[m]);
        if (wide is not { Country: not null })
        {
            return false;
        }

        var noun = syntax.NounAt(match.First);
        var ends = noun < 0 || syntax.Nouns[noun].After == match.After || (match.After < tokens.Count && tokens[match.After].Is(TokenShape.Clitic));
        if ((ends || (wide.Level == 1 && relations.AfterNoun(tokens, match.After) == match.After)) && m > 0 && IsCommaBetween(tokens, matches[m - 1], match) && found.LastOrDefault() is { Place: { } inner } before && (before.Role == PlaceRole.Place || before.Rule.EndsWith(HoldsPlace, StringComparison.Ordinal))
            && before.Span.End == tokens[matches[m - 1].After - 1].End && IsWithin(inner, wide))
        {
            return true;
        }

        return wide.Precision == PlacePrecision.Country && match.After + 1 < tokens.Count && tokens[match.After].Is(TokenShape.Clitic) && m + 1 < matches.Count && matches[m + 1].First == match.After + 1
            && matches[m + 1].As<PlaceName>() is { Place: { } owned } && IsWithin(owned, wide);
    }

    private static bool IsWithin(Place inner, Place wide) =>
        inner.Precision is not PlacePrecision.Country && wide.Precision is PlacePrecision.Country or PlacePrecision.Region
        && inner.Precision != wide.Precision && string.Equals(inner.Country, wide.Country, StringComparison.Ordinal);

    // "Matias Romero, Mexico", "Oaxaca State, Mexico", "Dioura, central Mali"
    private bool IsCommaBetween(TokenList tokens, NameMatch left, NameMatch right)
    {
        var comma = (relations.DirectionBefore(tokens, right.First)?.First ?? right.First) - 1;
        return comma >= left.After && tokens[comma].Kind == TokenKind.Punctuation && (comma == left.After || relations.AfterNoun(tokens, left.After) == comma);
    }

    // a name that is a weapon and a place is the weapon only beside a class
    private static bool IsWeapon(IReadOnlyList<NameMatch> matches, int m) =>
        (m + 1 < matches.Count && matches[m + 1].First == matches[m].After && matches[m + 1].As<WeaponClassName>() is not null)
        || (m > 0 && matches[m - 1].After == matches[m].First && matches[m - 1].As<WeaponClassName>() is not null);
}
