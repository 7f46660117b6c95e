using Dateline.Annotations;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Checks;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events;
using NodaTime;

namespace Dateline.Tests.App;

/// <summary>A small reading made by hand: the program around the rooms is tested without them.</summary>
internal static class HandMade
{
    public const string Text = "🚀 North Korea fired several missiles off the west coast of North Korea at 8am on Wednesday, its news agency said. They flew 1,587 km.";

    private static readonly Actor Agency = new("kp-kcna", "Korean Central News Agency", ActorKind.StateMedia, "KP");
    private static readonly Actor State = new("country-kp", "North Korea", ActorKind.State, "KP");
    private static readonly Place Country = new("country-kp", "North Korea", "country", "KP", [], 40, 127.5, PlacePrecision.Country);

    /// <summary>The reading of any document whose words are <see cref="Text"/>; an empty one for any other.</summary>
    public static Reading Of(RawDocument document, ReadOptions options)
    {
        var words = DocumentText.Of(document);
        var published = document.Stated.Published is { } stated && StatedDate.Parse(stated) is { } day
            ? new PublicationDate(day.Date, day.Time, day.Zone, document.Stated.PublishedFrom!, null)
            : null;
        var outlet = document.Stated.Outlet is { } name ? new Publisher(null, name) : null;
        var blocks = new[] { new Block(BlockKind.Body, new TextSpan(0, words.Text.Length).Trim(words.Text), "hand", null, 0) };
        var language = words.Text.Contains('다', StringComparison.Ordinal) ? "ko" : "en";
        var article = new Article(words.Text, blocks, document.Stated.Title, null, language, outlet, [], published, null, []);
        var run = new RunInfo("0.1.0", "sha256:0");
        return words.Text == Text
            ? Told(new Reading(run, document, article, [], AnnotationSet.Empty, new ClaimSet([], [], []), new EventSet([], [], []), []))
            : new Reading(run, document, article, [], AnnotationSet.Empty, new ClaimSet([], [], []), new EventSet([], [], []), []);
    }

    private static Reading Told(Reading empty)
    {
        var time = new TimeExpression(
            Span("8am on Wednesday"),
            "hand",
            TimexType.Time,
            "2025-02-26T08:00",
            TimePrecision.Hour,
            new LocalDate(2025, 2, 26),
            new LocalDate(2025, 2, 26),
            new LocalTime(8, 0),
            null,
            Offset.FromHours(9),
            "+09:00",
            "place",
            "publication",
            TimeDirection.Past,
            false,
            false);
        var several = new Quantity(Span("several missiles"), "hand", null, null, "missile", "count", null, null, null, false, "several", 3, 10, "missiles", null);
        var distance = new Quantity(Span("1,587 km"), "hand", 1587.0m, 1587.0m, "km", "length", 1587000.00m, 1587000.00m, "m", false, null, null, null, null, null);
        var attribution = new Attribution(
            "a1",
            Span("North Korea fired"),
            "hand",
            [Span("its news agency")],
            Agency,
            [Span("said")],
            [new TextSpan(Span("North Korea").Start, Span("Wednesday").End)],
            AttributionMode.Indirect,
            Stance.Asserts,
            Certainty.Claimed,
            null,
            null);
        Teller[] agency = [new(Agency, Span("its news agency"))];
        var claims = new[]
        {
            Numbered("c1", "actor", new ActorValue(State), "North Korea", agency),
            Numbered("c2", "count", new QuantityValue(several, "several missiles"), "several missiles", agency),
            Numbered("c3", "place", new PlaceValue(Country, "off the west coast of"), "off the west coast of North Korea", agency),
            Numbered("c4", "time", new TimeValue(time), "8am on Wednesday", agency),
            Numbered("c5", "distance", new QuantityValue(distance, "1,587 km"), "1,587 km", []),
        };
        var mention = new EventMention("missile_test", Span("fired"), 0, EventStatus.News, null, [], false, false, [.. claims.Select(claim => claim.Claim)], "hand", "a past verb");
        var happening = new Event(
            "e1",
            "missile_test",
            EventStatus.News,
            new PloverCode("MOBILIZE", "weapons", []),
            [mention],
            claims,
            [.. claims.Select(claim => new RoleSummary(claim.Claim.Role, [claim]))],
            []);
        return empty with
        {
            Annotations = new AnnotationSet([time], [several, distance], [], [], [], [], [attribution]),
            Claims = new ClaimSet([mention], [], [new Abstention(Span("flew"), "no frame fits")]),
            Events = new EventSet([happening], [], []),
            Findings = [new Finding("DL0202", Severity.Info, "8am is at +09:00", ["c4"], [new("offset", "+09:00"), new("hours", 9.0m)], null)],
        };
    }

    private static NumberedClaim Numbered(string id, string role, ClaimValue value, string words, Teller[] tellers) =>
        new(id, new Claim(role, value, [Span(words)], tellers, tellers.Length > 0 ? "a1" : null, Factuality.Asserted, "hand"));

    private static TextSpan Span(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
