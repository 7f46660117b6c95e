using System.Diagnostics;
using Dateline.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary>train-tagger and score-tagger.</summary>
internal static class TaggerCommands
{
    /// <summary><c>train-tagger EWT_TRAIN [--out FILE]</c>.</summary>
    public static int Train(string[] arguments)
    {
        var settings = new TaggerTraining();
        var output = "data/models/tagger.bin";
        string? input = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--out" when i + 1 < arguments.Length:
                    output = arguments[++i];
                    break;
                case "--epochs" when i + 1 < arguments.Length:
                    settings = settings with { Epochs = int.Parse(arguments[++i], System.Globalization.CultureInfo.InvariantCulture) };
                    break;
                default:
                    input = arguments[i];
                    break;
            }
        }

        if (input is null)
        {
            Console.Error.WriteLine("train-tagger: name the CoNLL-U file to train on");
            return 2;
        }

        var bytes = TaggerTrainer.Train([.. Treebank.Read(input)], settings);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        File.WriteAllBytes(output, bytes);
        Console.WriteLine($"{output}: {bytes.Length} bytes");
        return 0;
    }

    /// <summary><c>score-tagger MODEL CONLLU…</c>.</summary>
    public static int Score(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("score-tagger: name the model and at least one CoNLL-U file");
            return 2;
        }

        var bytes = File.ReadAllBytes(arguments[0]);
        var clock = Stopwatch.StartNew();
        var tagger = PerceptronTagger.Load(bytes);
        Console.WriteLine($"load {clock.Elapsed.TotalMilliseconds:F1} ms");
        foreach (var path in arguments.Skip(1))
        {
            var sentences = Treebank.Read(path).ToList();
            var name = Path.GetFileNameWithoutExtension(path);
            Console.WriteLine($"{name,-12} {TaggerScore.Of(tagger, sentences)}");
            Console.WriteLine($"{name + " CAPS",-12} {TaggerScore.Of(tagger, sentences.ConvertAll(CaseVariants.Upper))}");
            Console.WriteLine($"{name + " Title",-12} {TaggerScore.Of(tagger, sentences.ConvertAll(CaseVariants.Title))}");
            Console.WriteLine($"{name,-12} {Speed(tagger, sentences):F0} tokens/s");
        }

        return 0;
    }

    private static double Speed(PerceptronTagger tagger, List<TreebankSentence> sentences)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var sentence in sentences)
            {
                tagger.Tag(sentence.Text, sentence.Tokens);
            }

            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return sentences.Sum(s => s.Tokens.Length) / best;
    }
}
