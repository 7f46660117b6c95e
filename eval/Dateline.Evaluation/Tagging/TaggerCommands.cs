using System.Diagnostics;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary>train-tagger and score-tagger.</summary>
internal static class TaggerCommands
{
    /// <summary><c>train-tagger EWT_TRAIN [--out FILE]</c>.</summary>
    public static int Train(string[] arguments)
    {
        var output = "data/models/tagger.bin";
        string? input = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (string.Equals(arguments[i], "--out", StringComparison.Ordinal) && i + 1 < arguments.Length)
            {
                output = arguments[++i];
            }
            else
            {
                input = arguments[i];
            }
        }

        if (input is null)
        {
            Console.Error.WriteLine("train-tagger: name the CoNLL-U file to train on");
            return 2;
        }

        var bytes = TaggerTrainer.Train([.. Treebank.Read(input)], new TaggerTraining());
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        File.WriteAllBytes(output, bytes);
        Console.WriteLine($"{output}: {bytes.Length} bytes");
        return 0;
    }

    /// <summary><c>show-tags MODEL TEXT… [--data FOLDER]</c>: each line of the files with its words tagged, as the program cuts them.</summary>
    public static int Show(string[] arguments)
    {
        var files = WithData(arguments, out var data);
        if (files.Length < 2)
        {
            Console.Error.WriteLine("show-tags: name the model and at least one text file");
            return 2;
        }

        var tagger = Load(File.ReadAllBytes(files[0]), data);
        var tokenizer = ProgramTokens.Tokenizer();
        foreach (var line in files.Skip(1).SelectMany(File.ReadLines))
        {
            var tokens = tokenizer.Tokenize(line).ToArray();
            tagger.Tag(line, tokens);
            Console.WriteLine(string.Join(' ', tokens.Select(t => $"{t.Span.In(line)}/{t.Tag}{(t.Form == WordForm.None ? "" : "." + t.Form)}")));
        }

        return 0;
    }

    /// <summary><c>score-tagger MODEL CONLLU… [--data FOLDER] [--confusions]</c>.</summary>
    public static int Score(string[] arguments)
    {
        var confusions = arguments.Contains("--confusions", StringComparer.Ordinal);
        arguments = WithData([.. arguments.Where(a => !a.Equals("--confusions", StringComparison.Ordinal))], out var data);
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("score-tagger: name the model and at least one CoNLL-U file");
            return 2;
        }

        var bytes = File.ReadAllBytes(arguments[0]);
        var clock = Stopwatch.StartNew();
        var tagger = Load(bytes, data);
        Console.WriteLine($"load {clock.Elapsed.TotalMilliseconds:F1} ms");
        foreach (var path in arguments.Skip(1))
        {
            var sentences = Treebank.Read(path).ToList();
            var name = Path.GetFileNameWithoutExtension(path);
            Console.WriteLine($"{name,-12} {TaggerScore.Of(tagger, sentences)}");
            Console.WriteLine($"{name + " CAPS",-12} {TaggerScore.Of(tagger, sentences.ConvertAll(CaseVariants.Upper))}");
            Console.WriteLine($"{name + " Title",-12} {TaggerScore.Of(tagger, sentences.ConvertAll(CaseVariants.Title))}");
            Console.WriteLine($"{name + " own",-12} {ProgramTokens.Score(tagger, sentences)}");
            Console.WriteLine($"{name,-12} {Speed(tagger, sentences):F0} tokens/s");
            foreach (var line in confusions ? TaggerScore.Confusions(tagger, sentences).Take(40).Concat(ProgramTokens.Differences(sentences).Take(60)) : [])
            {
                Console.WriteLine(line);
            }
        }

        return 0;
    }

    private static PerceptronTagger Load(byte[] model, KnowledgeFiles? data) =>
        PerceptronTagger.Load(model, data?.Table(PerceptronTagger.TagTable), data?.Table(PerceptronTagger.CountryTable));

    // --data FOLDER is taken out, the folder whose lexicon the tagger asks; the rest are files.
    private static string[] WithData(string[] arguments, out KnowledgeFiles? data)
    {
        var at = Array.IndexOf(arguments, "--data");
        data = at >= 0 && at + 1 < arguments.Length ? KnowledgeFiles.Read(arguments[at + 1]) : null;
        return at < 0 ? arguments : [.. arguments[..at], .. arguments[Math.Min(at + 2, arguments.Length)..]];
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
