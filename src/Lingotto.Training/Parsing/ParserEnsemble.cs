using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>Several networks that parse together: probabilities of arcs, then of relations, are added up. They teach the one that is shipped. Owns them.</summary>
internal sealed unsafe class ParserEnsemble(IReadOnlyList<ParserLearner> learners, ParserVocabulary vocabulary) : IDisposable
{
    /// <summary>The sentences with predicted trees.</summary>
    public List<ParserSentence> Parse(IReadOnlyList<ParserSentence> sentences, int treebank) => [.. sentences.Select(sentence => Parse(sentence, treebank))];

    /// <summary>Scores against the sentences' own trees.</summary>
    public ParserScore Measure(IReadOnlyList<ParserSentence> sentences, int treebank)
    {
        List<ParserSentence> parsed = Parse(sentences, treebank);
        return ParserScore.Of(sentences, [.. parsed.Select(p => p.Heads)], [.. parsed.Select(p => p.Relations)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ParserLearner learner in learners) learner.Dispose();
    }

    private ParserSentence Parse(ParserSentence sentence, int treebank)
    {
        ParserExample example = vocabulary.Example(sentence, treebank);
        int length = example.Length, stride = ParserGraph.Stride(length);
        float[] arcs = Sum(length * stride, stride, learner => learner.Observe(example).Scores(example, 0, learner.Parameters.Dense));
        var heads = new int[length];
        TreeDecoder.Decode(DecoderScores.Of(arcs), stride, length, heads, new int[length]);
        int relations = learners[0].Parameters.Shape.PaddedRelations;
        float[] labels = Sum(length * relations, relations, learner => learner.Observe(example).RelationScores(length, heads, 0, learner.Parameters.Dense));
        string[] names = [.. Enumerable.Range(0, length).Select(i => heads[i] == 0 ? "root" : Best(labels.AsSpan(i * relations, vocabulary.Relations.Length)))];
        return sentence with { Heads = heads, Relations = names };
    }

    private delegate ReadOnlySpan<float> Scorer(ParserLearner learner);

    private float[] Sum(int count, int stride, Scorer scorer)
    {
        var sum = new float[count];
        var row = new float[count];
        foreach (ParserLearner learner in learners)
        {
            scorer(learner).CopyTo(row);
            fixed (float* first = row)
            {
                for (int i = 0; i < count; i += stride) VectorMath.Softmax(first + i, stride, 1f);
            }

            for (int i = 0; i < count; i++) sum[i] += row[i];
        }

        return sum;
    }

    private string Best(ReadOnlySpan<float> scores)
    {
        int best = -1;
        for (int r = 0; r < scores.Length; r++)
        {
            if (vocabulary.Relations[r] != "root" && (best < 0 || scores[r] > scores[best])) best = r;
        }

        return vocabulary.Relations[best];
    }
}
