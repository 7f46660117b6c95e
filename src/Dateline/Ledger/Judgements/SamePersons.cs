using Dateline.Annotations.Actors;
using Dateline.Events.Across;

namespace Dateline.Ledger.Judgements;

/// <summary>Which names people said are of one person.</summary>
public sealed class SamePersons
{
    private readonly Dictionary<string, PersonRef> chosen = new(StringComparer.Ordinal);

    /// <summary>Joins names; a name in two lists joins both.</summary>
    public SamePersons(IEnumerable<IReadOnlyList<PersonRef>> lists)
    {
        var groups = new List<HashSet<PersonRef>>();
        foreach (var list in lists)
        {
            var keys = list.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
            var met = groups.FindAll(group => group.Any(person => keys.Contains(KeyOf(person))));
            groups.RemoveAll(met.Contains);
            groups.Add([.. list, .. met.SelectMany(group => group)]);
        }

        foreach (var group in groups)
        {
            var first = group.OrderBy(p => p.Id is null).ThenBy(p => p.Kind is null).ThenBy(KeyOf, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal).First();
            foreach (var person in group)
            {
                chosen[KeyOf(person)] = first;
            }
        }
    }

    /// <summary>True when nobody was joined with anybody.</summary>
    public bool IsEmpty => chosen.Count == 0;

    /// <summary>True when somebody of this name was joined with another.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The one name of whoever goes by a name (<see cref="ProfileMaker.NameOf"/>).</summary>
    public string Of(string name) => Find(name) is { } person ? KeyOf(person) : name;

    /// <summary>Whoever goes by an actor's name, under the one name.</summary>
    public Actor Of(Actor actor) => Find(ProfileMaker.NameOf(actor)) is { } person ? actor with { Id = person.Id, Name = person.Name } : actor;

    /// <summary>The key of a person, whatever is known.</summary>
    public static string KeyOf(PersonRef person) => person.Id ?? person.Name.ToLowerInvariant();

    // A name that no table has is kept with its country.
    private PersonRef? Find(string name) => chosen.GetValueOrDefault(name) ?? (name.LastIndexOf('@') is > 0 and var at ? chosen.GetValueOrDefault(name[..at]) : null);
}

/// <summary>Tellings under the one name of each person, whatever each report calls them.</summary>
internal sealed class PersonMatchStore(IMatchStore store, SamePersons persons) : IMatchStore
{
    private readonly Dictionary<string, EventProfile> asRead = new(StringComparer.Ordinal);

    // What is kept stays as it was read: the judgement may be undone.
    public IReadOnlyList<(long Account, bool IsNew)> Keep(IReadOnlyList<(EventProfile Telling, string Account)> tellings) =>
        store.Keep([.. tellings.Select(t => (asRead.GetValueOrDefault(t.Telling.Key, t.Telling), t.Account))]);

    public void File(long account, IReadOnlyCollection<string> keys) => store.File(account, keys);

    public void Forget(string report) => store.Forget(report);

    public EventProfile Of(long account) => Named(store.Of(account));

    public long AccountOf(string key) => store.AccountOf(key);

    public IReadOnlyList<string> Tellings(long account) => store.Tellings(account);

    public IReadOnlyList<EventProfile> TellingsOf(string report) => [.. store.TellingsOf(report).Select(Named)];

    public IReadOnlyCollection<long> AccountsOf(string report) => store.AccountsOf(report);

    public IReadOnlyCollection<long> Under(IReadOnlyCollection<string> keys) => store.Under(keys);

    public void Link(long a, long b, int points) => store.Link(a, b, points);

    public void Unlink(long account) => store.Unlink(account);

    public IReadOnlyList<(long Other, int Points)> Links(long account) => store.Links(account);

    public IReadOnlyList<(long Other, int Reports)> Beside(long account) => store.Beside(account);

    /// <summary>A telling under the one name of each person.</summary>
    public EventProfile Named(EventProfile profile)
    {
        if (persons.IsEmpty || !profile.Parties.Select(p => p.Name).Concat(profile.Sources).Any(persons.Has))
        {
            return profile;
        }

        asRead[profile.Key] = profile;
        return profile with
        {
            Parties = [.. profile.Parties.Select(party => party with { Name = persons.Of(party.Name) })],
            Sources = [.. profile.Sources.Select(persons.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }
}
