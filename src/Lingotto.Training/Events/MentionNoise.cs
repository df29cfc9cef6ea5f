using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>
/// Gold mentions as a recogniser would find them in an article that it was not trained on: some are missing, descriptions more often than names. Without it
/// the scorers trust what stands around a trigger more than they may.
/// </summary>
internal sealed class MentionNoise(uint seed)
{
    private const double NameLoss = 0.1, NominalLoss = 0.3, ValueLoss = 0.06;
    private uint _state = (seed * 2654435761) | 1;

    public ArticleAnalysis Apply(ArticleAnalysis analysis) => analysis with
    {
        Entities = analysis.Entities.Select(e => e with { Mentions = e.Mentions.Where(m => !Lose(m.Nominal ? NominalLoss : NameLoss)).ToValueList() }).Where(e => e.Mentions.Count > 0).ToValueList(),
        Roles = analysis.Roles.Where(_ => !Lose(NameLoss)).ToValueList(),
        Times = analysis.Times.Where(_ => !Lose(ValueLoss)).ToValueList(),
        Quantities = analysis.Quantities.Where(_ => !Lose(ValueLoss)).ToValueList(),
    };

    private bool Lose(double probability)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state < probability * uint.MaxValue;
    }
}
