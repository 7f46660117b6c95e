using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Events.Across;

/// <summary>
/// Of the words that tell an event, those by which another report's telling of it is known again though it shares no text: names that
/// no table has (but for the words of <c>ontology/common-names.tsv</c>), and the kinds of buildings and grounds (<c>ontology/sites.tsv</c>).
/// </summary>
internal sealed class TellingWords
{
    private const int MostNames = 12;
    private const int Shortest = 3; // letters of a name
    private const int MostSmall = 2; // longer words a headline writes small: from, with
    private const int LongestTitle = 20; // words
    private const int Beside = 3; // tokens between a ship and its name: "the tanker, the Heron"

    /// <summary>What stands before the name of a ship.</summary>
    internal const string Ship = "ship ";

    private readonly Dictionary<string, string> sites = new(StringComparer.Ordinal);
    private readonly HashSet<string> common = new(StringComparer.Ordinal);

    public TellingWords(KnowledgeFiles files)
    {
        foreach (var row in files.Table("ontology/sites.tsv").Rows)
        {
            foreach (var form in Inflector.Noun(row["noun"]))
            {
                sites[Folding.Fold(form)] = row["site"];
            }
        }

        foreach (var row in files.Table("ontology/common-names.tsv").Rows)
        {
            foreach (var form in Inflector.Noun(row["word"]))
            {
                common.Add(Folding.Fold(form));
            }
        }
    }

    /// <summary>Names in the sentences of an event, and in the first ones of a report that opens with it, that are in no table, folded, in text order; that of a ship a second time, as one.</summary>
    public IReadOnlyList<string> NamesOf(ToldSentences told, Event happening)
    {
        var names = new List<string>();
        foreach (var sentence in told.Lead(happening).Where(s => !IsTitle(s)))
        {
            for (var i = 0; i < sentence.Tokens.Count; i++)
            {
                var token = sentence.Tokens[i];
                if (token is { Kind: TokenKind.Word, IsCapitalised: true, Length: >= Shortest } && !token.Is(TokenShape.SentenceStart) && !told.IsFound(token.Start)
                    && Folding.Fold(token.Span.Of(told.Text)) is var name && !common.Contains(name) && !names.Contains(name, StringComparer.Ordinal))
                {
                    names.Add(name);
                    if (IsOfShip(told.Text, sentence.Tokens, i))
                    {
                        names.Add(Ship + name);
                    }
                }
            }
        }

        return names.Count > MostNames ? names[..MostNames] : names;
    }

    // "the tanker Heron", "the tanker, the Heron", "the Heron cargo ship"
    private bool IsOfShip(string text, TokenList tokens, int name)
    {
        for (var i = name - 1; i >= 0 && i >= name - Beside; i--)
        {
            if (IsShip(text, tokens, i))
            {
                return true;
            }

            if (tokens[i] is { Kind: TokenKind.Word, IsCapitalised: false } && tokens[i].Tag is not PartOfSpeech.Determiner)
            {
                break;
            }
        }

        for (var i = name + 1; i < tokens.Count && i <= name + Beside && tokens[i].Kind is TokenKind.Word or TokenKind.Quote; i++)
        {
            if (IsShip(text, tokens, i))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsShip(string text, TokenList tokens, int i) => SiteAt(text, tokens, i) is "ship" or "warship";

    private string? SiteAt(string text, TokenList tokens, int i)
    {
        if (tokens[i].Kind is not TokenKind.Word)
        {
            return null;
        }

        var own = Folding.Fold(tokens[i].Span.Of(text));
        return (i > 0 && sites.TryGetValue(Folding.Fold(tokens[i - 1].Span.Of(text)) + " " + own, out var site)) || sites.TryGetValue(own, out site) ? site : null;
    }

    /// <summary>The words of a name that are its own, folded, with what they are called for short: "the annual Iron Mace drill" has two, "Ulchi Freedom Shield" a fourth, ufs.</summary>
    public IEnumerable<string> OwnWords(string name)
    {
        var own = name.Split([' ', '-', '\u2013', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0]))
            .Select(w => Folding.Fold(w.AsSpan().Trim("'\"\u2018\u2019\u201C\u201D,"))).Where(w => w.Length >= Shortest && !common.Contains(w)).ToList();
        return own.Count < Shortest ? own : own.Append(string.Concat(own.Select(w => w[0])));
    }

    /// <summary>Kinds of sites in the sentences of an event, in ordinal order.</summary>
    public IReadOnlyList<string> SitesOf(ToldSentences told, Event happening)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tokens in told.Of(happening).Select(s => s.Tokens))
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                if (SiteAt(told.Text, tokens, i) is { } site)
                {
                    found.Add(site);
                }
            }
        }

        return [.. found];
    }

    // "Drone Hits Mosque in Besieged City": capitals tell nothing there. A sentence full of names has words of its own beside them.
    private static bool IsTitle(Sentence sentence)
    {
        var (words, capitals, own) = (0, 0, 0);
        foreach (var token in sentence.Tokens)
        {
            words += token.Kind is TokenKind.Word ? 1 : 0;
            capitals += token.Kind is TokenKind.Word && token.IsCapitalised ? 1 : 0;
            own += token is { Kind: TokenKind.Word, IsCapitalised: false, Length: > Shortest } ? 1 : 0;
        }

        return capitals * 2 > words && words <= LongestTitle && own <= MostSmall;
    }
}
