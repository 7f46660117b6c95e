using Dateline.Annotations.Times;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>Claims, their values and tallies as JSON.</summary>
internal static class ClaimJson
{
    /// <summary>The fields of a claim, into the object that is open.</summary>
    public static void Fields(JsonPage page, NumberedClaim numbered, string? happening)
    {
        var claim = numbered.Claim;
        page.Writer.WriteString("id", numbered.Id);
        page.Writer.WriteString("event", happening);
        page.Writer.WriteString("role", claim.Role);
        page.Writer.WriteStartObject("value");
        Value(page, claim.Value);
        page.Writer.WriteEndObject();
        page.Spans("evidence", claim.Evidence);
        page.Tellers("according_to", claim.AccordingTo);
        page.Writer.WriteString("attribution", claim.Attribution);
        page.Name("factuality", claim.Factuality);
        page.Writer.WriteBoolean("inferred", claim.Inferred);
        page.Writer.WriteString("rule", claim.Rule);
    }

    /// <summary>The fields of a value, into the object that is open.</summary>
    public static void Value(JsonPage page, ClaimValue value)
    {
        switch (value)
        {
            case TimeValue time:
                TimeFieldsOf(page, time.Time);
                break;
            case QuantityValue quantity:
                AnnotationJson.Figures(page, quantity.Quantity);
                page.Writer.WriteString("text", quantity.Text);
                break;
            case PlaceValue place:
                page.PlaceFields(place.Place, place.Relation, place.DistanceKm, place.RadiusKm);
                break;
            case ActorValue actor:
                page.ActorFields(actor.Actor);
                break;
            case WeaponClassValue weapon:
                page.Writer.WriteString("text", weapon.Class);
                page.Writer.WriteString("class", weapon.Class);
                page.Writer.WriteString("range_class", weapon.RangeClass);
                break;
            case WeaponNameValue weapon:
                page.Writer.WriteString("text", weapon.Name);
                page.Writer.WriteString("id", weapon.Id);
                page.Writer.WriteString("name", weapon.Name);
                break;
            case TextValue words:
                page.Writer.WriteString("text", words.Text);
                if (words.Class is not null)
                {
                    page.Writer.WriteString("class", words.Class);
                }

                break;
            case UnknownValue unknown:
                page.Writer.WriteNull("low");
                page.Writer.WriteNull("high");
                page.Writer.WriteNull("unit");
                page.Writer.WriteString("text", unknown.Text);
                page.Writer.WriteBoolean("unknown", true);
                break;
            default:
                throw new NotSupportedException("no JSON for " + value.GetType().Name);
        }
    }

    /// <summary>A time value as an object, null when there is none.</summary>
    public static void Time(JsonPage page, string name, TimeExpression? time)
    {
        if (time is null)
        {
            page.Writer.WriteNull(name);
            return;
        }

        page.Writer.WriteStartObject(name);
        TimeFieldsOf(page, time);
        page.Writer.WriteEndObject();
    }

    /// <summary>The fields of a tally, into the object that is open.</summary>
    public static void Tally(JsonPage page, NumberedTally numbered)
    {
        var tally = numbered.Tally;
        page.Span("evidence", tally.Evidence);
        page.Writer.WriteNumber("ordinal", tally.Number);
        page.Writer.WriteString("counts", tally.Counts);
        page.Writer.WriteString("actor", tally.Actor);
        page.Day("since", tally.Since);
        page.Day("since_last", tally.SinceLast);
        page.Writer.WriteString("scope_text", tally.ScopeText);
        page.Writer.WriteString("weapon_class", tally.Weapon?.Class);
        page.Writer.WriteString("range_class", tally.Weapon?.RangeClass);
        page.Writer.WriteBoolean("narrowed", tally.IsNarrowed);
        page.Writer.WriteString("event", numbered.Event);
        page.Tellers("according_to", tally.AccordingTo);
    }

    private static void TimeFieldsOf(JsonPage page, TimeExpression time)
    {
        var fields = TimeFields.Of(time);
        page.Writer.WriteString("earliest", fields.Earliest);
        page.Writer.WriteString("latest", fields.Latest);
        page.Name("precision", time.Precision);
        page.Writer.WriteString("local", fields.Local);
        page.Writer.WriteString("zone", fields.Zone);
        page.Writer.WriteString("utc", fields.Utc);
        page.Writer.WriteString("text", time.Span.Of(page.Text));
    }
}
