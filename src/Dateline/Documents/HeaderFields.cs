namespace Dateline.Documents;

/// <summary>Header lines as mail, saved pages and web servers write them, those that go on over several lines joined. Of a name told twice the last counts.</summary>
internal sealed class HeaderFields
{
    private const int LongestHead = 1 << 14;

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the lines up to an empty one.</summary>
    /// <param name="text">The text they stand in.</param>
    /// <param name="at">Where the first begins.</param>
    /// <param name="body">Where what follows the empty line begins.</param>
    /// <param name="longest">Characters that are read at most.</param>
    public static HeaderFields Read(string text, int at, out int body, int longest = LongestHead)
    {
        var header = new HeaderFields();
        var name = "";
        var limit = Math.Min(text.Length, at + longest);
        while (at < limit)
        {
            var end = LineAfter(text, at);
            var line = text.AsSpan(at, end - at).TrimEnd("\r\n");
            at = end;
            if (line.IsEmpty)
            {
                break;
            }

            var colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t' && name.Length > 0)
            {
                header.fields[name] += string.Concat(" ", line.Trim());
            }
            else if (colon > 0)
            {
                name = line[..colon].Trim().ToString();
                header.fields[name] = line[(colon + 1)..].Trim().ToString();
            }
        }

        body = at;
        return header;
    }

    /// <summary>The value of a field, or null.</summary>
    public string? Value(string name) => fields.GetValueOrDefault(name);

    /// <summary>A parameter behind the value of a field, boundary="----=_Part", or null.</summary>
    public string? Parameter(string field, string name) => ParameterOf(Value(field), name);

    /// <summary>A parameter behind a value, charset=utf-8, or null.</summary>
    public static string? ParameterOf(string? value, string name)
    {
        foreach (var part in (value ?? "").Split(';').Skip(1))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0 && part.AsSpan(0, sign).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return part[(sign + 1)..].Trim().Trim('"', '\'');
            }
        }

        return null;
    }

    /// <summary>Where the line after the one at a place begins.</summary>
    public static int LineAfter(string text, int at) => text.IndexOf('\n', Math.Min(at, text.Length)) is >= 0 and var end ? end + 1 : text.Length;
}
