using System.Globalization;
using System.Text;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Claims;
using NodaTime.Text;

namespace Dateline.Views;

/// <summary>Values as a reader wants them: short, with unit and zone, and never more certain than they are.</summary>
public static class ValueWords
{
    /// <summary>A value in words.</summary>
    /// <param name="value">The value.</param>
    /// <param name="text">The report's text, for what could not be resolved.</param>
    public static string Of(ClaimValue value, string text) => value switch
    {
        TimeValue time => Of(time.Time, text),
        QuantityValue quantity => Of(quantity.Quantity, quantity.Text),
        PlaceValue place => Of(place.Place, place.Relation),
        ActorValue actor => Of(actor.Actor),
        WeaponClassValue weapon => weapon.RangeClass is { } range ? $"{Spaced(weapon.Class)} ({range.ToUpperInvariant()})" : Spaced(weapon.Class),
        WeaponNameValue weapon => weapon.Name,
        TextValue words => OneLine(words.Text),
        UnknownValue => "unknown",
        _ => "",
    };

    /// <summary>A local time with its zone: <c>2025-02-26 08:00 +09:00</c>, <c>2025-02-01 to 2025-02-07</c>.</summary>
    public static string Of(TimeExpression time, string text)
    {
        var fields = TimeFields.Of(time);
        if (fields.Earliest is null)
        {
            return time.Type == TimexType.Duration ? OneLine(time.Span.In(text)) : $"unresolved (“{OneLine(time.Span.In(text))}”)";
        }

        var about = time.Approximate ? "about " : "";
        if (fields.Local is null)
        {
            return about + (fields.Earliest == fields.Latest ? fields.Earliest : $"{fields.Earliest} to {fields.Latest}");
        }

        var start = fields.Local.Replace('T', ' ');
        var end = time.ClockEnd is { } until && until != time.Clock ? " to " + (time.Last is { } last && last != time.First ? LocalDatePattern.Iso.Format(last) + " " : "") + until.ToString("HH':'mm", CultureInfo.InvariantCulture) : "";
        return about + start + end + (fields.Zone is { } zone ? " " + zone : "");
    }

    /// <summary>The instant in UTC, <c>2025-02-25 23:00 UTC</c>, or null when it is not known.</summary>
    public static string? Utc(TimeExpression time) => TimeFields.Of(time).Utc is { } utc ? utc.Replace('T', ' ').Replace(":00Z", "", StringComparison.Ordinal).TrimEnd('Z') + " UTC" : null;

    /// <summary>A place: <c>off the west coast of North Korea</c>, <c>Kursk (RU)</c>.</summary>
    public static string Of(Place place, string? relation)
    {
        var country = place.Country is { } code && place.Precision != PlacePrecision.Country ? $" ({code})" : "";
        return (relation is null ? "" : relation + " ") + place.Name + country;
    }

    /// <summary>An actor: <c>Kim Jong Un (leader)</c>.</summary>
    public static string Of(Actor actor) => actor.Title is { Length: > 0 } title ? $"{actor.Name} ({title})" : actor.Name;

    /// <summary>Who says it: the last of the chain, with its relays: <c>Ministry via KCNA</c>; the outlet itself for none.</summary>
    public static string Of(IReadOnlyList<Teller> tellers)
    {
        if (tellers.Count == 0)
        {
            return "the outlet itself";
        }

        var relays = tellers.Take(tellers.Count - 1).Reverse().Select(teller => " via " + teller.Actor.Name);
        var primary = tellers[^1].Actor;
        var joint = tellers[^1].With.Select(actor => " with " + actor.Name);
        return (primary.Kind == ActorKind.Unnamed ? $"unnamed: {primary.Name}" : primary.Name) + string.Concat(joint) + string.Concat(relays);
    }

    /// <summary>troop_deployment → troop deployment.</summary>
    public static string Spaced(string name) => name.Replace('_', ' ');

    /// <summary>MissileTest → missile test.</summary>
    public static string Spaced<TEnum>(TEnum value)
        where TEnum : struct, Enum => Spaced(JsonNames.Of(value));

    /// <summary>Words with every run of white space and control characters as one space: what is shown must not steer a terminal.</summary>
    public static string OneLine(string words)
    {
        var line = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static string Of(Quantity quantity, string text)
    {
        if (quantity.Low is null && quantity.High is null)
        {
            return quantity.Vague is { } vague ? vague + Unit(quantity) : OneLine(text);
        }

        var figures = (quantity.Low, quantity.High) switch
        {
            ({ } low, null) => "at least " + Figure(low),
            (null, { } high) => "up to " + Figure(high),
            ({ } low, { } high) when low == high => Figure(low),
            ({ } low, { } high) => $"{Figure(low)} to {Figure(high)}",
            _ => "",
        };
        return (quantity.Approximate ? "about " : "") + figures + Unit(quantity);
    }

    /// <summary>The unit's symbol, or what is counted as the text puts it.</summary>
    private static string Unit(Quantity quantity) => (quantity.Dimension == "count" ? quantity.Counted ?? quantity.Unit : quantity.Unit) switch
    {
        null => "",
        "%" => "%",
        { } unit => " " + OneLine(unit),
    };

    /// <summary>Thousands in groups; years and other bare figures are told as texts, not here.</summary>
    private static string Figure(decimal number) => number.ToString("#,0.############################", CultureInfo.InvariantCulture);
}
