using Lingotto.Tests.Common;

namespace Lingotto.Models.Tests;

/// <summary>Opens trained models for tests; null where the build has none.</summary>
internal static class TrainedModels
{
    public static Tokenizer? ItalianTokenizer { get; } = Open("Italian", Language.Italian);

    public static Tokenizer? EnglishTokenizer { get; } = Open("English", Language.English);

    public static LanguageIdentifier? LanguageIdentifier => Lingotto.LanguageIdentifier.HasDefault ? Lingotto.LanguageIdentifier.Default : null;

    private static Tokenizer? Open(string package, Language language)
    {
        string path = Path.Combine(SharedData.Repository, "models", $"Lingotto.Models.{package}", "data", "tokenizer.lingotto");
        return File.Exists(path) ? Tokenizer.Open(ModelFile.OpenFile(path), language) : null;
    }
}

/// <summary>A theory that needs the trained tokenizers, and is skipped where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TokenizerTheoryAttribute : TheoryAttribute
{
    public TokenizerTheoryAttribute()
    {
        if (TrainedModels.ItalianTokenizer is null || TrainedModels.EnglishTokenizer is null) Skip = "needs the trained tokenizers in models/";
    }
}

/// <summary>A theory that needs trained models and the shared data folder, and is skipped where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class QualityTheoryAttribute : TheoryAttribute
{
    public QualityTheoryAttribute()
    {
        if (SharedData.Root is null) Skip = "needs the data folder ../shared beside the repository";
        else if (TrainedModels.ItalianTokenizer is null || TrainedModels.EnglishTokenizer is null || TrainedModels.LanguageIdentifier is null) Skip = "needs the trained models in models/";
    }
}

/// <summary>A theory that needs the language identifier's model, and is skipped where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LanguageTheoryAttribute : TheoryAttribute
{
    public LanguageTheoryAttribute()
    {
        if (TrainedModels.LanguageIdentifier is null) Skip = "needs the model models/common/langid.lingotto";
    }
}
