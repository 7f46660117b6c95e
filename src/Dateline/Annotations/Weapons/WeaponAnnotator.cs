using Dateline.Annotations.Names;
using Dateline.Text;

namespace Dateline.Annotations.Weapons;

/// <summary>Reads weapon classes and named systems from the names of a sentence.</summary>
public static class WeaponAnnotator
{
    /// <summary>The weapons of one sentence, in text order. A system beside its class is one mention.</summary>
    public static IEnumerable<WeaponMention> Annotate(Sentence sentence, IReadOnlyList<NameMatch> matches)
    {
        WeaponMention? held = null;
        var heldAfter = -1;
        foreach (var match in matches)
        {
            if (Mention(sentence, match) is not { } mention)
            {
                continue;
            }

            if (held is not null && heldAfter == match.First && Join(held, mention) is { } joined)
            {
                (held, heldAfter) = (joined, match.After);
                continue;
            }

            if (held is not null)
            {
                yield return held;
            }

            (held, heldAfter) = (mention, match.After);
        }

        if (held is not null)
        {
            yield return held;
        }
    }

    private static WeaponMention? Mention(Sentence sentence, NameMatch match)
    {
        var span = match.SpanIn(sentence);
        if (match.As<WeaponSystemName>() is { } system)
        {
            return new WeaponMention(span, "names.weapon " + system.Where, system.Class, system.RangeClass, system.Name, system.Id, system.Country, false);
        }

        return match.As<WeaponClassName>() is { } kind ? new WeaponMention(span, "names.weapon " + kind.Where, kind.Class, kind.RangeClass, null, null, null, kind.Plural) : null;
    }

    // "Hwasong-17 intercontinental ballistic missile": the class in words wins, the system names it.
    private static WeaponMention? Join(WeaponMention first, WeaponMention second)
    {
        if ((first.System is null) == (second.System is null))
        {
            return null;
        }

        var (system, worded) = first.System is not null ? (first, second) : (second, first);
        var open = worded.Class is "missile" or "projectile" or "rocket";
        return system with
        {
            Span = first.Span.Cover(second.Span),
            Class = open ? system.Class : worded.Class,
            RangeClass = worded.RangeClass ?? system.RangeClass,
            Plural = worded.Plural,
        };
    }
}
