namespace Dateline.Documents;

/// <summary>Gives every report of a run a name of its own: the second "a" becomes "a#2".</summary>
internal sealed class UniqueNames
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <summary>The name, or the name with the first free number.</summary>
    public string Take(string name)
    {
        if (taken.TryAdd(name, 1))
        {
            return name;
        }

        var number = taken[name];
        string numbered;
        do
        {
            number++;
            numbered = $"{name}#{number}";
        }
        while (!taken.TryAdd(numbered, 1));
        taken[name] = number;
        return numbered;
    }
}
