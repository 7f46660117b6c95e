using Dateline.Articles;

namespace Dateline.Tests.Whole;

/// <summary>Nothing from promotion, teasers, credits or reader comments becomes somebody's words.</summary>
public sealed class NoiseSpeaksForNobodyTests
{
    private const string Page = """
        Your gift keeps our reporters in the field. Last year Anna Berg, our editor, said readers paid for every second story. Donate today and tell a friend.

        Two missiles fall off Port Lind

        PORT LIND, March 3 (Harbour News) - Two missiles fell into the sea off Port Lind on Monday, the harbour police said.

        The missiles flew about 40 km, the police said in a statement. Nobody was hurt.

        Related News
        Minister says talks will resume in May
        General denies losing a tank

        Comments
        so it goes, he said they would never dare
        2 ( +3 / -1 )
        my uncle told me it was a drill
        0 ( +0 / -4 )
        """;

    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_words_of_a_sample_come_from_noise(string name) => Assert.Empty(FromNoise(Samples.Read(Samples.Text(name))));

    [Fact]
    public void No_words_of_a_page_full_of_noise_come_from_it() => Assert.Empty(FromNoise(Samples.Read(Page)));

    private static IEnumerable<string> FromNoise(Reading reading)
    {
        var noise = reading.Article.Blocks.Where(b => b.Kind is BlockKind.Promotion or BlockKind.Related or BlockKind.Boilerplate or BlockKind.Credit).ToList();
        return reading.Annotations.Attributions.Where(a => noise.Exists(n => n.Span.Overlaps(a.Span))).Select(a => a.Span.In(reading.Article.Text));
    }
}
