using System.Reflection;

namespace Lingotto.Models;

/// <summary>The Italian models, embedded in this assembly and read in place.</summary>
public static class ItalianModels
{
    private static Assembly Assembly => typeof(ItalianModels).Assembly;

    /// <summary>The names of the models that the assembly holds, such as <c>tagger</c>.</summary>
    public static IReadOnlyList<string> Components =>
        [.. Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".lingotto", StringComparison.Ordinal)).Select(n => n[..^9]).Order(StringComparer.Ordinal)];

    /// <summary>Opens the model of a component: <c>tokenizer</c>, <c>tagger</c>, <c>parser</c>, <c>ner</c>.</summary>
    /// <exception cref="FileNotFoundException">The assembly holds no such model.</exception>
    /// <exception cref="ModelFormatException">The model was made for another version of the library, or is corrupted.</exception>
    public static ModelFile Open(string component) => ModelFile.OpenResource(Assembly, component + ".lingotto");
}
