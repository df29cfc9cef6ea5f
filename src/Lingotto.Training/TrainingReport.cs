namespace Lingotto.Training;

/// <summary>Receives what a trainer reports while it works. Implementations write to standard error or a log.</summary>
public interface ITrainingReport
{
    /// <summary>One line of progress, such as <c>epoch 3/10 dev UPOS 97.12 12 s</c>.</summary>
    void Line(string text);
}
