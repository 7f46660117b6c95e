namespace Dateline.Events.Across;

/// <summary>Everything linked with one account, over any number of links, and how it falls into groups.</summary>
internal sealed class LinkedAccounts
{
    private const int Decided = int.MaxValue;
    private const int Likelier = 4; // points by which one happening is so much the likelier that another does not count

    private readonly EventMatcher matcher;
    private readonly IMatchStore store;
    private readonly DecidedTellings decided;
    private readonly List<Unit> units = [];
    private readonly Dictionary<long, List<Unit>> byAccount = [];
    private readonly Dictionary<(long A, long B), int> beside = [];
    private readonly Dictionary<long, List<long>> besides = [];
    private readonly List<(Unit A, Unit B, int Points)> links = [];
    private readonly Dictionary<(long A, long B), bool> compared = [];
    private readonly Dictionary<Unit, Group> groupOf = [];

    /// <summary>Finds what is linked.</summary>
    /// <param name="matcher">Compares accounts.</param>
    /// <param name="store">Where they are kept.</param>
    /// <param name="decided">What people decided.</param>
    /// <param name="start">The first account.</param>
    /// <param name="seen">Accounts met before; these are added.</param>
    public LinkedAccounts(EventMatcher matcher, IMatchStore store, DecidedTellings decided, long start, HashSet<long> seen)
    {
        (this.matcher, this.store, this.decided) = (matcher, store, decided);
        var between = Walk(start, seen);
        foreach (var (a, b, points) in between)
        {
            foreach (var own in byAccount[a])
            {
                links.AddRange(byAccount[b].Where(other => !AreOfOneReport(own, other)).Select(other => (own, other, points)));
            }
        }

        foreach (var parts in byAccount.Values)
        {
            LinkParts(parts);
        }
    }

    /// <summary>The groups.</summary>
    public IEnumerable<EventGroup> Groups()
    {
        Join();
        return groupOf.Values.Distinct().Select(group => new EventGroup([.. group.Units.Select(unit => new EventGroupPart(unit.Account, unit.Telling, decided.Of(unit.Account)))]));
    }

    private List<(long A, long B, int Points)> Walk(long start, HashSet<long> seen)
    {
        var between = new List<(long, long, int)>();
        var waiting = new Stack<long>([start]);
        seen.Add(start);
        while (waiting.TryPop(out var account))
        {
            Take(account);
            foreach (var (other, points) in store.Links(account))
            {
                if (account < other)
                {
                    between.Add((account, other, points));
                }

                if (seen.Add(other))
                {
                    waiting.Push(other);
                }
            }

            foreach (var other in decided.Of(account).SelectMany(decided.With).Select(decided.AccountOf).Where(seen.Add))
            {
                waiting.Push(other);
            }
        }

        return between;
    }

    private void Take(long account)
    {
        var profile = store.Of(account);
        var own = decided.Of(account);
        var parts = own.Order(StringComparer.Ordinal).Select(key => new Unit(account, key, profile)).ToList();
        if (own.Count == 0 || store.Tellings(account).Count > own.Count)
        {
            parts.Add(new Unit(account, null, profile));
        }

        units.AddRange(parts);
        byAccount.Add(account, parts);
        var others = besides[account] = [];
        foreach (var (other, reports) in store.Beside(account))
        {
            beside[(account, other)] = reports;
            others.Add(other);
        }
    }

    // Tellings of one account are of one event, and so are those that people put together.
    private void LinkParts(List<Unit> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var own = parts[i];
            if (i + 1 < parts.Count)
            {
                var match = matcher.Compare(own.Profile, own.Profile with { Report = "" });
                links.AddRange(parts.Skip(i + 1).Select(other => (own, other, ((int)match.Time * EventGrouper.Timed) + match.Points)));
            }

            foreach (var key in own.Telling is null ? [] : decided.With(own.Telling).Where(key => string.CompareOrdinal(own.Telling, key) < 0))
            {
                links.Add((own, byAccount[decided.AccountOf(key)].Find(unit => unit.Telling == key)!, Decided));
            }
        }
    }

    private void Join()
    {
        foreach (var unit in units)
        {
            groupOf.Add(unit, new Group([unit]));
        }

        var echoes = byAccount.Keys.Where(IsEcho).ToHashSet();
        var refused = new HashSet<(Group, Group)>(); // groups only grow: what kept two of them apart goes on doing so
        var weak = links.Where(l => l.Points < EventGrouper.Timed).SelectMany(l => new[] { l, (A: l.B, B: l.A, l.Points) }).ToLookup(l => l.A, l => (Other: l.B, l.Points));
        foreach (var (a, b, points) in Ordered(echoes))
        {
            var (left, right) = (groupOf[a], groupOf[b]);
            if (ReferenceEquals(left, right) || refused.Contains((left, right)) || (points < EventGrouper.Timed && !(IsAlone(weak, a, b, points) && IsAlone(weak, b, a, points))))
            {
                continue;
            }

            if (points < Decided && !MayJoin(left, right))
            {
                refused.Add((left, right));
                refused.Add((right, left));
                continue;
            }

            left.Units.AddRange(right.Units);
            right.Units.ForEach(unit => groupOf[unit] = left);
        }
    }

    // What people decided first, echoes last, of the others the strongest first.
    private List<(Unit A, Unit B, int Points)> Ordered(HashSet<long> echoes)
    {
        var ordered = links.ConvertAll(InOrder);
        ordered.Sort((l, m) =>
            (l.Points == Decided) != (m.Points == Decided) ? (l.Points == Decided ? -1 : 1)
            : IsOfEcho(l) != IsOfEcho(m) ? (IsOfEcho(l) ? 1 : -1)
            : l.Points != m.Points ? m.Points.CompareTo(l.Points)
            : string.CompareOrdinal(l.A.Name, m.A.Name) is not 0 and var first ? first
            : string.CompareOrdinal(l.B.Name, m.B.Name));
        return ordered;

        bool IsOfEcho((Unit A, Unit B, int Points) link) => echoes.Count > 0 && (echoes.Contains(link.A.Account) || echoes.Contains(link.B.Account));
    }

    // A report that tells one happening twice without knowing it keeps the others apart from each other, if both of its tellings draw them; the vaguer one comes last.
    private bool IsEcho(long account)
    {
        var own = ProfileOf(account);
        return besides[account].Exists(other => byAccount.ContainsKey(other) && ProfileOf(other) is var clearer && IsVaguer(own, clearer) && matcher.Compare(own, clearer) is { IsOne: true, HasOnceOnly: true, Time: not MatchTime.None });
    }

    private EventProfile ProfileOf(long account) => byAccount[account][0].Profile;

    private static bool IsVaguer(EventProfile own, EventProfile other)
    {
        var (mine, theirs) = (own.Days is { Inferred: false }, other.Days is { Inferred: false });
        var (said, told) = (own.Parties.Count + own.Places.Count + own.Figures.Count, other.Parties.Count + other.Places.Count + other.Figures.Count);
        return mine != theirs ? theirs : said != told ? said < told : string.CompareOrdinal(own.Report, other.Report) > 0;
    }

    private static (Unit A, Unit B, int Points) InOrder((Unit A, Unit B, int Points) link) => string.CompareOrdinal(link.A.Name, link.B.Name) <= 0 ? link : (link.B, link.A, link.Points);

    // A telling that nothing dates joins a happening only when nothing else it could be of, about as likely, is another happening.
    private bool IsAlone(ILookup<Unit, (Unit Other, int Points)> weak, Unit a, Unit b, int points) =>
        weak[a].All(p => p.Points + Likelier <= points || (p.Points < points && AreOfOneReport(p.Other, b)) || ReferenceEquals(groupOf[p.Other], groupOf[b]) || ReferenceEquals(p.Other, b) || !AreApart(p.Other, b));

    // What people put together is one telling here: it stands apart from another only when all of its parts do.
    private bool MayJoin(Group left, Group right)
    {
        if (left.Units.Exists(a => a.Telling is not null && right.Units.Exists(b => decided.AreApart(a.Telling, b.Telling))))
        {
            return false;
        }

        if (!decided.JoinsAny)
        {
            return left.Units.TrueForAll(a => right.Units.TrueForAll(b => !AreApart(a, b)));
        }

        var rights = AsTold(right.Units);
        return AsTold(left.Units).TrueForAll(own => rights.TrueForAll(theirs => own.Exists(a => theirs.Exists(b => !AreApart(a, b)))));
    }

    private List<List<Unit>> AsTold(List<Unit> group)
    {
        var told = new List<List<Unit>>();
        foreach (var unit in group)
        {
            var own = told.FindAll(t => t.Exists(other => decided.AreTogether(unit.Telling, other.Telling)));
            told.RemoveAll(own.Contains);
            told.Add([unit, .. own.SelectMany(t => t)]);
        }

        return told;
    }

    private bool AreApart(Unit a, Unit b) => AreOfOneReport(a, b) || (a.Account != b.Account && SayOther(a, b));

    private bool SayOther(Unit a, Unit b)
    {
        var pair = a.Account < b.Account ? (a.Account, b.Account) : (b.Account, a.Account);
        if (!compared.TryGetValue(pair, out var apart))
        {
            compared.Add(pair, apart = matcher.Compare(a.Profile, b.Profile).Apart is not null);
        }

        return apart;
    }

    /// <summary>True when one report tells both: it means two events.</summary>
    private bool AreOfOneReport(Unit a, Unit b)
    {
        if (a.Telling is not null && b.Telling is not null)
        {
            return string.Equals(ReportOf(a.Telling), ReportOf(b.Telling), StringComparison.Ordinal);
        }

        if (a.Account == b.Account || !beside.TryGetValue((a.Account, b.Account), out var reports))
        {
            return false;
        }

        return (a.Telling ?? b.Telling) is { } telling
            ? store.TellingsOf(ReportOf(telling)).Any(t => !decided.Has(t.Key) && store.AccountOf(t.Key) == (a.Telling is null ? a.Account : b.Account))
            : reports > DecidedReports(a.Account, b.Account);
    }

    // Reports that tell both accounts, one of them by a telling that stands for itself.
    private int DecidedReports(long a, long b) => decided.Of(a).Select(ReportOf).Where(report => store.AccountsOf(report).Contains(b))
        .Union(decided.Of(b).Select(ReportOf).Where(report => store.AccountsOf(report).Contains(a)), StringComparer.Ordinal).Count();

    private static string ReportOf(string telling) => telling[..telling.LastIndexOf('/')];

    /// <summary>What is put into a group as one: an account, or a telling that people decided about.</summary>
    private sealed class Unit(long account, string? telling, EventProfile profile)
    {
        public long Account { get; } = account;

        public string? Telling { get; } = telling;

        /// <summary>What the account says; its name stands for the report.</summary>
        public EventProfile Profile { get; } = profile;

        public string Name { get; } = telling is null ? profile.Report : profile.Report + " " + telling;
    }

    private sealed class Group(List<Unit> units)
    {
        public List<Unit> Units { get; } = units;
    }
}
