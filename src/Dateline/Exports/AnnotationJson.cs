using Dateline.Annotations;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>The annotations of a reading as JSON; rules only when asked for.</summary>
internal static class AnnotationJson
{
    public static void Write(JsonPage page, AnnotationSet annotations, bool explain)
    {
        page.Writer.WriteStartObject("annotations");
        Write("times", annotations.Times, time => Time(page, time));
        Write("quantities", annotations.Quantities, quantity => Figures(page, quantity));
        Write("ordinals", annotations.Ordinals, ordinal => page.Writer.WriteNumber("value", ordinal.Value));
        Write("places", annotations.Places, place =>
        {
            page.PlaceFields(place.Place, place.Relation, place.DistanceKm, place.RadiusKm);
            page.Name("role", place.Role);
            page.Name("form", place.Form);
            page.List("candidates", place.Candidates, candidate => page.PlaceFields(candidate, null));
        });
        Write("actors", annotations.Actors, actor =>
        {
            page.ActorFields(actor.Actor);
            page.Span("refers_to", actor.RefersTo);
            if (actor.Members.Count > 0)
            {
                page.List("members", actor.Members, page.ActorFields);
            }
        });
        Write("weapons", annotations.Weapons, weapon =>
        {
            page.Writer.WriteString("class", weapon.Class);
            page.Writer.WriteString("range_class", weapon.RangeClass);
            page.Writer.WriteString("name", weapon.System);
            page.Writer.WriteString("id", weapon.SystemId);
            page.Writer.WriteString("country", weapon.Country);
        });
        page.List("attributions", annotations.Attributions, attribution => Attribution(page, attribution, explain));
        page.Writer.WriteEndObject();

        void Write<T>(string name, IReadOnlyList<T> items, Action<T> fields)
            where T : Annotation => page.List(name, items, item =>
        {
            page.SpanFields(item.Span);
            fields(item);
            if (explain)
            {
                page.Writer.WriteString("rule", item.Rule);
            }
        });
    }

    /// <summary>The figures of a quantity, into the object that is open.</summary>
    public static void Figures(JsonPage page, Quantity quantity)
    {
        page.Number("low", quantity.Low);
        page.Number("high", quantity.High);
        page.Writer.WriteString("unit", quantity.Unit);
        page.Number("si_low", quantity.SiLow);
        page.Number("si_high", quantity.SiHigh);
        page.Writer.WriteString("si_unit", quantity.SiUnit);
        page.Writer.WriteBoolean("approximate", quantity.Approximate);
        page.Writer.WriteString("vague", quantity.Vague);
        page.Number("vague_low", quantity.VagueLow);
        page.Number("vague_high", quantity.VagueHigh);
        page.Writer.WriteString("counted", quantity.Counted);
    }

    private static void Time(JsonPage page, TimeExpression time)
    {
        var fields = TimeFields.Of(time);
        page.Writer.WriteString("timex", JsonNames.Of(time.Type).ToUpperInvariant());
        page.Writer.WriteString("value", time.Value);
        page.Name("precision", time.Precision);
        page.Writer.WriteString("earliest", fields.Earliest);
        page.Writer.WriteString("latest", fields.Latest);
        page.Writer.WriteString("local", fields.Local);
        page.Writer.WriteString("zone", fields.Zone);
        page.Writer.WriteString("zone_from", time.ZoneFrom);
        page.Writer.WriteString("utc", fields.Utc);
        page.Writer.WriteString("anchor", time.Anchor);
        page.Writer.WriteBoolean("approximate", time.Approximate);
    }

    private static void Attribution(JsonPage page, Attribution attribution, bool explain)
    {
        page.Writer.WriteString("id", attribution.Id);
        page.Spans("source", attribution.Source);
        if (attribution.Speaker is { } speaker)
        {
            page.Writer.WriteStartObject("speaker");
            page.ActorFields(speaker);
            page.Writer.WriteEndObject();
        }
        else
        {
            page.Writer.WriteNull("speaker");
        }

        page.Joint(attribution.Joint);
        if (attribution is { Relay: { } relay, RelayWords: { } relayWords })
        {
            page.Writer.WriteStartObject("relay");
            page.ActorFields(relay);
            page.Span("span", relayWords);
            page.Writer.WriteEndObject();
        }

        page.Spans("cue", attribution.Cue);
        page.Spans("content", attribution.Content);
        page.Name("mode", attribution.Mode);
        page.Name("stance", attribution.Stance);
        page.Name("certainty", attribution.Certainty);
        ClaimJson.Time(page, "said_on", attribution.SaidOn);
        page.Writer.WriteString("within", attribution.Within);
        if (explain)
        {
            page.Writer.WriteString("rule", attribution.Rule);
        }
    }
}
