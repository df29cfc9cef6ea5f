using Lingotto.Parsing;

namespace Lingotto.Training.Parsing;

/// <summary>Scores of the trainer's network in the whole numbers that the decoder takes.</summary>
internal static class DecoderScores
{
    private const float Unit = 65536f;

    /// <summary>The scores; what is under a million below nothing is no arc.</summary>
    public static int[] Of(ReadOnlySpan<float> scores)
    {
        var result = new int[scores.Length];
        for (int i = 0; i < result.Length; i++) result[i] = scores[i] < -1e6f ? TreeDecoder.Impossible : (int)(Math.Clamp(scores[i], -1000f, 1000f) * Unit);
        return result;
    }
}
