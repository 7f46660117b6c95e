using System.Globalization;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>
/// Finds roads by their numbers: "on the A417", "the M4 motorway". A number alone is also a rifle, an aircraft or a telephone, so it wants a
/// word of roads beside it, or one of the report's roads of the same number before it.
/// </summary>
internal sealed class RoadReader
{
    private const int LongestCode = 5; // a letter and four digits

    private readonly Dictionary<char, int> digits = [];
    private readonly HashSet<int> doors = [];
    private readonly PlaceRelations relations;
    private readonly FunctionWords words;

    /// <summary>Loads lexicon/road-codes.tsv.</summary>
    /// <exception cref="KnowledgeException">The table is missing or a row is wrong.</exception>
    public RoadReader(KnowledgeFiles files, Vocabulary vocabulary, PlaceRelations relations, FunctionWords words)
    {
        this.relations = relations;
        this.words = words;
        foreach (var row in files.Table("lexicon/road-codes.tsv").Rows)
        {
            digits[row["letter"][0]] = int.Parse(row["digits"], CultureInfo.InvariantCulture);
        }

        doors.UnionWith(files.Table("lexicon/place-prepositions.tsv").Rows.Where(r => r.Optional("road") is "yes").Select(r => vocabulary.Add(r["phrase"])));
    }

    /// <summary>Adds the roads of one sentence, in text order.</summary>
    /// <param name="text">The report.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="isRead">True for tokens another name has taken.</param>
    /// <param name="known">The numbers the report has named as roads so far; those found here are added.</param>
    /// <param name="places">Where they are added.</param>
    public void Read(string text, SentenceSyntax syntax, Func<int, bool> isRead, HashSet<string> known, List<PlaceMention> places)
    {
        var tokens = syntax.Sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].Is(TokenShape.Capitalised | TokenShape.Digits) || !IsCode(tokens[i].Span.In(text)) || isRead(i))
            {
                continue;
            }

            var code = tokens[i].Span.In(text).ToString();
            if ((known.Contains(code) && !(i > 0 && words.Is(tokens[i - 1], "indefinite"))) || IsRoad(syntax, i, known.Count > 0))
            {
                known.Add(code);
                places.Add(new PlaceMention(tokens[i].Span, "places.road; by its number", null, PlaceRole.Place, NameForm.Name, null, []));
            }
        }
    }

    private bool IsCode(ReadOnlySpan<char> word) =>
        word.Length is > 1 and <= LongestCode && digits.TryGetValue(word[0], out var most) && word.Length - 1 <= most && word[1..].IndexOfAnyExceptInRange('0', '9') < 0;

    // "on the A417", "the M4 motorway", "via the A436, A40 and A429": behind another road, in its list
    private bool IsRoad(SentenceSyntax syntax, int at, bool listed)
    {
        var tokens = syntax.Sentence.Tokens;
        if (relations.AfterNoun(tokens, at + 1) > at + 1)
        {
            return true;
        }

        var goesOn = at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Word && tokens[at + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun;
        var before = at > 0 && tokens[at - 1].Tag == PartOfSpeech.Determiner ? at - 2 : at - 1;
        return before >= 0 && !goesOn && (doors.Contains(tokens[before].Word) || (listed && (tokens[before].Kind == TokenKind.Punctuation || tokens[before].Tag == PartOfSpeech.CoordinatingConjunction)));
    }
}
