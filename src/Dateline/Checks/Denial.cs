using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>
/// DL0502: one source tells of an event as a fact, another, a party to it, denies it: in its values, in an event of its own that only differs by
/// the denial, or in a statement that belongs to no event. One finding per event and denier.
/// </summary>
public sealed class Denial : ICheck
{
    // Letters two words must share at their beginning to be of one stem; shorter words say too little.
    private const int Stem = 5;

    private readonly List<(string Stem, string[] Of)> denials;

    /// <summary>Loads patterns/denials.tsv.</summary>
    public Denial(KnowledgeFiles files) => denials = [.. files.Table("patterns/denials.tsv").Rows.Select(row => (row["stem"], row.List("of")))];

    /// <inheritdoc/>
    public string Id => "DL0502";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        if (!input.Annotations.Attributions.Any(a => a.Stance == Stance.Denies) && !input.Events.Events.Any(e => e.Claims.Any(c => c.Claim.Factuality == Factuality.Denied)))
        {
            yield break;
        }

        foreach (var told in input.Events.Events.Where(e => e.Status is EventStatus.News or EventStatus.Background))
        {
            var asserted = told.Claims.Where(c => c.Claim.Factuality is Factuality.Asserted or Factuality.Assessed or Factuality.Suspected).ToList();
            foreach (var denier in Deniers(input, told).DistinctBy(d => d.Name, StringComparer.Ordinal))
            {
                var against = asserted.Where(c => CheckWords.Source(c.Claim) != denier.Name).ToList();
                if (against.Count == 0)
                {
                    continue;
                }

                var sides = string.Join(", ", against.Select(c => CheckWords.Source(c.Claim)).Distinct(StringComparer.Ordinal));
                yield return new Finding(
                    Id,
                    Severity.Notice,
                    $"{denier.Name} denies what {sides} tells of this {told.Kind.Replace('_', ' ')}.",
                    [.. denier.Claims, .. against.Select(c => c.Id)],
                    [new("denied_by", denier.Name), new("told_by", sides)],
                    denier.Span);
            }
        }
    }

    private IEnumerable<(string Name, IReadOnlyList<string> Claims, TextSpan? Span)> Deniers(CheckInput input, Event told)
    {
        var own = told.Claims.Where(c => c.Claim is { Factuality: Factuality.Denied, AccordingTo.Count: > 0 } && told.Claims.Any(other => IsOf(c.Claim, other.Claim)));
        var others = input.Events.Events.Where(e => e.Status == EventStatus.Denied && e.Kind == told.Kind && SharesParty(e, told))
            .SelectMany(e => e.Claims.Where(c => c.Claim is { Factuality: Factuality.Denied, AccordingTo.Count: > 0 }));
        foreach (var denier in own.Concat(others).GroupBy(c => CheckWords.Source(c.Claim), StringComparer.Ordinal))
        {
            yield return (denier.Key, [.. denier.Select(c => c.Id)], null);
        }

        foreach (var said in input.Annotations.Attributions)
        {
            if (said is { Stance: Stance.Denies, Speaker: { } speaker } && IsParty(told, speaker) && IsDenial(input.Text, said) && !said.Covers(told.Mentions[0].Trigger) && Speaks(input.Text, said, told))
            {
                yield return (speaker.Name, [], said.Span);
            }
        }
    }

    // "It did not reach our waters" denies nothing as long as nobody says that it did.
    private static bool IsOf(Claim denied, Claim told) =>
        told.Factuality is Factuality.Asserted or Factuality.Assessed or Factuality.Suspected && told.Role == denied.Role
        && (denied.Value is not PlaceValue nowhere || (told.Value is PlaceValue there && there.Place.Id == nowhere.Place.Id));

    private bool IsDenial(string text, Attribution said) => said.Cue.SelectMany(cue => cue.In(text).Split(' ')).Any(word => denials.Exists(denial =>
        word.StartsWith(denial.Stem, StringComparison.OrdinalIgnoreCase)
        && (denial.Of.Length == 0 || said.Content.SelectMany(span => span.In(text).Split(' ')).Any(other => Array.Exists(denial.Of, stem => other.StartsWith(stem, StringComparison.OrdinalIgnoreCase))))));

    private static bool SharesParty(Event one, Event other) => PartiesOf(one).Any(a => PartiesOf(other).Any(b => a.IsSameAs(b) || (a.Country is not null && a.Country == b.Country)));

    private static bool IsParty(Event told, Actor speaker) => PartiesOf(told).Any(p => p.IsSameAs(speaker) || (p.Country is not null && p.Country == speaker.Country));

    private static IEnumerable<Actor> PartiesOf(Event told) => told.Claims.Where(c => c.Claim.Role is "actor").Select(c => c.Claim.Value).OfType<ActorValue>().Select(a => a.Actor);

    // What is denied names something the event is told with: its kind, or a word between the first and the last of its words.
    private static bool Speaks(string text, Attribution said, Event told)
    {
        var first = told.Mentions[0];
        var words = first.Claims.SelectMany(c => c.Evidence).Append(first.Trigger).Aggregate((a, b) => a.Cover(b));
        var known = Words(words.In(text)).Concat(told.Kind.Split('_').Where(w => w.Length >= Stem)).ToList();
        return said.Content.SelectMany(span => Words(span.In(text))).Any(word => known.Exists(other => string.Compare(word, 0, other, 0, Stem, StringComparison.OrdinalIgnoreCase) == 0));
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split(text.Where(c => !char.IsLetter(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= Stem);
}
