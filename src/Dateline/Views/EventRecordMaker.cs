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

    /// <summary>The members with the anchor first: by day of publication (unknown last), report, and number in it.</summary>
    public static List<EventMember> InOrder(IEnumerable<EventMember> members) =>
    [
        .. members
            .OrderBy(m => m.Mention.Day is null)
            .ThenBy(m => m.Mention.Day, StringComparer.Ordinal)
            .ThenBy(m => m.Mention.Report.Id, StringComparer.Ordinal)
            .ThenBy(m => int.Parse(m.Mention.EventNumber.AsSpan(1), CultureInfo.InvariantCulture)),
    ];

    /// <summary>Arranges them. A telling that people rejected is left out; an event of which they rejected every telling is shown whole, as rejected.</summary>
    public EventRecord Make(IReadOnlyList<EventMember> members, JudgementBook book)
    {
        var judged = members.DistinctBy(m => m.Mention.Report.Id, StringComparer.Ordinal).ToDictionary(m => m.Mention.Report.Id, m => book.Of(m.Mention.Report.Id, m.Reading), StringComparer.Ordinal);
        var left = InOrder(members.Where(m => !judged[m.Mention.Report.Id].IsRejected(m.Mention.EventNumber)));
        var decisions = new Decisions(judged, book.Persons);
        return Make(left.Count > 0 ? left : InOrder(members), decisions) with
        {
            Judged = left.Count == 0 ? JudgementKind.Reject : left.Exists(m => decisions.OnEvent(m).Any(j => j.Kind is JudgementKind.Accept)) ? JudgementKind.Accept : null,
            Judgements = [.. InOrder(members).SelectMany(decisions.On).Distinct().OrderBy(j => j.At, StringComparer.Ordinal).ThenBy(j => j.Id, StringComparer.Ordinal)],
        };
    }

    private EventRecord Make(List<EventMember> ordered, Decisions decisions)
    {
        var own = ordered.ConvertAll(member => (Member: member, Event: member.Reading.Events.First(e => e.Number == member.Mention.EventNumber)));
        var told = ordered.SelectMany(member => TellingOf(member, decisions)).ToList();
        var roles = codebook.Roles
            .Select(role => (Row: role, Told: told.Where(t => t.Claim.Role == role.Role).ToList()))
            .Where(role => role.Told.Count > 0)
            .Select(role => (role.Row, Values: RoleValues.Of(role.Told, role.Row.IsMany)))
            .ToList();
        var kind = own.GroupBy(o => o.Event.Kind, StringComparer.Ordinal).OrderByDescending(group => group.Count()).First().Key;
        var reports = ordered.DistinctBy(m => m.Mention.Report.Id, StringComparer.Ordinal).ToList();
        var origins = OriginCounter.Count([.. told.Select(t => t.From), .. reports.Select(Mentioned)]);
        return new EventRecord(
            EventIds.Of(ordered[0].Mention.Key),
            kind,
            StatusOf(own.Select(o => o.Event.Status)),
            own.First(o => o.Event.Kind == kind).Event.Json.GetProperty("plover"),
            roles.Where(r => r.Row.Value == RoleValue.Time).Select(r => RoleValues.Preferred(r.Values)).FirstOrDefault(),
            roles.Where(r => r.Row.Value == RoleValue.Place).Select(r => RoleValues.Preferred(r.Values)).OfType<ToldValue>().OrderBy(v => v.IsInferred).ThenByDescending(v => v.Texts).ThenByDescending(v => v.Claims).FirstOrDefault(),
            [.. roles.Where(r => r.Row.Value == RoleValue.Actor).SelectMany(r => r.Values.Select(value => (r.Row.Role, value)))],
            [.. reports.Select(m => (m.Mention.Report.Id, m.Mention.Report.Source))],
            reports.Select(m => m.Reading.Outlet).OfType<Actor>().Select(outlet => outlet.Id ?? outlet.Name).Distinct(StringComparer.Ordinal).Count(),
            reports.Select(m => m.Mention.Text).Distinct(StringComparer.Ordinal).Count(),
            origins,
            [.. roles.Select(r => (r.Row.Role, r.Values))],
            [.. reports.SelectMany(m => FindingsOf(m, [.. own.Where(o => o.Member.Mention.Report.Id == m.Mention.Report.Id).Select(o => o.Event.Number)], decisions))],
            null,
            [])
        {
            Across = checks.Run(EventTellingMaker.Make(kind, reports, told, own.ToLookup(o => o.Member.Mention.Report.Id, o => o.Event.Status, StringComparer.Ordinal), origins, weapon => weapon is null || codebook.Has(weapon, ClassTrait.Open))),
        };
    }

    /// <summary>Who tells an event in one report: its outlet, its agencies and the primary sources.</summary>
    public static IEnumerable<Actor> SourcesOf(EventMember member) =>
        [.. Publishers(member.Reading), .. member.Reading.Claims.Where(claim => claim.Event == member.Mention.EventNumber).Select(claim => claim.Chain.LastOrDefault()).OfType<Actor>()];

    internal static IEnumerable<Actor> Publishers(StoredReading reading) => [.. reading.Agencies, .. reading.Outlet is { } outlet ? [outlet] : (Actor[])[]];

    private static IEnumerable<Telling> TellingOf(EventMember member, Decisions decisions)
    {
        var voice = Publishers(member.Reading).FirstOrDefault();
        var judged = decisions.Reports[member.Mention.Report.Id];
        return member.Reading.Claims
            .Where(claim => claim.Event == member.Mention.EventNumber && judged.LastOnClaim(claim) is not { Kind: JudgementKind.Reject })
            .Select(claim => Telling.Of(
                claim,
                new OriginTelling(member.Mention.Report.Id, member.Mention.Text, voice, [.. claim.Chain.Select(decisions.Persons.Of)]),
                judged.LastOnClaim(claim),
                decisions.Persons));
    }

    // A report that only mentions the event tells it too, in its own voice.
    private static OriginTelling Mentioned(EventMember member) => new(member.Mention.Report.Id, member.Mention.Text, Publishers(member.Reading).FirstOrDefault(), []);

    private static string StatusOf(IEnumerable<string> told)
    {
        var all = told.ToHashSet(StringComparer.Ordinal);
        return Weight.Select(status => JsonNames.Of(status)).First(all.Contains);
    }

    private static IEnumerable<(string Report, JsonElement Finding)> FindingsOf(EventMember member, HashSet<string> events, Decisions decisions)
    {
        var claims = member.Reading.Claims.Where(claim => claim.Event is { } number && events.Contains(number)).Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        return JudgedFindings.Of(member.Reading, decisions.Reports[member.Mention.Report.Id]).Where(finding => StoredReading.ClaimsOf(finding).Any(claims.Contains)).Select(finding => (member.Mention.Report.Id, finding));
    }

    /// <summary>What people decided about the reports of one event.</summary>
    private sealed record Decisions(IReadOnlyDictionary<string, JudgedReport> Reports, SamePersons Persons)
    {
        public IReadOnlyList<Judgement> OnEvent(EventMember member) => Reports[member.Mention.Report.Id].OnEvent(member.Mention.EventNumber);

        public IEnumerable<Judgement> On(EventMember member) => OnEvent(member).Concat(
            member.Reading.Claims.Where(claim => claim.Event == member.Mention.EventNumber).SelectMany(Reports[member.Mention.Report.Id].OnClaim));
    }
}
