using System.Diagnostics;
using System.Text;
using Dateline.Articles;
using Dateline.Documents;
using Dateline.Tests.Articles;
using Xunit;

namespace Dateline.Tests.Documents;

/// <summary>Pages made to hurt: each is read in bounded time, gives blocks that cover its text, and keeps the words that are there.</summary>
public sealed class HostilePages
{
    private const string Story = "<p>The patrol boat left the port of Ellery shortly before dawn on Friday, the coast guard said.</p><p>Nobody was hurt, and the crew was taken to the mainland for questioning by the police.</p>";

    // Generous: the machine may be busy. Unbounded reading of any of these takes minutes or the stack.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static TheoryData<string, string> Pages => new()
    {
        { "nested elements", Page(Repeat("<div>", 100_000) + Story) },
        { "nested inline elements", Page(Repeat("<span class=a>", 100_000) + Story) },
        { "nested looks", Page(Repeat("<b>", 100_000) + Story + Repeat("</b>", 100_000)) },
        { "looks with many names", Page(string.Concat(Enumerable.Range(0, 3_000).Select(i => $"<b class=b{i}>")) + Repeat("<p>x", 10_000) + Story) },
        { "nested lists", Page(Repeat("<ul><li>", 50_000) + Story) },
        { "nested links", Page(Repeat("<a href=x>", 100_000) + Story) },
        { "tables", Page(Repeat("<table><tr><td>x</td></tr></table>", 100_000) + Story) },
        { "nested tables", Page(Repeat("<table><tr><td>", 100_000) + Story) },
        { "words between the rows of a table", Page("<table>" + Repeat("x<div>y</div>", 50_000) + "</table>" + Story) },
        { "end tags of nothing", Page(Repeat("</div></p></b></x>", 100_000) + Story) },
        { "paragraphs never closed", Page(Repeat("<p>a", 100_000) + Story) },
        { "a huge attribute", Page("<div class=\"" + new string('a', 5_000_000) + "\">" + Story + "</div>") },
        { "many attributes", Page("<div " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=b ")) + ">" + Story + "</div>") },
        { "the same attribute over and over", Page("<div " + Repeat("class=a ", 100_000) + ">" + Story + "</div>") },
        { "a long tag name", Page("<" + new string('x', 1_000_000) + ">" + Story) },
        { "many entities", Page("<p>" + Repeat("&amp;&#x1F600;&unknown;", 100_000) + "</p>" + Story) },
        { "an entity bomb", "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><html><body><p>&c;</p>" + Story + "</body></html>" },
        { "zero characters", Page("<p>a\0b\0c</p>" + Story) },
        { "a comment without end", Page(Story + "<!-- " + new string('-', 100_000)) },
        { "comments", Page(Repeat("<!-- x -->", 100_000) + Story) },
        { "a script without end", Page(Story + "<script>" + Repeat("<p>no words</p>", 10_000)) },
        { "styles without end", Page(Story + Repeat("<style>", 50_000)) },
        { "unclosed selections", Page(Repeat("<select><option>x", 20_000) + Story) },
        { "one long word", Page("<p>" + new string('w', 2_000_000) + "</p>" + Story) },
        { "less-than signs", Page(Repeat("< <<", 200_000) + Story) },
        { "damaged structured data", "<html><head><script type=\"application/ld+json\">" + new string('[', 50_000) + "</script></head><body>" + Story + "</body></html>" },
        { "deep structured data", "<html><head><script type=\"application/ld+json\">" + Repeat("{\"a\":", 40) + "1" + Repeat("}", 40) + "</script></head><body>" + Story + "</body></html>" },
        { "thousands of statements", "<html><head>" + Repeat("<meta name=author content=\"Jo Doe\">", 50_000) + "</head><body>" + Story + "</body></html>" },
        { "line breaks", Page("<div>" + Repeat("x<br>", 100_000) + "</div>" + Story) },
        { "thousands of moments", Page(Repeat("<div class=live><time datetime=2025-01-01>12:00</time><p>Something was said here by a man of the ministry.</p></div>", 3_000) + Story) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void AHostilePageIsReadInBounds(string name, string page)
    {
        var watch = Stopwatch.StartNew();

        var article = Read(Encoding.UTF8.GetBytes(page));

        Assert.True(watch.Elapsed < Longest, $"{name} took {watch.Elapsed}");
        Assert.Contains("The patrol boat left the port of Ellery", article.Text, StringComparison.Ordinal);
        BlocksCover(article);
    }

    [Fact]
    public void EveryCutOfAPageIsRead()
    {
        var page = Encoding.UTF8.GetBytes("<!DOCTYPE html><html lang='en'><head><title>A &amp; B</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script></head><body><!-- c --><figure><img><figcaption>Café <span class=\"credit\">AP</span></figcaption></figure>" + Story + "<table><tr><td>1</td></tr></table></body></html>");
        for (var length = 0; length < page.Length; length++)
        {
            BlocksCover(Read(page.AsSpan(0, length).ToArray()));
        }
    }

    [Fact]
    public void RandomTagsAreRead()
    {
        string[] pieces = ["<p>", "</p>", "<div class='caption'>", "</div>", "<a href=x>", "</a>", "<table>", "<td>", "</table>", "<figure>", "<figcaption>", "</figure>", "<b class=credit>", "</b>", "<br>", "<li>", "<ul>", "</ul>", "word ", "A sentence that ends. ", "\u00a0", "&#0;", "&lt;", "<!--", "-->", "<script>", "</script>", "<h1>", "</h1>", "<time datetime='2025-13-45'>", "</time>", "\"", "'", "<", ">", "\ud83d", "日本。"];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var page = new StringBuilder();
            for (var i = 0; i < 80; i++)
            {
                page.Append(pieces[random.Next(pieces.Length)]);
            }

            BlocksCover(Read(Encoding.UTF8.GetBytes(page.ToString())));
        }
    }

    private static Article Read(byte[] page)
    {
        var document = RawDocument.Of(page, MediaTypes.Html, "hostile");
        return BlockSpecs.Reader.Read(document, DocumentText.Of(document));
    }

    // In text order, without overlap, with nothing but white space between them.
    private static void BlocksCover(Article article)
    {
        var at = 0;
        foreach (var block in article.Blocks)
        {
            Assert.True(block.Span.Start >= at && block.Span.End > block.Span.Start, $"{block.Rule} at {block.Span.Start} after {at}");
            Assert.True(string.IsNullOrWhiteSpace(article.Text[at..block.Span.Start]), $"words before {block.Span.Start} are in no block");
            at = block.Span.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(article.Text[at..]), "words at the end are in no block");
    }

    private static string Page(string body) => "<!DOCTYPE html><html><head><title>Made to hurt</title></head><body>" + body + "</body></html>";

    private static string Repeat(string words, int times) => new StringBuilder(words.Length * times).Insert(0, words, times).ToString();
}
