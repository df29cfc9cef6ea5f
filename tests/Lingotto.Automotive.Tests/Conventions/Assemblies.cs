using System.Reflection;
using Lingotto.Domain;
using Lingotto.Models;
using Lingotto.Training;

namespace Lingotto.Automotive.Tests.Conventions;

/// <summary>The library's own assemblies.</summary>
internal static class Assemblies
{
    public static Assembly Domain { get; } = typeof(ArticleAnalysis).Assembly;
    public static Assembly Linguistics { get; } = typeof(Document).Assembly;
    public static Assembly Automotive { get; } = typeof(AutomotivePipeline).Assembly;
    public static Assembly Italian { get; } = typeof(ItalianModels).Assembly;
    public static Assembly English { get; } = typeof(EnglishModels).Assembly;
    public static Assembly Training { get; } = typeof(GoldArticle).Assembly;
    public static Assembly Cli { get; } = typeof(Lingotto.Cli.Terminal).Assembly;

    /// <summary>The assemblies whose public API users build on.</summary>
    public static IReadOnlyList<Assembly> Published { get; } = [Domain, Linguistics, Automotive, Italian, English];
}
