namespace Lingotto.Cli.Evaluation;

/// <summary>One figure with its 95% confidence interval; all in percent.</summary>
/// <param name="Suite">What it was measured on, such as <c>gold/dev</c>.</param>
/// <param name="Measure">What was measured, such as <c>links</c>; a part of the measure above begins with a blank.</param>
/// <param name="Unit"><c>F1</c>, <c>share</c> or <c>recall</c>.</param>
/// <param name="Value">The figure.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Gold">How many items there are to find.</param>
internal sealed record AccuracyRow(string Suite, string Measure, string Unit, double Value, double Low, double High, int Gold)
{
    public bool IsPart => Measure.StartsWith(' ');
}
