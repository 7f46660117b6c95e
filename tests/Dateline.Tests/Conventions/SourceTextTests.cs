using System.Text;

namespace Dateline.Tests.Conventions;

/// <summary>Names, patterns and lists of words live in data/, not in the library's code.</summary>
public sealed class SourceTextTests
{
    private const int ShortestName = 3;

    // A type of TIMEX3 before it is a magazine.
    private const string TimexType = "TIME";

    private static readonly (string Table, string Column)[] Names =
    [
        ("gazetteer/countries.tsv", "name"), ("gazetteer/countries.tsv", "capital"), ("gazetteer/country-names.tsv", "name"), ("gazetteer/places.tsv", "name"), ("gazetteer/place-names.tsv", "name"),
        ("actors/organizations.tsv", "name"), ("actors/organization-names.tsv", "name"), ("actors/persons.tsv", "name"), ("actors/persons.tsv", "family"), ("actors/person-names.tsv", "name"),
        ("outlets/outlets.tsv", "name"), ("outlets/outlets.tsv", "names"), ("weapons/systems.tsv", "name"), ("weapons/system-names.tsv", "name"),
        ("actors/organizations.tsv", "id"), ("actors/persons.tsv", "id"), ("gazetteer/places.tsv", "id"), ("outlets/outlets.tsv", "id"), ("weapons/systems.tsv", "id"),
    ];

    private static readonly IReadOnlyList<(string Where, string Text)> Literals =
        [.. Repository.Files("src/Dateline", "*.cs").SelectMany(path => CodeLiterals.Of(File.ReadAllText(Repository.At("src/Dateline/" + path))).Select(literal => ($"{path}:{literal.Line}", literal.Text)))];

    [Fact]
    public void LiteralsAreFound() => Assert.Contains(Literals, literal => literal.Text == "DL0101");

    [Fact]
    public void NoLiteralIsAName()
    {
        var names = Names.SelectMany(name => DataTable.Of(name.Table).Values(name.Column)).Select(value => value.Value).Where(name => name.Length >= ShortestName).ToHashSet(StringComparer.Ordinal);
        Complaints.None(from literal in Literals where names.Contains(literal.Text) && literal.Text != TimexType select $"{literal.Where}: \"{literal.Text}\" is a name; names live in data/");
    }

    [Fact]
    public void NoRegularExpressions() => Complaints.None(
        from path in Repository.Files("src/Dateline", "*.cs")
        where File.ReadAllText(Repository.At("src/Dateline/" + path)).Contains("System.Text.RegularExpressions", StringComparison.Ordinal)
        select path);

    [Fact]
    public void NoListOfWords()
    {
        const int Many = 6;
        Complaints.None(
            from path in Repository.Files("src/Dateline", "*.cs")
            from run in CodeLiterals.Runs(File.ReadAllText(Repository.At("src/Dateline/" + path)))
            let words = run.Words.Where(word => word.Length > 1 && word.All(letter => char.IsLetter(letter) || letter is ' ' or '-')).ToList()
            where words.Count >= Many
            select $"{path}:{run.Line}: {string.Join(", ", words)}");
    }

    [Fact]
    public void EveryPublicMemberIsDocumented()
    {
        // The compiler does the work (CS1591); here only that nobody has told it not to.
        var settings = File.ReadAllText(Repository.At("src/Dateline/Dateline.csproj")) + File.ReadAllText(Repository.At("Directory.Build.props"));
        Assert.Contains("<GenerateDocumentationFile>true</GenerateDocumentationFile>", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("1591", settings + File.ReadAllText(Repository.At(".editorconfig")), StringComparison.Ordinal);
    }
}

/// <summary>String literals of C# source: plain, verbatim, raw; of interpolated ones the text between the holes.</summary>
internal static class CodeLiterals
{
    /// <summary>Every literal with its line.</summary>
    public static IEnumerable<(int Line, string Text)> Of(string code) => Scan(code).Where(token => token.IsLiteral).Select(token => (token.Line, token.Text));

    /// <summary>Literals with nothing between them but commas or "or", as lists and patterns have them.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Words)> Runs(string code)
    {
        var words = new List<string>();
        var line = 0;
        foreach (var token in Scan(code).Append((IsLiteral: false, Line: 0, Text: ";")))
        {
            if (token.IsLiteral)
            {
                line = words.Count == 0 ? token.Line : line;
                words.Add(token.Text);
            }
            else if (token.Text.Trim() is not ("," or "or" or "=>" or ""))
            {
                yield return (line, [.. words]);
                words.Clear();
            }
        }
    }

    private static IEnumerable<(bool IsLiteral, int Line, string Text)> Scan(string code)
    {
        var between = new StringBuilder();
        var line = 1;
        for (var i = 0; i < code.Length;)
        {
            var start = i;
            if (code.AsSpan(i).StartsWith("//", StringComparison.Ordinal))
            {
                i = End(code, i, "\n") - 1;
            }
            else if (code.AsSpan(i).StartsWith("/*", StringComparison.Ordinal))
            {
                i = End(code, i, "*/");
            }
            else if (code[i] == '\'')
            {
                i = Plain(code, i + 1, '\'');
            }
            else if (code[i] == '"')
            {
                yield return (false, line, between.ToString());
                between.Clear();
                var (text, end) = Literal(code, i);
                yield return (true, line, text);
                i = end;
            }
            else
            {
                between.Append(code[i++]);
            }

            line += code.AsSpan(start, i - start).Count('\n');
        }
    }

    private static (string Text, int End) Literal(string code, int at)
    {
        var verbatim = at > 0 && (code[at - 1] == '@' || (at > 1 && code[at - 2] == '@' && code[at - 1] == '$'));
        if (code.AsSpan(at).StartsWith("\"\"\"", StringComparison.Ordinal))
        {
            var quotes = code.AsSpan(at).IndexOfAnyExcept('"');
            var close = End(code, at + quotes, new string('"', quotes));
            return (code[(at + quotes)..Math.Max(at + quotes, close - quotes)].Trim(), close);
        }

        var end = verbatim ? Verbatim(code, at + 1) : Plain(code, at + 1, '"');
        return (code[(at + 1)..Math.Max(at + 1, end - 1)], end);
    }

    private static int Plain(string code, int at, char quote)
    {
        while (at < code.Length && code[at] != quote && code[at] != '\n')
        {
            at += code[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, code.Length);
    }

    private static int Verbatim(string code, int at)
    {
        while (at < code.Length && (code[at] != '"' || (at + 1 < code.Length && code[at + 1] == '"')))
        {
            at += code[at] == '"' ? 2 : 1;
        }

        return Math.Min(at + 1, code.Length);
    }

    private static int End(string code, int at, string mark)
    {
        var found = code.IndexOf(mark, at, StringComparison.Ordinal);
        return found < 0 ? code.Length : found + mark.Length;
    }
}
