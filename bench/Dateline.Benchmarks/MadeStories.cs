using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Benchmarks;

/// <summary>
/// Reports made up for measuring a ledger, as many as asked for and the same every time: stories of several kinds over some years, a few reports each
/// and now and then many, some of them an agency's text with small changes, the others telling the same facts in words of their own.
/// </summary>
internal static class MadeStories
{
    private const int ReportsPerDay = 90;
    private const double CopyShare = 0.4; // of the further reports of a story
    private const int FewStories = 60;
    private const int FewDays = 20; // on which all of them happen

    private static readonly string[] Outlets = ["Harbour Post", "Lakeside Courier", "Halden Press", "Corvid News Service", "Northern Ledger", "Sado Strait Mail", "The Evening Plough", "Morning Buoy", "Ridge Herald", "Canal Times", "Fenland Echo", "Delta Dispatch"];
    private static readonly (string State, string Capital, string Adjective)[] States = [("North Korea", "Pyongyang", "North Korean"), ("Iran", "Tehran", "Iranian"), ("Pakistan", "Islamabad", "Pakistani"), ("India", "New Delhi", "Indian"), ("Turkey", "Ankara", "Turkish"), ("Israel", "Jerusalem", "Israeli")];
    private static readonly string[] Towns = ["Kursk", "Belgorod", "Kharkiv", "Kherson", "Odesa", "Sumy", "Zaporizhzhia", "Dnipro", "Poltava", "Chernihiv", "Bryansk", "Voronezh", "Mykolaiv", "Kramatorsk", "Rostov-on-Don"];
    private static readonly string[] Seas = ["the Sea of Japan", "the Yellow Sea", "the Arabian Sea", "the Bay of Bengal", "the Black Sea"];
    private static readonly string[] Subjects = ["the harbour", "a grain market", "the old railway", "a district council", "the weather service", "a school board", "the ferry company", "a bakers' union", "the water works", "a museum", "the census office", "a fishing village"];
    private static readonly string[] Verbs = ["counted", "repaired", "reopened", "measured", "postponed", "praised", "described", "surveyed", "inspected", "repainted", "discussed", "recorded"];
    private static readonly string[] Objects = ["roofs", "tickets", "bridges", "orchards", "lanterns", "timetables", "wells", "letters", "barges", "ovens", "fences", "maps", "benches", "tariffs"];
    private static readonly string[] Tails = ["before the rain", "after a long debate", "along the river", "with borrowed tools", "for the third season", "without much noise", "in two districts", "at its own cost", "as planned", "behind closed doors"];

    /// <summary>The reports as JSON lines, by day as they would come in, with a late one now and then.</summary>
    public static IEnumerable<string> Lines(int count)
    {
        var random = new Random(11);
        var first = new DateOnly(2022, 1, 3);
        var days = Math.Max(2, count / ReportsPerDay);
        for (var (made, story) = (0, 0); made < count; story++)
        {
            var passed = (int)((long)made * days / count);
            var day = first.AddDays(random.Next(20) == 0 ? random.Next(passed + 1) : passed);
            var facts = Facts(random, day);
            var agency = Text(random, facts, isAgency: true);
            for (var size = Math.Min(Size(random), count - made); size > 0; size--, made++)
            {
                yield return Line(random, made, day, facts, agency);
            }
        }
    }

    /// <summary>Reports of some sixty happenings of three weeks, each told over and over, as many in each part of them.</summary>
    public static IEnumerable<string> OfFew(int count)
    {
        var random = new Random(17);
        var first = new DateOnly(2022, 1, 3);
        var stories = Enumerable.Range(0, FewStories).Select(_ => first.AddDays(random.Next(FewDays))).Select(day => (Day: day, Facts: Facts(random, day))).Select(story => (story.Day, story.Facts, Agency: Text(random, story.Facts, isAgency: true))).ToList();
        for (var made = 0; made < count; made++)
        {
            var (day, facts, agency) = stories[random.Next(stories.Count)];
            yield return Line(random, made, day, facts, agency);
        }
    }

    private static string Line(Random random, int number, DateOnly day, string[] facts, string agency)
    {
        var text = random.NextDouble() < CopyShare ? Changed(random, agency) : Text(random, facts, isAgency: false);
        var outlet = Outlets[random.Next(Outlets.Length)];
        var published = day.AddDays(random.Next(2)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{{\"id\":\"made-{number}\",\"published\":\"{published}\",\"outlet\":\"{outlet}\",\"text\":\"{JsonEncodedText.Encode(text)}\"}}";
    }

    // Most happenings are told once or twice, a few everywhere.
    private static int Size(Random random) => (int)Math.Min(40, 1 + Math.Pow(1 / (1 - random.NextDouble()), 0.7));

    private static string[] Facts(Random random, DateOnly day)
    {
        var (state, capital, adjective) = States[random.Next(States.Length)];
        var (town, sea, weekday) = (Towns[random.Next(Towns.Length)], Seas[random.Next(Seas.Length)], day.DayOfWeek.ToString());
        var (some, far, high) = (random.Next(2, 60), random.Next(20, 180) * 10, random.Next(30, 99));
        return random.Next(5) switch
        {
            0 => [$"{state} fired a ballistic missile into {sea} on {weekday}, the defence ministry in {capital} said.", $"The missile flew {far} km and reached an altitude of {high} km, it said.", $"Military officials of a neighbour said the {adjective} missile flew about {far + 10} km."],
            1 => [$"A drone strike on {town} killed {some} people on {weekday}, the regional governor said.", $"At least {some + 9} people were wounded in {town}, he added.", $"Emergency services said {some} people had been killed."],
            2 => [$"A missile attack on {town} killed {some} people and wounded {some + 20} on {weekday}, the mayor said.", $"Rescuers said the missile hit a block of flats in {town}.", "The air force said it had shot down most of the missiles."],
            3 => [$"{state} began a military exercise with {some * 100} troops near {capital} on {weekday}, the army said.", "The exercise will last two weeks, a spokesman said.", $"The {adjective} army said {some * 100} soldiers took part."],
            _ => [$"The foreign minister of {state} met his counterpart in {capital} on {weekday} for talks on security.", "They signed an agreement on defence cooperation, the ministry said.", $"A {adjective} newspaper said the talks lasted {(some % 6) + 2} hours."],
        };
    }

    private static string Text(Random random, string[] facts, bool isAgency)
    {
        var text = new StringBuilder(4000);
        text.Append(isAgency ? "(Corvid) - " : "").Append(facts[0]).Append("\n\n");
        foreach (var fact in facts.Skip(1).OrderBy(_ => random.Next()))
        {
            text.Append(fact).Append(' ').Append(Filler(random, 3)).Append("\n\n");
        }

        while (text.Length < 2200)
        {
            text.Append(Filler(random, 5)).Append("\n\n");
        }

        return text.ToString().TrimEnd();
    }

    private static string Changed(Random random, string text)
    {
        var parts = text.Split("\n\n").ToList();
        parts.RemoveAt(random.Next(2, parts.Count));
        parts.Add(Filler(random, random.Next(1, 4)));
        return string.Join("\n\n", parts);
    }

    private static string Filler(Random random, int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ =>
    {
        var subject = Subjects[random.Next(Subjects.Length)];
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(subject[0])}{subject[1..]} {Verbs[random.Next(Verbs.Length)]} {random.Next(3, 900)} {Objects[random.Next(Objects.Length)]} at pier {random.Next(3, 900)} {Tails[random.Next(Tails.Length)]} of {random.Next(3, 900)}, {Subjects[random.Next(Subjects.Length)]} {Verbs[random.Next(Verbs.Length)]} {random.Next(3, 900)} {Objects[random.Next(Objects.Length)]}.");
    }));
}
