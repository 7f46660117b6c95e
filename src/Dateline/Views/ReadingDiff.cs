using System.Text.Json;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.Views;

/// <summary>What is new, changed and withdrawn between two readings: of one report, or of two versions of a page.</summary>
/// <param name="report">The report, or the later version.</param>
/// <param name="earlier">The earlier version, or null for one report read twice.</param>
public sealed class ReadingDiff((string Id, string Source) report, (string Id, string Source)? earlier)
{
    private bool IsOneText => earlier is null;

    /// <summary>The changes, events first, then claims, in the order of the text.</summary>
    /// <param name="before">The earlier reading, or null when there was none.</param>
    /// <param name="after">The later reading, or null when there is none any more.</param>
    public IEnumerable<RecordChange> Of(ReadingKeys? before, ReadingKeys? after) => Events(before, after).Concat(Claims(before, after));

    private IEnumerable<RecordChange> Events(ReadingKeys? before, ReadingKeys? after)
    {
        var pairs = Pair(
            before?.Tellings ?? [],
            after?.Tellings ?? [],
            (b, a) => IsOneText && b.Telling.Key == a.Telling.Key,
            (b, a) => b.Telling.Kind == a.Telling.Kind && b.Telling.Words == a.Telling.Words,
            (b, a) => IsOneText && a.Event.Mentions.Any(m => b.Event.Mentions.Any(own => m.Start < own.End && own.Start < m.End)),
            (b, a) => !IsOneText && b.Telling.Kind == a.Telling.Kind);
        foreach (var (own, other) in pairs)
        {
            var (was, now) = (Side(own?.Event), Side(other?.Event));
            if (was?.Words != now?.Words)
            {
                yield return Change((other ?? own)!.Value.Event.Kind, null, was, now);
            }
        }
    }

    private IEnumerable<RecordChange> Claims(ReadingKeys? before, ReadingKeys? after)
    {
        var pairs = Pair(
            before?.Statements ?? [],
            after?.Statements ?? [],
            (b, a) => IsOneText && b.Statement.IsAt(a.Statement),
            (b, a) => b.Statement.Role == a.Statement.Role && KindOf(b) == KindOf(a) && Texts(b).SequenceEqual(Texts(a), StringComparer.Ordinal) && (IsOneText || SaysSame(b.Claim, a.Claim)),
            (b, a) => b.Statement.Role == a.Statement.Role && Texts(b).SequenceEqual(Texts(a), StringComparer.Ordinal),
            (b, a) => IsOneText && b.Statement.Role == a.Statement.Role && a.Statement.Evidence.Any(w => b.Statement.Evidence.Any(own => w.Start < own.End && own.Start < w.End)),
            (b, a) => !IsOneText && b.Statement.Role == a.Statement.Role && KindOf(b) == KindOf(a) && SaysSame(b.Claim, a.Claim),
            (b, a) => !IsOneText && b.Statement.Role == a.Statement.Role && KindOf(b) == KindOf(a));
        foreach (var (own, other) in pairs)
        {
            if (own is { } was && other is { } now && KindOf(was) == KindOf(now) && (IsOneText ? IsSame(was.Claim, now.Claim) : SaysSame(was.Claim, now.Claim)))
            {
                continue;
            }

            var (statement, role) = ((other ?? own)!.Value.Statement, (other ?? own)!.Value.Statement.Role);
            yield return Change(statement.Telling?.Kind, role, own is { } old ? ToldSide.Of(old.Claim) : null, other is { } young ? ToldSide.Of(young.Claim) : null);
        }
    }

    private RecordChange Change(string? kind, string? role, ToldSide? was, ToldSide? now) =>
        new(was is null ? ChangeKind.New : now is null ? ChangeKind.Withdrawn : ChangeKind.Changed, report, earlier, kind, role, was, now);

    /// <summary>Pairs what is one thing, the surest rule first; what is left has nobody on the other side. In the order of the later side, then of the earlier.</summary>
    private static IEnumerable<(T? Before, T? After)> Pair<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, params IReadOnlyList<Func<T, T, bool>> rules)
        where T : struct
    {
        var partner = new int[after.Count];
        Array.Fill(partner, -1);
        var isTaken = new bool[before.Count];
        foreach (var rule in rules)
        {
            for (var a = 0; a < after.Count; a++)
            {
                for (var b = 0; b < before.Count && partner[a] < 0; b++)
                {
                    if (!isTaken[b] && rule(before[b], after[a]))
                    {
                        (partner[a], isTaken[b]) = (b, true);
                    }
                }
            }
        }

        return [.. after.Select((now, a) => (partner[a] < 0 ? (T?)null : before[partner[a]], (T?)now)), .. before.Where((_, b) => !isTaken[b]).Select(was => ((T?)was, (T?)null))];
    }

    private static ToldSide? Side(StoredEvent? happening) => happening is { } told ? ToldSide.Of(told) : null;

    private static string? KindOf((StoredClaim Claim, StatementRef Statement) claim) => claim.Statement.Telling?.Kind;

    private static IEnumerable<string> Texts((StoredClaim Claim, StatementRef Statement) claim) => claim.Statement.Evidence.Select(words => words.Text);

    private static bool IsSame(StoredClaim was, StoredClaim now) => JsonElement.DeepEquals(was.Value, now.Value) && SaysSame(was, now) && was.Words.SequenceEqual(now.Words);

    private static bool SaysSame(StoredClaim was, StoredClaim now) =>
        ValueKinship.Key(was.Value) == ValueKinship.Key(now.Value) && was.Factuality == now.Factuality && ValueKinship.Text(was.Shown, "according_to") == ValueKinship.Text(now.Shown, "according_to");
}
