namespace Lingotto;

/// <summary>Says which language a text is written in. Implementations are safe for concurrent use.</summary>
public interface ILanguageIdentifier
{
    /// <summary>The most probable language of the text; undetermined where the text says too little.</summary>
    LanguagePrediction Identify(ReadOnlySpan<char> text);
}

/// <summary>An identified language.</summary>
/// <param name="Language">The language, or undetermined.</param>
/// <param name="Confidence">Probability of the language, 0 to 1.</param>
public readonly record struct LanguagePrediction(Language Language, double Confidence);

/// <summary>Finds sentences, tokens and the words of multiword tokens in one language. Implementations are safe for concurrent use.</summary>
public interface ITokenizer
{
    /// <summary>
    /// Appends the sentences, tokens and words of <paramref name="part"/> to the document, in order of the text. Tokens never hold
    /// white space at their ends, never overlap, and cover every character of the part that is not white space or a control character.
    /// </summary>
    void Tokenize(DocumentBuilder document, TextSpan part);
}

/// <summary>Gives words their part of speech, features and lemma. Implementations are safe for concurrent use.</summary>
public interface ITagger
{
    /// <summary>Sets tag and lemma of every word of one sentence.</summary>
    void Tag(DocumentBuilder document, int sentence);
}

/// <summary>Builds dependency trees over tagged words. Implementations are safe for concurrent use.</summary>
public interface IParser
{
    /// <summary>Sets head and relation of every word of one sentence: one root, no cycle.</summary>
    void Parse(DocumentBuilder document, int sentence);
}
