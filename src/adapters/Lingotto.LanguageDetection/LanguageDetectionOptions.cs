namespace Lingotto.LanguageDetection;

/// <summary>How the LanguageDetection package is used.</summary>
public sealed record LanguageDetectionOptions
{
    /// <summary>The languages to choose from, by the package's own codes (ISO 639-1, <c>zh-cn</c>, <c>zh-tw</c>); all 53 where it is empty.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Seed of the package's random trials: the same text always gets the same answer. Not optional here, since the package is random without it.</summary>
    public int RandomSeed { get; init; } = 1;

    /// <summary>Number of random trials that are averaged, 1 or more.</summary>
    public int Trials { get; init; } = 7;

    /// <summary>Number of UTF-16 code units of a text that are looked at, 1 or more.</summary>
    public int MaxTextLength { get; init; } = 10_000;

    /// <summary>Below this probability, 0 to 1, the language is undetermined.</summary>
    public double MinimumConfidence { get; init; } = 0.5;
}
