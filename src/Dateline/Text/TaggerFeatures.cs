namespace Dateline.Text;

/// <summary>The features one tagging decision rests on, as hashes; the same for training and for tagging.</summary>
internal static class TaggerFeatures
{
    /// <summary>Number of features of one decision.</summary>
    public const int Count = 44;

    /// <summary>Number of words seen to either side; the cues of a sentence are padded by as many.</summary>
    public const int Reach = 2;

    /// <summary>Number of those that rest on letters alone; they come first.</summary>
    public const int OfLetters = 34;

    /// <summary>Hashes all features of a word.</summary>
    /// <param name="cues">The sentence's cues, padded by <see cref="Reach"/> at both ends.</param>
    /// <param name="at">Index of the word in the padded cues.</param>
    /// <param name="one">Label of the word before.</param>
    /// <param name="two">Label of the word before that.</param>
    /// <param name="into">Room for <see cref="Count"/> hashes.</param>
    public static void Fill(ReadOnlySpan<WordCues> cues, int at, uint one, uint two, Span<uint> into)
    {
        FillLetters(cues, at, into[..OfLetters]);
        FillTags(cues, at, one, two, into[OfLetters..]);
    }

    /// <summary>Hashes the features that rest on letters alone.</summary>
    /// <param name="cues">The sentence's cues, padded by <see cref="Reach"/> at both ends.</param>
    /// <param name="at">Index of the word in the padded cues.</param>
    /// <param name="into">Room for <see cref="OfLetters"/> hashes.</param>
    public static void FillLetters(ReadOnlySpan<WordCues> cues, int at, Span<uint> into)
    {
        ref readonly var w = ref cues[at];
        ref readonly var b = ref cues[at - 1];
        ref readonly var bb = ref cues[at - 2];
        ref readonly var a = ref cues[at + 1];
        ref readonly var aa = ref cues[at + 2];
        into = into[..OfLetters];

        into[0] = Mix(0, w.Word, 0);
        into[1] = Mix(1, w.Suffix2, 0);
        into[2] = Mix(2, w.Suffix3, 0);
        into[3] = Mix(3, w.Suffix4, 0);
        into[4] = Mix(4, w.Prefix2, 0);
        into[5] = Mix(5, w.Prefix3, 0);
        into[6] = Mix(6, w.Shape, 0);
        into[7] = Mix(7, b.Word, 0);
        into[8] = Mix(8, bb.Word, 0);
        into[9] = Mix(9, a.Word, 0);
        into[10] = Mix(10, aa.Word, 0);
        into[11] = Mix(11, b.Word, w.Word);
        into[12] = Mix(12, w.Word, a.Word);
        into[13] = Mix(13, b.Suffix3, 0);
        into[14] = Mix(14, a.Suffix3, 0);
        into[15] = Mix(15, a.Suffix2, w.Suffix2);
        into[16] = Mix(16, w.Known, 0);
        into[17] = Mix(17, a.Known, 0);
        into[18] = Mix(18, w.Known, a.Known);
        into[19] = Mix(19, a.Known, aa.Known);
        into[20] = Mix(20, w.Word, w.Shape);
        into[21] = Mix(21, w.Shape, b.Writing);
        into[22] = Mix(22, w.Shape, a.Writing);
        into[23] = Mix(23, w.Suffix3, w.Shape);
        into[24] = Mix(24, b.Word, a.Word);
        into[25] = Mix(25, w.Word, a.Known);
        into[26] = Mix(26, w.Suffix1, w.Writing);
        into[27] = Mix(27, w.Suffix3, a.Known);
        into[28] = Mix(40, w.Known, w.Shape);
        into[29] = Mix(41, w.Shape, (b.Writing << 8) | a.Writing);
        into[30] = Mix(42, w.Suffix2, w.Shape);
        into[31] = Mix(43, aa.Suffix2, 0);
        into[32] = Mix(44, w.Joined, w.Writing);
        into[33] = Mix(45, w.Joined, w.Suffix2);
    }

    /// <summary>Hashes the features that rest on the tags given to the words before.</summary>
    /// <param name="cues">The sentence's cues, padded by <see cref="Reach"/> at both ends.</param>
    /// <param name="at">Index of the word in the padded cues.</param>
    /// <param name="one">Label of the word before.</param>
    /// <param name="two">Label of the word before that.</param>
    /// <param name="into">Room for <see cref="Count"/> less <see cref="OfLetters"/> hashes.</param>
    public static void FillTags(ReadOnlySpan<WordCues> cues, int at, uint one, uint two, Span<uint> into)
    {
        ref readonly var w = ref cues[at];
        ref readonly var a = ref cues[at + 1];
        into = into[..(Count - OfLetters)];

        into[0] = Mix(28, one, 0);
        into[1] = Mix(29, one, two + 1);
        into[2] = Mix(30, one, w.Word);
        into[3] = Mix(31, one, w.Known);
        into[4] = Mix(32, one, w.Suffix3);
        into[5] = Mix(33, (one << 8) | two, w.Known);
        into[6] = Mix(34, one, Mix(99, w.Known, a.Known));
        into[7] = Mix(35, one, a.Word);
        into[8] = Mix(36, one, w.Shape);
        into[9] = Mix(37, one, Mix(98, w.Suffix2, a.Suffix2));
    }

    // One key per template and two values; never 0, which marks an empty slot.
    private static uint Mix(uint template, uint left, uint right)
    {
        var x = (((ulong)left << 32) | right) ^ (template * 0xD6E8FEB86659FD93);
        x *= 0x9E3779B97F4A7C15;
        x ^= x >> 29;
        x *= 0xBF58476D1CE4E5B9;
        return (uint)(x >> 32) | 1;
    }
}
