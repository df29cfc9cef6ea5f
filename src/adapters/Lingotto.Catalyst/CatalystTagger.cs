using Catalyst;
using Catalyst.Models;
using CatalystSpan = Catalyst.Span;

namespace Lingotto.Catalyst;

/// <summary>
/// Catalyst's averaged perceptron tagger as a stage: universal parts of speech, no features; lemmas where Catalyst has a lemmatizer for the language, else forms. Safe for concurrent use.
/// </summary>
public sealed class CatalystTagger : Lingotto.ITagger
{
    private readonly CatalystModels _models;
    private readonly AveragePerceptronTagger _tagger;

    /// <summary>A tagger of the models' language.</summary>
    /// <exception cref="CatalystModelException">There is no tagger.</exception>
    public CatalystTagger(CatalystModels models)
    {
        ArgumentNullException.ThrowIfNull(models);
        _models = models;
        _tagger = models.Tagger;
    }

    /// <inheritdoc/>
    public void Tag(DocumentBuilder document, int sentence)
    {
        ArgumentNullException.ThrowIfNull(document);
        int first = document.FirstWordOfSentence(sentence), end = document.FirstWordOfSentence(sentence + 1);
        var forms = new string[end - first];
        for (int i = 0; i < forms.Length; i++) forms[i] = document.Form(first + i).ToString();
        if (forms.Length == 0) return;

        CatalystSpan span = CatalystSentence.Of(forms, _models.CatalystLanguage);
        _tagger.Predict(span);
        int word = first;
        foreach (IToken token in span.Tokens)
        {
            document.SetTag(word, ToUpos(token.POS), null, null);
            if (token.Lemma is { Length: > 0 } lemma) document.SetLemma(word, lemma);
            word++;
        }
    }

    private static Upos ToUpos(PartOfSpeech tag) => UposNames.TryParse(tag.ToString(), out Upos upos) ? upos : Upos.None;
}
