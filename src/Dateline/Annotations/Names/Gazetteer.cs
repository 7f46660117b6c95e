using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Annotations.Places;
using Dateline.Knowledge;

namespace Dateline.Annotations.Names;

/// <summary>
/// The compiled gazetteer: towns and divisions of the whole world, looked up by a hash of the name without building an
/// object per row. One file of little-endian sections: header, names, candidates, rows, divisions, texts (docs/knowledge.md).
/// </summary>
public sealed class Gazetteer
{
    /// <summary>The file below data/.</summary>
    public const string FileName = "gazetteer/cities.bin";

    /// <summary>Whose data it is: goes with every export of places.</summary>
    public const string Credit = "GeoNames (https://www.geonames.org/), CC BY 4.0";

    /// <summary>First eight bytes of the file: what it is and its version.</summary>
    internal const ulong Magic = 0x3130_5A41_4754_4C44; // "DLTGAZ01"

    /// <summary>Names fall into this many buckets by the highest bits of their hash; the lower 32 bits tell them apart.</summary>
    internal const int BucketBits = 17;

    internal const int HeaderLength = 40;

    private readonly byte[] bytes;
    private readonly Sections at;

    /// <summary>Opens the file; nothing is read but its header.</summary>
    /// <exception cref="KnowledgeException">The file is none, of another version, or cut off.</exception>
    public Gazetteer(byte[] bytes)
    {
        this.bytes = bytes;
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic)
        {
            throw new KnowledgeException($"{FileName}: is no gazetteer of this version; compile it anew");
        }

        at = Sections.Of(MemoryMarshal.Cast<byte, int>(bytes.AsSpan(8, HeaderLength - 8)));
        if (at.End != bytes.Length)
        {
            throw new KnowledgeException($"{FileName}: {bytes.Length} bytes where its header says {at.End}");
        }
    }

    /// <summary>Number of places: towns and divisions.</summary>
    public int Count => at.RowCount;

    /// <summary>Number of first-level divisions.</summary>
    public int DivisionCount => at.DivisionCount;

    /// <summary>Number of distinct names and words.</summary>
    public int NameCount => at.NameCount;

    /// <summary>What is known of a name; null when nothing is.</summary>
    public GazetteerName? Find(GazetteerKey key)
    {
        if (key.IsEmpty)
        {
            return null;
        }

        var hash = key.Value;
        var buckets = Ints(HeaderLength, (1 << BucketBits) + 1);
        var bucket = (int)(hash >> (64 - BucketBits));
        var (from, to) = (buckets[bucket], buckets[bucket + 1]);
        var i = from + Ints(Sections.Hashes, at.NameCount)[from..to].IndexOf((int)(uint)hash);
        if (i < from)
        {
            return null;
        }

        var firsts = Ints(at.Firsts, at.NameCount + 1);
        return new GazetteerName((NameFlags)bytes[at.Flags + i], firsts[i], firsts[i + 1] - firsts[i]);
    }

    /// <summary>The n-th candidate of a name, the largest first.</summary>
    public (int Row, bool Alternate) Candidate(GazetteerName name, int n)
    {
        var value = (uint)Ints(at.Candidates, at.CandidateCount)[name.First + n];
        return ((int)(value & 0x7FFF_FFFF), value >> 31 != 0);
    }

    /// <summary>One row.</summary>
    public GazetteerRow Row(int row) => MemoryMarshal.Cast<byte, GazetteerRow>(bytes.AsSpan(at.Rows, at.RowCount * GazetteerRow.Length))[row];

    /// <summary>The place of a row, with its names.</summary>
    public Place Place(int index)
    {
        var row = Row(index);
        var name = Text(row.Name);
        var division = Text(Ints(at.Divisions, at.DivisionCount)[row.Division]);
        var country = division[..2];
        var kind = row.Feature >= Feature.Division1 ? "region" : "city";
        var id = row.Id != 0 ? $"geonames:{row.Id}" : row.Feature is Feature.Division1 or Feature.Abbreviation ? $"geonames:{division}" : $"geonames:{division}:{name}";
        return new Place(id, name, kind, country, [], Degrees(row.Latitude), Degrees(row.Longitude), row.Feature >= Feature.Division1 ? PlacePrecision.Region : PlacePrecision.City)
        {
            Division = division.Length > 3 ? division : null,
            Level = row.Feature switch { Feature.Division1 or Feature.Abbreviation => 1, Feature.Division2 => 2, _ => 0 },
            Weight = row.Weight,
            Row = index,
        };
    }

    private static double Degrees(int hundredThousandths) => Math.Round(hundredThousandths / 100_000d, 5);

    private ReadOnlySpan<int> Ints(int offset, int count) => MemoryMarshal.Cast<byte, int>(bytes.AsSpan(offset, count * sizeof(int)));

    // A length byte, then UTF-8.
    private string Text(int offset) => Encoding.UTF8.GetString(bytes, at.Texts + offset + 1, bytes[at.Texts + offset]);

    /// <summary>Where the sections begin, from the counts of the header.</summary>
    internal readonly record struct Sections(int NameCount, int CandidateCount, int RowCount, int DivisionCount, int TextLength)
    {
        public const int Hashes = HeaderLength + (((1 << BucketBits) + 1) * sizeof(int));

        public int Firsts => Hashes + (NameCount * sizeof(int));

        public int Candidates => Firsts + ((NameCount + 1) * sizeof(int));

        public int Rows => Candidates + (CandidateCount * sizeof(int));

        public int Divisions => Rows + (RowCount * GazetteerRow.Length);

        public int Flags => Divisions + (DivisionCount * sizeof(int));

        public int Texts => Flags + NameCount;

        public int End => Texts + TextLength;

        public static Sections Of(ReadOnlySpan<int> counts) => new(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}

/// <summary>What the gazetteer says of a name.</summary>
/// <param name="Flags">What else the name is.</param>
/// <param name="First">Index of its first candidate.</param>
/// <param name="Count">Number of its candidates; 0 for a mere word.</param>
public readonly record struct GazetteerName(NameFlags Flags, int First, int Count);

/// <summary>What else a name is.</summary>
[Flags]
public enum NameFlags : byte
{
    /// <summary>Nothing else.</summary>
    None = 0,

    /// <summary>A common English word: nice, reading, police.</summary>
    CommonWord = 1,

    /// <summary>A given name: Paris, Florence, Austin.</summary>
    GivenName = 2,
}

/// <summary>What a gazetteer row is.</summary>
public enum Feature : byte
{
    /// <summary>A populated place.</summary>
    Town,

    /// <summary>A section of a town.</summary>
    Section,

    /// <summary>Seat of a lower division.</summary>
    LowerSeat,

    /// <summary>Seat of a second-level division.</summary>
    SecondSeat,

    /// <summary>Seat of a first-level division.</summary>
    FirstSeat,

    /// <summary>Capital of a country.</summary>
    Capital,

    /// <summary>First-level division.</summary>
    Division1,

    /// <summary>Second-level division.</summary>
    Division2,

    /// <summary>First-level division under the abbreviation printed behind a town: Ky., B.C.</summary>
    Abbreviation,
}

/// <summary>One row of the compiled gazetteer.</summary>
/// <param name="Id">GeoNames id, or 0 where the source has none.</param>
/// <param name="Latitude">Hundred thousandths of a degree north.</param>
/// <param name="Longitude">Hundred thousandths of a degree east.</param>
/// <param name="Name">Offset of its name.</param>
/// <param name="Division">Index of its first-level division.</param>
/// <param name="Weight">Decimal logarithm of the population times 32; 0 unknown.</param>
/// <param name="Feature">What it is.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct GazetteerRow(int Id, int Latitude, int Longitude, int Name, ushort Division, byte Weight, Feature Feature)
{
    /// <summary>Bytes of one row.</summary>
    internal const int Length = 20;
}
