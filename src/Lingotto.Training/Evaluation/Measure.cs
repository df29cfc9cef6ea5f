namespace Lingotto.Training;

/// <summary>Counts behind precision, recall and F1.</summary>
/// <param name="Correct">How many of the predicted ones are right.</param>
/// <param name="Gold">How many there should be.</param>
/// <param name="Predicted">How many were predicted.</param>
public readonly record struct Measure(int Correct, int Gold, int Predicted)
{
    /// <summary>Share of the predicted ones that are right, 0 to 1.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Correct / Predicted;

    /// <summary>Share of the gold ones that were found, 0 to 1.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Sums the counts.</summary>
    public static Measure operator +(Measure left, Measure right) => new(left.Correct + right.Correct, left.Gold + right.Gold, left.Predicted + right.Predicted);
}
