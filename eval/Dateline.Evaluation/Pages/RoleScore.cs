using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Articles;
using Dateline.Documents;
using Dateline.Knowledge;

namespace Dateline.Evaluation.Pages;

/// <summary>
/// Roles of what is not the story, on pages whose elements carry their true role in the attribute <c>g</c> (which the program does not read): caption, credit,
/// byline, promotion, related, live (an entry of a live blog), stamp (its clock, not scored). A stretch is right when the program has one of that role with at least three fifths of the words of both.
/// </summary>
internal sealed class RoleScore
{
    private const double LeastShared = 0.6;
    private readonly SortedDictionary<string, (int Right, int Given, int Wanted)> tallies = new(StringComparer.Ordinal);

    /// <summary>Number of pages.</summary>
    public int Pages { get; private set; }

    /// <summary>What is wrong and missing, one line each.</summary>
    public List<string> Misses { get; } = [];

    /// <summary>F1 of each role.</summary>
    public IEnumerable<(string Role, double F1, int Wanted)> Roles => tallies.Select(t => (t.Key, F1(t.Value), t.Value.Wanted));

    /// <summary>The mean of the roles' F1.</summary>
    public double Macro => tallies.Count == 0 ? 0 : tallies.Values.Average(F1);

    /// <summary>Scores every page of a folder.</summary>
    /// <param name="folder">Holds *.html.</param>
    /// <param name="only">Which pages, by their number in name order, or null for all.</param>
    public static RoleScore Of(string folder, Func<int, bool>? only = null)
    {
        var reader = new ArticleReader(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        var score = new RoleScore();
        var files = Directory.GetFiles(folder, "*.html");
        Array.Sort(files, StringComparer.Ordinal);
        for (var i = 0; i < files.Length; i++)
        {
            if (only is null || only(i))
            {
                score.Add(reader, files[i]);
            }
        }

        return score;
    }

    private static double F1((int Right, int Given, int Wanted) tally) => tally.Given + tally.Wanted == 0 ? 1 : 2.0 * tally.Right / (tally.Given + tally.Wanted);

    private void Add(ArticleReader reader, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var bytes = File.ReadAllBytes(file);
        var document = RawDocument.Of(bytes, MediaTypes.Html, name);
        var article = reader.Read(document, DocumentText.Of(document));
        var wanted = Wanted(bytes);
        var given = Given(article).Concat(reader.Entries(article).Select(EntryWords)).ToList();
        foreach (var role in wanted.Concat(given).Select(s => s.Role).Where(r => r != "stamp").Distinct(StringComparer.Ordinal))
        {
            Count(name, role, [.. wanted.Where(s => s.Role == role).Select(s => s.Words)], [.. given.Where(s => s.Role == role).Select(s => s.Words)]);
        }

        Pages++;
    }

    private static List<(string Role, string Words)> Wanted(byte[] page)
    {
        using var stream = new MemoryStream(page);
        using var document = new HtmlParser().ParseDocument(stream);
        return [.. document.QuerySelectorAll("[g]").Select(e => (e.GetAttribute("g")!, OwnWords(e))).Where(s => s.Item2.Any(char.IsLetterOrDigit))];
    }

    // The words of an element without those of elements in it that have a role of their own.
    private static string OwnWords(IElement element) =>
        string.Join(' ', element.ChildNodes.Select(n => n is IElement inner ? inner.HasAttribute("g") ? "" : OwnWords(inner) : n is IText text ? text.Data : ""));

    private static IEnumerable<(string Role, string Words)> Given(Article article) =>
        article.Blocks.Where(b => b.Kind is BlockKind.Caption or BlockKind.Credit or BlockKind.Byline or BlockKind.Promotion or BlockKind.Related && !b.Rule.StartsWith("live-", StringComparison.Ordinal))
            .Select(b => (b.Kind.ToString().ToLowerInvariant(), b.Span.In(article.Text)));

    private static (string Role, string Words) EntryWords(Article entry) => ("live", string.Join('\n', entry.Blocks.Where(b => b.IsRead).Select(b => b.Span.In(entry.Text))));

    private void Count(string page, string role, List<string> wanted, List<string> given)
    {
        var right = 0;
        var left = new List<string>(given);
        foreach (var words in wanted)
        {
            var match = left.FindIndex(g => Shared(words, g) >= LeastShared);
            if (match < 0)
            {
                Misses.Add($"{page}: missing {role}: {words.ReplaceLineEndings(" ").Trim()}");
                continue;
            }

            right++;
            left.RemoveAt(match);
        }

        Misses.AddRange(left.Select(words => $"{page}: wrong {role}: {words.ReplaceLineEndings(" ").Trim()}"));
        var tally = tallies.GetValueOrDefault(role);
        tallies[role] = (tally.Right + right, tally.Given + given.Count, tally.Wanted + wanted.Count);
    }

    private static double Shared(string one, string other)
    {
        var (left, right) = (Words(one), Words(other));
        var both = left.Sum(w => Math.Min(w.Value, right.GetValueOrDefault(w.Key)));
        var all = left.Values.Sum() + right.Values.Sum() - both;
        return all == 0 ? 0 : (double)both / all;
    }

    private static Dictionary<string, int> Words(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in text.Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries))
        {
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words;
    }

    /// <summary><c>score-page-roles FOLDER [--misses]</c></summary>
    public static int Run(string[] args)
    {
        var score = Of(args[0]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Pages} pages, macro F1 {score.Macro:0.000}: ") + string.Join(", ", score.Roles.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Role} {r.F1:0.000} of {r.Wanted}"))));
        foreach (var miss in args.Contains("--misses", StringComparer.Ordinal) ? score.Misses : [])
        {
            Console.WriteLine(miss);
        }

        return 0;
    }
}
