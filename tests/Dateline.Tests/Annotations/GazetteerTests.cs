using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Knowledge;
using Xunit;

namespace Dateline.Tests.Annotations;

/// <summary>The compiled gazetteer: how much it holds, how names are found in it, what it does with a bad file.</summary>
public sealed class GazetteerTests
{
    private static readonly byte[] File = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder).Bytes(Gazetteer.FileName);
    private static readonly Gazetteer Shipped = new(File);

    [Fact]
    public void HoldsAllThePackagesHold()
    {
        Assert.Equal(192_087, Shipped.Count); // 135,233 towns, 36,093 more of the newer list, divisions, abbreviations
        Assert.Equal(4_004, Shipped.DivisionCount);
        Assert.InRange(Shipped.NameCount, 260_000, 270_000);
        Assert.InRange(File.Length, 9_000_000, 11_000_000);
    }

    [Fact]
    public void EveryRowIsOnEarthAndHasAName()
    {
        for (var i = 0; i < Shipped.Count; i++)
        {
            var place = Shipped.Place(i);
            Assert.NotEmpty(place.Name);
            Assert.InRange(place.Latitude!.Value, -90, 90);
            Assert.InRange(place.Longitude!.Value, -180, 180);
            Assert.Equal(2, place.Country!.Length);
        }
    }

    [Theory]
    [InlineData("Wŏnsan", "KP")]
    [InlineData("Wonsan", "KP")]
    [InlineData("Sinp’o", "KP")]
    [InlineData("SINPO", "KP")]
    [InlineData("Rostov-on-Don", "RU")]
    [InlineData("Rostov on Don", "RU")]
    [InlineData("São Paulo", "BR")]
    [InlineData("Lüneburg", "DE")]
    [InlineData("Luneburg", "DE")]
    [InlineData("Saint Petersburg", "RU")]
    [InlineData("St. Petersburg", "RU")]
    [InlineData("Kyiv", "UA")]
    [InlineData("Kiev", "UA")]
    [InlineData("Dnipropetrovsk", "UA")]
    [InlineData("Odessa", "UA")]
    [InlineData("Artemivsk", "UA")]
    [InlineData("Kursk Oblast", "RU")]
    [InlineData("Harris County", "US")]
    [InlineData("Ky.", "US")]
    public void FindsNamesHoweverTheyAreWritten(string name, string country) =>
        Assert.Contains(Candidates(name), place => place.Country == country);

    [Theory]
    [InlineData("Reading", NameFlags.CommonWord)]
    [InlineData("Christmas", NameFlags.CommonWord)]
    [InlineData("Georgia", NameFlags.GivenName)]
    [InlineData("Wonsan", NameFlags.None)]
    public void KnowsWhatElseANameIs(string name, NameFlags flags) => Assert.Equal(flags, Shipped.Find(GazetteerKey.Of(name))!.Value.Flags);

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("Zzyzzxqq")]
    public void KnowsNothingOfNoName(string name) => Assert.Null(Shipped.Find(GazetteerKey.Of(name)));

    [Fact]
    public void RefusesWhatIsNoGazetteer()
    {
        Assert.Throws<KnowledgeException>(() => new Gazetteer([]));
        Assert.Throws<KnowledgeException>(() => new Gazetteer(new byte[100]));
        Assert.Throws<KnowledgeException>(() => new Gazetteer(File[..^1]));
    }

    private static IEnumerable<Place> Candidates(string name)
    {
        var found = Shipped.Find(GazetteerKey.Of(name));
        Assert.NotNull(found);
        return Enumerable.Range(0, found.Value.Count).Select(n => Shipped.Place(Shipped.Candidate(found.Value, n).Row));
    }
}
