using System.IO.Compression;
using Lingotto.Automotive;

namespace Lingotto.Cli.Evaluation;

/// <summary>Prints how well languages are identified: full lines and their first 20 characters.</summary>
internal static class LanguageTable
{
    private const int ShortLength = 20;

    private static readonly HashSet<string> Rare = new(["co", "eml", "la", "lij", "oc", "sc", "scn", "vec", "wa"], StringComparer.Ordinal);

    public static void Measure(TextWriter output, string file)
    {
        output.WriteLine("== " + string.Join('/', Path.GetFullPath(file).Split(Path.DirectorySeparatorChar)[^2..]));
        foreach ((string name, IReadOnlyList<bool> holds) in Rows(file))
        {
            int right = holds.Count(h => h);
            output.WriteLine($"{name,-54} {(holds.Count == 0 ? 0 : 100.0 * right / holds.Count),7:F2}%  {right,6} of {holds.Count}");
        }
    }

    /// <summary>For each row of the table, of each line that it is about whether what the row says holds of it.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<bool> Holds)> Rows(string file)
    {
        LinguisticPipeline linguistics = AutomotivePipeline.Create(new AutomotivePipelineOptions { Layers = AnalysisLayers.None }).Linguistics;
        List<(string Language, string Text)> lines = [.. Lines(file)];
        foreach (int length in new[] { int.MaxValue, ShortLength })
        {
            foreach ((string, IReadOnlyList<bool>) row in Rows(linguistics, lines, length)) yield return row;
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<bool> Holds)> Rows(LinguisticPipeline linguistics, List<(string Language, string Text)> lines, int length)
    {
        string part = length == ShortLength ? $"first {ShortLength} characters" : "full lines";
        List<(string Gold, string Found)> found =
            [.. lines.AsParallel().AsOrdered().Select(l => (l.Language, linguistics.Identify(l.Text.AsSpan(0, Math.Min(length, l.Text.Length))).Language.Code))];
        foreach (string language in new[] { "it", "en" }) yield return Row($"{language}, {part}", f => f.Gold == language, f => f.Found == language);
        yield return Row($"others taken for it or en, {part}", f => f.Gold is not ("it" or "en") && !Rare.Contains(f.Gold), f => f.Found is "it" or "en");
        yield return Row($"rare others taken for it or en, {part}", f => Rare.Contains(f.Gold), f => f.Found is "it" or "en");
        yield return Row($"all languages, {part}", _ => true, f => f.Found == f.Gold);

        (string, IReadOnlyList<bool>) Row(string name, Func<(string Gold, string Found), bool> which, Func<(string Gold, string Found), bool> holds) => (name, [.. found.Where(which).Select(holds)]);
    }

    private static IEnumerable<(string Language, string Text)> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t', 3);
            if (fields.Length == 3) yield return (fields[0], fields[2]);
        }
    }
}
