namespace Lingotto.Training.LanguageIdentification;

/// <summary>What a language identifier is trained from.</summary>
public sealed record LanguageIdentifierTrainingOptions
{
    /// <summary>Lines of <c>language TAB source TAB text</c>, may be gzip.</summary>
    public required string Lines { get; init; }

    /// <summary>More text of a language: a sentence a line.</summary>
    public IReadOnlyList<(Language Language, string Path)> MoreText { get; init; } = [];

    /// <summary>Most lines that are taken of each file of <see cref="MoreText"/>.</summary>
    public int MoreLines { get; init; } = 10_000;

    /// <summary>Languages with fewer lines are repeated until they have as many.</summary>
    public int FewestLines { get; init; } = 700;

    /// <summary>Number of n-grams, at most 24,576.</summary>
    public int NgramCount { get; init; } = 20_000;

    /// <summary>Passes over the lines.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>Seed of every random choice.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The files of the data folder.</summary>
    public static LanguageIdentifierTrainingOptions FromData(string data)
    {
        string Unlabelled(string name) => Path.Combine(data, "unlabelled", name + ".txt.gz");
        return new LanguageIdentifierTrainingOptions
        {
            Lines = Path.Combine(data, "langid", "train.tsv.gz"),
            MoreText =
            [
                (Language.Italian, Unlabelled("it_kind_wikinews")), (Language.Italian, Unlabelled("it_wikineural_wikipedia")),
                (Language.English, Unlabelled("en_digitalgov")), (Language.English, Unlabelled("en_wikineural_wikipedia")),
            ],
        };
    }
}
