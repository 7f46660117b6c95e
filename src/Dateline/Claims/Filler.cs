using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Annotations.Weapons;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>A noun chunk that fills a slot, with what was annotated in it.</summary>
/// <param name="Syntax">Its sentence.</param>
/// <param name="Noun">Index of the chunk.</param>
/// <param name="Span">The chunk with its owner.</param>
/// <param name="Actor">The actor its head names, or null.</param>
/// <param name="Weapon">The weapon its head names, or null.</param>
/// <param name="Place">The place it names or leans on, or null.</param>
/// <param name="Country">Country of the state that owns or describes it, or null.</param>
/// <param name="CountryWords">The words that name that state, or null.</param>
public sealed record Filler(
    SentenceSyntax Syntax,
    int Noun,
    TextSpan Span,
    ActorMention? Actor,
    WeaponMention? Weapon,
    PlaceMention? Place,
    string? Country,
    TextSpan? CountryWords)
{
    /// <summary>The chunk.</summary>
    public NounChunk Chunk => Syntax.Nouns[Noun];

    /// <summary>True for it, they, he.</summary>
    public bool IsPronoun => Syntax.Sentence.Tokens[Chunk.Head].Tag == PartOfSpeech.Pronoun;
}

/// <summary>Slots of one trigger: agent, patient and prepositions, each with its fillers in text order.</summary>
public sealed class SlotSet
{
    private readonly List<(string Slot, Filler Filler)> slots = [];

    /// <summary>Adds a filler.</summary>
    public void Add(string slot, Filler filler)
    {
        if (!slots.Exists(s => string.Equals(s.Slot, slot, StringComparison.Ordinal) && s.Filler.Noun == filler.Noun))
        {
            slots.Add((slot, filler));
        }
    }

    /// <summary>Adds a filler of a chunk that may fill the slot more than once: each state that describes a noun.</summary>
    public void AddAnyway(string slot, Filler filler) => slots.Add((slot, filler));

    /// <summary>The fillers of a slot, in the order they were found.</summary>
    public IEnumerable<Filler> this[string slot]
    {
        get
        {
            List<Filler>? found = null;
            foreach (var (name, filler) in slots)
            {
                if (string.Equals(name, slot, StringComparison.Ordinal))
                {
                    (found ??= []).Add(filler);
                }
            }

            return found ?? (IEnumerable<Filler>)[];
        }
    }

    /// <summary>All.</summary>
    public IEnumerable<(string Slot, Filler Filler)> All => slots;
}
