using System.Globalization;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Annotations.Names;

/// <summary>
/// Every name and noun that people, organisations, places and weapons go by, in one trie where the kinds compete for
/// the longest match. Compiled from gazetteer/, actors/, weapons/ and lexicon/.
/// </summary>
public sealed class NameLexicon
{
    private const int LeastCapitals = 4; // in a medium's name of one word: MSNBC
    private const double SameRegionKm = 1500; // two ways to take the middle of a large one

    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Country, string Name), Place> regions = [];
    private readonly Dictionary<string, List<string>> otherNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organization> organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> persons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> families = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Person>> byCountry = new(StringComparer.Ordinal);
    /// <summary>Stands for the country of a body that is no state's: the Security Council.</summary>
    public const string World = "";

    private readonly Dictionary<(string Country, string Organ), Organization> organs = [];
    private readonly Dictionary<string, Actor> seats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> capitalPlaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> capitals = new(StringComparer.Ordinal);
    private readonly KnowledgeFiles files;

    /// <summary>Compiles the tables.</summary>
    /// <exception cref="KnowledgeException">A row names an id that does not exist, or a value that cannot be.</exception>
    public NameLexicon(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        this.files = files;
        Tokenizer = tokenizer;
        Trie = new PhraseTrie<NameEntry>(vocabulary, tokenizer);
        Gazetteer = new Gazetteer(files.Bytes(Gazetteer.FileName));
        AddCountries();
        AddPlaces();
        AddOrganizations();
        AddOutlets();
        AddPersons();
        AddWeapons();
        AddNouns();
    }

    /// <summary>Towns and divisions of the whole world.</summary>
    public Gazetteer Gazetteer { get; }

    /// <summary>What the names were cut with.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>All names.</summary>
    public PhraseTrie<NameEntry> Trie { get; }

    /// <summary>The capital of a country, or null where no table of ours has it as a place.</summary>
    public Place? Capital(string code) => capitalPlaces.GetValueOrDefault(code);

    /// <summary>The place of a country code, or null.</summary>
    public Place? Country(string code) => places.GetValueOrDefault(CountryId(code));

    /// <summary>Every name of a row of ours, its preferred one first.</summary>
    public IEnumerable<string> NamesOf(Place place) => otherNames.TryGetValue(place.Id, out var others) ? others.Prepend(place.Name) : [place.Name];

    /// <summary>Our own row of a region by one of its names, or null.</summary>
    public Place? Region(string country, string name) => regions.GetValueOrDefault((country, Folding.Fold(name)));

    /// <summary>The state as an actor.</summary>
    public static Actor State(Place country) => new(country.Id, country.Name, ActorKind.State, country.Country);

    /// <summary>True for a body of several states: the United Nations, NATO.</summary>
    internal bool IsOfStates(string body) => organizations.GetValueOrDefault(body) is { Actor.Country: null };

    /// <summary>The body a capital stands for when the report does not name its country, or null.</summary>
    public Actor? BodyAt(string place) => seats.GetValueOrDefault(place);

    /// <summary>The organ of a country, or null when the tables have none.</summary>
    public Organization? OrganOf(string country, string organ) => organs.GetValueOrDefault((country, organ));

    /// <summary>The organ a noun names of a country: where it has none of its own, the one the noun's row names instead ("army": the armed forces); or null.</summary>
    public Organization? OrganOf(string country, OrganNoun noun) => OrganOf(country, noun.Organ) ?? (noun.Else is { } wider ? OrganOf(country, wider) : null);

    /// <summary>Countries whose organ of this name is in the tables.</summary>
    public IEnumerable<Organization> Organs(string organ) =>
        organs.Where(o => string.Equals(o.Key.Organ, organ, StringComparison.Ordinal)).OrderBy(o => o.Key.Country, StringComparer.Ordinal).Select(o => o.Value);

    /// <summary>Persons of a family name (folded).</summary>
    public IReadOnlyList<Person> Family(string folded) => families.TryGetValue(folded, out var found) ? found : [];

    /// <summary>Persons of a country, in table order.</summary>
    public IReadOnlyList<Person> PersonsOf(string country) => byCountry.TryGetValue(country, out var found) ? found : [];

    /// <summary>The person of an id, or null.</summary>
    public Person? Person(string id) => persons.GetValueOrDefault(id);

    /// <summary>
    /// The sentence with the words of known names tagged as such: no tagger knows that "Hi" in "Ri Hi Yong" is part of a
    /// name, or that "guided" in "cruise guided weapons" is no verb. The same sentence when nothing changes.
    /// </summary>
    public Sentence Retag(Sentence sentence)
    {
        Token[]? changed = null;
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (sentence.Tokens[i].Word < 0 || Trie.LongestAt(sentence.Tokens, i) is not { } match)
            {
                continue;
            }

            var person = sentence.Tokens[i].IsCapitalised && IsSurelyName(match, sentence.Tokens[i]);
            var body = !person && match.Count > 1 && sentence.Tokens[i].IsCapitalised && match.Values.Any(v => v is OrganizationName); // "Rapid Support Forces"
            if (!person && !body && !(match.Count > 1 && match.Values.Any(v => v is WeaponClassName)))
            {
                continue;
            }

            for (var t = match.First; t < match.After; t++)
            {
                var tag = person || (body && sentence.Tokens[t].IsCapitalised) ? PartOfSpeech.ProperNoun : t == match.After - 1 ? PartOfSpeech.Noun : PartOfSpeech.Adjective;
                if (sentence.Tokens[t] is { Kind: TokenKind.Word } word && !word.Is(TokenShape.Clitic) && (person ? word.Tag != tag : word.Tag == PartOfSpeech.Verb))
                {
                    changed ??= [.. sentence.Tokens];
                    changed[t] = word with { Tag = tag, Form = person || body ? WordForm.Singular : WordForm.None };
                }
            }

            i = match.After - 1;
        }

        return changed is null ? sentence : sentence with { Tokens = TokenList.Over(changed) };
    }

    // a person of several words; a country or capital the tagger took for a verb ("Pyongyang threatened")
    private static bool IsSurelyName(PhraseMatch<NameEntry> match, Token first) =>
        match.Count > 1 ? match.Values.Any(v => v is PersonName) : (first.Tag is PartOfSpeech.Verb or PartOfSpeech.Adverb || (first.Tag == PartOfSpeech.Auxiliary && !first.Is(TokenShape.AllCaps))) && match.Values.Any(v => v is PlaceName { IsCapital: true } or PlaceName { Form: NameForm.Name, Place.Precision: PlacePrecision.Country });

    private static string CountryId(string code) => "country-" + code.ToLowerInvariant();

    private void AddCountries()
    {
        foreach (var row in files.Table("gazetteer/countries.tsv").Rows)
        {
            var id = CountryId(row["code"]);
            places[id] = new Place(id, row["name"], "country", row["code"], row.List("claimants"), Degrees(row, "latitude"), Degrees(row, "longitude"), PlacePrecision.Country);
            if (row.Optional("capital") is { } capital)
            {
                capitals.TryAdd(Folding.Fold(capital), row["code"]);
            }
        }

        foreach (var row in files.Table("gazetteer/country-names.tsv").Rows)
        {
            var place = places.GetValueOrDefault(CountryId(row["code"])) ?? throw row.Wrong("code", "is in no row of gazetteer/countries.tsv");
            var form = row["form"] switch
            {
                "adjective" => NameForm.Adjective,
                "demonym" => NameForm.Demonym,
                "abbreviation" => NameForm.Abbreviation,
                _ => NameForm.Name,
            };
            Trie.Add(row["name"], new PlaceName(row.Where, CaseOf(row["name"]), place, form, false));
        }
    }

    private void AddPlaces()
    {
        var names = files.Table("gazetteer/place-names.tsv").Rows.ToLookup(r => r["id"], r => r["name"], StringComparer.Ordinal);
        foreach (var row in files.Table("gazetteer/places.tsv").Rows)
        {
            var claimants = row.List("country");
            var place = new Place(row["id"], row["name"], row["kind"], claimants.FirstOrDefault(), claimants.Length > 1 ? claimants : [], Degrees(row, "latitude"), Degrees(row, "longitude"), row.Enum<PlacePrecision>("precision"));
            place = place.Precision == PlacePrecision.Region ? WithDivision(place, names[place.Id].Prepend(place.Name)) : place;
            if (!places.TryAdd(place.Id, place))
            {
                throw row.Wrong("id", "stands twice");
            }

            AddRegion(place, place.Name);
            Trie.Add(place.Name, PlaceEntry(row, place, place.Name));
        }

        foreach (var row in files.Table("gazetteer/place-names.tsv").Rows)
        {
            var place = places.GetValueOrDefault(row["id"]) ?? throw row.Wrong("id", "is in no row of gazetteer/places.tsv");
            var form = string.Equals(row["form"], "adjective", StringComparison.Ordinal) ? NameForm.Adjective : NameForm.Name;
            if (form == NameForm.Name)
            {
                AddRegion(place, row["name"]);
                (otherNames.TryGetValue(place.Id, out var others) ? others : otherNames[place.Id] = []).Add(row["name"]);
            }

            Trie.Add(row["name"], PlaceEntry(row, place, row["name"]) with { Form = form });
        }
    }

    // The first-level division a region of ours is, by any of its names or by what is left of them without "region", "oblast".
    private Place WithDivision(Place region, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if ((DivisionOf(region, name) ?? (name.LastIndexOf(' ') is > 0 and var last ? DivisionOf(region, name[..last]) : null)) is { } division)
            {
                return region with { Division = division.Division, Level = division.Level, Weight = division.Weight };
            }
        }

        return region;
    }

    private Place? DivisionOf(Place region, string name)
    {
        if (Gazetteer.Find(GazetteerKey.Of(name)) is not { } known)
        {
            return null;
        }

        for (var n = 0; n < known.Count; n++)
        {
            var place = Gazetteer.Place(Gazetteer.Candidate(known, n).Row);
            if (place.Level == 1 && (string.Equals(place.Country, region.Country, StringComparison.Ordinal) || region.Claimants.Contains(place.Country!, StringComparer.Ordinal)) && PlaceResolver.Distance(place, region) is < SameRegionKm)
            {
                return place;
            }
        }

        return null;
    }

    private void AddRegion(Place place, string name)
    {
        if (place is { Precision: PlacePrecision.Region, Country: { } country })
        {
            regions.TryAdd((country, Folding.Fold(name)), place);
        }
    }

    private PlaceName PlaceEntry(Table.Row row, Place place, string name)
    {
        var capital = string.Equals(place.Kind, "city", StringComparison.Ordinal)
            && capitals.TryGetValue(Folding.Fold(place.Name), out var code) && string.Equals(code, place.Country, StringComparison.Ordinal);
        if (capital)
        {
            capitalPlaces.TryAdd(place.Country!, place);
        }

        return new PlaceName(row.Where, CaseOf(name), place, NameForm.Name, capital);
    }

    private void AddOrganizations()
    {
        foreach (var row in files.Table("actors/organizations.tsv").Rows)
        {
            var actor = new Actor(row["id"], row["name"], row.Enum<ActorKind>("kind"), row.Optional("country"));
            var organization = new Organization(actor, row.Optional("organ"));
            if (!organizations.TryAdd(row["id"], organization))
            {
                throw row.Wrong("id", "stands twice");
            }

            var country = actor.Country ?? World;
            if (organization.Organ is { } organ && (country.Length == 0 || row["part_of"].Length == 0 || !organs.ContainsKey((country, organ))))
            {
                organs.TryAdd((country, organ), organization);
            }

            Trie.Add(row["name"], new OrganizationName(row.Where, CaseOf(row["name"]), organization, false));
        }

        foreach (var row in files.Table("actors/organization-names.tsv").Rows)
        {
            var organization = organizations.GetValueOrDefault(row["id"]) ?? throw row.Wrong("id", "is in no row of actors/organizations.tsv");
            Trie.Add(row["name"], new OrganizationName(row.Where, CaseOf(row["name"]), organization, string.Equals(row["form"], "metonym", StringComparison.Ordinal)));
        }

        foreach (var row in files.Table("actors/seats.tsv").Rows)
        {
            seats[row["place"]] = organizations.GetValueOrDefault(row["body"])?.Actor ?? throw row.Wrong("body", "is in no row of actors/organizations.tsv");
        }
    }

    // Media as actors: somebody told them. A name of one word, or of one behind its article, is a word of other things too often.
    private void AddOutlets()
    {
        var others = files.Table("noise/cues.tsv").Rows.Where(r => string.Equals(r["kind"], "no_actor", StringComparison.Ordinal)).Select(r => r["phrase"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var row in files.Table("outlets/outlets.tsv").Rows)
        {
            if (organizations.ContainsKey(row["id"]) || string.Equals(row["kind"], "picture", StringComparison.Ordinal))
            {
                continue;
            }

            var outlet = new Organization(new Actor(row["id"], row["name"], row.Enum<ActorKind>("kind"), row.Optional("country")), null);
            foreach (var name in row.List("names").Prepend(row["name"]).Select(n => n.StartsWith("The ", StringComparison.Ordinal) ? n[4..] : n).Distinct(StringComparer.Ordinal))
            {
                if ((name.Contains(' ', StringComparison.Ordinal) || name.Count(char.IsUpper) >= LeastCapitals) && !name.Contains('(', StringComparison.Ordinal) && !others.Contains(name))
                {
                    Trie.Add(name, new OrganizationName(row.Where, name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0]) && char.IsUpper(name[name.LastIndexOf(' ') + 1]) ? NameCase.Edges : CaseOf(name), outlet, false));
                }
            }
        }
    }

    private void AddPersons()
    {
        var offices = files.Table("actors/offices.tsv").Rows.ToLookup(r => r["person"], StringComparer.Ordinal);
        foreach (var row in files.Table("actors/persons.tsv").Rows)
        {
            var held = offices[row["id"]].Select(r => new Office(r.List("title").FirstOrDefault() ?? "", r.Optional("from"), r.Optional("to"), r["office"], r.List("title"), r["org"])).ToList();
            var person = new Person(new Actor(row["id"], row["name"], ActorKind.Person, row.Optional("country")), row["family"], held, row.Optional("pronoun"));
            if (!persons.TryAdd(row["id"], person))
            {
                throw row.Wrong("id", "stands twice");
            }

            AddFamily(person, person.Family);
            if (person.Actor.Country is { } country)
            {
                (byCountry.TryGetValue(country, out var list) ? list : byCountry[country] = []).Add(person);
            }

            Trie.Add(row["name"], new PersonName(row.Where, NameCase.Capital, person));
            if (person.Family.Contains(' ', StringComparison.Ordinal))
            {
                Trie.Add(person.Family, new PersonName(row.Where, NameCase.Capital, person)); // "Le Drian"
            }
        }

        foreach (var row in files.Table("actors/person-names.tsv").Rows)
        {
            var person = persons.GetValueOrDefault(row["id"]) ?? throw row.Wrong("id", "is in no row of actors/persons.tsv");
            Trie.Add(row["name"], new PersonName(row.Where, NameCase.Capital, person));
            AddFamily(person, row["name"].Contains(' ', StringComparison.Ordinal) ? OtherFamily(person, row["name"]) : row["name"]);
        }
    }

    // the family name as another spelling writes it ("Zelenskiy"): the word that stands where the family name stands
    private static string OtherFamily(Person person, string name)
    {
        var parts = name.Split(' ');
        return person.Family.Contains(' ', StringComparison.Ordinal) ? person.Family
            : person.Actor.Name.EndsWith(" " + person.Family, StringComparison.Ordinal) ? parts[^1]
            : person.Actor.Name.StartsWith(person.Family + " ", StringComparison.Ordinal) ? parts[0]
            : person.Family;
    }

    private void AddFamily(Person person, string family)
    {
        var key = Folding.Fold(family);
        if (!families.TryGetValue(key, out var list))
        {
            families.Add(key, list = []);
        }

        if (!list.Contains(person))
        {
            list.Add(person);
        }
    }

    private void AddWeapons()
    {
        foreach (var row in files.Table("weapons/classes.tsv").Rows)
        {
            var phrase = row["phrase"];
            var given = CaseOf(phrase) == NameCase.AllCapitals ? NameCase.AllCapitals : NameCase.Any;
            Trie.Add(phrase, new WeaponClassName(row.Where, given, row["class"], row.Optional("range_class"), false));
            Trie.Add(Inflector.Plural(phrase), new WeaponClassName(row.Where, NameCase.Any, row["class"], row.Optional("range_class"), true));
        }

        foreach (var row in files.Table("weapons/ship-prefixes.tsv").Rows)
        {
            Trie.Add(row["prefix"], new ShipPrefix(row.Where, row["country"]));
        }

        var systems = new Dictionary<string, WeaponSystemName>(StringComparer.Ordinal);
        foreach (var row in files.Table("weapons/systems.tsv").Rows)
        {
            var entry = new WeaponSystemName(row.Where, CaseOf(row["name"]), row["id"], row["name"], row["class"], row.Optional("range_class"), row.Optional("country"));
            systems[entry.Id] = entry;
            Trie.Add(entry.Name, entry);
        }

        foreach (var row in files.Table("weapons/system-names.tsv").Rows)
        {
            var entry = systems.GetValueOrDefault(row["id"]) ?? throw row.Wrong("id", "is in no row of weapons/systems.tsv");
            Trie.Add(row["name"], entry with { Where = row.Where, Case = CaseOf(row["name"]) });
        }
    }

    private void AddNouns()
    {
        foreach (var row in files.Table("actors/organs.tsv").Rows)
        {
            Trie.Add(row["phrase"], new OrganNoun(row.Where, NameCase.Any, row.Enum<ActorKind>("kind"), row["organ"], row.Enum<OrganAlone>("alone"), row.Optional("else")));
        }

        foreach (var row in files.Table("lexicon/titles.tsv").Rows)
        {
            Trie.Add(row["phrase"], new TitleWord(row.Where, NameCase.Any, row["kind"], row.Optional("pronoun")));
        }

        foreach (var row in files.Table("lexicon/references.tsv").Rows)
        {
            Trie.Add(row["phrase"], Reference(row));
        }

        var nouns = files.Table("lexicon/country-nouns.tsv").Rows.Select(r => r["phrase"]).ToList();
        foreach (var row in files.Table("actors/country-kinds.tsv").Rows)
        {
            var reference = new CountryReference(row.Where, NameCase.Any, "", row.List("countries"));
            nouns.ForEach(noun => Trie.Add($"the {row["phrase"]} {noun}", reference));
        }
    }

    private static NameEntry Reference(Table.Row row)
    {
        if (row.List("kinds") is { Length: > 0 } kinds)
        {
            return new ActorReference(row.Where, row["phrase"].Split(' ')[^1], row.List("bodies"), [.. kinds.Select(k => System.Enum.TryParse<ActorKind>(k.Replace("_", "", StringComparison.Ordinal), true, out var kind) ? kind : throw row.Wrong("kinds", "names no kind of actor"))]);
        }

        return new CountryReference(row.Where, row.Optional("case") is null ? NameCase.Any : row.Enum<NameCase>("case"), row["country"], row.List("needs"));
    }

    private static NameCase CaseOf(string name)
    {
        var letters = name.Where(char.IsLetter).ToList();
        return letters.Count is > 1 and <= 6 && letters.TrueForAll(char.IsUpper) ? NameCase.AllCapitals
            : letters.TrueForAll(char.IsLower) ? NameCase.Any // dpa writes itself so
            : NameCase.Capital;
    }

    private static double? Degrees(Table.Row row, string column) => row.Number(column) is { } number ? double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
}
