using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Counts, by margin, of the words of a kind that a margin would leave open, and of those that it would decide otherwise than all features do.</summary>
internal sealed class MarginGroup
{
    private const double WiderCount = 10;
    private readonly int[] _open = new int[EarlyMargins.Never + 1], _wrong = new int[EarlyMargins.Never + 1];

    /// <summary>The class that the words have, where they have one in common.</summary>
    public int Class { get; set; }

    /// <summary>Number of words.</summary>
    public int Count { get; private set; }

    /// <summary>The least margin, in steps, that decides no word otherwise.</summary>
    public int Safe { get; private set; }

    /// <summary>Counts a word.</summary>
    /// <param name="ahead">How far its best value by the early features is ahead of the next.</param>
    /// <param name="behind">How far the value chosen by all features is behind that; 0 where it is the same.</param>
    public void Add(int ahead, int behind)
    {
        Count++;
        _open[Math.Min((ahead / EarlyMargins.Step) + 1, EarlyMargins.Never)]++;   // open under every margin of at least so many steps
        if (behind <= 0) return;
        int steps = Math.Min(behind / EarlyMargins.Step, EarlyMargins.Never);
        _wrong[steps]++;   // wrong under every margin of at most so many
        Safe = Math.Max(Safe, steps + 1);
    }

    /// <summary>The margin with the least cost: one for a word that stays open, <paramref name="errorCost"/> for one decided otherwise; a few words of a wider group count too.</summary>
    public int Cheapest(MarginGroup? wider, double errorCost)
    {
        double share = wider is null ? 0 : WiderCount / wider.Count, bestCost = double.MaxValue;
        double open = 0, wrong = _wrong.Sum() + (share * (wider?._wrong.Sum() ?? 0));
        int best = 0;
        for (int steps = 0; steps <= EarlyMargins.Never; steps++)
        {
            open += _open[steps] + (share * (wider?._open[steps] ?? 0));
            double cost = open + (errorCost * wrong);
            if (cost < bestCost) (best, bestCost) = (steps, cost);
            wrong -= _wrong[steps] + (share * (wider?._wrong[steps] ?? 0));
        }

        return best;
    }
}
