using Dateline.Annotations;
using Dateline.Annotations.Names;
using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Tests.Annotations;

/// <summary>Reads the texts of spec rows with the shipped knowledge, as the program reads an article's blocks.</summary>
internal static class SpecReader
{
    private static readonly Vocabulary Words = new();
    private static readonly Dateline.Text.TextReader Texts = new(SpecRows.Files, Words, PerceptronTagger.Load(SpecRows.Files));
    private static readonly AnnotationReader Reader = new(SpecRows.Files, Words, Texts.Tokenizer, new Inflector(SpecRows.Files), new FunctionWords(SpecRows.Files, Words), new NameLexicon(SpecRows.Files, Words, Texts.Tokenizer));

    /// <summary>What is read in a text that is one body block of an article without a date.</summary>
    public static (AnnotationSet Annotations, IReadOnlyList<SentenceSyntax> Syntaxes) Read(string text) =>
        Read(new Article(text, [new Block(BlockKind.Body, new TextSpan(0, text.Length), "spec", null, 0)], null, null, "en", null, [], null, null, []));

    /// <summary>What is read in an article.</summary>
    public static (AnnotationSet Annotations, IReadOnlyList<SentenceSyntax> Syntaxes) Read(Article article) => Reader.Read(article, Texts.Read(article), narrative: false);
}
