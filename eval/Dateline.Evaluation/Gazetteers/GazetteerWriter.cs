using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Dateline.Annotations.Names;

namespace Dateline.Evaluation.Gazetteers;

/// <summary>Gathers rows and names and writes them in the form <see cref="Gazetteer"/> reads.</summary>
internal sealed class GazetteerWriter
{
    private readonly Dictionary<ulong, (NameFlags Flags, List<(int Row, bool Alternate)> Rows)> names = [];
    private readonly List<GazetteerRow> rows = [];
    private readonly List<int> divisions = [];
    private readonly Dictionary<string, ushort> divisionNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> textOffsets = new(StringComparer.Ordinal);
    private readonly List<byte> texts = [];

    /// <summary>Adds a place; answers its row.</summary>
    public int Add(int id, string name, double latitude, double longitude, string division, long population, Feature feature)
    {
        var weight = population <= 0 ? 0 : (byte)Math.Clamp(Math.Round(Math.Log10(population) * 32), 1, 255);
        rows.Add(new GazetteerRow(id, Hundred(latitude), Hundred(longitude), Text(name), Division(division), (byte)weight, feature));
        return rows.Count - 1;
    }

    /// <summary>Lets a place go by a name.</summary>
    public void Name(string name, int row, bool alternate)
    {
        var key = GazetteerKey.Of(name);
        if (key.IsEmpty)
        {
            return;
        }

        var entry = names.TryGetValue(key.Value, out var known) ? known : (NameFlags.None, []);
        var at = entry.Rows.FindIndex(r => r.Row == row);
        if (at < 0)
        {
            entry.Rows.Add((row, alternate));
        }
        else if (!alternate)
        {
            entry.Rows[at] = (row, false);
        }

        names[key.Value] = entry;
    }

    /// <summary>Notes what else a word is.</summary>
    public void Flag(string word, NameFlags flag)
    {
        var key = GazetteerKey.Of(word);
        if (!key.IsEmpty)
        {
            names[key.Value] = names.TryGetValue(key.Value, out var known) ? (known.Flags | flag, known.Rows) : (flag, []);
        }
    }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        var sorted = names.OrderBy(n => n.Key >> (64 - Gazetteer.BucketBits)).ThenBy(n => (uint)n.Key).ToList();
        var candidates = new List<int>();
        var firsts = new List<int>(sorted.Count + 1);
        foreach (var (_, (_, found)) in sorted)
        {
            firsts.Add(candidates.Count);
            candidates.AddRange(found.OrderBy(r => r.Alternate).ThenByDescending(r => rows[r.Row].Weight).ThenByDescending(r => rows[r.Row].Feature == Feature.Division1).ThenBy(r => r.Row)
                .Select(r => r.Row | (r.Alternate ? int.MinValue : 0)));
        }

        firsts.Add(candidates.Count);
        var sections = new Gazetteer.Sections(sorted.Count, candidates.Count, rows.Count, divisions.Count, texts.Count);
        var file = new byte[sections.End];
        BinaryPrimitives.WriteUInt64LittleEndian(file, Gazetteer.Magic);
        Put(file, 8, [sections.NameCount, sections.CandidateCount, sections.RowCount, sections.DivisionCount, sections.TextLength]);
        Put(file, Gazetteer.HeaderLength, Buckets(sorted.ConvertAll(n => n.Key)));
        Put(file, Gazetteer.Sections.Hashes, sorted.ConvertAll(n => (int)(uint)n.Key));
        Put(file, sections.Firsts, firsts);
        Put(file, sections.Candidates, candidates);
        Put(file, sections.Divisions, divisions);
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(rows)).CopyTo(file.AsSpan(sections.Rows));
        for (var i = 0; i < sorted.Count; i++)
        {
            file[sections.Flags + i] = (byte)sorted[i].Value.Flags;
        }

        texts.CopyTo(file, sections.Texts);
        return file;
    }

    private static int[] Buckets(List<ulong> sorted)
    {
        var buckets = new int[(1 << Gazetteer.BucketBits) + 1];
        foreach (var key in sorted)
        {
            buckets[(key >> (64 - Gazetteer.BucketBits)) + 1]++;
        }

        for (var i = 1; i < buckets.Length; i++)
        {
            buckets[i] += buckets[i - 1];
        }

        return buckets;
    }

    private static void Put(byte[] file, int offset, IReadOnlyList<int> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(offset + (i * sizeof(int))), values[i]);
        }
    }

    private static int Hundred(double degrees) => (int)Math.Round(degrees * 100_000);

    private ushort Division(string code)
    {
        if (!divisionNumbers.TryGetValue(code, out var number))
        {
            number = checked((ushort)divisions.Count);
            divisionNumbers.Add(code, number);
            divisions.Add(Text(code));
        }

        return number;
    }

    private int Text(string text)
    {
        if (textOffsets.TryGetValue(text, out var offset))
        {
            return offset;
        }

        offset = texts.Count;
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.Length > byte.MaxValue)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"a name of {utf8.Length} bytes: {text}"));
        }

        texts.Add((byte)utf8.Length);
        texts.AddRange(utf8);
        textOffsets.Add(text, offset);
        return offset;
    }
}
