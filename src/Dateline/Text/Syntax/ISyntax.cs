namespace Dateline.Text.Syntax;

/// <summary>
/// The one seam to syntax: a sentence with its tagged tokens in, its noun groups, clauses and lemmas out. <see cref="ClauseReader"/>
/// stands behind it; a parser could, if it answers in the same terms: base noun groups, verb groups with their subject and objects.
/// </summary>
public interface ISyntax
{
    /// <summary>The shallow syntax of a sentence. Safe for many threads; never throws, whatever the tokens are.</summary>
    /// <param name="text">The text the tokens count their positions in.</param>
    /// <param name="sentence">The sentence, tagged. The answer may hold it with tags of its own.</param>
    /// <param name="known">What earlier rooms know of it.</param>
    SentenceSyntax Read(string text, Sentence sentence, SentenceHints known);
}

/// <summary>What is known of a sentence before its syntax.</summary>
/// <param name="Wholes">Expressions no noun group crosses: its times.</param>
/// <param name="Figures">Where figures with a unit begin: behind a noun they begin a group of their own ("fired a missile 350 km").</param>
public readonly record struct SentenceHints(IReadOnlyList<TextSpan> Wholes, IReadOnlyList<int> Figures);
