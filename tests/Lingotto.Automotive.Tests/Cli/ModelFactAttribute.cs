using Lingotto.Models;

namespace Lingotto.Automotive.Tests.Cli;

/// <summary>A fact that needs the trained models of both languages, and is skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ModelFactAttribute : FactAttribute
{
    public ModelFactAttribute() => Skip = Models.MissingReason;
}

/// <summary>A theory that needs the trained models of both languages, and is skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ModelTheoryAttribute : TheoryAttribute
{
    public ModelTheoryAttribute() => Skip = Models.MissingReason;
}

internal static class Models
{
    public static string? MissingReason { get; } = ItalianModels.Components.Contains("tokenizer") && EnglishModels.Components.Contains("tokenizer") ? null : "needs the trained models";
}
