using System.Text.Json;

namespace Dateline.App.Watching;

/// <summary>What a watch must know after it was stopped; a file beside the ledger, written whole or not at all.</summary>
internal sealed class WatchState
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Version of the file.</summary>
    public int Version { get; set; } = 1;

    /// <summary>By address.</summary>
    public SortedDictionary<string, WatchedFeed> Feeds { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Ids of reports that were handed to the ledger and whose events were not told yet.</summary>
    public List<string> Untold { get; set; } = [];

    /// <summary>Events that were told to a person and not yet to the command and the address that wait for them.</summary>
    public List<OutgoingEvent> Outgoing { get; set; } = [];

    /// <summary>Reads the file; a new state when there is none.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static WatchState Load(string path) => File.Exists(path) ? JsonSerializer.Deserialize<WatchState>(File.ReadAllBytes(path), Form) ?? new WatchState() : new WatchState();

    /// <summary>Writes the file: beside it first, then in its place.</summary>
    public void Save(string path)
    {
        var beside = path + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, this, Form);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}

/// <summary>What is known of a feed or page that is watched.</summary>
internal sealed class WatchedFeed
{
    /// <summary>ETag of the version read last, or null.</summary>
    public string? Tag { get; set; }

    /// <summary>Its Last-Modified, or null.</summary>
    public string? Changed { get; set; }

    /// <summary>When to ask again.</summary>
    public DateTimeOffset Next { get; set; }

    /// <summary>How often in a row it could not be had.</summary>
    public int Failures { get; set; }

    /// <summary>The entries that were read, and what they said; only those it still lists.</summary>
    public SortedDictionary<string, string> Entries { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>An event on its way out.</summary>
internal sealed class OutgoingEvent
{
    /// <summary>The event.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its row as JSON.</summary>
    public string Json { get; set; } = "";

    /// <summary>True while the command has not taken it.</summary>
    public bool Exec { get; set; }

    /// <summary>True while the address has not taken it.</summary>
    public bool Post { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }
}
