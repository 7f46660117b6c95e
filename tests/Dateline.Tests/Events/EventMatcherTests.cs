using Dateline.Claims;
using Dateline.Events.Across;
using Dateline.Knowledge;
using NodaTime;

namespace Dateline.Tests.Events;

/// <summary>Which tellings of two reports are of one event, and which are not.</summary>
public sealed class EventMatcherTests
{
    private static readonly KnowledgeFiles Files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
    private static readonly EventMatcher Matcher = new(Files, new Codebook(Files));

    [Fact]
    public void EveryKindOfTheCodebookHasItsRow() =>
        Assert.Equal(Files.Table("ontology/kinds.tsv").Rows.Select(r => r["kind"]), Files.Table("ontology/across.tsv").Rows.Select(r => r["kind"]));

    [Fact]
    public void OneDayOneStateOneCountry() => One(
        Tellings.Of("missile_test", "2025-02-26").By("KP").In("KP"),
        Tellings.Of("missile_test", "2025-02-26").By("KP").In("KP"));

    [Fact]
    public void TheSameSiteAWeekLaterIsAnother() => Apart("another day",
        Tellings.Of("missile_test", "2019-07-25").By("KP").At("hodo", 39.4, 127.5, "KP").Figure("count", 2),
        Tellings.Of("missile_test", "2019-07-31").By("KP").At("hodo", 39.4, 127.5, "KP").Figure("count", 2));

    [Fact]
    public void TwoSitesOfOneDayAreTwo() => Apart("another place",
        Tellings.Of("missile_test", "2024-01-14").By("KP").At("pyongyang", 39.0, 125.7, "KP", "launch_place"),
        Tellings.Of("missile_test", "2024-01-14").By("KP").At("musudan", 43.9, 129.7, "KP", "launch_place"));

    [Fact]
    public void StrikesOnTwoTownsOfOneDayAreTwo() => Apart("another place",
        Tellings.Of("strike", "2024-05-25").By("RU").On("UA").At("kharkiv", 50.0, 36.2, "UA"),
        Tellings.Of("strike", "2024-05-25").By("RU").On("UA").At("odesa", 46.5, 30.7, "UA", "target_place"));

    [Fact]
    public void AStrikeSomewhereIsNotTheStrikeOnATown() => Two(
        Tellings.Of("strike", "2024-05-25").By("RU").On("UA").In("UA"),
        Tellings.Of("strike", "2024-05-25").By("RU").On("UA").At("odesa", 46.5, 30.7, "UA"));

    [Fact]
    public void AStrikeSomewhereWithItsTollIs() => One(
        Tellings.Of("strike", "2024-05-25").By("RU").On("UA").In("UA").Figure("killed", 18),
        Tellings.Of("strike", "2024-05-25").By("RU").On("UA").At("kharkiv", 50.0, 36.2, "UA").Figure("killed", 18));

    [Fact]
    public void TheDayBeforeInAnotherZone() => One(
        Tellings.Of("missile_test", "2022-10-03").By("KP").In("KP").With("ballistic_missile").At("tokyo", 35.7, 139.7, "JP").Figure("distance", 4_600_000, "m"),
        Tellings.Of("missile_test", "2022-10-04").By("KP").In("KP").With("ballistic_missile").At("tokyo", 35.7, 139.7, "JP").Figure("distance", 4_600_000, "m"));

    [Fact]
    public void AnotherActor() => Apart("another actor",
        Tellings.Of("missile_test", "2022-10-14").By("KP"), Tellings.Of("missile_test", "2022-10-14").By("IN"));

    [Fact]
    public void AnotherRecipient() => Apart("another recipient",
        Tellings.Of("arms_transfer", "2023-05-02").By("US").On("UA"), Tellings.Of("arms_transfer", "2023-05-02").By("US").On("TW"));

    [Fact]
    public void TalksWhoeverIsNamedFirst() => One(
        Tellings.Of("meeting", "2023-03-21").By("CN").On("RU"), Tellings.Of("meeting", "2023-03-21").By("RU").On("CN"));

    [Fact]
    public void TalksWithSomebodyElse() => Apart("another party",
        Tellings.Of("meeting", "2023-03-21").By("RU").On("CN"), Tellings.Of("meeting", "2023-03-21").By("RU").On("IN"));

    [Fact]
    public void TwoSpeakersOfOneGovernment() => Apart("another speaker",
        Tellings.Of("statement", "2024-11-02").By("RU").Of("lavrov"), Tellings.Of("statement", "2024-11-02").By("RU").Of("zakharova"));

    [Fact]
    public void WhatIsOnlySupposedIsAnother() => Apart("one is only supposed",
        Tellings.Of("nuclear_test", "2022-11-08", EventStatus.Hypothetical).By("KP"), Tellings.Of("nuclear_test", "2022-11-08").By("KP"));

    [Fact]
    public void WhatWasPlannedForThatDayIsIt() => One(
        Tellings.Of("exercise", "2024-08-19", EventStatus.Planned).By("US").By("KR"), Tellings.Of("exercise", "2024-08-19").By("US").By("KR"));

    [Fact]
    public void WhatWasPlannedForAnotherDayIsNot() => Apart("another day",
        Tellings.Of("exercise", "2024-08-18", EventStatus.Planned).By("US").By("KR"), Tellings.Of("exercise", "2024-08-19").By("US").By("KR"));

    [Fact]
    public void NewsWithoutADayMeetsTheDayItWasNews() => One(
        Tellings.Of("missile_test", null, published: "2024-09-26").By("CN").With("icbm").In("CN"),
        Tellings.Of("missile_test", "2024-09-25", published: "2024-09-25").By("CN").With("icbm").In("CN"));

    [Fact]
    public void APlanToldByTwoOnOneDayIsOne() => One(
        Tellings.Of("arms_transfer", null, EventStatus.Planned, published: "2023-01-05").By("US").On("UA"),
        Tellings.Of("arms_transfer", null, published: "2023-01-06").By("US").On("UA"));

    [Fact]
    public void APlanOfTheWeekBeforeIsNot() => Two(
        Tellings.Of("arms_transfer", null, EventStatus.Planned, published: "2022-12-28").By("US").On("UA"),
        Tellings.Of("arms_transfer", null, published: "2023-01-06").By("US").On("UA"));

    [Fact]
    public void NewsWithoutADayOfAnotherMonthIsAnother() => Apart("told as news at another time",
        Tellings.Of("missile_test", null, published: "2024-11-26").By("CN").With("icbm"), Tellings.Of("missile_test", "2024-09-25").By("CN").With("icbm"));

    [Fact]
    public void WithoutAnyTimeDayAndPartiesAreNotEnough() => Two(
        Tellings.Of("missile_test", null).By("KP").In("KP").With("short_range_ballistic_missile").Figure("count", 2),
        Tellings.Of("missile_test", "2023-09-13").By("KP").In("KP").With("short_range_ballistic_missile").Figure("count", 2));

    [Fact]
    public void AMonthAloneIsNotEnough() => Two(
        Tellings.Of("missile_test", "2022-01-01/2022-01-31", EventStatus.Background).By("KP"), Tellings.Of("missile_test", "2022-01-11").By("KP"));

    [Fact]
    public void AMonthWithTheWeaponIs() => One(
        Tellings.Of("missile_test", "2022-01-01/2022-01-31", EventStatus.Background).By("KP").In("KP").With("hypersonic_missile"), Tellings.Of("missile_test", "2022-01-11").By("KP").In("KP").With("hypersonic_missile"));

    [Fact]
    public void TheSameWeekdayOfAPageWithoutADate() => One(
        Tellings.Of("missile_test", null).OnThe(IsoDayOfWeek.Wednesday).By("KP").In("KP").With("cruise_missile").Figure("count", 2),
        Tellings.Of("missile_test", "2022-10-12").By("KP").In("KP").With("cruise_missile").Figure("count", 2));

    [Fact]
    public void AnotherWeekdaySpeaksAgainstIt() => Two(
        Tellings.Of("missile_test", null).OnThe(IsoDayOfWeek.Friday).By("KP").In("KP").With("cruise_missile").Figure("distance", 2_000_000, "m"),
        Tellings.Of("missile_test", "2022-10-12").By("KP").In("KP").With("cruise_missile").Figure("distance", 2_000_000, "m"));

    [Fact]
    public void AMonthAndDayWithoutAYear() => One(
        Tellings.Of("strike", null).OnThe(4, 8).By("RU").At("kramatorsk", 48.7, 37.6, "UA"),
        Tellings.Of("strike", "2022-04-08").By("RU").At("kramatorsk", 48.7, 37.6, "UA"));

    [Fact]
    public void AnotherMonthAndDay() => Apart("another day",
        Tellings.Of("strike", null).OnThe(6, 27).By("RU").At("kramatorsk", 48.7, 37.6, "UA"),
        Tellings.Of("strike", "2022-04-08").By("RU").At("kramatorsk", 48.7, 37.6, "UA"));

    [Fact]
    public void WithoutAnyTimeTheSameTownIsHitAgain() => Two(
        Tellings.Of("strike", null).By("IL").On("YE").At("hodeidah", 14.8, 43.0, "YE").With("bomb").Hitting("port"),
        Tellings.Of("strike", null).By("IL").On("YE").At("hodeidah", 14.8, 43.0, "YE").With("bomb").Hitting("port"));

    [Fact]
    public void ButAMosqueOnce() => One(
        Tellings.Of("strike", null).By("SD").At("el-fasher", 13.6, 25.3, "SD").With("drone").Hitting("mosque"),
        Tellings.Of("strike", null).By("SD").At("el-fasher", 13.6, 25.3, "SD").With("drone").Hitting("mosque"));

    [Fact]
    public void TwoBuildingsOfOneDayAreTwoStrikes() => Two(
        Tellings.Of("strike", "2024-03-02").By("RU").On("UA").Inferred().In("UA").With("drone").Figure("killed", 2).Hitting("school"),
        Tellings.Of("strike", "2024-03-02").By("RU").On("UA").In("UA").With("drone").Figure("killed", 2).Hitting("hospital"));

    [Fact]
    public void TollsGrow() => One(
        Tellings.Of("strike", "2022-06-27").By("RU").Inferred().At("kremenchuk", 49.1, 33.4, "UA").Figure("killed", 2).Figure("wounded", 20),
        Tellings.Of("strike", "2022-06-27").By("RU").At("kremenchuk", 49.1, 33.4, "UA").Figure("killed", 16).Figure("wounded", 59));

    [Fact]
    public void TollsOfTwoHoursAreNear() => One(
        Tellings.Of("strike", "2024-01-28").On("US").In("JO").Figure("killed", 3).Figure("wounded", 30),
        Tellings.Of("strike", "2024-01-28").On("US").At("tower", 33.3, 38.7, "JO").Figure("killed", 3).Figure("wounded", 34));

    [Fact]
    public void TheSameTownTheDayAfterIsAnother() => Apart("the day before",
        Tellings.Of("strike", "2024-05-25").By("RU").At("kharkiv", 50.0, 36.2, "UA").With("drone").Figure("killed", 2),
        Tellings.Of("strike", "2024-05-26").By("RU").At("kharkiv", 50.0, 36.2, "UA").With("drone").Figure("killed", 2));

    [Fact]
    public void TheSameMosqueIsNot() => One(
        Tellings.Of("strike", "2025-09-19").By("SD").At("el-fasher", 13.6, 25.3, "SD").With("drone").Hitting("mosque").Figure("killed", 75),
        Tellings.Of("strike", "2025-09-20").By("SD").At("el-fasher", 13.6, 25.3, "SD").With("drone").Hitting("mosque").Figure("killed", 75));

    [Fact]
    public void TwoLaunchesOfOneDayByTheirMeasures() => Two(
        Tellings.Of("missile_test", "2022-04-04").By("KP").In("KP").With("ballistic_missile").Figure("distance", 430_000, "m").Figure("altitude", 50_000, "m"),
        Tellings.Of("missile_test", "2022-04-04").By("KP").In("KP").With("ballistic_missile").Figure("distance", 1_100_000, "m").Figure("altitude", 90_000, "m"));

    [Fact]
    public void ButOneMeasureIsOftenReportedOtherwise() => One(
        Tellings.Of("missile_test", "2019-07-25").By("KP").In("KP").With("ballistic_missile").Figure("distance", 430_000, "m").Figure("altitude", 50_000, "m"),
        Tellings.Of("missile_test", "2019-07-25").By("KP").In("KP").With("ballistic_missile").Figure("distance", 600_000, "m").Figure("altitude", 50_000, "m"));

    [Fact]
    public void TwoSeasOfOneDay() => Two(
        Tellings.Of("missile_test", "2022-04-04").By("IN").In("IN").With("ballistic_missile").Over("bay-of-bengal", 15, 88),
        Tellings.Of("missile_test", "2022-04-04").By("IN").In("IN").With("ballistic_missile").Over("arabian-sea", 15, 65));

    [Fact]
    public void TwoDrillsOfOneDayByTheirNumbers() => Two(
        Tellings.Of("exercise", "2022-04-04").By("IN").In("IN").Figure("count", 2100),
        Tellings.Of("exercise", "2022-04-04").By("IN").In("IN").Figure("count", 3300));

    [Fact]
    public void AGreatAttackIsCountedDifferently() => One(
        Tellings.Of("strike", "2024-10-01").By("IR").On("IL").Figure("count", 102),
        Tellings.Of("strike", "2024-10-01").By("IR").At("telaviv", 32.1, 34.8, "IL", "target_place").Figure("count", 180));

    [Fact]
    public void WhatASystemCanDoIsNoSign() => Two(
        Tellings.Of("missile_test", null).By("PK").In("PK").With("ballistic_missile").Figure("range", 2_750_000, "m"),
        Tellings.Of("missile_test", null).By("PK").In("PK").With("ballistic_missile").Figure("range", 2_750_000, "m"));

    [Fact]
    public void NamesThatNoTableHas() => One(
        Tellings.Of("missile_test", null).By("IN").In("IN").With("ballistic_missile").Named("mission", "thunderbolt"),
        Tellings.Of("missile_test", "2024-03-11").By("IN").In("IN").With("ballistic_missile").Named("thunderbolt", "mission"));

    [Fact]
    public void DrillsOfOtherNamesAreOthers() => Two(
        Tellings.Of("exercise", null, published: "2025-09-14").By("US").By("KR").Called("iron", "mace"),
        Tellings.Of("exercise", null, published: "2025-09-14").By("US").By("KR").Called("freedom", "edge"));

    [Fact]
    public void ADrillOfManyOfWhichEachReportNamesOthers() => One(
        Tellings.Of("exercise", "2022-09-01").By("RU").By("CN").Called("vostok"),
        Tellings.Of("exercise", "2022-09-01/2022-09-07", EventStatus.Planned).By("CN").By("IN").Called("vostok").Amid("sea-of-japan", "primorye"));

    [Fact]
    public void ABrokerSignsForTheParties() => One(
        Tellings.Of("agreement", "2022-07-22").By("RU").By("UA").At("istanbul", 41.0, 29.0, "TR").Amid("istanbul"),
        Tellings.Of("agreement", "2022-07-22", EventStatus.Planned).By("TR").By("UN").At("istanbul", 41.0, 29.0, "TR").Amid("istanbul"));

    [Fact]
    public void PlacesAndWeaponsInTheSameSentences() => One(
        Tellings.Of("interception", "2023-02-04").In("US").With("other").Amid("south-carolina", "f-22"),
        Tellings.Of("interception", "2023-02-04").With("other").Amid("f-22", "south-carolina"));

    [Fact]
    public void ButNotOnAnotherDay() => Apart("another day",
        Tellings.Of("interception", "2023-02-04").In("US").With("other").Amid("alaska", "f-22"),
        Tellings.Of("interception", "2023-02-10").With("other").Amid("f-22", "alaska"));

    [Fact]
    public void WhatElseAReportTellsPutsItOnItsDay() => One(
        Tellings.Of("missile_test", null).By("KP").In("KP").Figure("count", 2).Beside("meeting|person-a|person-b"),
        Tellings.Of("missile_test", "2023-09-13").By("KP").In("KP").Figure("count", 2).Beside("meeting|person-a|person-b"));

    [Fact]
    public void TwoPersonsAtOneSpot() => One(
        Tellings.Of("meeting", null).Meeting("ru-putin", "kp-kim").At("vostochny", 51.9, 128.3, "RU"),
        Tellings.Of("meeting", "2023-09-13").Meeting("ru-putin", "kp-kim").At("vostochny", 51.9, 128.3, "RU"));

    [Fact]
    public void APlanToldOnTheDayItself() => One(
        Tellings.Of("meeting", null, EventStatus.Planned, published: "2023-09-13").Meeting("ru-putin", "kp-kim"),
        Tellings.Of("meeting", "2023-09-13").Meeting("ru-putin", "kp-kim"));

    [Fact]
    public void ANightThatOneReportPutsOnItsFirstDay() => One(
        Tellings.Of("strike", "2024-01-27/2024-01-28").On("US").At("tower", 33.3, 38.7, "JO"),
        Tellings.Of("strike", "2024-01-28").On("US").At("tower", 33.3, 38.7, "JO"));

    [Fact]
    public void TheDayOfPublicationStandsForTheDaysBefore() => One(
        Tellings.Of("strike", "2025-09-22", published: "2025-09-22").By("SD").Inferred().At("el-fasher", 13.6, 25.3, "SD").With("drone"),
        Tellings.Of("strike", "2025-09-19", published: "2025-09-19").By("SD").At("el-fasher", 13.6, 25.3, "SD").With("drone"));

    [Fact]
    public void ButNotForTheWeekBefore() => Apart("told as news at another time",
        Tellings.Of("strike", "2025-09-26", published: "2025-09-26").By("SD").Inferred().At("el-fasher", 13.6, 25.3, "SD").With("drone"),
        Tellings.Of("strike", "2025-09-19", published: "2025-09-19").By("SD").At("el-fasher", 13.6, 25.3, "SD").With("drone"));

    [Fact]
    public void TroopsSentAgainDaysLater() => Two(
        Tellings.Of("troop_deployment", null, published: "2022-02-02").By("US").Figure("count", 3000),
        Tellings.Of("troop_deployment", null, published: "2022-02-11").By("US").Figure("count", 3000));

    [Fact]
    public void TheOrderOfTheTwoMakesNoDifference()
    {
        var a = Tellings.Of("strike", "2024-05-25").By("RU").On("UA").At("kharkiv", 50.0, 36.2, "UA").Figure("killed", 18);
        var b = Tellings.Of("strike", "2024-05-25").By("RU").Inferred().At("saltivka", 50.02, 36.3, "UA").Figure("killed", 16);

        Assert.Equal(Matcher.Compare(a, b).Points, Matcher.Compare(b, a).Points);
    }

    private static void One(EventProfile a, EventProfile b) => Assert.True(Matcher.Compare(a, b).IsOne, string.Join(", ", Matcher.Compare(a, b).Reasons));

    private static void Two(EventProfile a, EventProfile b) => Assert.False(Matcher.Compare(a, b).IsOne, string.Join(", ", Matcher.Compare(a, b).Reasons));

    private static void Apart(string reason, EventProfile a, EventProfile b) => Assert.Equal(reason, Matcher.Compare(a, b).Apart);
}
