using System.Runtime.Intrinsics;
using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>
/// Tags greedily from left to right with an averaged perceptron (Collins 2002). Frequent words with one tag take it from
/// training; every other word takes the label with the most weight, where a capital that nothing explains must outweigh
/// <see cref="CapitalCost"/> to be a common noun, and a sentence without a predicate gets its likeliest one. Looks at letters and neighbours only, so any cutting
/// into tokens will do. Safe for many threads; allocates nothing for sentences of up to 250 tokens.
/// </summary>
public sealed class PerceptronTagger : IPartOfSpeechTagger
{
    /// <summary>The table that narrows the tags of some words.</summary>
    public const string TagTable = "lexicon/tags.tsv";

    /// <summary>The table that holds the adjectives of countries.</summary>
    public const string CountryTable = "gazetteer/country-names.tsv";

    private const int OnStack = 250;
    private const uint Edge = 63; // the label before a sentence

    // In steps of the stored weights. The treebank's letters and reviews capitalise at will, newsrooms do not: inside a
    // sentence their capitals mark names. Set on the weblogs and newsgroups of ewt-dev, where 240 to 600 do alike.
    private const int CapitalCost = 400;

    // What the likeliest predicate of a sentence without one may lack, in the same steps; 200 to 600 do alike on ewt-dev.
    private const int FiniteCost = 500;

    private readonly TaggerModel model;
    private readonly TagLexicon lexicon;
    private readonly uint commonNouns;
    private readonly uint finite; // past and present of full verbs
    private readonly uint predicates; // these, and auxiliaries
    private readonly uint verbLike; // what a finite verb is taken for
    private readonly uint subjects; // what ends a subject
    private readonly uint objects; // what begins an object

    private PerceptronTagger(TaggerModel model, Table? tags, Table? countries)
    {
        this.model = model;
        lexicon = new TagLexicon(model, tags, countries);
        commonNouns = model.SetOf(PartOfSpeech.Noun, null);
        finite = Set((PartOfSpeech.Verb, WordForm.Past), (PartOfSpeech.Verb, WordForm.Present));
        predicates = finite | Set((PartOfSpeech.Auxiliary, WordForm.Past), (PartOfSpeech.Auxiliary, WordForm.Present), (PartOfSpeech.Auxiliary, WordForm.Modal));
        verbLike = Set((PartOfSpeech.Noun, WordForm.Plural), (PartOfSpeech.Verb, WordForm.Base), (PartOfSpeech.Verb, WordForm.PastParticiple), (PartOfSpeech.Adjective, null));
        var nominal = Set((PartOfSpeech.Noun, null), (PartOfSpeech.ProperNoun, null), (PartOfSpeech.Pronoun, null));
        subjects = nominal | Set((PartOfSpeech.Punctuation, null), (PartOfSpeech.Adverb, null));
        objects = nominal | Set((PartOfSpeech.Determiner, null), (PartOfSpeech.Numeral, null), (PartOfSpeech.Adjective, null));
    }

    /// <summary>Reads a model file (data/models/tagger.bin).</summary>
    /// <exception cref="InvalidDataException">The bytes are no tagger model.</exception>
    public static PerceptronTagger Load(ReadOnlySpan<byte> model) => Load(model, null, null);

    /// <summary>
    /// Reads a model file, with the tables of <see cref="TagTable"/> and <see cref="CountryTable"/>; null for none.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are no tagger model.</exception>
    /// <exception cref="KnowledgeException">A table names a tag that the model does not give.</exception>
    public static PerceptronTagger Load(ReadOnlySpan<byte> model, Table? tags, Table? countries) => new(TaggerModel.Load(model), tags, countries);

    /// <summary>The tagger as shipped, with the model and the tables of a data folder.</summary>
    /// <exception cref="InvalidDataException">models/tagger.bin is no tagger model.</exception>
    /// <exception cref="KnowledgeException">A file is missing or wrong.</exception>
    public static PerceptronTagger Load(KnowledgeFiles files) =>
        Load(files.Bytes("models/tagger.bin"), files.Table(TagTable), files.Table(CountryTable));

    /// <inheritdoc/>
    public void Tag(string text, Span<Token> tokens)
    {
        if (tokens.IsEmpty)
        {
            return;
        }

        var room = tokens.Length + (2 * TaggerFeatures.Reach);
        var cues = room <= OnStack ? stackalloc WordCues[room] : new WordCues[room];
        var choices = room <= OnStack ? stackalloc Choice[tokens.Length] : new Choice[tokens.Length];
        var letters = room <= OnStack ? stackalloc TaggerSums[tokens.Length] : new TaggerSums[tokens.Length];
        ReadCues(text, tokens, cues);
        WeighLetters(cues, letters);
        Choose(cues, letters, choices, 0);
        if (LikeliestPredicate(cues, choices) is >= 0 and var predicate)
        {
            cues[predicate + TaggerFeatures.Reach].Fixed = choices[predicate].Finite;
            Choose(cues, letters, choices, predicate);
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            var (tag, form) = model.Labels[choices[i].Label];
            tokens[i] = tokens[i] with { Tag = tag, Form = form };
        }
    }

    // What the letters say of each word that has a choice.
    private void WeighLetters(ReadOnlySpan<WordCues> cues, Span<TaggerSums> letters)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.OfLetters];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = default;
            if (cues[i + TaggerFeatures.Reach].Fixed < 0)
            {
                TaggerFeatures.FillLetters(cues, i + TaggerFeatures.Reach, features);
                model.Add(features, ref letters[i]);
            }
        }
    }

    // Labels from one word on; those before it stand.
    private void Choose(ReadOnlySpan<WordCues> cues, ReadOnlySpan<TaggerSums> letters, Span<Choice> choices, int from)
    {
        Span<uint> features = stackalloc uint[TaggerFeatures.Count - TaggerFeatures.OfLetters];
        for (var i = from; i < choices.Length; i++)
        {
            ref readonly var cue = ref cues[i + TaggerFeatures.Reach];
            if (cue.Fixed >= 0)
            {
                choices[i] = new Choice(cue.Fixed, -1, 0);
                continue;
            }

            var one = i > 0 ? (uint)choices[i - 1].Label : Edge;
            var two = i > 1 ? (uint)choices[i - 2].Label : Edge;
            TaggerFeatures.FillTags(cues, i + TaggerFeatures.Reach, one, two, features);
            var sums = letters[i];
            model.Add(features, ref sums);
            choices[i] = Best(sums, cue.Allowed, cue.MayBeName ? commonNouns : 0);
        }
    }

    // A sentence wants a predicate, and a headline has little else to show it by ("The army reports heavy fire", "Iran signs treaty"):
    // where none was found, the word that came nearest, before something that can be its object.
    private int LikeliestPredicate(ReadOnlySpan<WordCues> cues, ReadOnlySpan<Choice> choices)
    {
        var (at, least) = (-1, FiniteCost + 1);
        for (var i = 0; i < choices.Length; i++)
        {
            var choice = choices[i];
            if (((predicates >> choice.Label) & 1) != 0)
            {
                return -1;
            }

            if (i > 0 && i + 1 < choices.Length && choice.Finite >= 0 && choice.Deficit < least && ((verbLike >> choice.Label) & 1) != 0
                && !cues[i + TaggerFeatures.Reach].MayBeName && ((objects >> choices[i + 1].Label) & 1) != 0 && ((subjects >> choices[i - 1].Label) & 1) != 0)
            {
                (at, least) = (i, choice.Deficit);
            }
        }

        return at;
    }

    private uint Set(params ReadOnlySpan<(PartOfSpeech Tag, WordForm? Form)> labels)
    {
        var set = 0u;
        foreach (var (tag, form) in labels)
        {
            set |= model.SetOf(tag, form);
        }

        return set;
    }

    private void ReadCues(string text, ReadOnlySpan<Token> tokens, Span<WordCues> cues)
    {
        var inner = cues.Slice(TaggerFeatures.Reach, tokens.Length);
        WordCues.Read(text, tokens, inner);
        lexicon.Read(inner);
        cues[..TaggerFeatures.Reach].Fill(WordCues.Outside);
        cues[^TaggerFeatures.Reach..].Fill(WordCues.Outside);
    }

    private Choice Best(in TaggerSums sums, uint allowed, uint doubted)
    {
        Span<short> scores = stackalloc short[TaggerModel.Width];
        sums.Low.CopyTo(scores);
        sums.High.CopyTo(scores[(TaggerModel.Width / 2)..]);
        var (best, label) = (int.MinValue, 0);
        var (likeliest, form) = (int.MinValue, -1);
        for (var i = 0; i < model.Labels.Length; i++)
        {
            if (((allowed >> i) & 1) == 0)
            {
                continue;
            }

            var score = scores[i] - (((doubted >> i) & 1) != 0 ? CapitalCost : 0);
            (best, label) = score > best ? (score, i) : (best, label);
            (likeliest, form) = score > likeliest && ((finite >> i) & 1) != 0 ? (score, i) : (likeliest, form);
        }

        return new Choice(label, form, form >= 0 ? best - likeliest : 0);
    }

    /// <summary>What was chosen for a word.</summary>
    /// <param name="Label">Its label.</param>
    /// <param name="Finite">The likeliest label of a finite verb that it may have, or -1.</param>
    /// <param name="Deficit">What that label lacks, in steps.</param>
    private readonly record struct Choice(int Label, int Finite, int Deficit);
}
