using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Ledger;

namespace Dateline.Views;

/// <summary>What an event of the record needs of one report's event.</summary>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Status">news, background, planned, hypothetical or denied.</param>
/// <param name="Plover">PLOVER's code, as read.</param>
/// <param name="Outlet">Who published the report, or null.</param>
/// <param name="Agencies">Whose copy it is or carries.</param>
/// <param name="Claims">What is said of the event, in the order of the reading.</param>
/// <param name="Findings">What the checks say of it, in the order of the reading.</param>
internal sealed record ToldEvent(string Kind, string Status, JsonElement Plover, Actor? Outlet, IReadOnlyList<Actor> Agencies, IReadOnlyList<ToldClaim> Claims, IReadOnlyList<ToldFinding> Findings)
{
    /// <summary>Whose voice the report is: its agencies and its outlet.</summary>
    public IEnumerable<Actor> Publishers => Outlet is null ? Agencies : Agencies.Append(Outlet);

    /// <summary>Whose voice it is first, or null.</summary>
    public Actor? Voice => Agencies.Count > 0 ? Agencies[0] : Outlet;
}

/// <summary>A claim of an event.</summary>
/// <param name="Id">Its id in its reading.</param>
/// <param name="Role">Role of the codebook.</param>
/// <param name="Said">What is said.</param>
/// <param name="Factuality">How it stands to the facts.</param>
/// <param name="IsInferred">True when the words only make the value follow.</param>
/// <param name="Chain">From the relay nearest the page to the primary source.</param>
internal sealed record ToldClaim(string Id, string Role, SaidValue Said, string Factuality, bool IsInferred, IReadOnlyList<Actor> Chain);

/// <summary>A value as read.</summary>
/// <param name="Value">In the shape of the contract.</param>
/// <param name="Words">As tables show it.</param>
/// <param name="Key">What it shares with values that say the same.</param>
internal sealed record SaidValue(JsonElement Value, string Words, string Key);

/// <summary>A finding about claims of an event.</summary>
/// <param name="Place">Its place among the findings of the reading.</param>
/// <param name="Json">Its fields.</param>
internal sealed record ToldFinding(int Place, JsonElement Json);

/// <summary>
/// Takes out of readings what events of the record need. An event that hundreds of reports tell is made anew with each that joins them: what was taken out
/// is kept for a while, and what several say alike is kept once.
/// </summary>
internal sealed class ToldEvents
{
    private const int Most = 24_000_000; // bytes that may be kept, before everything is forgotten
    private const int EachByte = 4; // a value takes for a byte of its JSON
    private const int EachTelling = 400;
    private const int EachClaim = 120;

    private readonly Lock guard = new();
    private readonly Dictionary<(string Checksum, string Event), ToldEvent> known = [];
    private readonly Dictionary<(UInt128 Value, UInt128 Words), SaidValue> values = []; // by hashes of what they are
    private readonly Dictionary<UInt128, IReadOnlyList<Actor>> chains = [];
    private readonly Dictionary<UInt128, JsonElement> elements = [];
    private int taken;

    /// <summary>What a member tells.</summary>
    public ToldEvent Of(EventMember member)
    {
        var key = (member.Mention.Checksum ?? "", member.Mention.EventNumber);
        lock (guard)
        {
            if (member.Mention.Checksum is not null && known.TryGetValue(key, out var found))
            {
                return found;
            }

            if (taken > Most)
            {
                Forget();
            }

            var told = Take(member.Reading(), member.Mention.EventNumber);
            if (member.Mention.Checksum is not null)
            {
                taken += EachTelling + (told.Claims.Count * EachClaim);
                known[key] = told;
            }

            return told;
        }
    }

    private ToldEvent Take(StoredReading reading, string number)
    {
        var happening = reading.Events.First(e => e.Number == number);
        var claims = reading.Claims.Where(claim => claim.Event == number).Select(Take).ToList();
        var ids = claims.Select(claim => claim.Id).ToHashSet(StringComparer.Ordinal);
        var findings = reading.Findings.Select((json, i) => (json, i)).Where(f => StoredReading.ClaimsOf(f.json).Any(ids.Contains)).Select(f => new ToldFinding(f.i, Element(f.json))).ToList();
        return new ToldEvent(happening.Kind, happening.Status, Element(happening.Json.GetProperty("plover")), reading.Outlet, [.. reading.Agencies], claims, findings);
    }

    private ToldClaim Take(StoredClaim claim) => new(claim.Id, claim.Role, Said(claim), claim.Factuality, claim.IsInferred, Chain(claim));

    private SaidValue Said(StoredClaim claim)
    {
        var words = ValueKinship.Text(claim.Shown, "value") ?? "";
        var raw = JsonMarshal.GetRawUtf8Value(claim.Value);
        var key = (Hash(raw), Hash(MemoryMarshal.AsBytes(words.AsSpan())));
        if (!values.TryGetValue(key, out var said))
        {
            taken += EachTelling + (raw.Length * EachByte);
            values.Add(key, said = new SaidValue(claim.Value.Clone(), words, ValueKinship.Key(claim.Value)));
        }

        return said;
    }

    private IReadOnlyList<Actor> Chain(StoredClaim claim)
    {
        var raw = JsonMarshal.GetRawUtf8Value(claim.ChainJson);
        var key = Hash(raw);
        if (!chains.TryGetValue(key, out var chain))
        {
            taken += EachTelling + (raw.Length * EachByte);
            chains.Add(key, chain = [.. claim.Chain]);
        }

        return chain;
    }

    private JsonElement Element(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        var key = Hash(raw);
        if (!elements.TryGetValue(key, out var kept))
        {
            taken += EachTelling + (raw.Length * EachByte);
            elements.Add(key, kept = json.Clone());
        }

        return kept;
    }

    private static UInt128 Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private void Forget()
    {
        known.Clear();
        values.Clear();
        chains.Clear();
        elements.Clear();
        taken = 0;
    }
}
