using Dateline.Annotations.Names;

namespace Dateline.Annotations.Places;

/// <summary>The gazetteer names of one report and how sure each is a place.</summary>
/// <param name="Places">What the report names of the world.</param>
/// <param name="Sentences">Number of sentences.</param>
internal sealed record ReportTowns(ReportPlaces Places, int Sentences)
{
    private readonly Dictionary<int, (double Best, double Worst)> byName = [];

    /// <summary>Names per sentence.</summary>
    public List<TownMatch>[] Towns { get; } = new List<TownMatch>[Sentences];

    /// <summary>Weight of each, by sentence and first token.</summary>
    public Dictionary<(int Sentence, int First), double> Weights { get; } = [];

    /// <summary>What was built for a name, by its number.</summary>
    public Dictionary<int, List<NameEntry>> Known { get; } = [];

    /// <summary>Keeps the best and the worst weight of a name.</summary>
    public void Note(int name, double weight)
    {
        var (best, worst) = byName.TryGetValue(name, out var known) ? known : (weight, weight);
        byName[name] = (Math.Max(best, weight), Math.Min(worst, weight));
    }

    /// <summary>True when a name is a place here: by what stands around it, or by another mention that is sure.</summary>
    public bool IsPlace(int sentence, TownMatch town)
    {
        var weight = Weights[(sentence, town.First)];
        if (!byName.TryGetValue(town.Name.First, out var all) || weight == double.MaxValue)
        {
            return true;
        }

        var person = all.Worst <= TownEvidence.Against - 1;
        return weight >= (person ? TownEvidence.Sure : TownEvidence.Enough) || (all.Best >= TownEvidence.Sure && weight > TownEvidence.Against && !person);
    }
}
