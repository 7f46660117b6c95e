using System.Globalization;
using Dateline.Articles;
using Dateline.Documents;
using Dateline.Knowledge;

namespace Dateline.Evaluation.Pages;

/// <summary><c>score-html FOLDER [--misses N] [--write OUT]</c>: main text and publication day of a set of pages.</summary>
internal static class PageCommands
{
    /// <summary>Prints the figures of the whole set, of the half that was looked at and of the half that was held out.</summary>
    public static int Score(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine("score-html FOLDER [--misses N] [--write OUT]");
            return 2;
        }

        var misses = args.SkipWhile(a => a != "--misses").Skip(1).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).FirstOrDefault();
        var output = args.SkipWhile(a => a != "--write").Skip(1).FirstOrDefault();
        var result = PageFigures.Of(args[0], output);
        Console.WriteLine(result.Whole.Line("whole"));
        Console.WriteLine(result.LookedAt.Line("looked at"));
        Console.WriteLine(result.HeldOut.Line("held out"));
        foreach (var (page, precision, recall, day) in result.Pages.Where(p => p.Case.IsLookedAt).OrderBy(p => p.Precision + p.Recall).Take(misses))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Name} P {precision:0.000} R {recall:0.000} {day}"));
        }

        foreach (var (page, _, _, day) in result.Pages.Where(p => misses > 0 && p.Case.IsLookedAt && p.Case.Day is { Length: > 0 } && p.Day != p.Case.Day))
        {
            Console.WriteLine($"{page.Name} day {page.Day} read {day}");
        }

        return 0;
    }
}

/// <summary>The figures of some pages.</summary>
internal sealed class PageTally
{
    private int days;
    private int right;

    /// <summary>The main text's score.</summary>
    public ShingleScore Text { get; } = new();

    /// <summary>Share of the pages with a known day whose day is right.</summary>
    public double Day => days == 0 ? 0 : (double)right / days;

    /// <summary>Counts a day.</summary>
    public void AddDay(string? truth, string? found)
    {
        days += truth is { Length: > 0 } ? 1 : 0;
        right += truth is { Length: > 0 } && string.Equals(truth, found, StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>One line of figures.</summary>
    public string Line(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-10} {Text.Pages,4} pages  F1 {Text.F1:0.0000}  P {Text.Precision:0.0000}  R {Text.Recall:0.0000}") + (days > 0 ? string.Create(CultureInfo.InvariantCulture, $"  day {Day:0.0000}") : "");
}

/// <summary>The figures of a set of pages.</summary>
internal sealed class PageFigures
{
    public PageTally Whole { get; } = new();

    public PageTally LookedAt { get; } = new();

    public PageTally HeldOut { get; } = new();

    public List<(PageCase Case, double Precision, double Recall, string? Day)> Pages { get; } = [];

    /// <summary>Reads a set; writes what was read of each page to a folder when one is named.</summary>
    public static PageFigures Of(string folder, string? output)
    {
        var reader = new ArticleReader(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        var figures = new PageFigures();
        foreach (var page in PageSet.Read(folder))
        {
            var document = RawDocument.Of(page.Html, MediaTypes.Html, page.Name);
            var article = reader.Read(document, DocumentText.Of(document));
            figures.Add(page, article);
            if (output is not null)
            {
                Write(output, page, article);
            }
        }

        return figures;
    }

    /// <summary>The story with its dateline and its agency's signature: what a reader calls the text of the article.</summary>
    public static string MainText(Article article) => string.Join("\n", article.Blocks.Where(IsMain).Select(b => b.Span.In(article.Text)));

    private static bool IsMain(Block block) =>
        block.Kind is BlockKind.Body or BlockKind.Filed || block.Rule is "live-entry" || (block.Kind is BlockKind.Credit && block.Rule is "agency-signature");

    private void Add(PageCase page, Article article)
    {
        var found = MainText(article);
        var day = article.Published?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var half = page.IsLookedAt ? LookedAt : HeldOut;
        var (precision, recall) = Whole.Text.Add(page.Text, found);
        half.Text.Add(page.Text, found);
        Whole.AddDay(page.Day, day);
        half.AddDay(page.Day, day);
        Pages.Add((page, precision, recall, day));
    }

    private static void Write(string output, PageCase page, Article article)
    {
        Directory.CreateDirectory(output);
        var lines = article.Blocks.Select(b => $"{b.Kind}\t{b.Rule}\t{b.Span.In(article.Text).ReplaceLineEndings(" / ")}");
        var facts = article.Facts.Select(f => $"FACT\t{f.Name}\t{f.From}\t{f.Value.ReplaceLineEndings(" ")}");
        File.WriteAllLines(Path.Combine(output, page.Name + ".txt"), [$"PUBLISHED\t{article.Published}\tBYLINE\t{article.Byline}\tOUTLET\t{article.Outlet?.Name}\tLANG\t{article.Language}\tFLAGS\t{string.Join(' ', article.Flags)}", .. facts, .. lines, "======== TRUTH", page.Day ?? "", page.Text]);
    }
}
