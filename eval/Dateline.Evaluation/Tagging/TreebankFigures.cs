using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Evaluation.Tagging;

/// <summary>Figures of the shipped tagger and lemmas that need the treebanks, which are not in the repository.</summary>
internal static class TreebankFigures
{
    /// <summary>What their names begin with.</summary>
    public const string Prefix = "treebank_";

    private static readonly string[] Files = ["ewt-test", "gum-news"];

    /// <summary>Shares of right parts of speech and lemmas, for a folder that holds ewt-test.conllu and gum-news.conllu.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    public static IEnumerable<(string Name, double Value)> Of(string folder)
    {
        var tagger = PerceptronTagger.Load(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        var lemmatizer = LemmaCommand.Shipped();
        foreach (var file in Files)
        {
            var sentences = Treebank.Read(Path.Combine(folder, file + ".conllu")).ToList();
            var tags = TaggerScore.Of(tagger, sentences);
            var (all, right, _) = LemmaCommand.Of(lemmatizer, sentences);
            var name = Prefix + file.Replace('-', '_');
            yield return (name + "_tags", (double)tags.Tags / Math.Max(tags.Tokens, 1));
            yield return (name + "_lemmas", (double)right / Math.Max(all, 1));
        }
    }
}
