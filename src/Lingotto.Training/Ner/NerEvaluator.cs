using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Exact-match scores of a name tagger, in percent.</summary>
/// <param name="Precision">Share of the found names that are right.</param>
/// <param name="Recall">Share of the names that were found.</param>
public readonly record struct NerScore(double Precision, double Recall)
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"P {Precision:0.00} R {Recall:0.00} F1 {F1:0.00}");
}

/// <summary>Measures a name tagger on a corpus that is read as running text: exact span and type.</summary>
public static class NerEvaluator
{
    /// <summary>The score over the given types on a corpus in IOB2; <c>all</c> and then each type.</summary>
    /// <exception cref="CorpusFormatException">The corpus is malformed.</exception>
    public static IReadOnlyDictionary<string, NerScore> Evaluate(ModelFile model, string corpus, IReadOnlyCollection<string> types) =>
        Evaluate(new NameTagger(model), corpus, types);

    internal static IReadOnlyDictionary<string, NerScore> Evaluate(NameTagger tagger, string corpus, IReadOnlyCollection<string> types)
    {
        var right = new Dictionary<string, int>();
        var found = new Dictionary<string, int>();
        var gold = new Dictionary<string, int>();
        IReadOnlyList<NerSentence> sentences = NerCorpus.Read(corpus, NerSource.MapType);
        IReadOnlyList<IReadOnlyList<UnitSpan>> tagged = new NerDocumentTagger(tagger).Tag(sentences);
        for (int s = 0; s < sentences.Count; s++)
        {
            var spans = sentences[s].Spans.Where(n => types.Contains(n.Type)).ToHashSet();
            foreach (NerSpan span in spans) Count(gold, span.Type);
            foreach (NerSpan span in tagged[s].Select(n => new NerSpan(n.Start, n.End, tagger.Types[n.Type])).Where(n => types.Contains(n.Type)))
            {
                Count(found, span.Type);
                if (spans.Contains(span)) Count(right, span.Type);
            }
        }

        return types.Prepend("all").ToDictionary(t => t, t => new NerScore(
            100.0 * right.GetValueOrDefault(t) / Math.Max(1, found.GetValueOrDefault(t)),
            100.0 * right.GetValueOrDefault(t) / Math.Max(1, gold.GetValueOrDefault(t))));
    }

    /// <summary>The counts over all the given types, one of each sentence of the corpus.</summary>
    /// <exception cref="CorpusFormatException">The corpus is malformed.</exception>
    public static IReadOnlyList<Measure> EvaluateSentences(ModelFile model, string corpus, IReadOnlyCollection<string> types)
    {
        var tagger = new NameTagger(model);
        IReadOnlyList<NerSentence> sentences = NerCorpus.Read(corpus, NerSource.MapType);
        IReadOnlyList<IReadOnlyList<UnitSpan>> tagged = new NerDocumentTagger(tagger).Tag(sentences);
        return [.. sentences.Select((sentence, s) =>
        {
            var spans = sentence.Spans.Where(n => types.Contains(n.Type)).ToHashSet();
            NerSpan[] found = [.. tagged[s].Select(n => new NerSpan(n.Start, n.End, tagger.Types[n.Type])).Where(n => types.Contains(n.Type))];
            return new Measure(found.Count(spans.Contains), spans.Count, found.Length);
        })];
    }

    private static void Count(Dictionary<string, int> counts, string type)
    {
        counts[type] = counts.GetValueOrDefault(type) + 1;
        counts["all"] = counts.GetValueOrDefault("all") + 1;
    }
}
