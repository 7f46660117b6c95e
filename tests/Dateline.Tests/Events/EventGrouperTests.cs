using CsCheck;
using Dateline.Claims;
using Dateline.Events.Across;
using Dateline.Knowledge;
using Dateline.Tests.Whole;
using NodaTime;

namespace Dateline.Tests.Events;

/// <summary>Tellings of many reports brought together.</summary>
public sealed class EventGrouperTests
{
    private static readonly KnowledgeFiles Files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
    private static readonly EventMatcher Matcher = new(Files, new Codebook(Files));

    private static readonly Gen<EventProfile> AnyTelling =
        from kind in Gen.OneOf(Gen.Const("missile_test"), Gen.Const("strike"), Gen.Const("meeting"))
        from day in Gen.Int[20, 26]
        from length in Gen.Frequency((6, Gen.Const(0)), (1, Gen.Int[1, 3]))
        from dated in Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)))
        from published in Gen.Int[20, 28]
        from actor in Gen.OneOf(Gen.Const("KP"), Gen.Const("RU"), Gen.Const("IR"))
        from spot in Gen.Int[0, 4]
        from killed in Gen.Int[0, 3]
        from site in Gen.OneOf(Gen.Const(""), Gen.Const("mosque"), Gen.Const("port"), Gen.Const("school"))
        from name in Gen.OneOf(Gen.Const(""), Gen.Const("alpha"), Gen.Const("beta gamma"))
        select Said(Place(Toll(Tellings.Of(kind, dated ? $"2024-05-{day:00}/2024-05-{day + length:00}" : null, published: published > 26 ? null : $"2024-05-{published:00}").By(actor), killed * 11), spot), day, site, name);

    [Fact]
    public void TheOrderOfArrivalMakesNoDifference() => AnyTellings(25).Sample(
        tellings =>
        {
            var shuffled = tellings.OrderBy(t => StringComparer.Ordinal.GetHashCode(t.Key + tellings.Count)).ToList();
            Assert.Equal(Groups(tellings), Groups(shuffled));
            Assert.Equal(Groups(tellings), Groups(Enumerable.Reverse(tellings)));
        },
        iter: 300);

    [Fact]
    public void NoGroupHoldsTwoThatAreApart() => AnyTellings(25).Sample(
        tellings =>
        {
            var byKey = tellings.ToDictionary(t => t.Key, StringComparer.Ordinal);
            foreach (var pair in Group(tellings).SelectMany(g => g.SelectMany((a, i) => g.Skip(i + 1).Select(b => (a, b)))))
            {
                Assert.Null(Matcher.Compare(byKey[pair.a], byKey[pair.b]).Apart);
            }
        },
        iter: 300);

    [Fact]
    public void WhatIsForgottenWasNeverThere() => AnyTellings(15).Sample(
        tellings =>
        {
            var grouper = new EventGrouper(Matcher, new MemoryMatchStore());
            grouper.Add(tellings, GroupDecisions.None, _ => []);
            grouper.Forget(tellings[0].Report, _ => []);
            var left = tellings.FindAll(t => t.Report != tellings[0].Report);

            Assert.Equal(Groups(left), All(grouper, left).Select(g => string.Join(' ', g)));
        },
        iter: 100);

    [Fact]
    public void WhatTheSamplesTellTwiceIsOneEvent()
    {
        var tellings = Samples.Names.Select(name => (name, reading: Samples.Read(Samples.Text(name))))
            .SelectMany(r => new ProfileMaker(Files).Make(r.name[..2], r.reading.Article, r.reading.Sentences, r.reading.Annotations, r.reading.Events.Events));

        Assert.Equal(["01 02 03 04 05 06", "01 02", "01 03", "06 07"], Group(tellings).Where(g => g.Count > 1).Select(g => string.Join(' ', g.Select(key => key[..2]))));
    }

    [Fact]
    public void AnUndatedTellingThatCouldBeEitherStaysAlone()
    {
        var first = Launch("2022-01-25");
        var second = Launch("2022-10-12");
        var undated = Launch(null);

        Assert.Equal([first.Key + " " + undated.Key], Groups([first, undated]));
        Assert.Equal(3, Group([first, second, undated]).Count);
    }

    [Fact]
    public void AnUndatedTellingThatIsFarLikelierTheOneJoinsIt()
    {
        var first = Launch("2022-01-25").At("sunan", 39.2, 125.7, "KP").Named("alpha", "beta");
        var second = Launch("2022-10-12");
        var undated = Launch(null).At("sunan", 39.2, 125.7, "KP").Named("alpha", "beta");

        Assert.Equal([first.Key + " " + undated.Key, second.Key], Groups([first, second, undated]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AMonthThatHoldsTwoOfThemStaysAlone()
    {
        var (first, second, month) = (Launch("2022-01-05"), Launch("2022-01-25"), Launch("2022-01-01/2022-01-31"));

        Assert.Equal([first.Key + " " + month.Key], Groups([first, month]));
        Assert.Equal(3, Group([month, first, second]).Count);
    }

    [Fact]
    public void AnUndatedTellingIsFoundByItsWeekdayAndPerson()
    {
        var dated = Tellings.Of("statement", "2025-09-14").By("KP").On("US").Of("person-a");
        var undated = Tellings.Of("statement", null).OnThe(IsoDayOfWeek.Sunday).By("KP").On("US").Of("person-a") with { Sources = ["kcna"] };

        Assert.Single(Group([dated with { Sources = ["kcna"] }, undated]));
    }

    [Fact]
    public void StatedDaysComeBeforeWhatIsToldTogether()
    {
        var dated = Deployment("2024-10-08/2024-10-13");
        var twice = Deployment("2024-10-08/2024-10-13");
        var again = Deployment(null) with { Report = twice.Report, Event = "e2" };
        var undated = Deployment(null);

        Assert.Equal([dated.Key, twice.Key, undated.Key], Group([dated, twice, again, undated]).Single(g => g.Count > 1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ManyTellingsOfOneHappeningAreOne()
    {
        var dated = Enumerable.Range(0, 80).Select(_ => Launch("2022-10-12"));
        var undated = Enumerable.Range(0, 40).Select(_ => Launch(null));

        Assert.Single(Group([.. dated, .. undated]));
    }

    [Fact]
    public void ReportsThatSayTheSameAreComparedOnce()
    {
        var store = new MemoryMatchStore();
        var grouper = new EventGrouper(Matcher, store);
        var tellings = Enumerable.Range(0, 30).Select(_ => Launch("2022-10-12")).ToList();
        foreach (var telling in tellings)
        {
            grouper.Add([telling], GroupDecisions.None, _ => []);
        }

        Assert.Equal(30, store.Tellings(store.AccountOf(tellings[0].Key)).Count);
        Assert.Equal(30, Assert.Single(All(grouper, tellings)).Count);
    }

    [Fact]
    public void OneReportThatTellsTheSameTwiceMeansTwo()
    {
        var (a, b) = (Launch("2022-10-12"), Launch("2022-10-12"));
        var (again, too) = (a with { Event = "e2" }, b with { Event = "e2" });

        Assert.Equal([a.Key + " " + b.Key, again.Key + " " + too.Key], Groups([a, again, b, too]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AReportThatTellsOneThingTwiceDoesNotKeepTheOthersApart()
    {
        var clear = Consulate().By("IL").On("IR");
        var echo = Consulate().Inferred().With("missile") with { Report = clear.Report, Event = "e2" };
        var (like, unlike) = (Consulate().By("IL").On("IR"), Consulate().Inferred().By("IL").With("missile"));

        Assert.Equal([clear.Key, like.Key, unlike.Key], Group([clear, echo, like, unlike]).Single(g => g.Count > 1).Order(StringComparer.Ordinal));

        static EventProfile Consulate() => Tellings.Of("strike", "2024-04-01", published: "2024-04-01").At("damascus", 33.5, 36.3, "SY").Hitting("embassy");
    }

    [Fact]
    public void OneOfManyThatSayTheSameIsPutElsewhereAlone()
    {
        var store = new MemoryMatchStore();
        var grouper = new EventGrouper(Matcher, store);
        var tellings = Enumerable.Range(0, 5).Select(_ => Launch("2022-10-12")).ToList();
        grouper.Add(tellings, GroupDecisions.None, _ => []);

        var split = new GroupDecisions(new HashSet<(string, string)>(), tellings.Skip(1).Select(t => GroupDecisions.Pair(tellings[0].Key, t.Key)).ToHashSet());
        Assert.Equal([1, 4], grouper.Regroup([tellings[2].Key], split).Select(g => grouper.Keys(g).Count).Order());
        Assert.Equal([tellings[0].Key], grouper.Keys(grouper.Regroup([tellings[0].Key], split).Single(g => grouper.Keys(g).Count == 1)));
    }

    [Fact]
    public void WhatACopySpeaksForIsForgottenWithIt()
    {
        var store = new MemoryMatchStore();
        var grouper = new EventGrouper(Matcher, store);
        var (a, b) = (Tellings.Of("meeting", null, published: "2024-05-21").In("UA"), Tellings.Of("meeting", null, published: "2024-05-22").In("UA"));
        grouper.Add([a], GroupDecisions.None, _ => []);
        grouper.Add([b], GroupDecisions.None, _ => [store.AccountOf(a.Key)]);
        var links = store.Links(store.AccountOf(a.Key));
        grouper.Forget(b.Report, _ => []);

        Assert.NotEmpty(links);
        Assert.Empty(store.Links(store.AccountOf(a.Key)));
    }

    [Fact]
    public void WhatPeopleDecidedStands()
    {
        var (a, b, c) = (Tellings.Of("strike", "2024-05-25").By("RU").In("UA"), Tellings.Of("strike", "2024-05-25").By("RU").In("UA"), Tellings.Of("strike", "2024-05-29").By("UA").In("RU"));
        var store = new MemoryMatchStore();
        var grouper = new EventGrouper(Matcher, store);
        grouper.Add([a, b, c], GroupDecisions.None, _ => []);

        var split = new GroupDecisions(new HashSet<(string, string)>(), new HashSet<(string, string)> { GroupDecisions.Pair(a.Key, b.Key) });
        Assert.Equal([a.Key, b.Key], grouper.Regroup([a.Key], split).Select(g => Assert.Single(grouper.Keys(g))).Order(StringComparer.Ordinal));

        var merged = new GroupDecisions(new HashSet<(string, string)> { GroupDecisions.Pair(a.Key, c.Key) }, new HashSet<(string, string)>());
        Assert.Equal([a.Key, b.Key, c.Key], grouper.Keys(Assert.Single(grouper.Regroup([b.Key], merged))));
    }

    private static EventProfile Deployment(string? days) => Tellings.Of("troop_deployment", days, published: "2024-10-18").By("KP").In("RU").Figure("count", 1500);

    private static EventProfile Launch(string? day) => Tellings.Of("missile_test", day).By("KP").In("KP").With("cruise_missile").Figure("distance", 2_000_000, "m").Figure("duration", 10_234, "s");

    private static EventProfile Toll(EventProfile telling, int killed) => killed > 0 ? telling.Figure("killed", killed) : telling;

    private static EventProfile Said(EventProfile telling, int day, string site, string name)
    {
        var told = telling.Hitting(site.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Named(name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return telling.Days is not null ? telling.Published == telling.Days.First ? told.Inferred() : told : day % 2 == 0 ? told.OnThe(new LocalDate(2024, 5, day).DayOfWeek) : told.OnThe(5, day);
    }

    private static EventProfile Place(EventProfile telling, int spot) => spot switch
    {
        1 => telling.At("kharkiv", 50.0, 36.2, "UA"),
        2 => telling.At("odesa", 46.5, 30.7, "UA"),
        3 => telling.In("UA"),
        _ => telling,
    };

    private static IEnumerable<string> Groups(IEnumerable<EventProfile> tellings) => Group(tellings).Select(g => string.Join(' ', g));

    private static IReadOnlyList<IReadOnlyList<string>> Group(IEnumerable<EventProfile> tellings)
    {
        var store = new MemoryMatchStore();
        var grouper = new EventGrouper(Matcher, store);
        var all = tellings.ToList();
        foreach (var report in all.GroupBy(t => t.Report, StringComparer.Ordinal))
        {
            grouper.Add([.. report], GroupDecisions.None, _ => []);
        }

        return All(grouper, all);
    }

    private static IReadOnlyList<IReadOnlyList<string>> All(EventGrouper grouper, IEnumerable<EventProfile> tellings) =>
        [.. grouper.Regroup(tellings.Select(t => t.Key), GroupDecisions.None).Select(grouper.Keys).OrderBy(g => g[0], StringComparer.Ordinal)];

    // Some tell just what another report tells, and some reports tell two things.
    private static Gen<List<EventProfile>> AnyTellings(int most) =>
        from tellings in AnyTelling.List[3, most]
        from others in Gen.Int[0, 5].Array[most]
        select tellings.Select((telling, i) => others[i] switch
        {
            0 when i > 0 => tellings[i - 1] with { Report = telling.Report },
            1 when i > 0 && others[i - 1] != 1 => telling with { Report = tellings[i - 1].Report, Event = "e2" },
            _ => telling,
        }).ToList();
}
