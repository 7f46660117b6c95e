using System.Runtime.CompilerServices;
using Dateline.Ledger;
using Dateline.Ledger.Postgres;

namespace Dateline.App.Web;

/// <summary>The events that come to a ledger while somebody follows it, whoever adds them.</summary>
/// <param name="file">The ledger.</param>
/// <param name="filter">Which events.</param>
internal sealed class EventStream(string file, LedgerFilter filter)
{
    private const int Quiet = 15; // pauses after which it is said that nothing is new

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>New events, one by one; a null at the beginning and when nothing was new for a while. An event that gets another id through an earlier report is not new.</summary>
    public async IAsyncEnumerable<EventRow?> FollowAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause);
        var ledger = Open();
        try
        {
            var version = ledger?.Version;
            var known = ledger is null ? new HashSet<string>(StringComparer.Ordinal) : Known(ledger);
            yield return null;
            for (var quiet = 1; await timer.WaitForNextTickAsync(stop).ConfigureAwait(false); quiet++)
            {
                ledger ??= Open();
                if (ledger?.Version is { } now && now != version)
                {
                    version = now;
                    foreach (var happening in New(ledger, known))
                    {
                        yield return happening;
                    }
                }

                if (quiet % Quiet == 0)
                {
                    yield return null;
                }
            }
        }
        finally
        {
            ledger?.Dispose();
        }
    }

    private ILedgerStore? Open() => PostgresLedger.IsAddress(file) || File.Exists(file) ? Ledgers.OpenToRead(file) : null;

    private HashSet<string> Known(ILedgerStore ledger)
    {
        using var reader = ledger.Read();
        return Ids(reader);
    }

    private HashSet<string> Ids(ILedgerReader reader) => reader.Heads(filter).Select(head => head.Id).ToHashSet(StringComparer.Ordinal);

    private List<EventRow> New(ILedgerStore ledger, HashSet<string> known)
    {
        using var reader = ledger.Read();
        var now = Ids(reader);
        var renamed = known.Where(id => !now.Contains(id)).Select(id => reader.Event(id)?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var found = now.Where(id => !known.Contains(id) && !renamed.Contains(id)).Order(StringComparer.Ordinal).Select(reader.Event).OfType<EventRow>().ToList();
        known.UnionWith(now); // what was told once is never told again
        return found;
    }
}
