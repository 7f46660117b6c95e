namespace Dateline.Events.Across;

/// <summary>
/// Keeps tellings and which of them belong together, for as many reports as there are. Tellings that say just the same are one account: it is compared
/// and linked once, however many reports give it.
/// </summary>
public interface IMatchStore
{
    /// <summary>Keeps all tellings of a report, each under the name of its account, which no two of them share; returns each one's account and whether it is a new one.</summary>
    IReadOnlyList<(long Account, bool IsNew)> Keep(IReadOnlyList<(EventProfile Telling, string Account)> tellings);

    /// <summary>Keeps an account under some keys.</summary>
    void File(long account, IReadOnlyCollection<string> keys);

    /// <summary>Forgets the tellings of a report; an account that no other report gives goes with its keys and links.</summary>
    void Forget(string report);

    /// <summary>What an account says; its name stands for the report, and it has no number.</summary>
    EventProfile Of(long account);

    /// <summary>The account of a telling (<see cref="EventProfile.Key"/>).</summary>
    long AccountOf(string key);

    /// <summary>The keys of the tellings that give an account, in any order.</summary>
    IReadOnlyList<string> Tellings(long account);

    /// <summary>The tellings of a report.</summary>
    IReadOnlyList<EventProfile> TellingsOf(string report);

    /// <summary>The accounts a report gives.</summary>
    IReadOnlyCollection<long> AccountsOf(string report);

    /// <summary>Accounts kept under any of the keys, each once, in any order.</summary>
    IReadOnlyCollection<long> Under(IReadOnlyCollection<string> keys);

    /// <summary>Keeps that two accounts are of one event, taken by themselves; what was kept of them with more points stays.</summary>
    void Link(long a, long b, int points);

    /// <summary>Takes an account's links back.</summary>
    void Unlink(long account);

    /// <summary>The accounts linked with one, with their points.</summary>
    IReadOnlyList<(long Other, int Points)> Links(long account);

    /// <summary>Other accounts of its kind that reports give together with it, with the number of those reports.</summary>
    IReadOnlyList<(long Other, int Reports)> Beside(long account);
}
