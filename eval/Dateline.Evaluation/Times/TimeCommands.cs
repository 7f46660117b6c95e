using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Annotations.Times;
using Dateline.Exports;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Evaluation.Times;

/// <summary>Commands that measure times on annotated texts.</summary>
internal static partial class TimeCommands
{
    /// <summary>
    /// <c>write-timex GOLD OUT [--narrative]</c>: reads the text of every TimeML file of a folder, finds its times and writes
    /// a TimeML file of the same name, for ../shared/corpora/timex/score_timex.py GOLD OUT.
    /// </summary>
    public static int Write(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("usage: write-timex GOLD OUT [--narrative]");
            return 2;
        }

        var narrative = arguments.Contains("--narrative", StringComparer.Ordinal);
        var reader = new TimesOfText();
        Directory.CreateDirectory(arguments[1]);
        foreach (var file in Directory.EnumerateFiles(arguments[0], "*.tml").Order(StringComparer.Ordinal))
        {
            File.WriteAllText(Path.Combine(arguments[1], Path.GetFileName(file)), Document(reader, Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), narrative));
        }

        return 0;
    }

    /// <summary>Value F1 in percent on a folder of TimeML files.</summary>
    public static double Meantime(string folder) =>
        ValueF1(Directory.EnumerateFiles(folder, "*.tml").Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))), narrative: false);

    /// <summary>Value F1 in percent on a folder of WikiWars keys, read as a story.</summary>
    public static double WikiWars(string folder) =>
        ValueF1(Directory.EnumerateFiles(folder, "*.key.xml").Select(file => (NameOf(file), TimeMl(NameOf(file), File.ReadAllText(file)))), narrative: true);

    /// <summary>
    /// <c>convert-wikiwars KEYS OUT</c>: rewrites the TIMEX2 key files of WikiWars as TimeML files with TIMEX3 elements.
    /// Values are the same in both but for the type, which is read off the value; elements without a value are left out.
    /// </summary>
    public static int ConvertWikiWars(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine("usage: convert-wikiwars KEYS OUT");
            return 2;
        }

        Directory.CreateDirectory(arguments[1]);
        foreach (var file in Directory.EnumerateFiles(arguments[0], "*.key.xml").Order(StringComparer.Ordinal))
        {
            File.WriteAllText(Path.Combine(arguments[1], NameOf(file) + ".tml"), TimeMl(NameOf(file), File.ReadAllText(file)));
        }

        return 0;
    }

    /// <summary>
    /// <c>show-times [--narrative] FILE</c>: for rows <c>{"text", "published"}</c>, one a line, prints them with what is
    /// found, in the form of the spec files. What it prints is what the program does, not what is right.
    /// </summary>
    public static int Show(string[] arguments)
    {
        var narrative = arguments.Contains("--narrative", StringComparer.Ordinal);
        var reader = new TimesOfText();
        foreach (var line in File.ReadLines(arguments[^1]).Where(line => line.Length > 0))
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            LocalDate? published = row.RootElement.TryGetProperty("published", out var date) && date.GetString() is { } printed ? LocalDatePattern.Iso.Parse(printed).Value : null;
            Console.WriteLine((published is { } day ? LocalDatePattern.Iso.Format(day) : "-") + "  " + text);
            foreach (var time in reader.Read(text, new TimeContext(published, null, null, narrative)))
            {
                Console.WriteLine($"    {time.Span.In(text)} | {time.Type} {Timex3.Value(time)} | {time.First:uuuu-MM-dd} {time.Clock:HH:mm}..{time.Last:uuuu-MM-dd} {time.ClockEnd:HH:mm} {time.Zone} {time.ZoneFrom} | {(time.Recalled ? "recalled " : "")}{(time.Approximate ? "approximate " : "")}{time.Rule} | {time.Anchor}");
            }
        }

        return 0;
    }

    private static readonly LocalDatePattern Turned = LocalDatePattern.CreateWithInvariantCulture("dd-MM-uuuu");

    internal static string Between(string page, string open, string close)
    {
        var start = page.IndexOf(open, StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf(close, start, StringComparison.Ordinal);
        return end < 0 ? "" : page[(start + open.Length)..end];
    }

    private static double ValueF1(IEnumerable<(string Name, string Page)> keys, bool narrative)
    {
        var (reader, score) = (new TimesOfText(), new TimexScore());
        foreach (var (name, page) in keys)
        {
            score.Add(page, Document(reader, name, page, narrative));
        }

        return score.ValueF1;
    }

    private static string Document(TimesOfText reader, string name, string page, bool narrative)
    {
        var text = Bare(Between(page, "<TEXT>", "</TEXT>"));
        var published = Day(Between(page, "<DCT>", "</DCT>"));
        return Timex3.Document(name, published, text, reader.Read(text, new TimeContext(published, null, null, narrative) { References = true }));
    }

    private static string NameOf(string file) => Path.GetFileName(file).Replace(".key.xml", "", StringComparison.Ordinal);

    // A key file of WikiWars as TimeML.
    private static string TimeMl(string name, string page)
    {
        var published = Day(Between(page, "<DATETIME>", "</DATETIME>"));
        return new StringBuilder("<?xml version=\"1.0\" ?>\n<TimeML>\n\n<DOCID>").Append(name).Append("</DOCID>\n\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"")
            .Append(published is { } day ? LocalDatePattern.Iso.Format(day) : "").Append("\"></TIMEX3></DCT>\n\n<TEXT>")
            .Append(ToTimex3(Between(page, "<TEXT>", "</TEXT>"))).Append("</TEXT>\n\n</TimeML>\n").ToString();
    }

    private static string Bare(string marked) => WebUtility.HtmlDecode(Element().Replace(marked, ""));

    private static LocalDate? Day(string marked) =>
        DayFigures().Match(marked) is { Success: true } match ? LocalDatePattern.Iso.Parse(match.Value).GetValueOrThrow()
        : TurnedFigures().Match(marked) is { Success: true } turned ? Turned.Parse(turned.Value).GetValueOrThrow() : null;

    private static string ToTimex3(string marked)
    {
        var made = new StringBuilder();
        var open = new Stack<bool>();
        var at = 0;
        foreach (Match element in Element().Matches(marked))
        {
            made.Append(WebUtility.HtmlEncode(WebUtility.HtmlDecode(marked[at..element.Index])));
            at = element.Index + element.Length;
            if (element.Value.StartsWith("</TIMEX2", StringComparison.Ordinal) && open.TryPop(out var told))
            {
                made.Append(told ? "</TIMEX3>" : "");
            }
            else if (element.Value.StartsWith("<TIMEX2", StringComparison.Ordinal))
            {
                var value = Val().Match(element.Value) is { Success: true } match ? match.Groups["value"].Value : "";
                var set = element.Value.Contains("set=\"YES\"", StringComparison.OrdinalIgnoreCase);
                open.Push(value.Length > 0);
                made.Append(value.Length > 0 ? $"<TIMEX3 type=\"{TypeOf(value, set)}\" value=\"{value}\">" : "");
            }
        }

        return made.Append(WebUtility.HtmlEncode(WebUtility.HtmlDecode(marked[at..]))).ToString();
    }

    private static string TypeOf(string value, bool set) =>
        set ? "SET" : value[0] == 'P' && !value.EndsWith("_REF", StringComparison.Ordinal) ? "DURATION" : value.Contains('T', StringComparison.Ordinal) && char.IsAsciiDigit(value[0]) ? "TIME" : "DATE";

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Element();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayFigures();

    [GeneratedRegex("[0-9]{2}-[0-9]{2}-[0-9]{4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TurnedFigures();

    [GeneratedRegex("(?i:val)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Val();
}
