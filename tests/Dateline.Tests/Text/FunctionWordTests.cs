using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;
using Xunit;

namespace Dateline.Tests.Text;

/// <summary>The table of function words: one row a phrase.</summary>
public sealed class FunctionWordTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("dateline-words-").FullName;

    [Fact]
    public void ASecondRowOfAPhraseIsRefused()
    {
        Directory.CreateDirectory(Path.Combine(folder, "lexicon"));
        File.WriteAllText(Path.Combine(folder, "lexicon", "function-words.tsv"), "phrase\tclass\tsource\nbeside\talongside\town\nunder\tbelow\town\nBeside\tsidelines\town\n");

        var refused = Assert.Throws<KnowledgeException>(() => new FunctionWords(KnowledgeFiles.ReadOver(folder), new Vocabulary()));

        Assert.Contains("phrase \"Beside\" has a row already", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
