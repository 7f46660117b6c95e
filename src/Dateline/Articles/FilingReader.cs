using Dateline.Knowledge;

namespace Dateline.Articles;

/// <summary>A dateline found at the beginning of a paragraph.</summary>
/// <param name="Place">Its place as printed.</param>
/// <param name="Date">Its date, perhaps without a year.</param>
/// <param name="Span">From its first character to its dash.</param>
internal sealed record FilingLine(TextSpan Place, PageDate? Date, TextSpan Span);

/// <summary>
/// Reads datelines: "SEOUL, Feb 28 (Agency) --", "Seoul, (A - B / C - 10th Mar, 2025)", "SEOUL. AGENCY -", "SEOUL, May 8. /AGENCY/.",
/// "ISLAMABAD:", "Lagos:" before a sentence, "Kyiv • AGENCY", "KYIV/MOSCOW (Agency) -", "By Jan Berg SEOUL (Agency) -" or "SEOUL" alone on a line,
/// and doubled ones.
/// </summary>
internal sealed class FilingReader
{
    private const int Longest = 160;
    private const int LeastSentence = 80; // characters
    private const int FirstWords = 12; // a credit, a place and what tells that it is none
    private const int MostWords = 40;
    private const string Credit = "by";
    private readonly PageWords words;
    private readonly PageCues cues;
    private readonly PageDates dates;
    private readonly Publishers publishers;
    private readonly PageIndex<string> places = new();

    public FilingReader(KnowledgeFiles files, PageWords words, PageCues cues, PageDates dates, Publishers publishers)
    {
        (this.words, this.cues, this.dates, this.publishers) = (words, cues, dates, publishers);
        foreach (var name in files.Table("gazetteer/places.tsv").Rows.Concat(files.Table("gazetteer/place-names.tsv").Rows.Where(r => r["form"] is not "adjective")).Select(r => r["name"]))
        {
            places.Add(words.Add(name), name);
        }

        foreach (var row in files.Table("gazetteer/countries.tsv").Rows.Where(r => r["capital"].Length > 0))
        {
            places.Add(words.Add(row["capital"]), row["capital"]);
        }
    }

    /// <summary>The dateline that begins here, or null.</summary>
    /// <param name="text">The page.</param>
    /// <param name="line">The paragraph from the place where the dateline would begin.</param>
    /// <param name="opening">True where the story begins: weaker forms count there.</param>
    public FilingLine? Read(string text, TextSpan line, bool opening)
    {
        var found = One(text, line, opening);
        if (found is null)
        {
            return null;
        }

        // "SEOUL, May 8 (AG) - SEOUL —"
        var rest = new TextSpan(found.Span.End, line.End).Trim(text);
        var again = One(text, rest, opening: true);
        return again is not null && again.Span.Length <= 60 && rest.Length > again.Span.Length
            ? found with { Span = found.Span.Cover(again.Span), Date = found.Date ?? again.Date }
            : found;
    }

    /// <summary>True when the words are the name of a known place.</summary>
    public bool IsPlace(List<PageWord> list) => list.Count > 0 && IsPlace(list, list.Count);

    private FilingLine? One(string text, TextSpan line, bool opening)
    {
        var at = line.Start;
        var prefixed = false;
        if (at < line.End && text[at] == '(')
        {
            var close = Closing(text, at, Math.Min(line.End, at + 100));
            if (close < 0)
            {
                return null;
            }

            at = SkipBlanks(text, close + 1, line.End);
            prefixed = true;
        }

        var window = new TextSpan(at, Math.Min(line.End, at + Longest));
        var list = new List<PageWord>(FirstWords);
        var scanned = words.Scan(text, window, list, FirstWords);
        if (list.Count > 0 && list[0].Start == at && Behind(text, list) is > 0 and var credited)
        {
            list.RemoveRange(0, credited);
            at = list[0].Start;
        }

        if (list.Count == 0 || list[0].Start != at || !PlaceEnd(text, list, out var placeEnd, out var capitals) || IsSentence(text, list[placeEnd - 1].End, window.End))
        {
            return null;
        }

        words.Scan(text, new TextSpan(scanned, window.End), list, MostWords - FirstWords);
        var first = FirstOfSeveral(text, list, placeEnd);
        var evidence = new Evidence
        {
            Place = new TextSpan(at, list[first - 1].End),
            Places = new TextSpan(at, list[placeEnd - 1].End),
            Capitals = capitals,
            Agency = prefixed,
            Opening = opening,
            Sentence = line.Length >= LeastSentence && text[line.Trim(text).End - 1] is '.' or '”' or '"',
            Known = IsPlace(list, first),
        };
        return Tail(text, line, window, list, placeEnd, evidence);
    }

    // A name after which the next word follows with nothing between begins a sentence: most paragraphs end here.
    private static bool IsSentence(string text, int after, int end)
    {
        var next = SkipBlanks(text, after, end);
        return next < end && char.IsLetterOrDigit(text[next]);
    }

    // "By Jan Berg SEOUL (Agency) —": number of words before the first in capitals; 0 when none credits
    private static int Behind(string text, List<PageWord> list)
    {
        if (!list[0].Span.Of(text).Equals(Credit, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        for (var i = 1; i < Math.Min(list.Count, 6) && char.IsUpper(text[list[i].Start]) && list[i].Start - list[i - 1].End <= 2; i++)
        {
            if (i > 1 && list[i].Length > 3 && !list[i].Span.Of(text).ContainsAnyInRange('a', 'z'))
            {
                return i;
            }
        }

        return 0;
    }

    // "KYIV/MOSCOW": the words of the first
    private static int FirstOfSeveral(string text, List<PageWord> list, int placeEnd)
    {
        for (var i = 1; i < placeEnd; i++)
        {
            if (text[list[i - 1].End] == '/')
            {
                return i;
            }
        }

        return placeEnd;
    }

    // Up to five capitalised words; a comma may add a region ("SANTA CLARA, Calif.").
    private bool PlaceEnd(string text, List<PageWord> list, out int end, out bool capitals)
    {
        (end, capitals) = (0, true);
        while (end < list.Count && end < 5)
        {
            var word = list[end];
            if (!char.IsUpper(text[word.Start]) || (end > 0 && !IsJoined(text, list[end - 1].End, word.Start)) || dates.Is(list, end, "month") || dates.Is(list, end, "weekday"))
            {
                break;
            }

            capitals &= !word.Span.Of(text).ContainsAnyInRange('a', 'z');
            end++;
        }

        return end > 0 && list[0].Length > 1;
    }

    private static bool IsJoined(string text, int from, int to)
    {
        var gap = text.AsSpan(from, to - from);
        return gap is " " or "-" or "/" or "\u00a0" or "'" or "’" || (gap is ". " && from >= 2 && (from < 4 || char.IsWhiteSpace(text[from - 3]) || from == 2));
    }

    private bool IsPlace(List<PageWord> list, int count)
    {
        places.LongestAt(list, 0, count, static (_, next, most) => next <= most, out var after);
        return after == count;
    }

    private FilingLine? Tail(string text, TextSpan line, TextSpan window, List<PageWord> list, int placeEnd, Evidence e)
    {
        var at = e.Places.End;
        var word = placeEnd;
        PageDate? date = null;
        while (at < window.End)
        {
            var c = text[at];
            if (IsDash(text, at, line.End, out var afterDash))
            {
                return e.Accepts(Ending.Dash, text, SkipBlanks(text, afterDash, line.End)) ? new FilingLine(e.Place, date, new TextSpan(line.Start, afterDash)) : null;
            }

            if (c == ':')
            {
                return e.Accepts(Ending.Colon, text, SkipBlanks(text, at + 1, line.End)) && !IsNoPlace(text, list) ? new FilingLine(e.Place, date, new TextSpan(line.Start, at + 1)) : null;
            }

            if (char.IsWhiteSpace(c) || c is ',' or '.' or '•' or '·' or '|')
            {
                e.Stopped |= c is ',' or '.' or '•' or '·' or '|';
                at++;
                continue;
            }

            if (c is '(' or '[' || (c == '/' && text[at - 1] is ' ' or '.' or ',' or '\u00a0'))
            {
                var close = c == '/' ? text.IndexOf('/', at + 1, Math.Min(24, window.End - at - 1)) : Closing(text, at, Math.Min(line.End, at + 100));
                if (close < 0 || !IsAgency(text, new TextSpan(at + 1, close)))
                {
                    return null;
                }

                date ??= Inside(text, new TextSpan(at + 1, close));
                e.Agency = true;
                e.Date |= date is not null;
                at = close + 1;
                word = list.FindIndex(w => w.Start >= at);
                word = word < 0 ? list.Count : word;
                var stop = at < line.End && text[at] is '.' or ',' && at + 1 < line.End && char.IsWhiteSpace(text[at + 1]) ? at + 1 : at;
                var next = SkipBlanks(text, stop, line.End);
                if (stop > at && next < line.End && char.IsUpper(text[next]) && c == '/')
                {
                    return e.Accepts(Ending.Bracket, text, next) ? new FilingLine(e.Place, date, new TextSpan(line.Start, stop)) : null;
                }

                next = SkipBlanks(text, at, line.End);
                if (next < line.End && !IsDash(text, next, line.End, out _) && text[next] is not (',' or '.' or ':' or '/'))
                {
                    return e.Accepts(Ending.Bracket, text, next) ? new FilingLine(e.Place, date, new TextSpan(line.Start, at)) : null;
                }

                continue;
            }

            while (word < list.Count && list[word].Start < at)
            {
                word++;
            }

            if (word >= list.Count || list[word].Start != at || !e.Stopped)
            {
                return null;
            }

            if (dates.At(text, list, word) is { } found)
            {
                (date, e.Date, at, word) = (found, true, found.Span.End, found.After);
                at += at < text.Length && text[at] == ')' ? 1 : 0; // "Juche 114 (2025)"
            }
            else if (publishers.At(text, list, word, out var afterName) is not null)
            {
                (e.Agency, at, word) = (true, list[afterName - 1].End, afterName);
            }
            else if (char.IsUpper(c) && e.Extra++ < 3)
            {
                e.Named |= !list[word].Span.Of(text).ContainsAnyInRange('a', 'z') && list[word].Length > 3;
                (at, word) = (list[word].End, word + 1);
            }
            else
            {
                return null;
            }
        }

        var alone = window.End == line.End && e.Accepts(Ending.LineEnd, text, line.End) && !IsNoPlace(text, list);
        return alone ? new FilingLine(e.Place, date, line) : null;
    }

    // "UPDATE 3:", "WORLD", an outlet's own name
    private bool IsNoPlace(string text, List<PageWord> list) =>
        cues.At(text, list, 0, c => c.Where is CueWhere.Line or CueWhere.Start || string.Equals(c.Kind, "not_place", StringComparison.Ordinal), out _) is not null
        || (publishers.At(text, list, 0, out _) is not null && !IsPlace(list, 1));

    // A bracket is a source when it names a publisher, is short and capitalised, or holds a date.
    private bool IsAgency(string text, TextSpan span)
    {
        if (span.Length is 0 or > 95 || (!char.IsUpper(text[span.Start]) && !char.IsDigit(text[span.Start])))
        {
            return false;
        }

        var inside = new List<PageWord>();
        words.Scan(text, span, inside, 30);
        return inside.Count > 0
            && (span.Length <= 12 || publishers.FindAll(text, inside).Count > 0 || dates.FindAll(text, inside).Count > 0 || inside.All(w => char.IsUpper(text[w.Start])));
    }

    private PageDate? Inside(string text, TextSpan span)
    {
        var inside = new List<PageWord>();
        words.Scan(text, span, inside, 30);
        var found = dates.FindAll(text, inside);
        return found.Count > 0 ? found[0] : null;
    }

    private static bool IsDash(string text, int at, int end, out int after)
    {
        after = at;
        while (after < end && text[after] is '-' or '–' or '—' or '―')
        {
            after++;
        }

        // A single hyphen needs a blank beside it: "SEOUL- Kim", "SEOUL - Kim", not "Sri-Lanka".
        var strong = after - at > 1 || (after > at && text[at] != '-');
        return after > at && (strong || after >= end || char.IsWhiteSpace(text[after]));
    }

    private static int Closing(string text, int open, int end)
    {
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private enum Ending
    {
        Dash,
        Colon,
        Bracket,
        LineEnd,
    }

    private sealed class Evidence
    {
        public TextSpan Place { get; init; }

        public TextSpan Places { get; init; }

        /// <summary>True when the paragraph has the length and the end of a sentence, as no headline has.</summary>
        public bool Sentence { get; init; }

        public bool Capitals { get; init; }

        public bool Opening { get; init; }

        public bool Known { get; init; }

        public bool Agency { get; set; }

        public bool Date { get; set; }

        public bool Named { get; set; }

        public bool Stopped { get; set; }

        public int Extra { get; set; }

        public bool Accepts(Ending ending, string text, int next)
        {
            var begins = next >= text.Length || char.IsUpper(text[next]) || text[next] is '"' or '“' or '«' or '(' || char.IsDigit(text[next]) || !char.IsAscii(text[next]);
            return ending switch
            {
                Ending.Dash => (Capitals && (Known || Agency || Date || Named || (Opening && begins && Place.Length > 3)))
                    || (begins && ((Known && (Opening || Date || Agency)) || (Date && Agency))),
                Ending.Colon => Opening && ((Known && (Capitals || Date || (Sentence && begins))) || (Date && Agency)),
                Ending.Bracket => (Known || Capitals) && (Opening || Date),
                _ => (Known && (Capitals || Date || Agency) && Extra == 0) || (Date && (Agency || Named)),
            };
        }
    }
}
