using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Dateline.Text;

/// <summary>A sum of weights for each label.</summary>
/// <param name="Low">Labels 0 to 15.</param>
/// <param name="High">Labels 16 to 31.</param>
internal readonly record struct TaggerSums(Vector256<short> Low, Vector256<short> High);

/// <summary>
/// The numbers behind the tagger: labels, the words known from training with their labels, and a row of weights for each
/// feature. The file is little-endian: magic, counts, labels, words (hash, set of labels, only label), features in order
/// of their hash (hash, number of weights, then label and weight each).
/// </summary>
internal sealed class TaggerModel
{
    /// <summary>Room for labels in a row of weights.</summary>
    public const int Width = 32;

    private const uint Magic = 0x31504C44; // DLP1

    private readonly ulong[] slots;
    private readonly sbyte[] weights;
    private readonly int shift;

    private TaggerModel((PartOfSpeech Tag, WordForm Form)[] labels, Dictionary<uint, WordEntry> words, int features)
    {
        Labels = labels;
        Words = words;
        var bits = 10;
        while (1 << bits < features * 2)
        {
            bits++;
        }

        shift = 32 - bits;
        slots = new ulong[1 << bits];
        weights = GC.AllocateArray<sbyte>((features + 1) * Width, pinned: false);
    }

    /// <summary>What each label stands for.</summary>
    public (PartOfSpeech Tag, WordForm Form)[] Labels { get; }

    /// <summary>What training knows of words, by their hash.</summary>
    public Dictionary<uint, WordEntry> Words { get; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or of another version.</exception>
    public static TaggerModel Load(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Read(bytes);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException("tagger model: the file is cut short or damaged", e);
        }
    }

    /// <summary>Writes a model file; features must come in order of their hash.</summary>
    public static byte[] Write(
        IReadOnlyList<(PartOfSpeech Tag, WordForm Form)> labels,
        IReadOnlyList<(uint Word, uint Known, int Fixed)> words,
        IReadOnlyList<(uint Feature, IReadOnlyList<(byte Label, sbyte Weight)> Weights)> features)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(labels.Count);
        writer.Write(words.Count);
        writer.Write(features.Count);
        foreach (var (tag, form) in labels)
        {
            writer.Write((byte)tag);
            writer.Write((byte)form);
        }

        foreach (var (word, known, only) in words)
        {
            writer.Write(word);
            writer.Write(known);
            writer.Write((sbyte)only);
        }

        foreach (var (feature, row) in features)
        {
            writer.Write(feature);
            writer.Write((byte)row.Count);
            foreach (var (label, weight) in row)
            {
                writer.Write(label);
                writer.Write(weight);
            }
        }

        return stream.ToArray();
    }

    /// <summary>
    /// Adds the weights of some features to the sums. The tables are far larger than the near caches: in loops without a branch the
    /// processor fetches many slots, then many rows, at the same time.
    /// </summary>
    /// <param name="features">Hashes of the features; those no training saw weigh nothing.</param>
    /// <param name="sums">One sum per label.</param>
    public void Add(ReadOnlySpan<uint> features, ref TaggerSums sums)
    {
        Span<ulong> found = stackalloc ulong[TaggerFeatures.Count];
        found = found[..features.Length];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = slots[features[i] >> shift];
        }

        Span<int> rows = stackalloc int[TaggerFeatures.Count];
        rows = rows[..features.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var slot = found[i];
            rows[i] = (uint)(slot >> 32) == features[i] ? (int)(uint)slot * Width : slot == 0 ? 0 : Row(features[i]);
        }

        ref var first = ref MemoryMarshal.GetArrayDataReference(weights);
        var (low, high) = (sums.Low, sums.High);
        foreach (var row in rows)
        {
            var (l, h) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)row));
            (low, high) = (low + l, high + h);
        }

        sums = new TaggerSums(low, high);
    }

    /// <summary>The set of labels, one bit each, of a part of speech in a form; null for any form.</summary>
    public uint SetOf(PartOfSpeech tag, WordForm? form)
    {
        var set = 0u;
        for (var l = 0; l < Labels.Length; l++)
        {
            set |= Labels[l].Tag == tag && (form is null || Labels[l].Form == form) ? 1u << l : 0;
        }

        return set;
    }

    // Index of a feature's first weight; row 0 is all zero and stands for an unknown feature.
    private int Row(uint feature)
    {
        var mask = slots.Length - 1;
        for (var at = (int)(feature >> shift); ; at = (at + 1) & mask)
        {
            var slot = slots[at];
            if ((uint)(slot >> 32) == feature)
            {
                return (int)(uint)slot * Width;
            }

            if (slot == 0)
            {
                return 0;
            }
        }
    }

    private static TaggerModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("tagger model: not a model of this version");
        }

        var labels = new (PartOfSpeech Tag, WordForm Form)[BinaryPrimitives.ReadInt32LittleEndian(bytes[4..])];
        var wordCount = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        var features = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        if (labels.Length is 0 or > Width || wordCount < 0 || wordCount > bytes.Length / 9 || features < 0 || features > bytes.Length / 5)
        {
            throw new InvalidDataException("tagger model: the counts cannot be right");
        }

        bytes = bytes[16..];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = ((PartOfSpeech)bytes[2 * i], (WordForm)bytes[(2 * i) + 1]);
        }

        bytes = bytes[(2 * labels.Length)..];
        var lexicon = new Dictionary<uint, WordEntry>(wordCount);
        for (var i = 0; i < wordCount; i++)
        {
            lexicon[BinaryPrimitives.ReadUInt32LittleEndian(bytes)] = new WordEntry(BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]), (sbyte)bytes[8]);
            bytes = bytes[9..];
        }

        var model = new TaggerModel(labels, lexicon, features);
        model.ReadFeatures(bytes, features);
        return model;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // one long loop, run once while the program starts
    private void ReadFeatures(ReadOnlySpan<byte> bytes, int features)
    {
        var mask = slots.Length - 1;
        for (var row = 1; row <= features; row++)
        {
            var feature = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var count = bytes[4];
            var own = weights.AsSpan(row * Width, Width);
            for (var i = 0; i < count; i++)
            {
                own[bytes[5 + (2 * i)]] = (sbyte)bytes[6 + (2 * i)];
            }

            bytes = bytes[(5 + (2 * count))..];
            var at = (int)(feature >> shift);
            while (slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            slots[at] = ((ulong)feature << 32) | (uint)row;
        }
    }
}
