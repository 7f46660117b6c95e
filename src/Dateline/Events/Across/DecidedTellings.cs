namespace Dateline.Events.Across;

/// <summary>The tellings people decided about, with their accounts.</summary>
internal sealed class DecidedTellings
{
    private static readonly HashSet<string> Nothing = [];

    private readonly Dictionary<string, long> accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<string>> byAccount = [];
    private readonly ILookup<string, string> partners;
    private readonly GroupDecisions decisions;

    public DecidedTellings(GroupDecisions decisions, IMatchStore store)
    {
        this.decisions = decisions;
        partners = decisions.Together.SelectMany(pair => new[] { pair, (A: pair.B, B: pair.A) }).ToLookup(pair => pair.A, pair => pair.B, StringComparer.Ordinal);
        foreach (var key in decisions.Together.Concat(decisions.Apart).SelectMany(pair => new[] { pair.A, pair.B }).Distinct(StringComparer.Ordinal))
        {
            var account = accounts[key] = store.AccountOf(key);
            if (!byAccount.TryGetValue(account, out var keys))
            {
                byAccount.Add(account, keys = new HashSet<string>(StringComparer.Ordinal));
            }

            keys.Add(key);
        }
    }

    /// <summary>True when anything was put together.</summary>
    public bool JoinsAny => decisions.Together.Count > 0;

    /// <summary>The tellings of an account that were decided about.</summary>
    public IReadOnlySet<string> Of(long account) => byAccount.GetValueOrDefault(account, Nothing);

    /// <summary>Whether a telling was decided about.</summary>
    public bool Has(string key) => accounts.ContainsKey(key);

    /// <summary>The account of a telling that was decided about.</summary>
    public long AccountOf(string key) => accounts[key];

    /// <summary>Tellings that were put together with one.</summary>
    public IEnumerable<string> With(string key) => partners[key];

    /// <summary>True when two were put together.</summary>
    public bool AreTogether(string? a, string? b) => a is not null && b is not null && decisions.Together.Contains(GroupDecisions.Pair(a, b));

    /// <summary>True when two were put apart.</summary>
    public bool AreApart(string? a, string? b) => a is not null && b is not null && decisions.Apart.Contains(GroupDecisions.Pair(a, b));
}
