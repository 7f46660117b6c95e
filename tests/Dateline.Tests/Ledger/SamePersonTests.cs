using Dateline.Annotations.Actors;
using Dateline.Claims;
using Dateline.Events.Across;
using Dateline.Knowledge;
using Dateline.Ledger.Judgements;
using NodaTime;

namespace Dateline.Tests.Ledger;

/// <summary>Names that people said are of one person, where tellings and sources are compared.</summary>
public sealed class SamePersonTests
{
    private static readonly KnowledgeFiles Files = KnowledgeFiles.ReadOver(null);

    [Fact]
    public void WordsOfOnePersonAreOneEventWhateverEachReportCallsHim()
    {
        var matcher = new EventMatcher(Files, new Codebook(Files));
        var (one, other) = (Statement("a", "jon halvers@at"), Statement("b", "john halvers@at"));
        Assert.Equal("another speaker", matcher.Compare(one, other).Apart);

        var store = new MemoryMatchStore();
        var named = new PersonMatchStore(store, Persons(["Jon Halvers", "John Halvers"]));

        Assert.Null(matcher.Compare(named.Named(one), named.Named(other)).Apart);
        var account = named.Keep([(named.Named(one), "account")])[0].Account;
        Assert.Equal("jon halvers@at", store.Of(account).Parties[0].Name);
        Assert.Equal("john halvers", named.Of(account).Parties[0].Name);
    }

    [Theory]
    [InlineData("Jon Halvers", "John Halvers")]
    [InlineData("J. Halvers", "John Halvers")]
    [InlineData("Mara Velt", "Mara Velt")]
    public void NamesJoinedOneByOneAreAllOne(string name, string chosen)
    {
        var persons = Persons(["Jon Halvers", "John Halvers"], ["Jon Halvers", "J. Halvers"]);
        var expected = name == chosen ? name : "J. Halvers";

        Assert.Equal(expected, persons.Of(new Actor(null, name, ActorKind.Person, "AT")).Name);
        Assert.Equal(name != chosen, persons.Has(name.ToLowerInvariant()));
    }

    [Fact]
    public void WhoHasARowIsTheOneName()
    {
        var persons = new SamePersons([[new PersonRef(null, "Aaron Aal", null, null), new PersonRef("row-1", "Zed Zoll", null, null)]]);

        Assert.Equal(("row-1", "Zed Zoll"), persons.Of(new Actor(null, "Aaron Aal", ActorKind.Person, null)) is var actor ? (actor.Id, actor.Name) : default);
    }

    private static SamePersons Persons(params string[][] lists) => new(lists.Select(list => list.Select(name => new PersonRef(null, name, null, null)).ToList()));

    private static EventProfile Statement(string report, string speaker) => new(
        report,
        "e1",
        new LocalDate(2025, 3, 3),
        "statement",
        EventStatus.News,
        new DaySpan(new LocalDate(2025, 3, 3), new LocalDate(2025, 3, 3), false, null),
        [],
        [new PartyFeature("actor", speaker, "AT", true, false)],
        [],
        [],
        [],
        []);
}
