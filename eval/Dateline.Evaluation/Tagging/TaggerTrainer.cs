using Dateline.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary>
/// Trains the averaged perceptron of <see cref="PerceptronTagger"/>. Whole-number weights, one thread and a fixed shuffle make
/// the model file the same byte for byte on every machine.
/// </summary>
internal sealed class TaggerTrainer
{
    private const int Width = TaggerModel.Width;
    private const uint Edge = 63;

    private readonly TaggerTraining settings;
    private readonly List<(PartOfSpeech Tag, WordForm Form)> labels = [];
    private readonly SortedDictionary<uint, (uint Known, int Fixed)> words = [];
    private readonly Dictionary<uint, int> rows = [];
    private int[] weights = new int[1024 * Width];
    private long[] stamped = new long[1024 * Width]; // the sum of step × change, for the average
    private readonly Dictionary<uint, double[]> sums = [];
    private long step = 1;
    private ulong random;

    private TaggerTrainer(TaggerTraining settings) => this.settings = settings;

    /// <summary>Trains on the sentences and answers the model file.</summary>
    public static byte[] Train(IReadOnlyList<TreebankSentence> sentences, TaggerTraining settings)
    {
        var trainer = new TaggerTrainer(settings);
        trainer.CollectLabels(sentences);
        trainer.CollectWords(sentences);
        var prepared = CaseVariants.Of(sentences).Select(trainer.Prepare).ToArray();
        for (var run = 0; run < settings.Runs; run++)
        {
            trainer.Run(prepared, run);
        }

        return trainer.Write();
    }

    // One averaged perceptron from its own shuffle; the runs are added up, which evens out what each owes to its order.
    private void Run((WordCues[] Cues, int[] Gold)[] sentences, int run)
    {
        rows.Clear();
        Array.Clear(weights);
        Array.Clear(stamped);
        step = 1;
        random = 20261123 + (ulong)run;
        var order = Enumerable.Range(0, sentences.Length).ToArray();
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            Shuffle(order);
            var wrong = 0;
            foreach (var i in order)
            {
                wrong += Learn(sentences[i]);
            }

            Console.Error.WriteLine($"run {run + 1}, epoch {epoch + 1}: {wrong} wrong, {rows.Count} features");
        }

        foreach (var (feature, row) in rows)
        {
            if (!sums.TryGetValue(feature, out var sum))
            {
                sums.Add(feature, sum = new double[Width]);
            }

            for (var l = 0; l < Width; l++)
            {
                sum[l] += weights[row + l] - ((double)stamped[row + l] / step);
            }
        }
    }

    private void CollectLabels(IReadOnlyList<TreebankSentence> sentences)
    {
        var found = sentences.SelectMany(s => s.Gold).GroupBy(g => g).Where(g => g.Count() >= 20).Select(g => g.Key);
        labels.AddRange(found.OrderBy(l => l.Tag).ThenBy(l => l.Form));
        if (labels.Count > Width)
        {
            throw new InvalidOperationException($"{labels.Count} labels where a row of weights has room for {Width}");
        }
    }

    private int LabelOf((PartOfSpeech Tag, WordForm Form) gold)
    {
        var at = labels.IndexOf(gold);
        return at >= 0 ? at : labels.FindIndex(l => l.Tag == gold.Tag);
    }

    private void CollectWords(IReadOnlyList<TreebankSentence> sentences)
    {
        var counts = new SortedDictionary<uint, int[]>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Tokens.Length; i++)
            {
                var hash = WordCues.HashOf(sentence.Tokens[i].Span.Of(sentence.Text));
                if (!counts.TryGetValue(hash, out var own))
                {
                    counts.Add(hash, own = new int[Width]);
                }

                own[LabelOf(sentence.Gold[i])]++;
            }
        }

        foreach (var (hash, own) in counts.Where(c => c.Value.Sum() >= settings.KnownFrom))
        {
            var total = own.Sum();
            var most = Array.IndexOf(own, own.Max());
            var known = 0u;
            for (var l = 0; l < Width; l++)
            {
                known |= own[l] * 50 >= total && own[l] > 0 ? 1u << l : 0;
            }

            var only = total >= settings.FixedFrom && own[most] >= total * settings.FixedShare && labels[most].Tag != PartOfSpeech.ProperNoun;
            words.Add(hash, (known, only ? most : -1));
        }
    }

    private (WordCues[] Cues, int[] Gold) Prepare(TreebankSentence sentence)
    {
        var cues = new WordCues[sentence.Tokens.Length + (2 * TaggerFeatures.Reach)];
        cues.AsSpan().Fill(WordCues.Outside);
        var inner = cues.AsSpan(TaggerFeatures.Reach, sentence.Tokens.Length);
        WordCues.Read(sentence.Text, sentence.Tokens, inner);
        foreach (ref var cue in inner)
        {
            (cue.Known, cue.Fixed) = words.TryGetValue(cue.Word, out var word) ? word : (0, -1);
        }

        return (cues, sentence.Gold.Select(LabelOf).ToArray());
    }

    private int Learn((WordCues[] Cues, int[] Gold) sentence)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Count];
        var (one, two) = (Edge, Edge);
        var wrong = 0;
        for (var i = 0; i < sentence.Gold.Length; i++)
        {
            var label = sentence.Cues[i + TaggerFeatures.Reach].Fixed;
            if (label < 0)
            {
                TaggerFeatures.Fill(sentence.Cues, i + TaggerFeatures.Reach, one, two, features);
                Drop(features);
                label = Best(features);
                step++;
                if (label != sentence.Gold[i])
                {
                    wrong++;
                    Change(features, sentence.Gold[i], label);
                }
            }

            (two, one) = (one, (uint)label);
        }

        return wrong;
    }

    // Features left out at random make the others carry their share, as they must where a word is new.
    private void Drop(Span<uint> features)
    {
        var limit = (uint)(settings.Dropout * uint.MaxValue);
        foreach (ref var feature in features)
        {
            feature = Random() < limit ? 0 : feature;
        }
    }

    private int Best(ReadOnlySpan<uint> features)
    {
        Span<int> scores = stackalloc int[Width];
        foreach (var feature in features)
        {
            if (feature != 0 && rows.TryGetValue(feature, out var row))
            {
                var own = weights.AsSpan(row, Width);
                for (var l = 0; l < Width; l++)
                {
                    scores[l] += own[l];
                }
            }
        }

        var best = 0;
        for (var l = 1; l < labels.Count; l++)
        {
            best = scores[l] > scores[best] ? l : best;
        }

        return best;
    }

    private void Change(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            if (feature == 0)
            {
                continue;
            }

            if (!rows.TryGetValue(feature, out var row))
            {
                row = rows.Count * Width;
                rows.Add(feature, row);
                if (row + Width > weights.Length)
                {
                    Array.Resize(ref weights, weights.Length * 2);
                    Array.Resize(ref stamped, stamped.Length * 2);
                }
            }

            weights[row + right]++;
            weights[row + wrong]--;
            stamped[row + right] += step;
            stamped[row + wrong] -= step;
        }
    }

    private byte[] Write()
    {
        var kept = new List<(uint Feature, IReadOnlyList<(byte Label, sbyte Weight)> Weights)>();
        foreach (var (feature, sum) in sums.OrderBy(r => r.Key))
        {
            var own = new List<(byte, sbyte)>();
            for (var l = 0; l < labels.Count; l++)
            {
                var weight = (int)Math.Round(sum[l] * settings.Scale / settings.Runs, MidpointRounding.AwayFromZero);
                if (Math.Abs(weight) >= settings.Least)
                {
                    own.Add(((byte)l, (sbyte)Math.Clamp(weight, -127, 127)));
                }
            }

            if (own.Count > 0)
            {
                kept.Add((feature, own));
            }
        }

        Console.Error.WriteLine($"{kept.Count} features kept, {kept.Sum(k => k.Weights.Count)} weights, {kept.Sum(k => k.Weights.Count(w => Math.Abs(w.Weight) == 127))} at the limit");
        return TaggerModel.Write(labels, [.. words.Select(w => (w.Key, w.Value.Known, w.Value.Fixed))], kept);
    }

    private void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = (int)(Random() % (uint)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    private uint Random()
    {
        random = (random * 6364136223846793005) + 1442695040888963407;
        return (uint)(random >> 32);
    }
}

/// <summary>Settings of the training, how they were chosen: data/models/tagger.md.</summary>
internal sealed record TaggerTraining
{
    /// <summary>Passes over the sentences.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Trainings with shuffles of their own that are added up.</summary>
    public int Runs { get; init; } = 8;

    /// <summary>Share of features left out of each decision while training.</summary>
    public double Dropout { get; init; } = 0.4;

    /// <summary>A word's labels are a feature from this many occurrences on; rarer words look unknown, as new words will.</summary>
    public int KnownFrom { get; init; } = 4;

    /// <summary>Occurrences from which a word may take its only label without asking.</summary>
    public int FixedFrom { get; init; } = 20;

    /// <summary>Share of that label from which it counts as the only one.</summary>
    public double FixedShare { get; init; } = 0.995;

    /// <summary>Steps of the stored weights per unit of the average.</summary>
    public double Scale { get; init; } = 8;

    /// <summary>Smallest stored weight kept, in steps.</summary>
    public int Least { get; init; } = 3;
}
