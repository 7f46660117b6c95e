using Dateline.Claims;
using Dateline.Events;
using NodaTime.Text;

namespace Dateline.Evaluation.Samples;

/// <summary>Adds up how readings of the samples agree with their keys.</summary>
internal sealed class SampleScore
{
    private static readonly string[] Slots = ["date", "place", "actor", "weapon", "count"];

    private readonly Dictionary<string, (int Right, int Asked)> shares = new(StringComparer.Ordinal);
    private (int Found, int Right, int Wanted) events;
    private (int Found, int Right, int Wanted) tallies;

    /// <summary>Wrong and missing things, one line each, for people.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>The figures by name, 0 to 1.</summary>
    public SortedDictionary<string, double> Figures()
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Add(figures, "events", events);
        Add(figures, "tallies", tallies);
        foreach (var (name, (right, asked)) in shares)
        {
            figures[name] = asked == 0 ? 1 : (double)right / asked;
        }

        return figures;
    }

    /// <summary>Scores one reading.</summary>
    public void Add(string sample, Reading reading, SampleKey key)
    {
        Events(sample, reading.Events.Events, key.Events);
        foreach (var measure in key.Measures)
        {
            Share("measures_with_speaker_recall", Claims(reading).Any(c => IsMeasure(c, measure)), $"{sample}: no {measure.Role} {measure.Value} {measure.Unit} by {measure.Speaker}");
        }

        foreach (var speaker in key.Speakers)
        {
            Share("speakers_recall", reading.Annotations.Attributions.Any(a => Names(a.Speaker?.Name, speaker)), $"{sample}: {speaker} does not speak");
        }

        Tallies(sample, [.. reading.Events.Tallies.Select(t => t.Tally)], key.Tallies);
        if (key.Events.Count == 0)
        {
            Share("quiet_reports", !reading.Events.Events.Any(e => e.Status == EventStatus.News), $"{sample}: tells news");
        }
    }

    // Each event of the key takes the best of the events of its kind and status that are left.
    private void Events(string sample, IReadOnlyList<Event> found, IReadOnlyList<KeyEvent> wanted)
    {
        var left = found.ToList();
        var right = 0;
        foreach (var key in wanted)
        {
            var best = left.Where(e => e.Kind == key.Kind && Lower(e.Status) == key.Status).MaxBy(e => Slots.Count(s => Agrees(e, key, s) == true));
            if (best is null)
            {
                Misses.Add($"{sample}: no {key.Status} {key.Kind} {key.Date}");
                continue;
            }

            left.Remove(best);
            right++;
            foreach (var slot in Slots)
            {
                if (Agrees(best, key, slot) is { } agrees)
                {
                    Share("slot_" + slot, agrees, $"{sample}: {key.Kind} {key.Date}: wrong {slot}");
                }
            }
        }

        Misses.AddRange(left.Select(e => $"{sample}: extra {Lower(e.Status)} {e.Kind} {e.Id}"));
        events = (events.Found + found.Count, events.Right + right, events.Wanted + wanted.Count);
    }

    private void Tallies(string sample, List<Tally> found, IReadOnlyList<KeyTally> wanted)
    {
        var right = wanted.Count(k => found.Exists(t => t.Number == k.Ordinal && t.Counts == k.Counts && (k.Since is null || (t.Since is { } since && LocalDatePattern.Iso.Format(since) == k.Since))));
        Misses.AddRange(Enumerable.Repeat($"{sample}: a tally is missing", wanted.Count - right));
        tallies = (tallies.Found + found.Count, tallies.Right + right, tallies.Wanted + wanted.Count);
    }

    // Null when the key does not ask.
    private static bool? Agrees(Event found, KeyEvent key, string slot) => slot switch
    {
        "date" => key.Date is null ? null : Preferred(found, "time").OfType<TimeValue>().Any(t => t.Time.First is { } day && LocalDatePattern.Iso.Format(day).StartsWith(key.Date, StringComparison.Ordinal)),
        "place" => key.Place is null ? null : found.Summary.SelectMany(r => r.Claims).Select(c => c.Claim.Value).OfType<PlaceValue>().Any(p => p.Place.Country == key.Place),
        "actor" => key.Actor is null ? null : Preferred(found, Doers(key)).OfType<ActorValue>().Any(a => a.Actor.Country == key.Actor),
        "weapon" => key.Weapon is null ? null : Preferred(found, "weapon_class").OfType<WeaponClassValue>().Any(w => w.Class == key.Weapon),
        _ => key.Count is null ? null : Preferred(found, "count").OfType<QuantityValue>().Any(q => q.Quantity.Low == key.Count || q.Quantity.High == key.Count),
    };

    // whose losses they are, as the codebook has it
    private static string[] Doers(KeyEvent key) => key.Kind is "casualties" ? ["recipient"] : ["actor", "participant"];

    private static IEnumerable<ClaimValue> Preferred(Event found, params string[] roles) => found.Summary.Where(r => roles.Contains(r.Role, StringComparer.Ordinal)).SelectMany(r => r.Claims).Select(c => c.Claim.Value);

    private static IEnumerable<Claim> Claims(Reading reading) => reading.Events.Events.SelectMany(e => e.Claims).Concat(reading.Events.Loose).Select(c => c.Claim);

    private static bool IsMeasure(Claim claim, KeyMeasure key) =>
        claim.Role == key.Role && claim.Value is QuantityValue { Quantity: var quantity } && (quantity.Low == key.Value || quantity.High == key.Value)
        && (key.Unit is null || quantity.Unit == key.Unit || quantity.Unit is null)
        && (key.Speaker.Length == 0 || claim.AccordingTo.Any(t => Names(t.Actor.Name, key.Speaker)));

    private static bool Names(string? name, string part) => name is not null && name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Lower(EventStatus status) => status.ToString().ToLowerInvariant();

    private void Share(string figure, bool right, string miss)
    {
        var (known, asked) = shares.GetValueOrDefault(figure);
        shares[figure] = (known + (right ? 1 : 0), asked + 1);
        if (!right)
        {
            Misses.Add(miss);
        }
    }

    private static void Add(SortedDictionary<string, double> figures, string name, (int Found, int Right, int Wanted) counts)
    {
        var precision = counts.Found == 0 ? 0 : (double)counts.Right / counts.Found;
        var recall = counts.Wanted == 0 ? 0 : (double)counts.Right / counts.Wanted;
        figures[name + "_precision"] = precision;
        figures[name + "_recall"] = recall;
        figures[name + "_f1"] = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
