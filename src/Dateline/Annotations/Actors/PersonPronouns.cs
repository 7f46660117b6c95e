using Dateline.Annotations.Names;

namespace Dateline.Annotations.Actors;

/// <summary>Which pronoun a person is spoken of with: by the persons table, else by the words of the title.</summary>
internal sealed class PersonPronouns(NameLexicon names)
{
    /// <summary>he or she, or null when neither the table nor the title tells.</summary>
    public string? PronounOf(Actor actor) =>
        actor.Kind != ActorKind.Person ? null
        : (actor.Id is { } id ? names.Person(id)?.Pronoun : null) ?? (actor.Title is { } title ? OfTitle(title) : null);

    private string? OfTitle(string title)
    {
        var tokens = names.Tokenizer.Tokenize(title).ToArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            foreach (var match in names.Trie.AllAt(tokens, i))
            {
                if (match.Values.OfType<TitleWord>().FirstOrDefault()?.Pronoun is { } pronoun)
                {
                    return pronoun;
                }
            }
        }

        return null;
    }
}
