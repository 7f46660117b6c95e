namespace Dateline.Annotations.Places;

/// <summary>The countries a report has named so far, latest last; what a doubtful name is judged by.</summary>
public sealed class CountryContext
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    /// <summary>The countries named, in order of first mention.</summary>
    public IReadOnlyList<string> Named => order;

    /// <summary>The country named last; empty before any.</summary>
    public string Last { get; private set; } = "";

    /// <summary>The other country that was named last before <see cref="Last"/>; empty before any.</summary>
    public string Previous { get; private set; } = "";

    /// <summary>The country whose coast or sea was meant last without its name, or null.</summary>
    public string? Leaned { get; private set; }

    /// <summary>Notes whose coast or sea was meant.</summary>
    public void Lean(string country) => Leaned = country;

    /// <summary>Notes one mention of a country.</summary>
    /// <param name="country">ISO code.</param>
    /// <param name="standsItself">False for a mere adjective ("Iranian missiles"), which "the country" does not go back to.</param>
    public void Name(string country, bool standsItself)
    {
        if (standsItself || Last.Length == 0)
        {
            Previous = string.Equals(Last, country, StringComparison.Ordinal) ? Previous : Last;
            Last = country;
        }

        if (!counts.TryAdd(country, 1))
        {
            counts[country]++;
            return;
        }

        order.Add(country);
    }

    /// <summary>How often a country was named.</summary>
    public int Count(string country) => counts.GetValueOrDefault(country);
}
