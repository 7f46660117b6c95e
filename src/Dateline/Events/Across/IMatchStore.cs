namespace Dateline.Events.Across;

/// <summary>Keeps tellings and which of them belong together, for as many reports as there are.</summary>
public interface IMatchStore
{
    /// <summary>Keeps a telling under some keys.</summary>
    void Keep(EventProfile profile, IReadOnlyCollection<string> keys);

    /// <summary>Forgets the tellings of a report, with their links.</summary>
    void Forget(string report);

    /// <summary>The telling of a key (<see cref="EventProfile.Key"/>).</summary>
    EventProfile Get(string key);

    /// <summary>Tellings kept under any of the keys, each once, in any order.</summary>
    IEnumerable<EventProfile> Under(IReadOnlyCollection<string> keys);

    /// <summary>Tellings of one report.</summary>
    IEnumerable<EventProfile> Of(string report);

    /// <summary>Keeps that two tellings are of one event, taken by themselves.</summary>
    void Link(string a, string b, int points);

    /// <summary>The tellings linked with one, with their points.</summary>
    IEnumerable<(string Other, int Points)> Links(string key);
}
