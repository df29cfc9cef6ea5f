using System.IO.Compression;
using Lingotto.Automotive;

namespace Lingotto.Cli.Evaluation;

/// <summary>Prints how well languages are identified: full lines and their first 20 characters.</summary>
internal static class LanguageTable
{
    private static readonly HashSet<string> Rare = new(["co", "eml", "la", "lij", "oc", "sc", "scn", "vec", "wa"], StringComparer.Ordinal);

    public static void Measure(TextWriter output, string file)
    {
        const int ShortLength = 20;
        LinguisticPipeline linguistics = AutomotivePipeline.Create(new AutomotivePipelineOptions { Layers = AnalysisLayers.None }).Linguistics;
        List<(string Language, string Text)> lines = [.. Lines(file)];
        output.WriteLine("== " + string.Join('/', Path.GetFullPath(file).Split(Path.DirectorySeparatorChar)[^2..]));
        foreach (int length in new[] { int.MaxValue, ShortLength })
        {
            string part = length == ShortLength ? $"first {ShortLength} characters" : "full lines";
            List<(string Gold, string Found)> found =
                [.. lines.AsParallel().AsOrdered().Select(l => (l.Language, linguistics.Identify(l.Text.AsSpan(0, Math.Min(length, l.Text.Length))).Language.Code))];
            foreach (string language in new[] { "it", "en" }) Row($"{language}, {part}", found.Where(f => f.Gold == language), f => f.Found == language);
            Row($"others taken for it or en, {part}", found.Where(f => f.Gold is not ("it" or "en") && !Rare.Contains(f.Gold)), f => f.Found is "it" or "en");
            Row($"rare others taken for it or en, {part}", found.Where(f => Rare.Contains(f.Gold)), f => f.Found is "it" or "en");
            Row($"all languages, {part}", found, f => f.Found == f.Gold);
        }

        void Row(string name, IEnumerable<(string Gold, string Found)> all, Func<(string Gold, string Found), bool> holds)
        {
            (string Gold, string Found)[] items = [.. all];
            int right = items.Count(holds);
            output.WriteLine($"{name,-54} {(items.Length == 0 ? 0 : 100.0 * right / items.Length),7:F2}%  {right,6} of {items.Length}");
        }
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
