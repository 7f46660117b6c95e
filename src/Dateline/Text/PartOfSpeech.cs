namespace Dateline.Text;

/// <summary>Universal parts of speech (universaldependencies.org/u/pos).</summary>
public enum PartOfSpeech : byte
{
    /// <summary>X: not tagged, or no class fits.</summary>
    Other,

    /// <summary>ADJ.</summary>
    Adjective,

    /// <summary>ADP: prepositions.</summary>
    Adposition,

    /// <summary>ADV.</summary>
    Adverb,

    /// <summary>AUX: be, have, do and modals before a verb, and the copula.</summary>
    Auxiliary,

    /// <summary>CCONJ: and, or, but.</summary>
    CoordinatingConjunction,

    /// <summary>DET.</summary>
    Determiner,

    /// <summary>INTJ.</summary>
    Interjection,

    /// <summary>NOUN.</summary>
    Noun,

    /// <summary>NUM.</summary>
    Numeral,

    /// <summary>PART: to, not, possessive 's.</summary>
    Particle,

    /// <summary>PRON.</summary>
    Pronoun,

    /// <summary>PROPN.</summary>
    ProperNoun,

    /// <summary>PUNCT.</summary>
    Punctuation,

    /// <summary>SCONJ: that, if, while, because.</summary>
    SubordinatingConjunction,

    /// <summary>SYM.</summary>
    Symbol,

    /// <summary>VERB.</summary>
    Verb,
}

/// <summary>Inflection, after the Penn Treebank's distinctions.</summary>
public enum WordForm : byte
{
    /// <summary>No inflection of interest.</summary>
    None,

    /// <summary>VB: base form.</summary>
    Base,

    /// <summary>VBD: past tense.</summary>
    Past,

    /// <summary>VBG: -ing form.</summary>
    Gerund,

    /// <summary>VBN: past participle.</summary>
    PastParticiple,

    /// <summary>VBP, VBZ: present tense.</summary>
    Present,

    /// <summary>MD: modal.</summary>
    Modal,

    /// <summary>NN, NNP: singular noun.</summary>
    Singular,

    /// <summary>NNS, NNPS: plural noun.</summary>
    Plural,
}
