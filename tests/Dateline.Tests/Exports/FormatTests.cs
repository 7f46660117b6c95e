using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Dateline.Tests.App;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace Dateline.Tests.Exports;

/// <summary>Every other format read back, by another reader where there is one: counts, values, and what is uncertain.</summary>
public sealed class FormatTests(ExportedSamples samples) : IClassFixture<ExportedSamples>
{
    private static readonly string[] Motions = ["describing", "tagging", "linking"];

    private IEnumerable<JsonElement> Dated => samples.Events.Where(row => row.GetProperty("time").ValueKind is JsonValueKind.Object && row.GetProperty("time").GetProperty("earliest").ValueKind is JsonValueKind.String);

    [Fact]
    public void GeoJsonIsReadByNetTopologySuite()
    {
        var options = new JsonSerializerOptions();
        options.Converters.Add(new NetTopologySuite.IO.Converters.GeoJsonConverterFactory());
        var features = JsonSerializer.Deserialize<FeatureCollection>(samples.Bytes("geojson"), options)!;

        Assert.Equal(samples.Events.Count, features.Count);
        foreach (var (feature, row) in features.Zip(samples.Events))
        {
            var place = row.GetProperty("place");
            var isSpot = place.ValueKind is JsonValueKind.Object && place.GetProperty("precision").ValueKind is JsonValueKind.String && place.GetProperty("precision").GetString() != "country" && place.GetProperty("latitude").ValueKind is JsonValueKind.Number;
            if ((string?)feature.Attributes["place_status"] == "disputed")
            {
                Assert.True(feature.Geometry is null or MultiPoint);
            }
            else if (isSpot)
            {
                Assert.Equal((place.GetProperty("longitude").GetDouble(), place.GetProperty("latitude").GetDouble()), (feature.Geometry.Coordinate.X, feature.Geometry.Coordinate.Y));
            }
            else
            {
                Assert.Null(feature.Geometry);
            }
        }
    }

    [Fact]
    public void TheCalendarIsReadByIcalNet()
    {
        var calendar = Ical.Net.Calendar.Load(samples.Text("ics"))!;

        Assert.Equal(Dated.Select(row => row.GetProperty("id").GetString() + "@dateline").Order(StringComparer.Ordinal), calendar.Events.Select(entry => entry.Uid).Order(StringComparer.Ordinal));
        var launch = calendar.Events.Single(entry => entry.Description!.Contains("Reports: 6", StringComparison.Ordinal));
        Assert.Equal(new DateTime(2025, 1, 6, 3, 0, 0, DateTimeKind.Utc), launch.Start!.AsUtc);
        Assert.Contains("distance (disputed): about 1,100 km", launch.Description, StringComparison.Ordinal);
        var month = calendar.Events.First(entry => entry.Properties.Any(property => property.Name == "X-DATELINE-PRECISION" && (string?)property.Value == "month"));
        Assert.False(month.Start!.HasTime);
        Assert.All(samples.Text("ics").Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public void TheFeedIsReadByTheFrameworksReader()
    {
        using var reader = XmlReader.Create(new StringReader(samples.Text("atom", "--licence", "CC BY 4.0")));
        var feed = SyndicationFeed.Load(reader);

        Assert.Equal(samples.Events.Select(row => "urn:x-dateline:" + row.GetProperty("id").GetString()), feed.Items.Select(item => item.Id));
        Assert.StartsWith("CC BY 4.0. ", feed.Copyright.Text, StringComparison.Ordinal);
        Assert.All(feed.Items, item => Assert.True(item.LastUpdatedTime <= feed.LastUpdatedTime));
    }

    [Fact]
    public void KmlHasAPlacemarkPerEvent()
    {
        XNamespace space = "http://www.opengis.net/kml/2.2";
        var placemarks = XDocument.Parse(samples.Text("kml")).Descendants(space + "Placemark").ToList();

        Assert.Equal(samples.Events.Select(row => row.GetProperty("id").GetString()), placemarks.Select(placemark => placemark.Attribute("id")!.Value));
        Assert.Equal(Dated.Count(), placemarks.Count(placemark => placemark.Element(space + "TimeSpan") is not null));
        Assert.All(placemarks.Descendants(space + "coordinates"), pair => Assert.Equal(2, pair.Value.Split(',').Length));
    }

    [Fact]
    public void TimelineSlidesAreAsFineAsTheTime()
    {
        var timeline = Json.Parse(samples.Text("timelinejs"));
        var slides = timeline.GetProperty("events").EnumerateArray().ToDictionary(slide => slide.GetProperty("unique_id").GetString()!, StringComparer.Ordinal);

        Assert.Equal(Dated.Select(row => row.GetProperty("id").GetString()!), slides.Keys);
        foreach (var row in Dated.Where(row => row.GetProperty("time").GetProperty("precision").GetString() is "month"))
        {
            Assert.False(slides[row.GetProperty("id").GetString()!].GetProperty("start_date").TryGetProperty("day", out _));
        }

        Assert.Equal(slides.Count + 1, samples.Text("timelinejs-csv").Count(letter => letter == '\n'));
    }

    [Fact]
    public void JsonLdHasAClaimPerClaimOfAnEventAndAReviewOnlyOfWhatAPersonJudged()
    {
        var graph = Json.Parse(samples.Text("jsonld")).GetProperty("@graph").EnumerateArray().ToLookup(node => node.GetProperty("@type").GetString()!, StringComparer.Ordinal);

        Assert.Equal(samples.Events.Count, graph["Event"].Count());
        Assert.Equal(samples.Claims.Count(claim => claim.GetProperty("event").ValueKind is JsonValueKind.String), graph["Claim"].Count());
        var review = Assert.Single(graph["ClaimReview"]);
        Assert.Equal(("urn:x-dateline:" + samples.Judged, "Kim"), (review.GetProperty("itemReviewed").GetProperty("@id").GetString(), review.GetProperty("author").GetProperty("name").GetString()));
    }

    [Fact]
    public void FollowTheMoneyEntitiesAreWholeAndTheStatementsSayTheSame()
    {
        var entities = Json.Lines(samples.Text("ftm")).ToList();
        var ids = entities.Select(entity => entity.GetProperty("id").GetString()!).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Equal(samples.Events.Count, entities.Count(entity => entity.GetProperty("schema").GetString() == "Event"));
        var links = entities.Where(entity => entity.GetProperty("schema").GetString() == "Event").SelectMany(entity => Links(entity.GetProperty("properties")));
        Assert.Empty(links.Except(ids, StringComparer.Ordinal));
        var statements = samples.Text("ftm-statements").Split('\n').Skip(1).Where(line => line.Contains(",startDate,", StringComparison.Ordinal)).Select(line => line.Split(',')[0]).Distinct(StringComparer.Ordinal);
        Assert.Equal(entities.Where(entity => entity.GetProperty("properties").TryGetProperty("startDate", out _)).Select(entity => entity.GetProperty("id").GetString()), statements);
    }

    [Fact]
    public void FollowTheMoneyFitsThePublishedSchemata()
    {
        var rows = File.ReadLines(Repository.At("tests/Dateline.Tests/Exports/ftm-schemata.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToList();
        var isA = rows.Where(row => row[1] == "<-").ToDictionary(row => row[0], row => row[2].Split(' '), StringComparer.Ordinal);
        var properties = rows.Where(row => row[1] != "<-").ToDictionary(row => (row[0], row[1]), row => (Type: row[2], Range: row[3].TrimEnd('*'), IsRequired: row[3].EndsWith('*')));
        var entities = Json.Lines(samples.Text("ftm")).ToList();
        var schemata = entities.ToDictionary(entity => entity.GetProperty("id").GetString()!, entity => entity.GetProperty("schema").GetString()!, StringComparer.Ordinal);

        Conventions.Complaints.None(
            from entity in entities
            let schema = entity.GetProperty("schema").GetString()!
            from property in entity.GetProperty("properties").EnumerateObject()
            let known = properties.GetValueOrDefault((schema, property.Name))
            where known.Type is null
                || property.Value.EnumerateArray().Select(value => value.GetString()!).Any(value =>
                    known.Type == "entity" ? !isA[schemata[value]].Contains(known.Range, StringComparer.Ordinal)
                    : known.Type == "country" ? value.Length != 2 || value.Any(char.IsAsciiLetterUpper)
                    : known.Type == "date" && !(value.Length is 4 or 7 or 10 && value.All(letter => char.IsAsciiDigit(letter) || letter == '-')))
            select $"{schema} {property.Name}: {property.Value}");
        Conventions.Complaints.None(
            from entity in entities
            let schema = entity.GetProperty("schema").GetString()!
            from required in properties.Where(property => property.Key.Item1 == schema && property.Value.IsRequired)
            where !entity.GetProperty("properties").TryGetProperty(required.Key.Item2, out _)
            select $"{schema} {entity.GetProperty("id")} lacks {required.Key.Item2}");
        Conventions.Complaints.None(
            from line in samples.Text("ftm-statements").Split('\n').Skip(1).Where(line => line.StartsWith("ev-", StringComparison.Ordinal) || line.StartsWith("dateline-", StringComparison.Ordinal))
            let cells = line.Split(',')
            where cells[2] != "id" && properties.GetValueOrDefault((cells[4], cells[2])).Type != cells[3]
            select line);
    }

    [Fact]
    public void AnnotationsLeadToTheExactWords()
    {
        var page = Json.Parse(samples.Text("annotations"));
        var items = page.GetProperty("items").EnumerateArray().ToList();
        var texts = Repository.Files("samples", "*.txt").Select(file => File.ReadAllBytes(Repository.At("samples/" + file))).ToDictionary(bytes => "urn:sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), bytes => Encoding.UTF8.GetString(bytes).EnumerateRunes().ToList(), StringComparer.Ordinal);

        Assert.Equal("http://www.w3.org/ns/anno.jsonld", page.GetProperty("@context").GetString());
        Assert.Equal(samples.Claims.Select(claim => "urn:x-dateline:" + claim.GetProperty("key").GetString()), items.Select(item => item.GetProperty("id").GetString()));
        Assert.All(items.SelectMany(item => item.GetProperty("body").EnumerateArray()), body => Assert.Contains(body.GetProperty("purpose").GetString(), Motions));
        var checkedOnes = 0;
        foreach (var target in items.SelectMany(item => item.GetProperty("target").EnumerateArray()))
        {
            var selectors = target.GetProperty("selector");
            if (texts.TryGetValue(target.GetProperty("source").GetString()!, out var text))
            {
                var (start, end) = (selectors[1].GetProperty("start").GetInt32(), selectors[1].GetProperty("end").GetInt32());
                Assert.Equal(string.Concat(text[start..end]), selectors[0].GetProperty("exact").GetString());
                checkedOnes++;
            }
        }

        Assert.True(checkedOnes > 100);
    }

    [Fact]
    public void PloverLinesAreTheEventsThatHaveAType()
    {
        var lines = Json.Lines(samples.Text("plover")).ToList();

        Assert.Equal(samples.Events.Where(row => row.GetProperty("plover").ValueKind is JsonValueKind.Object && row.GetProperty("plover").GetProperty("type").ValueKind is JsonValueKind.String).Select(row => row.GetProperty("id").GetString()), lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Contains(lines, line => line.GetProperty("date").ValueKind is JsonValueKind.Null);
    }

    [Fact]
    public void TheDossierShowsEverythingAndRunsNothing()
    {
        var page = new HtmlParser().ParseDocument(samples.Text("html"));

        Assert.Empty(page.QuerySelectorAll("script, img, link, iframe, a[href]"));
        Assert.Equal(samples.Events.Count, page.QuerySelectorAll("h2").Length);
        Assert.Equal(samples.Claims.Count(claim => claim.GetProperty("event").ValueKind is JsonValueKind.String), page.QuerySelectorAll("tbody tr").Length);
        Assert.DoesNotContain("\u202E", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Disputed: ", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(samples.Events.Count, samples.Text("markdown").Split("\n## ").Length - 1);
        Assert.DoesNotContain("<script", samples.Text("markdown"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv-events")]
    [InlineData("launch-table")]
    [InlineData("geojson")]
    [InlineData("kml")]
    [InlineData("timelinejs")]
    [InlineData("timelinejs-csv")]
    [InlineData("atom")]
    [InlineData("jsonld")]
    [InlineData("ftm")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void WhatIsDisputedIsThereWithAllItsValues(string format)
    {
        var text = samples.Text(format, "--kind", "missile_test", "--from", "2025-01-06", "--to", "2025-01-06");

        Assert.Contains("disputed", text.ToLowerInvariant(), StringComparison.Ordinal);
        Assert.All(["1,100 km", "1,500 km", "42.5 km", "99.8 km"], figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Fact]
    public void ADisputedDayIsTheStretchOfAllThatAreTold()
    {
        var ledger = samples.Disputed("time", "2025-01-06", "2025-01-09");
        var launch = ExportedSamples.LaunchOf(ledger);

        var slide = Json.Parse(Encoding.UTF8.GetString(samples.BytesOf(ledger, "timelinejs", "--event", launch))).GetProperty("events")[0];
        Assert.Equal((6, 9), (slide.GetProperty("start_date").GetProperty("day").GetInt32(), slide.GetProperty("end_date").GetProperty("day").GetInt32()));
        Assert.StartsWith("time disputed: ", slide.GetProperty("display_date").GetString(), StringComparison.Ordinal);
        var feature = Json.Parse(Encoding.UTF8.GetString(samples.BytesOf(ledger, "geojson", "--event", launch))).GetProperty("features")[0].GetProperty("properties");
        Assert.Equal(("2025-01-06", "2025-01-09", "disputed", JsonValueKind.Null, JsonValueKind.Null), (feature.GetProperty("date_first").GetString(), feature.GetProperty("date_last").GetString(), feature.GetProperty("date_status").GetString(), feature.GetProperty("date_precision").ValueKind, feature.GetProperty("time_utc").ValueKind));
        Assert.Contains("DTSTART;VALUE=DATE:20250106\r\nDTEND;VALUE=DATE:20250110", Encoding.UTF8.GetString(samples.BytesOf(ledger, "ics", "--event", launch)), StringComparison.Ordinal);
    }

    [Fact]
    public void ADisputedPlaceIsDrawnAtAllThatAreToldAndNeverAtOne()
    {
        var ledger = samples.Disputed("target_place", "Sea of Japan", "Moscow");
        var launch = ExportedSamples.LaunchOf(ledger);

        var feature = Json.Parse(Encoding.UTF8.GetString(samples.BytesOf(ledger, "geojson", "--event", launch))).GetProperty("features")[0];
        Assert.Equal(("MultiPoint", 2), (feature.GetProperty("geometry").GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("coordinates").GetArrayLength()));
        Assert.Contains("Moscow", feature.GetProperty("properties").GetProperty("place").GetString(), StringComparison.Ordinal);
        Assert.Contains("<MultiGeometry>", Encoding.UTF8.GetString(samples.BytesOf(ledger, "kml", "--event", launch)), StringComparison.Ordinal);
        Assert.Contains(",,,,disputed,6,", Encoding.UTF8.GetString(samples.BytesOf(ledger, "csv-events", "--event", launch)), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Links(JsonElement properties) =>
        properties.EnumerateObject().Where(property => property.Name is "involved" or "proof").SelectMany(property => property.Value.EnumerateArray().Select(value => value.GetString()!));
}
