using Dateline.Knowledge;

namespace Dateline.Tests.App;

/// <summary><c>dateline knowledge check</c> and <c>diff</c>, and reading with a folder laid over the shipped one.</summary>
public sealed class KnowledgeCommandTests : IDisposable
{
    private const string Persons = "id\tname\tcountry\tfamily\tgiven_first\tpronoun\tsource\n";
    private const string Offices = "person\toffice\ttitle\torg\tfrom\tto\tsource\tchecked\n";

    private readonly Bench bench = new();

    [Fact]
    public void ShippedKnowledgeHasNoErrors()
    {
        var outcome = Bench.Run("knowledge", "check");
        Assert.Equal(0, outcome.Status);
        Assert.Contains("\n0 errors, ", "\n" + outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("error:", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person-nobody\tadviser\tadviser\tUS\t2020\t\town\t2026-01-01", "error: actors/offices.tsv:", "person \"person-nobody\" stands in no row of actors/persons.tsv")]
    [InlineData("person-joe-biden\tadviser\tadviser\tnot-there\t2020\t\town\t2026-01-01", "error: ", "org \"not-there\" stands in no row of actors/organizations.tsv or gazetteer/countries.tsv")]
    [InlineData("person-joe-biden\tadviser\tadviser\tUS\t2020-13-01\t\town\t2026-01-01", "error: ", "from \"2020-13-01\" is no date")]
    [InlineData("person-joe-biden\tadviser\tadviser\tUS\t2020\t2019\town\t2026-01-01", "error: ", "ends (2019) before it begins (2020)")]
    [InlineData("person-joe-biden\tadviser\tadviser\tUS\t2020\t\tnowhere\t2026-01-01", "error: ", "source \"nowhere\" does not stand in sources.tsv")]
    [InlineData("person-joe-biden\thead_of_state\tpresident\tUS\t2022-01-01\t2023\town\t2026-01-01", "error: ", "person-joe-biden holds head_of_state of US twice at once")]
    [InlineData("person-kamala-harris\thead_of_state\tpresident\tUS\t2022-01-01\t2022-02\town\t2026-01-01", "warning: ", "head_of_state of US from 2022-01-01 is held by person-kamala-harris and")]
    public void CheckTellsWhatIsWrong(string row, string kind, string message)
    {
        bench.File("own/actors/offices.tsv", Offices + row + "\n");
        var outcome = Bench.Run("knowledge", "check", bench["own"]);
        Assert.Equal(kind.StartsWith("error", StringComparison.Ordinal) ? 1 : 0, outcome.Status);
        Assert.Contains(outcome.Output.Split('\n'), line => line.StartsWith(kind, StringComparison.Ordinal) && line.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void DiffShowsAddedAndChangedRows()
    {
        bench.File("own/actors/persons.tsv", Persons + "person-joe-biden\tJoe Biden\tUS\tBiden Jr\tyes\the\town\nperson-own\tAda Own\tFR\tOwn\tyes\t\town\n");
        var outcome = Bench.Run("knowledge", "diff", bench["own"]);
        Assert.Equal(0, outcome.Status);
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal("~ actors/persons.tsv person-joe-biden: family Biden -> Biden Jr; source wikipedia:Joe_Biden -> own", lines[0]);
        Assert.StartsWith("+ actors/persons.tsv person-own: id person-own; name Ada Own;", lines[1], StringComparison.Ordinal);
        Assert.Equal("1 added, 1 changed", lines[2]);
    }

    [Theory]
    [InlineData("knowledge")]
    [InlineData("knowledge", "diff")]
    [InlineData("knowledge", "diff", "no-such-folder")]
    [InlineData("knowledge", "check", "no-such-folder")]
    public void WrongUseIsTold(params string[] args)
    {
        var outcome = Bench.Run(args);
        Assert.Equal(2, outcome.Status);
        Assert.NotEmpty(outcome.Error);
    }

    [Theory]
    [InlineData("id\tname\n", "no column")]
    [InlineData(Persons + "person-a\tA\tFR\tA\tyes\t\town\nperson-a\tB\tFR\tB\tyes\t\town\n", "the same key as actors/persons.tsv:2")]
    [InlineData("", "no header line")]
    public void AFolderThatCannotBeLaidOverIsNamed(string table, string message)
    {
        bench.File("own/actors/persons.tsv", table);
        var outcome = Bench.Run("knowledge", "check", bench["own"]);
        Assert.Equal(2, outcome.Status);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void LayingAFolderOverItselfChangesNothing()
    {
        var shipped = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
        Assert.Empty(KnowledgeDiff.Between(shipped, KnowledgeFiles.ReadOver(KnowledgeFiles.ShippedFolder)));
    }

    [Fact]
    public void HelpTellsOfKeysAndExitStatus()
    {
        var outcome = Bench.Run("knowledge", "check", "--help");
        Assert.Equal(0, outcome.Status);
        Assert.Contains("Exit status:", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("tables.tsv", outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();
}
