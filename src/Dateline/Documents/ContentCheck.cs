using System.Text;
using Dateline.Documents.Markup;

namespace Dateline.Documents;

/// <summary>Tells from the bytes what an input is, before anything is made of it.</summary>
internal static class ContentCheck
{
    private const int Sample = 1 << 16;

    /// <summary>Why the bytes cannot be a report's text, or null when they can.</summary>
    public static string? Refuse(ReadOnlySpan<byte> bytes) => IsBinary(bytes) ? "is not text (binary data)" : null;

    /// <summary>The media type of a whole input that is no list of reports.</summary>
    /// <param name="bytes">Its content.</param>
    /// <param name="ending">What its name says.</param>
    public static string TypeOf(ReadOnlySpan<byte> bytes, Ending ending) =>
        MimeArchive.Is(bytes) ? MediaTypes.SavedPage : ending is Ending.Page || IsHtml(bytes) ? MediaTypes.Html : MediaTypes.Text;

    /// <summary>True when there is nothing but white space.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> bytes) => bytes.Trim(" \t\r"u8).IsEmpty;

    /// <summary>
    /// True for bytes that are no text in an encoding that is read here: NUL bytes, more than one control character in
    /// fifty, or more than one broken UTF-8 sequence in four characters.
    /// </summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return true;
        }

        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (ByteOrderMark.Find(sample) is { IsUtf8: false } mark)
        {
            return IsNoise(mark.Encoding.GetString(sample[mark.Length..]));
        }

        return (sample.Contains((byte)0) && !IsHtml(sample)) || IsNoise(Encoding.UTF8.GetString(sample));
    }

    /// <summary>True when the first thing is a JSON object's first name.</summary>
    public static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        var text = Begin(bytes);
        return text is [(byte)'{', ..] && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"', ..] or [(byte)'}', ..];
    }

    private static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        var text = Begin(bytes);
        if (ByteOrderMark.Find(bytes) is { IsUtf8: false } mark)
        {
            text = Begin(Encoding.UTF8.GetBytes(mark.Encoding.GetString(bytes[mark.Length..Math.Min(bytes.Length, Sample)])));
        }

        if (Begins(text, "<?xml"u8) && text.IndexOf("?>"u8) is > 0 and var end)
        {
            text = text[(end + 2)..].TrimStart(" \t\r\n"u8);
        }

        while (Begins(text, "<!--"u8) && text.IndexOf("-->"u8) is > 0 and var close)
        {
            text = text[(close + 3)..].TrimStart(" \t\r\n"u8);
        }

        return Begins(text, "<!doctype html"u8) || Begins(text, "<html"u8) || Begins(text, "<head"u8) || Begins(text, "<body"u8)
            || (text is [(byte)'<', ..] && Begins(text[1..], "!doctype"u8));
    }

    private static ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> bytes) => bytes.TrimStart("\uFEFF \t\r\n"u8);

    private static bool Begins(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);

    private static bool IsNoise(string sample)
    {
        var (controls, broken) = (0, 0);
        foreach (var character in sample)
        {
            if (character == '\uFFFD')
            {
                broken++;
            }
            else if (character is (< ' ' and not ('\t' or '\n' or '\r' or '\f' or '\u001B')) or '\u007F')
            {
                controls++;
            }
        }

        return controls > sample.Length / 50 || broken > sample.Length / 4;
    }
}
