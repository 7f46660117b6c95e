using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>What is known of a word before its neighbours are looked at.</summary>
/// <param name="Known">Set of labels it was seen with, a feature; 0 for an unknown word.</param>
/// <param name="Fixed">The only label of a frequent word, or -1.</param>
/// <param name="Allowed">Set of labels it may get; 0 when any.</param>
/// <param name="BeginsPair">A pair of words in the table begins with it.</param>
internal readonly record struct WordEntry(uint Known, int Fixed, uint Allowed = 0, bool BeginsPair = false);

/// <summary>
/// The words of training with those of data/lexicon/tags.tsv on top. A row of the table narrows the labels of a word, or of
/// two words that stand together; names of any kind stay possible where a word begins with a capital inside a sentence.
/// </summary>
internal sealed class TagLexicon
{
    private readonly Dictionary<uint, WordEntry> words;
    private readonly Dictionary<ulong, (uint First, uint Second)> pairs = [];
    private readonly uint names;

    /// <summary>The words of a model, narrowed by a table with the columns phrase and tags, and by the adjectives of countries.</summary>
    /// <exception cref="KnowledgeException">A row names a tag that does not exist, or not one per word.</exception>
    public TagLexicon(TaggerModel model, Table? table, Table? countries)
    {
        words = new Dictionary<uint, WordEntry>(model.Words);
        names = model.SetOf(PartOfSpeech.ProperNoun, null);
        foreach (var row in table?.Rows ?? [])
        {
            Add(model, row);
        }

        var adjectives = model.SetOf(PartOfSpeech.Adjective, null) | model.SetOf(PartOfSpeech.Noun, null);
        foreach (var row in (countries?.Rows ?? []).Where(r => string.Equals(r["form"], "adjective", StringComparison.Ordinal)))
        {
            var name = row["name"];
            Narrow(name.AsSpan(name.LastIndexOf(' ') + 1), adjectives); // "South Korean": the last word alone
        }
    }

    /// <summary>Fills what is known of each word of a sentence; the letters must have been read.</summary>
    public void Read(Span<WordCues> cues)
    {
        for (var i = 0; i < cues.Length; i++)
        {
            ref var cue = ref cues[i];
            var entry = words.TryGetValue(cue.Word, out var found) ? found : new WordEntry(0, -1);
            (cue.Known, cue.Fixed, cue.Allowed) = (entry.Known, entry.Fixed, uint.MaxValue);
            if (entry.Allowed != 0)
            {
                Narrow(ref cue, entry.Allowed);
            }

            if (i > 0 && cues[i - 1].BeginsPair && pairs.TryGetValue(PairOf(cues[i - 1].Word, cue.Word), out var pair))
            {
                Narrow(ref cues[i - 1], pair.First);
                Narrow(ref cue, pair.Second);
            }

            cue.BeginsPair = entry.BeginsPair;
        }
    }

    private void Narrow(ref WordCues cue, uint allowed)
    {
        cue.Fixed = -1;
        cue.Allowed = cue.MayBeName ? allowed | names : allowed;
    }

    private void Add(TaggerModel model, Table.Row row)
    {
        var phrase = row["phrase"].Split(' ');
        var tags = row["tags"].Split(' ');
        if (phrase.Length is 0 or > 2 || tags.Length != phrase.Length)
        {
            throw row.Wrong("tags", "must name a set of tags for each of one or two words");
        }

        var sets = Array.ConvertAll(tags, t => t.Split('|').Aggregate(0u, (set, tag) => set | SetOf(model, row, tag)));
        var first = WordCues.HashOf(phrase[0]);
        var entry = words.TryGetValue(first, out var found) ? found : new WordEntry(0, -1);
        if (phrase.Length == 1)
        {
            Narrow(phrase[0], sets[0]);
            return;
        }

        words[first] = entry with { BeginsPair = true };
        pairs[PairOf(first, WordCues.HashOf(phrase[1]))] = (sets[0], sets[1]);
    }

    // A word that training does not know is known from now on, by the tags the table gives it.
    private void Narrow(ReadOnlySpan<char> word, uint allowed)
    {
        var hash = WordCues.HashOf(word);
        var entry = words.TryGetValue(hash, out var found) ? found : new WordEntry(0, -1);
        words[hash] = entry with { Allowed = allowed, Known = entry.Known != 0 ? entry.Known : allowed };
    }

    // "verb.past", "noun", "proper_noun.singular"
    private static uint SetOf(TaggerModel model, Table.Row row, string name)
    {
        var (tag, form) = name.Split('.') switch
        {
            [var t] => (t, null),
            [var t, var f] => (t, f),
            _ => ("", null),
        };
        var set = 0u;
        if (Enum.TryParse<PartOfSpeech>(tag.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var partOfSpeech))
        {
            var any = form is null;
            var known = Enum.TryParse<WordForm>(form?.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var wordForm);
            set = any || known ? model.SetOf(partOfSpeech, any ? null : wordForm) : 0;
        }

        return set != 0 ? set : throw row.Wrong("tags", $"names {name}, which the tagger does not give");
    }

    private static ulong PairOf(uint first, uint second) => ((ulong)first << 32) | second;
}
