using Lingotto.Automotive;
using Lingotto.Training;

namespace Lingotto.Cli.Evaluation;

/// <summary>Finds what can be measured under a path and prints its tables.</summary>
internal sealed class EvaluationRun(TextWriter output, string path)
{
    public Language? Language { get; init; }
    public bool Details { get; init; }
    public bool WithoutCase { get; init; }
    public bool Pairs { get; init; }
    public int? DropHalf { get; init; }

    public void Execute()
    {
        if (File.Exists(path))
        {
            Measure(path);
            return;
        }

        int found = 0;
        foreach (string folder in Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories).Append(path).Order(StringComparer.Ordinal))
        {
            if (Directory.EnumerateFiles(folder, "*.gold").Any())
            {
                MeasureGold(folder);
                found++;
            }

            if (Path.GetFileName(folder) == "ner") found += NameTable.Measure(output, folder);
            IEnumerable<string> files = Directory.EnumerateFiles(folder).Where(f => IsTreebankTest(f) || IsLanguageTest(f)).Order(StringComparer.Ordinal);
            foreach (string file in files)
            {
                Measure(file);
                found++;
            }
        }

        if (found == 0) throw new UsageException($"Under '{path}' there are no .gold articles, no *test.conllu treebank and no langid/test.tsv.gz.");
    }

    private static bool IsTreebankTest(string file) => Path.GetFileName(file) is var name && name.Contains("test", StringComparison.Ordinal) && IsConllu(name);

    private static bool IsConllu(string name) => name.EndsWith(".conllu", StringComparison.Ordinal) || name.EndsWith(".conllu.gz", StringComparison.Ordinal);

    private static bool IsLanguageTest(string file) => file.Replace('\\', '/').EndsWith("langid/test.tsv.gz", StringComparison.Ordinal);

    private void Measure(string file)
    {
        if (IsConllu(file)) new TreebankTable(output, Details, WithoutCase).Measure(file, Language);
        else if (IsLanguageTest(file) || file.EndsWith(".tsv.gz", StringComparison.Ordinal)) LanguageTable.Measure(output, file);
        else throw new UsageException($"'{file}' is no .conllu or .conllu.gz treebank and no langid table (.tsv.gz).");
    }

    private void MeasureGold(string folder)
    {
        var table = new GoldTable(output, folder, DropHalf);
        if (Pairs) table.MeasurePairs();
        else table.Measure();
    }
}
