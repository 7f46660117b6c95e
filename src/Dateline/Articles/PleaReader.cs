namespace Dateline.Articles;

/// <summary>Finds pleas for money, subscriptions and sign-ups that run for several sentences, by the density of their cues.</summary>
internal sealed class PleaReader(PageWords words, PageCues cues)
{
    private const int Window = 8000;
    private const int Bridge = 3;
    private const int LongestButton = 30;
    private readonly List<PageWord> list = [];

    /// <summary>Where the plea ends that begins at the start of the line; the start when there is none.</summary>
    public int EndOf(string text, TextSpan line)
    {
        if (text[line.Start] is '"' or '“' or '«')
        {
            return line.Start;
        }

        list.Clear();
        words.Scan(text, new TextSpan(line.Start, Math.Min(line.End, line.Start + Window)), list, 1600);
        var (start, total, silent, end, word) = (line.Start, 0, 0, line.Start, 0);
        while (start < line.End && start < line.Start + Window)
        {
            var stop = SentenceEnd(text, start, line.End);
            var (count, saying, button) = Count(text, ref word, stop);
            if (total == 0 && count == 0 && start > line.Start)
            {
                return line.Start;
            }

            if (saying && count < 2)
            {
                // "Read more The army said ...": the button closes the plea.
                (end, total) = total > 0 && button < stop && button - start <= LongestButton ? (button, total + 1) : (end, total);
                break;
            }

            total += count;
            silent = count > 0 ? 0 : silent + 1;
            if (silent > Bridge || (total == 0 && silent > 1))
            {
                break;
            }

            if (count > 0)
            {
                end = IsMostlyPlea(text, start, stop, button) ? stop : button;
            }

            start = stop;
            while (start < line.End && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        var whole = end >= line.End;
        return total >= 3 || (whole && total >= 2) ? end : line.Start;
    }

    // Cues of one sentence, whether someone speaks in it, and where its last button ends.
    private (int Count, bool Saying, int Button) Count(string text, ref int word, int stop)
    {
        var (count, saying, button) = (0, false, stop);
        while (word < list.Count && list[word].Start < stop)
        {
            saying |= cues.IsWord(text, list, word, "saying", out _);
            var cue = cues.At(text, list, word, c => c.Where is CueWhere.Plea or CueWhere.Button, out var after);
            count += cue is null ? 0 : 1;
            if (cue?.Where == CueWhere.Button)
            {
                button = list[after - 1].End;
            }

            word = cue is null ? word + 1 : after;
        }

        return (count, saying, button);
    }

    // The rest of a sentence after a button without a full stop is the story: "Read more The army said ...".
    private static bool IsMostlyPlea(string text, int start, int stop, int button)
    {
        if (button >= stop)
        {
            return true;
        }

        var rest = new TextSpan(button, stop).Trim(text);
        return rest.Length < 25 || button - start > rest.Length;
    }

    private static int SentenceEnd(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is '.' or '!' or '?' or '…' && (i + 1 >= end || char.IsWhiteSpace(text[i + 1]) || char.IsUpper(text[i + 1])))
            {
                return i + 1;
            }
        }

        return end;
    }
}
