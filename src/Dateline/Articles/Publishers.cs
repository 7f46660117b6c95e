using Dateline.Knowledge;

namespace Dateline.Articles;

/// <summary>A publisher's row.</summary>
internal sealed record KnownPublisher(Publisher Publisher, string Kind, string? Domain)
{
    public bool IsAgency => Kind is not ("outlet" or "picture");
}

/// <summary>The names of data/outlets/outlets.tsv, found in lines and looked up by name or address. Names that are also common words are looked up only.</summary>
internal sealed class Publishers
{
    private const string File = "outlets/outlets.tsv";
    private readonly PageIndex<(KnownPublisher Row, string Name)> index = new();
    private readonly Dictionary<string, KnownPublisher> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly PageIndex<string> countries = new();
    private readonly Dictionary<string, KnownPublisher> byDomain = new(StringComparer.OrdinalIgnoreCase);

    public Publishers(KnowledgeFiles files, PageWords words)
    {
        var common = files.Table("noise/cues.tsv").Rows.Where(r => r["kind"] is "common_word" or "label").Select(r => r["phrase"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in files.Table("gazetteer/countries.tsv").Rows.Select(r => r["name"]))
        {
            countries.Add(words.Add(name), name);
        }

        var owners = files.Table("outlets/owners.tsv").Rows.ToDictionary(r => r["outlet"], r => r["owner"], StringComparer.Ordinal);
        foreach (var row in files.Table(File).Rows)
        {
            var publisher = new Publisher(row["id"], row["name"]) { Country = row.Optional("country"), StateControl = row.Optional("state_control"), Owner = owners.GetValueOrDefault(row["id"]) };
            var known = new KnownPublisher(publisher, row["kind"], row.Optional("domain"));
            byName.TryAdd(row["id"], known);
            foreach (var name in row.List("names").Prepend(row["name"]))
            {
                byName.TryAdd(name, known);
                if (!common.Contains(name))
                {
                    index.Add(words.Add(name), (known, name));
                }

            }

            foreach (var domain in row.List("domain"))
            {
                byDomain.TryAdd(domain, known);
            }
        }
    }

    /// <summary>The longest name that begins at a word, written with capitals as names are; null when there is none.</summary>
    public KnownPublisher? At(string text, List<PageWord> words, int first, out int after)
    {
        after = first;
        return index.Begins(words, first) ? Longest(text, words, first, out after) : null;
    }

    private KnownPublisher? Longest(string text, List<PageWord> words, int first, out int after)
    {
        var found = index.LongestAt(words, first, (Text: text, Words: words, First: first), static (v, next, s) => IsWritten(s.Text, s.Words, s.First, next, v.Name), out after);
        return after > first ? found.Row : null;
    }

    /// <summary>All names of a stretch of words, in text order.</summary>
    public List<KnownPublisher> FindAll(string text, List<PageWord> words)
    {
        var found = new List<KnownPublisher>();
        for (var i = 0; i < words.Count; i++)
        {
            if (At(text, words, i, out var after) is { } known)
            {
                found.Add(known);
                i = after - 1;
            }
        }

        return found;
    }

    /// <summary>The publisher of this name or id; one the table does not have gets no id.</summary>
    public Publisher Named(string name) => byName.TryGetValue(name.Trim(), out var known) ? known.Publisher : new Publisher(null, name.Trim());

    /// <summary>The row of this name or id, or null.</summary>
    public KnownPublisher? Known(string name) => byName.GetValueOrDefault(name.Trim());

    /// <summary>True when the words are a country's name: "(Taiwan)" behind a place is no agency.</summary>
    public bool IsCountry(List<PageWord> words)
    {
        countries.LongestAt(words, 0, true, static (_, _, always) => always, out var after);
        return words.Count > 0 && after == words.Count;
    }

    /// <summary>The publisher of an address, or null.</summary>
    public Publisher? OfAddress(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !uri.IsAbsoluteUri)
        {
            return null;
        }

        var host = uri.Host;
        while (host.Contains('.', StringComparison.Ordinal))
        {
            if (byDomain.TryGetValue(host, out var known))
            {
                return known.Publisher;
            }

            host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }

        return null;
    }

    // Short names such as AP count only in capitals; longer ones with a capital first letter.
    private static bool IsWritten(string text, List<PageWord> words, int first, int next, string name)
    {
        if (!char.IsUpper(text[words[first].Start]) && !char.IsDigit(text[words[first].Start]) && char.IsUpper(name[0]))
        {
            return false;
        }

        if (name.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && !name.Equals(text[words[first].Start..words[next - 1].End], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var allCapitals = !name.AsSpan().ContainsAnyInRange('a', 'z');
        for (var i = first; allCapitals && i < next; i++)
        {
            if (words[i].Span.Of(text).ContainsAnyInRange('a', 'z'))
            {
                return false;
            }
        }

        return true;
    }
}
