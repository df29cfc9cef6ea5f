namespace Lingotto.Training.Tokenization;

/// <summary>Decides as the labelled text has it and records every question with its features.</summary>
internal readonly struct GoldDecider(GoldAnswers answers) : IBoundaryDecider
{
    public bool Decide(Decision decision, int offset, ReadOnlySpan<uint> features) => answers.Answer(decision, offset, features);

    public bool RejectsSentenceEnd(int offset, ReadOnlySpan<uint> firstFeatures) => false;
}

/// <summary>The true answers for one text, and the examples that came of them.</summary>
internal sealed class GoldAnswers
{
    private readonly HashSet<int> _tokenStarts, _splits, _sentences;
    private readonly ExampleSet[] _examples;
    private readonly float _weight, _sentenceWeight;

    public GoldAnswers(LabelledText text, ExampleSet[] examples)
    {
        _tokenStarts = [.. text.Tokens.Select(t => t.Start)];
        _splits = [.. text.Tokens.Where(t => t.Words is not null).Select(t => t.Start)];
        _sentences = text.SentenceStarts;
        _examples = examples;
        _weight = text.Weight;
        _sentenceWeight = text.SentenceWeight;
    }

    public bool Answer(Decision decision, int offset, ReadOnlySpan<uint> features)
    {
        bool answer = decision switch
        {
            Decision.Join => !_tokenStarts.Contains(offset),
            Decision.Split => _splits.Contains(offset),
            _ => _sentences.Contains(offset),
        };
        _examples[(int)decision].Add(features, answer, decision == Decision.SentenceEnd ? _sentenceWeight : _weight);
        return answer;
    }
}
