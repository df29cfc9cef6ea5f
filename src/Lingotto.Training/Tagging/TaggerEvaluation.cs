using System.Text;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Accuracy of a tagger on words that are given, in percent.</summary>
/// <param name="Words">Number of words.</param>
/// <param name="Upos">Part of speech.</param>
/// <param name="Xpos">Treebank tag.</param>
/// <param name="Feats">Universal features, all of a word's.</param>
/// <param name="Lemmas">Lemma; a gold <c>_</c> always matches.</param>
public sealed record TaggerScores(int Words, double Upos, double Xpos, double Feats, double Lemmas)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"UPOS {Upos:F2} XPOS {Xpos:F2} UFeats {Feats:F2} Lemmas {Lemmas:F2} ({Words} words)");
}

/// <summary>Scores taggers on treebanks with the treebank's own words.</summary>
public static class TaggerEvaluation
{
    private static readonly HashSet<string> Universal = new(
        ("PronType NumType Poss Reflex Foreign Abbr Typo Gender Animacy NounClass Number Case Definite Deixis DeixisRef Degree VerbForm Mood Tense Aspect Voice Evident Polarity "
        + "Person Polite Clusivity").Split(' '), StringComparer.Ordinal);

    /// <summary>Tags the words of a treebank and compares. <paramref name="error"/> receives each wrong word: sentence, word number, what was found.</summary>
    public static TaggerScores Evaluate(ITagger tagger, string path, Action<ConlluSentence, int, ConlluWord>? error = null)
    {
        ArgumentNullException.ThrowIfNull(tagger);
        int words = 0, upos = 0, xpos = 0, feats = 0, lemmas = 0;
        var document = new DocumentBuilder();
        using StreamReader reader = TaggerCorpus.Open(path);
        foreach (ConlluSentence sentence in Conllu.Read(reader, path))
        {
            Fill(document, [.. sentence.Words.Select(w => w.Form)]);
            tagger.Tag(document, 0);
            for (int i = 0; i < sentence.Words.Count; i++)
            {
                ConlluWord gold = sentence.Words[i];
                var found = new ConlluWord { Form = gold.Form, Upos = document.Upos(i), Xpos = document.Xpos(i) ?? "_", Feats = document.Feats(i) ?? "_", Lemma = document.Lemma(i).ToString() };
                bool sameFeats = UniversalOf(found.Feats) == UniversalOf(gold.Feats), sameLemma = gold.Lemma == "_" || gold.Lemma == found.Lemma;
                words++;
                if (found.Upos == gold.Upos) upos++;
                if (found.Xpos == gold.Xpos) xpos++;
                if (sameFeats) feats++;
                if (sameLemma) lemmas++;
                if (error is not null && !(found.Upos == gold.Upos && sameFeats && sameLemma)) error(sentence, i, found);
            }
        }

        double n = Math.Max(words, 1) / 100.0;
        return new TaggerScores(words, upos / n, xpos / n, feats / n, lemmas / n);
    }

    /// <summary>Makes a document of one sentence whose tokens are the given words.</summary>
    internal static void Fill(DocumentBuilder document, IReadOnlyList<string> forms)
    {
        document.Reset(string.Join(' ', forms));
        document.BeginSentence();
        int start = 0;
        foreach (string form in forms)
        {
            document.AddToken(start, form.Length);
            start += form.Length + 1;
        }
    }

    private static string UniversalOf(string feats)
    {
        if (feats == "_") return "";
        var kept = new StringBuilder();
        foreach (string feature in feats.Split('|').Order(StringComparer.Ordinal))
        {
            int end = feature.AsSpan().IndexOfAny('=', '[');
            if (end > 0 && Universal.Contains(feature[..end])) kept.Append(feature).Append('|');
        }

        return kept.ToString();
    }
}
