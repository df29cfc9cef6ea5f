namespace Lingotto.MicrosoftML;

/// <summary>A sentence as ML.NET sees it.</summary>
internal sealed class SentenceRow
{
    public string Sentence { get; set; } = "";

    public string Label { get; set; } = "None";
}

/// <summary>The probabilities of the classes.</summary>
internal sealed class SentenceScores
{
    public float[] Score { get; set; } = [];
}
