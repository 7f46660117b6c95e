using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Views;

namespace Dateline.App.Web;

/// <summary>One who speaks in a report.</summary>
/// <param name="Number">1, 2 … in the order they speak; colours come round after <see cref="Voices.Colours"/>.</param>
/// <param name="Name">Who.</param>
public sealed record Voice(int Number, string Name)
{
    /// <summary>The classes that give its colour; in italics where a colour comes round again.</summary>
    public string Class => "v" + (((Number - 1) % Voices.Colours) + 1) + (Number > Voices.Colours ? " again" : "");
}

/// <summary>Who speaks in a report, each with a number and a colour.</summary>
public sealed class Voices
{
    /// <summary>Colours there are.</summary>
    public const int Colours = 8;

    private readonly Dictionary<string, Voice> byKey = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, in the order they speak.</summary>
    public IEnumerable<Voice> All => byKey.Values.OrderBy(voice => voice.Number);

    /// <summary>The voice of somebody.</summary>
    public Voice Of(Actor actor) => Of(actor.Id ?? actor.Name, actor.Kind is ActorKind.Unnamed ? $"unnamed: {actor.Name}" : actor.Name);

    /// <summary>The voice behind an attribution; null where the text names nobody.</summary>
    public Voice? Of(Attribution attribution, string text)
    {
        if (attribution.Speaker is { } speaker)
        {
            return Of(speaker);
        }

        var words = ValueWords.OneLine(string.Join(' ', attribution.Source.Select(span => span.In(text))));
        return words.Length == 0 ? null : Of(words, "unnamed: " + words);
    }

    /// <summary>The voice that goes by an id or a name.</summary>
    public Voice Of(string key, string name)
    {
        if (!byKey.TryGetValue(key, out var voice))
        {
            byKey.Add(key, voice = new Voice(byKey.Count + 1, Inert.Line(name)));
        }

        return voice;
    }
}
