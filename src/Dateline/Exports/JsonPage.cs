using System.Globalization;
using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Claims;
using Dateline.Views;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Exports;

/// <summary>A JSON writer over one report: spans leave it in code points with their words, names in snake case.</summary>
/// <param name="Writer">Where it is written.</param>
/// <param name="Text">The report's text.</param>
/// <param name="Positions">UTF-16 to code points.</param>
internal sealed record JsonPage(Utf8JsonWriter Writer, string Text, CodePointMap Positions)
{
    /// <summary>start, end and text of a span, into the object that is open.</summary>
    public void SpanFields(TextSpan span)
    {
        Writer.WriteNumber("start", Positions.ToCodePoints(span.Start));
        Writer.WriteNumber("end", Positions.ToCodePoints(span.End));
        Writer.WriteString("text", span.Of(Text));
    }

    /// <summary>A span as an object, null when there is none.</summary>
    public void Span(string name, TextSpan? span)
    {
        if (span is not { } words)
        {
            Writer.WriteNull(name);
            return;
        }

        Writer.WriteStartObject(name);
        SpanFields(words);
        Writer.WriteEndObject();
    }

    /// <summary>A list of spans.</summary>
    public void Spans(string name, IEnumerable<TextSpan> spans) => List(name, spans, SpanFields);

    /// <summary>A list of objects.</summary>
    public void List<T>(string name, IEnumerable<T> items, Action<T> fields)
    {
        Writer.WriteStartArray(name);
        foreach (var item in items)
        {
            Writer.WriteStartObject();
            fields(item);
            Writer.WriteEndObject();
        }

        Writer.WriteEndArray();
    }

    /// <summary>A list of words.</summary>
    public void Words(string name, IEnumerable<string> words)
    {
        Writer.WriteStartArray(name);
        foreach (var word in words)
        {
            Writer.WriteStringValue(word);
        }

        Writer.WriteEndArray();
    }

    /// <summary>An enumeration value as snake case.</summary>
    public void Name<TEnum>(string name, TEnum value)
        where TEnum : struct, Enum => Writer.WriteString(name, JsonNames.Of(value));

    /// <summary>A number without trailing zeros, null when unknown.</summary>
    public void Number(string name, decimal? value)
    {
        if (value is { } number)
        {
            Writer.WriteNumber(name, Plain(number));
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>A number, null when unknown.</summary>
    public void Number(string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            Writer.WriteNumber(name, number);
        }
        else
        {
            Writer.WriteNull(name);
        }
    }

    /// <summary>A day, null when unknown.</summary>
    public void Day(string name, LocalDate? day) => Writer.WriteString(name, day is { } known ? LocalDatePattern.Iso.Format(known) : null);

    /// <summary>name, id, kind, country and title of an actor.</summary>
    public void ActorFields(Actor actor)
    {
        Writer.WriteString("name", actor.Name);
        Writer.WriteString("id", actor.Id);
        Name("kind", actor.Kind);
        Writer.WriteString("country", actor.Country);
        Writer.WriteString("title", actor.Title);
    }

    /// <summary>The fields of a place; all null when it could not be decided.</summary>
    public void PlaceFields(Place? place, string? relation, double? distanceKm = null, double? radiusKm = null)
    {
        Writer.WriteString("name", place?.Name);
        Writer.WriteString("id", place is { IsOpen: false } ? place.Id : null);
        Writer.WriteString("kind", place?.Kind);
        Writer.WriteString("country", place?.Country);
        Words("claimants", place?.Claimants ?? []);
        Number("latitude", place?.Latitude);
        Number("longitude", place?.Longitude);
        Writer.WriteString("precision", place is null ? null : JsonNames.Of(place.Precision));
        Writer.WriteString("relation", relation);
        if (distanceKm is { } distance)
        {
            Writer.WriteNumber("distance_km", distance);
        }

        if (radiusKm is { } radius)
        {
            Writer.WriteNumber("uncertainty_km", radius);
        }
    }

    /// <summary>The chain of tellers.</summary>
    public void Tellers(string name, IEnumerable<Teller> tellers) => List(name, tellers, teller =>
    {
        ActorFields(teller.Actor);
        Span("span", teller.Span);
        Joint(teller.With);
    });

    /// <summary>Who speaks jointly, as <c>with</c>; left out when nobody does.</summary>
    public void Joint(IReadOnlyList<Actor> actors)
    {
        if (actors.Count > 0)
        {
            List("with", actors, ActorFields);
        }
    }

    /// <summary>A named figure or word of a finding.</summary>
    public void Any(string name, object? value)
    {
        switch (value)
        {
            case null:
                Writer.WriteNull(name);
                break;
            case bool truth:
                Writer.WriteBoolean(name, truth);
                break;
            case decimal number:
                Number(name, number);
                break;
            case double number:
                Number(name, number);
                break;
            case int number:
                Writer.WriteNumber(name, number);
                break;
            case long number:
                Writer.WriteNumber(name, number);
                break;
            case LocalDate day:
                Day(name, day);
                break;
            case TextSpan span:
                Span(name, span);
                break;
            case IEnumerable<string> words when value is not string:
                Words(name, words);
                break;
            default:
                Writer.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>The number without trailing zeros.</summary>
    public static decimal Plain(decimal number) => number / 1.000000000000000000000000000000m;
}
