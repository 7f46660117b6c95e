using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>
/// Tags greedily from left to right with an averaged perceptron (Collins 2002). Frequent words with one tag take it from
/// training; every other word takes the label with the most weight. Looks at letters and neighbours only, so any cutting
/// into tokens will do. Safe for many threads; allocates nothing for sentences of up to 250 tokens.
/// </summary>
public sealed class PerceptronTagger : IPartOfSpeechTagger
{
    private const int OnStack = 250;
    private const uint Edge = 63; // the label before a sentence

    private readonly TaggerModel model;
    private readonly TagLexicon lexicon;

    private PerceptronTagger(TaggerModel model, Table? tags)
    {
        this.model = model;
        lexicon = new TagLexicon(model, tags);
    }

    /// <summary>Reads a model file (data/models/tagger.bin).</summary>
    /// <exception cref="InvalidDataException">The bytes are no tagger model.</exception>
    public static PerceptronTagger Load(ReadOnlySpan<byte> model) => Load(model, null);

    /// <summary>Reads a model file, and the table that narrows the tags of some words (data/lexicon/tags.tsv); null for none.</summary>
    /// <exception cref="InvalidDataException">The bytes are no tagger model.</exception>
    /// <exception cref="KnowledgeException">The table names a tag that the model does not give.</exception>
    public static PerceptronTagger Load(ReadOnlySpan<byte> model, Table? tags) => new(TaggerModel.Load(model), tags);

    /// <inheritdoc/>
    public void Tag(string text, Span<Token> tokens)
    {
        if (tokens.IsEmpty)
        {
            return;
        }

        var room = tokens.Length + (2 * TaggerFeatures.Reach);
        var cues = room <= OnStack ? stackalloc WordCues[room] : new WordCues[room];
        ReadCues(text, tokens, cues);
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        var (one, two) = (Edge, Edge);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var cue = ref cues[i + TaggerFeatures.Reach];
            var label = cue.Fixed;
            if (label < 0)
            {
                TaggerFeatures.Fill(cues, i + TaggerFeatures.Reach, one, two, features);
                label = Best(features, cue.Allowed);
            }

            (two, one) = (one, (uint)label);
            var (tag, form) = model.Labels[label];
            tokens[i] = tokens[i] with { Tag = tag, Form = form };
        }
    }

    private void ReadCues(string text, ReadOnlySpan<Token> tokens, Span<WordCues> cues)
    {
        var inner = cues.Slice(TaggerFeatures.Reach, tokens.Length);
        WordCues.Read(text, tokens, inner);
        lexicon.Read(inner);
        cues[..TaggerFeatures.Reach].Fill(WordCues.Outside);
        cues[^TaggerFeatures.Reach..].Fill(WordCues.Outside);
    }

    private int Best(ReadOnlySpan<uint> features, uint allowed)
    {
        ref var weights = ref model.Weights;
        var low = Vector256<short>.Zero;
        var high = Vector256<short>.Zero;
        foreach (var feature in features)
        {
            var row = Vector256.LoadUnsafe(ref weights, (nuint)model.Row(feature));
            var (l, h) = Vector256.Widen(row);
            low += l;
            high += h;
        }

        Span<short> scores = stackalloc short[TaggerModel.Width];
        low.StoreUnsafe(ref MemoryMarshal.GetReference(scores));
        high.StoreUnsafe(ref MemoryMarshal.GetReference(scores), 16);
        var (best, label) = (int.MinValue, 0);
        for (var i = 0; i < model.Labels.Length; i++)
        {
            if (scores[i] > best && ((allowed >> i) & 1) != 0)
            {
                (best, label) = (scores[i], i);
            }
        }

        return label;
    }
}
