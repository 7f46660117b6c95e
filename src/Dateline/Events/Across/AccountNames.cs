using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Events.Across;

/// <summary>
/// Names what tellings say: two reports that say just the same of an event, as reprints do, name it alike. What else of its kind a report tells is part of
/// it: where one report means two events, a report that tells only one of them gives another account.
/// </summary>
internal static class AccountNames
{
    private const int Bytes = 16; // of the hash

    /// <summary>The names of a report's tellings, in their order; no two of them are alike.</summary>
    /// <param name="tellings">All tellings of one report.</param>
    /// <param name="matcher">Tells whether what a telling says is enough to know the event by.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<EventProfile> tellings, EventMatcher matcher)
    {
        var said = tellings.Select(telling => telling with { Report = "", Event = "" }).ToList();
        var names = said.ConvertAll(content => Hash(ProfileJson.Write(content)));
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. tellings.Select((telling, i) => matcher.Compare(telling, said[i]).IsOne ? Numbered(WithOthers(i)) : telling.Key)]; // what says too little may be of any event

        string WithOthers(int own)
        {
            var others = names.Where((_, i) => i != own && string.Equals(said[i].Kind, said[own].Kind, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
            return others.Count == 0 ? names[own] : Hash(Encoding.UTF8.GetBytes(string.Join(' ', others.Prepend(names[own]))));
        }

        string Numbered(string name)
        {
            var number = taken[name] = taken.GetValueOrDefault(name) + 1;
            return number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, Bytes));
}
