using System.Globalization;
using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Checks.Across;
using Dateline.Claims;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Sources;

namespace Dateline.Views;

/// <summary>Arranges the reports' events that were brought together as one event of the record. The order they come in never shows.</summary>
internal sealed class EventRecordMaker(Codebook codebook, AcrossRunner checks)
{
    // What one report tells as news is news, whoever recalls or plans it elsewhere.
    private static readonly EventStatus[] Weight = [EventStatus.News, EventStatus.Background, EventStatus.Denied, EventStatus.Planned, EventStatus.Hypothetical];

    private readonly ToldEvents told = new();

    /// <summary>Arranges them. A telling that people rejected is left out; an event of which they rejected every telling is shown whole, as rejected.</summary>
    public EventRecord Make(IReadOnlyList<EventMember> members, JudgementBook book)
    {
        var decisions = new Decisions(JudgedOf(members, book), book.Persons);
        var left = InOrder(members.Where(m => !decisions.Of(m).IsRejected(m.Mention.EventNumber)));
        return Make([.. (left.Count > 0 ? left : InOrder(members)).Select(member => new Told(member.Mention, told.Of(member), member.Reading))], decisions) with
        {
            Judged = left.Count == 0 ? JudgementKind.Reject : left.Exists(m => decisions.OnEvent(m).Any(j => j.Kind is JudgementKind.Accept)) ? JudgementKind.Accept : null,
            Judgements = [.. InOrder(members).SelectMany(decisions.On).Distinct().OrderBy(j => j.At, StringComparer.Ordinal).ThenBy(j => j.Id, StringComparer.Ordinal)],
        };
    }

    /// <summary>Who tells an event in one report: its outlet, its agencies and the primary sources.</summary>
    public IEnumerable<Actor> SourcesOf(EventMember member)
    {
        var own = told.Of(member);
        return [.. own.Publishers, .. own.Claims.Where(claim => claim.Chain.Count > 0).Select(claim => claim.Chain[^1])];
    }

    private EventRecord Make(List<Told> ordered, Decisions decisions)
    {
        var all = ordered.SelectMany(member => TellingOf(member, decisions)).ToList();
        var said = all.ToLookup(t => t.Claim.Role, StringComparer.Ordinal);
        var roles = codebook.Roles
            .Where(row => said.Contains(row.Role))
            .Select(row => (Row: row, Values: RoleValues.Of([.. said[row.Role]], row.IsMany)))
            .ToList();
        var kind = ordered.GroupBy(o => o.Event.Kind, StringComparer.Ordinal).OrderByDescending(group => group.Count()).First().Key;
        var reports = ordered.DistinctBy(m => m.Mention.Report, StringComparer.Ordinal).ToList();
        var origins = OriginCounter.Count([.. all.Select(t => t.From).Concat(reports.Select(Mentioned)).DistinctBy(from => (from.Text, from.Chain, from.Outlet))]);
        return new EventRecord(
            EventIds.Of(ordered[0].Mention.Key),
            kind,
            StatusOf(ordered.Select(o => o.Event.Status)),
            ordered.First(o => o.Event.Kind == kind).Event.Plover,
            roles.Where(r => r.Row.Value == RoleValue.Time).Select(r => RoleValues.Preferred(r.Values)).FirstOrDefault(),
            roles.Where(r => r.Row.Value == RoleValue.Place).Select(r => RoleValues.Preferred(r.Values)).OfType<ToldValue>().OrderBy(v => v.IsInferred).ThenByDescending(v => v.Texts).ThenByDescending(v => v.Claims).FirstOrDefault(),
            [.. roles.Where(r => r.Row.Value == RoleValue.Actor).SelectMany(r => r.Values.Select(value => (r.Row.Role, value)))],
            [.. reports.Select(m => (m.Mention.Report, m.Mention.Source))],
            reports.Select(m => m.Event.Outlet).OfType<Actor>().Select(outlet => outlet.Id ?? outlet.Name).Distinct(StringComparer.Ordinal).Count(),
            reports.Select(m => m.Mention.Text).Distinct(StringComparer.Ordinal).Count(),
            origins,
            [.. roles.Select(r => (r.Row.Role, r.Values))],
            [.. ordered.GroupBy(m => m.Mention.Report, StringComparer.Ordinal).SelectMany(report => FindingsOf([.. report], decisions))],
            null,
            [])
        {
            Across = checks.Run(EventTellingMaker.Make(kind, [.. reports.Select(m => (m.Mention, m.Event))], all, ordered.ToLookup(o => o.Mention.Report, o => o.Event.Status, StringComparer.Ordinal), origins, weapon => weapon is null || codebook.Has(weapon, ClassTrait.Open))),
        };
    }

    // With the anchor first: by day of publication (unknown last), report, and number in it.
    private static List<EventMember> InOrder(IEnumerable<EventMember> members) =>
    [
        .. members
            .OrderBy(m => m.Mention.Day is null)
            .ThenBy(m => m.Mention.Day, StringComparer.Ordinal)
            .ThenBy(m => m.Mention.Report, StringComparer.Ordinal)
            .ThenBy(m => int.Parse(m.Mention.EventNumber.AsSpan(1), CultureInfo.InvariantCulture)),
    ];

    private static Dictionary<string, JudgedReport> JudgedOf(IEnumerable<EventMember> members, JudgementBook book) => members
        .Where(m => book.Has(m.Mention.Report))
        .DistinctBy(m => m.Mention.Report, StringComparer.Ordinal)
        .ToDictionary(m => m.Mention.Report, m => book.Of(m.Mention.Report, m.Reading()), StringComparer.Ordinal);

    private static IEnumerable<Telling> TellingOf(Told member, Decisions decisions)
    {
        var voice = member.Event.Voice;
        var judged = decisions.Of(member.Mention.Report);
        foreach (var claim in member.Event.Claims)
        {
            var last = judged.LastOnClaim(claim.Id);
            if (last is not { Kind: JudgementKind.Reject })
            {
                yield return Telling.Of(claim, new OriginTelling(member.Mention.Report, member.Mention.Text, voice, decisions.Chain(claim)), last, decisions.Persons);
            }
        }
    }

    // A report that only mentions the event tells it too, in its own voice.
    private static OriginTelling Mentioned(Told member) => new(member.Mention.Report, member.Mention.Text, member.Event.Voice, []);

    private static string StatusOf(IEnumerable<string> told)
    {
        var all = told.ToHashSet(StringComparer.Ordinal);
        return Weight.Select(status => JsonNames.Of(status)).First(all.Contains);
    }

    private static IEnumerable<(string Report, JsonElement Finding)> FindingsOf(List<Told> report, Decisions decisions)
    {
        var id = report[0].Mention.Report;
        var judged = decisions.Of(id);
        if (judged == JudgedReport.None)
        {
            return report.SelectMany(m => m.Event.Findings).DistinctBy(finding => finding.Place).OrderBy(finding => finding.Place).Select(finding => (id, finding.Json));
        }

        var claims = report.SelectMany(m => m.Event.Claims).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        return JudgedFindings.Of(report[0].Reading(), judged).Where(finding => StoredReading.ClaimsOf(finding).Any(claims.Contains)).Select(finding => (id, finding));
    }

    private sealed record Told(MentionRow Mention, ToldEvent Event, Func<StoredReading> Reading);

    /// <summary>What people decided about the reports of one event.</summary>
    private sealed record Decisions(Dictionary<string, JudgedReport> Reports, SamePersons Persons)
    {
        public JudgedReport Of(string report) => Reports.Count > 0 ? Reports.GetValueOrDefault(report, JudgedReport.None) : JudgedReport.None;

        public JudgedReport Of(EventMember member) => Of(member.Mention.Report);

        public IReadOnlyList<Actor> Chain(ToldClaim claim) => Persons.IsEmpty ? claim.Chain : [.. claim.Chain.Select(Persons.Of)];

        public IReadOnlyList<Judgement> OnEvent(EventMember member) => Of(member).OnEvent(member.Mention.EventNumber);

        public IEnumerable<Judgement> On(EventMember member) => Of(member) == JudgedReport.None ? [] : OnEvent(member).Concat(
            member.Reading().Claims.Where(claim => claim.Event == member.Mention.EventNumber).SelectMany(Of(member).OnClaim));
    }
}
