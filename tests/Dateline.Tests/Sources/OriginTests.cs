using Dateline.Annotations.Actors;
using Dateline.Sources;

namespace Dateline.Tests.Sources;

/// <summary>Independent origins, however many outlets print them.</summary>
public sealed class OriginTests
{
    private static readonly Actor Agency = new("kcna", "KCNA", ActorKind.StateMedia, "KP");
    private static readonly Actor Wire = new("reuters", "Reuters", ActorKind.Agency, "GB");
    private static readonly Actor Staff = new("kr-jcs", "Joint Chiefs of Staff", ActorKind.Military, "KR");
    private static readonly Actor State = new("KR", "South Korea", ActorKind.State, "KR");
    private static readonly Actor Service = new("nis", "National Intelligence Service", ActorKind.Intelligence, "KR");
    private static readonly Actor Lawmaker = new(null, "Lee Seong-kweun", ActorKind.Person, "KR");
    private static readonly Actor Officials = new(null, "officials", ActorKind.Unnamed, "US");
    private static readonly Actor Paper = new("daily", "The Daily", ActorKind.Outlet, null);

    [Fact]
    public void FortyOutletsOfOneAgencyAreOne() =>
        Assert.Equal(["KCNA"], Names(Enumerable.Range(0, 40).Select(i => Told($"t{i}", Agency))));

    [Fact]
    public void ARelayIsNoOrigin() => Assert.Equal(["KCNA"], Names([Told("t1", Wire, Agency), Told("t2", Agency)]));

    [Fact]
    public void TwoSidesAreTwo() => Assert.Equal(["KCNA", "Joint Chiefs of Staff"], Names([Told("t1", Staff), Told("t1", Agency)]));

    [Fact]
    public void ALawmakerWhoTellsForTheServiceIsTheService() => Assert.Single(Names([Told("t1", Service, Lawmaker), Told("t2", Service)]));

    [Fact]
    public void AnAgencyThatCarriesTwoJoinsNobody() => Assert.Equal(2, Names([Told("t1", Wire, Agency), Told("t1", Wire, Staff), Told("t2", Wire)]).Count - 1);

    [Fact]
    public void TheStateIsItsNamedSource() => Assert.Equal(["Joint Chiefs of Staff"], Names([Told("t1", State), Told("t2", Staff)]));

    [Fact]
    public void NobodyInParticularCountsOnlyAlone()
    {
        Assert.Equal(["KCNA"], Names([Told("t1", Officials), Told("t2", Agency)]));
        Assert.Equal(["officials", "officials"], Names([Told("t1", Officials), Told("t2", Officials), Told("t2", Officials)]));
    }

    [Fact]
    public void AnOutletsOwnVoiceCountsOnlyAlone()
    {
        Assert.Equal(["KCNA"], Names([Told("t1"), Told("t2", Agency)]));
        Assert.Equal(["The Daily"], Names([Own("t1"), Own("t1")]));
        Assert.Equal(["own reporting", "own reporting"], Names([Told("t1"), Told("t1"), Told("t2")]));
    }

    [Fact]
    public void AnOriginKnowsItsTexts() => Assert.Equal(["t1", "t2"], Assert.Single(OriginCounter.Count([Told("t2", Agency), Told("t1", Wire, Agency), Told("t1", Agency)])).Texts);

    [Fact]
    public void NobodyTellsNothing() => Assert.Empty(OriginCounter.Count([]));

    private static OriginTelling Told(string text, params Actor[] chain) => new("r" + text, text, null, chain);

    private static OriginTelling Own(string text) => new("r" + text, text, Paper, []);

    private static List<string> Names(IEnumerable<OriginTelling> tellings)
    {
        var list = tellings.ToList();
        var names = OriginCounter.Count(list).Select(o => o.Actor.Name).ToList();
        Assert.Equal(names, OriginCounter.Count([.. Enumerable.Reverse(list)]).Select(o => o.Actor.Name));
        return names;
    }
}
