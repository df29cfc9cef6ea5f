namespace Lingotto.MicrosoftML;

/// <summary>What the transform of <see cref="WordFeaturizing.LingottoWords"/> reads.</summary>
public sealed class WordFeaturesInput
{
    /// <summary>The text.</summary>
    public string Text { get; set; } = "";
}

/// <summary>The columns that the transform of <see cref="WordFeaturizing.LingottoWords"/> adds, each with one value a syntactic word, in order of the text.</summary>
public sealed class WordFeatures
{
    /// <summary>ISO 639 code of the language, given or identified; <c>und</c> where it was not determined.</summary>
    public string Language { get; set; } = "";

    /// <summary>The lemmas; none where the language is neither Italian nor English.</summary>
    public string[] Lemmas { get; set; } = [];

    /// <summary>The universal parts of speech, such as <c>NOUN</c>.</summary>
    public string[] Upos { get; set; } = [];

    /// <summary>Lemma and part of speech, such as <c>plant/NOUN</c>.</summary>
    public string[] LemmaUpos { get; set; } = [];
}
