using System.Globalization;
using Dateline.Annotations.Numbers;
using Dateline.Knowledge;
using Dateline.Text;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Annotations.Times;

/// <summary>What a word does in a time expression; the classes of data/lexicon/time-words.tsv, documented there.</summary>
public enum TimeWordClass
{
#pragma warning disable CS1591 // the table documents them
    Weekday,
    Month,
    Season,
    PartOfDay,
    EarlyOrLateDay,
    ClockWord,
    Overnight,
    Tonight,
    Unit,
    RelativeDay,
    Meridian,
    ClockHours,
    Last,
    Next,
    Coming,
    This,
    Previous,
    Following,
    Same,
    That,
    Recent,
    Ago,
    Earlier,
    Later,
    Before,
    After,
    FromNow,
    EdgeAdjective,
    EdgeNoun,
    Quarter,
    Set,
    Every,
    Preposition,
    RangeJoint,
    Approximator,
    Bound,
    Filler,
    AndAHalf,
    Old,
    LocalTime,
    Weekend,
    Holiday,
    Era,
    Fiscal,
    FalseFriend,
    FutureCue,
    SeemingCue,
    PastCue,
    Passive,
    The,
    Article,
    Of,
    Per,
    Zone,
    KnownDay,
    Reference,
    ClockFraction,
    OtherMonth,
    Agreement,
#pragma warning restore CS1591
}

/// <summary>One reading of a word or phrase of time.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Phrase">The phrase as the table writes it; zone names must match it in case.</param>
/// <param name="Text">The value as the table has it.</param>
/// <param name="Number">The value as a whole number, or 0.</param>
/// <param name="Flags">The table's flags, joined by |.</param>
/// <param name="Zone">For zones: its rules, or null.</param>
/// <param name="Offset">For zones with one offset: the offset, or null.</param>
public sealed record TimeWord(TimeWordClass Class, string Phrase, string Text, int Number, string Flags, DateTimeZone? Zone = null, Offset? Offset = null)
{
    /// <summary>True for a word of several meanings that needs support around it.</summary>
    public bool IsHomograph { get; } = Flags.Contains("homograph", StringComparison.Ordinal);

    /// <summary>True for a shortened form.</summary>
    public bool IsAbbreviation { get; } = Flags.Contains("abbreviation", StringComparison.Ordinal);

    /// <summary>True for "past": with a single unit it is that length up to now, no calendar unit.</summary>
    public bool IsRunning { get; } = Flags.Contains("running", StringComparison.Ordinal);

    /// <summary>True for a plural.</summary>
    public bool IsPlural { get; } = Flags.Contains("plural", StringComparison.Ordinal);
}

/// <summary>The words of time, compiled from data/lexicon/time-words.tsv and time-zones.tsv.</summary>
public sealed class TimeWords
{
    private readonly PhraseTrie<TimeWord> trie;
    private readonly WordClasses classes = new();

    /// <summary>Compiles both tables.</summary>
    /// <exception cref="KnowledgeException">A zone or an offset is unknown.</exception>
    public TimeWords(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        trie = new PhraseTrie<TimeWord>(vocabulary, tokenizer);
        foreach (var row in files.Table("lexicon/time-words.tsv").Rows)
        {
            var text = row["value"];
            _ = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            Add(row["phrase"], new TimeWord(row.Enum<TimeWordClass>("class"), row["phrase"], text, number, row["flags"]));
        }

        foreach (var row in files.Table("lexicon/time-zones.tsv").Rows)
        {
            Add(row["phrase"], Zone(row));
        }
    }

    /// <summary>Every reading that begins at a token, shortest phrase first.</summary>
    public PhraseTrie<TimeWord>.Matches AllAt(Token[] tokens, int at) => trie.AllAt(tokens, at);

    /// <summary>The classes of the phrases that may begin at a token, one bit each.</summary>
    internal ulong ClassesOf(in Token token) => classes[token];

    /// <summary>The bit of a class.</summary>
    internal static ulong Bit(TimeWordClass kind) => 1UL << (int)kind;

    private void Add(string phrase, TimeWord word) => classes.Add(trie.Add(phrase, word), Bit(word.Class));

    private static TimeWord Zone(Table.Row row)
    {
        var zone = row.Optional("zone") is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? throw row.Wrong("zone", "is no IANA zone") : null;
        Offset? offset = null;
        if (row.Optional("offset") is { } printed)
        {
            var parsed = OffsetPattern.GeneralInvariant.Parse(printed);
            offset = parsed.Success ? parsed.Value : throw row.Wrong("offset", "is no offset");
        }

        return new TimeWord(TimeWordClass.Zone, row["phrase"], row["phrase"], 0, row["flags"], zone, offset);
    }
}
