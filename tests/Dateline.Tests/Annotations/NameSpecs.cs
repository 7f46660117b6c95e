using System.Text.Json;
using Dateline.Annotations;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Articles;
using Dateline.Text;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Dateline.Tests.Annotations;

/// <summary>
/// Who and where in single sentences. A row's text is one body block (with a headline before it when the row has one);
/// actors read "words | id, or ?name kind country | title | words gone back to", places "words | id, or ? | role | relation | distance, within radius".
/// </summary>
public sealed class NameSpecs
{
    private const string ActorSpec = "actors.jsonl";
    private const string PlaceSpec = "places.jsonl";

    public static TheoryData<string> ActorTexts => [.. SpecRows.Texts(ActorSpec)];

    public static TheoryData<string> PlaceTexts => [.. SpecRows.Texts(PlaceSpec)];

    [Theory]
    [MemberData(nameof(ActorTexts))]
    public void Actors_are(string text)
    {
        var (row, whole, found) = Read(ActorSpec, text);
        Assert.Equal(row.GetProperty("actors").EnumerateArray().Select(e => e.GetString()), found.Actors.Select(a => Line(a, whole)));
    }

    [Theory]
    [MemberData(nameof(PlaceTexts))]
    public void Places_are(string text)
    {
        var (row, whole, found) = Read(PlaceSpec, text);
        Assert.Equal(row.GetProperty("places").EnumerateArray().Select(e => e.GetString()), found.Places.Select(p => Line(p, whole)));
    }

    private static (JsonElement Row, string Whole, AnnotationSet Found) Read(string spec, string text)
    {
        var row = SpecRows.Row(spec, text);
        var headline = Optional(row, "headline");
        var whole = headline is null ? text : headline + "\n\n" + text;
        var start = whole.Length - text.Length;
        List<Block> blocks = headline is null ? [] : [new Block(BlockKind.Headline, new TextSpan(0, headline.Length), "spec", null, 0)];
        blocks.Add(new Block(BlockKind.Body, new TextSpan(start, whole.Length), "spec", null, 1));
        var published = Optional(row, "published") is { } day ? new PublicationDate(LocalDatePattern.Iso.Parse(day).Value, null, null, "argument", null) : null;
        var filed = Optional(row, "filed") is { } place ? new Filing(place, null, default) : null;
        var article = new Article(whole, blocks, null, null, "en", null, [], published, filed, []);
        return (row, whole, SpecReader.Read(article).Annotations);
    }

    private static string Line(ActorMention mention, string text)
    {
        var actor = mention.Actor;
        var who = actor.Id ?? $"?{actor.Name} {actor.Kind} {actor.Country}".TrimEnd();
        return Joined(mention.Span.In(text), who, actor.Title, mention.RefersTo?.In(text));
    }

    private static string Line(PlaceMention mention, string text) =>
        Joined(mention.Span.In(text), mention.Place?.Id ?? "?", mention.Role.ToString().ToLowerInvariant(), mention.Relation, mention.DistanceKm is { } km ? FormattableString.Invariant($"{km} km, within {mention.RadiusKm}") : null);

    private static string Joined(params string?[] cells) => string.Join(" | ", cells.Select(c => c ?? "")).TrimEnd(' ', '|');

    private static string? Optional(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}
