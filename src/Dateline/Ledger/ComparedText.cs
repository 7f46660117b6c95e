using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Dateline.Events.Across;
using Dateline.Sources;

namespace Dateline.Ledger;

/// <summary>Of a report, what is compared with other reports: its events' profiles and the sketch of its wording. Kept with its reading.</summary>
/// <param name="Profiles">The profiles as JSON, one per line, packed.</param>
/// <param name="Sketch">The sketch (<see cref="TextSketch.ToBytes"/>).</param>
/// <param name="Samples">Hashes it is found again by, four bytes each, lowest first.</param>
public sealed record ComparedText(Packed Profiles, byte[] Sketch, byte[] Samples)
{
    /// <summary>Packs what is compared.</summary>
    public static ComparedText Of(IReadOnlyList<EventProfile> profiles, TextSketch sketch)
    {
        var lines = new ArrayBufferWriter<byte>(1 << 10);
        foreach (var profile in profiles)
        {
            lines.Write(ProfileJson.Write(profile));
            lines.Write("\n"u8);
        }

        var samples = new byte[sketch.Samples.Count * sizeof(uint)];
        for (var i = 0; i < sketch.Samples.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(samples.AsSpan(i * sizeof(uint)), sketch.Samples[i]);
        }

        return new ComparedText(Packed.Of(lines.WrittenSpan), sketch.ToBytes(), samples);
    }

    /// <summary>The profiles, in the order of the events.</summary>
    /// <exception cref="LedgerException">What is kept is damaged.</exception>
    public static IReadOnlyList<EventProfile> Open(Packed profiles)
    {
        try
        {
            var found = new List<EventProfile>();
            var rest = (profiles.Unpack() ?? throw LedgerException.Damaged(null)).AsSpan();
            while (rest.IndexOf((byte)'\n') is >= 0 and var end)
            {
                found.Add(ProfileJson.Read(rest[..end]));
                rest = rest[(end + 1)..];
            }

            return found;
        }
        catch (JsonException error)
        {
            throw LedgerException.Damaged(error);
        }
    }

    /// <summary>The hashes it is found again by.</summary>
    public IEnumerable<uint> SampleHashes()
    {
        for (var i = 0; i + sizeof(uint) <= Samples.Length; i += sizeof(uint))
        {
            yield return BinaryPrimitives.ReadUInt32LittleEndian(Samples.AsSpan(i));
        }
    }
}
