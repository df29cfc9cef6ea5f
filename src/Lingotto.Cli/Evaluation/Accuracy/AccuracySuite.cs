using System.Diagnostics;
using Lingotto.Training;
using Lingotto.Training.Ner;

namespace Lingotto.Cli.Evaluation;

/// <summary>
/// Measures everything that a data folder allows, with confidence intervals: gold articles (all, with half of the tables, and pairs), treebanks, language identification, names.
/// What models learned from, <c>gold/train</c>, is left out.
/// </summary>
internal sealed class AccuracySuite(string data, int samples, Action<string> progress)
{
    private const int DropHalfSeed = 1;
    private readonly Bootstrap _bootstrap = new(samples);

    /// <summary>The figures, suite by suite in the order of the folders' names.</summary>
    public IReadOnlyList<AccuracyRow> Measure()
    {
        var rows = new List<AccuracyRow>();
        foreach (string folder in Directory.EnumerateDirectories(data, "*", SearchOption.AllDirectories).Append(data).Order(StringComparer.Ordinal))
        {
            foreach ((string name, Func<IEnumerable<AccuracyRow>> suite) in Suites(folder))
            {
                long started = Stopwatch.GetTimestamp();
                rows.AddRange(suite());
                progress($"{name}: {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
            }
        }

        return rows;
    }

    private IEnumerable<(string Name, Func<IEnumerable<AccuracyRow>> Rows)> Suites(string folder)
    {
        string last = Path.GetFileName(Path.GetFullPath(folder));
        if (last != "train" && Directory.EnumerateFiles(folder, "*.gold").Any())
        {
            yield return ($"gold/{last}", () => Gold($"gold/{last}", new GoldTable(TextWriter.Null, folder, null)));
            yield return ($"gold/{last}, half of the tables", () => Gold($"gold/{last}, half of the tables", new GoldTable(TextWriter.Null, folder, DropHalfSeed)));
            if (File.Exists(Path.Combine(folder, "pairs.tsv"))) yield return ($"gold/{last}, pairs", () => Pairs($"gold/{last}, pairs", folder));
        }

        foreach (string file in Directory.EnumerateFiles(folder, "*test.conllu*").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file).Split("-ud-")[0] + " test";
            if (TreebankTable.LanguageOf(name) is { } language) yield return (name, () => Treebank(name, file, language));
        }

        string lines = Path.Combine(folder, "test.tsv.gz");
        if (last == "langid" && File.Exists(lines)) yield return ("languages", () => Languages(lines));
        if (last == "ner") yield return ("names", () => Names(folder));
    }

    private IEnumerable<AccuracyRow> Gold(string suite, GoldTable table)
    {
        IReadOnlyList<ExtractionScore> scores = table.Scores();
        foreach (string name in scores.SelectMany(s => s.Names).Distinct())
        {
            AccuracyRow row = _bootstrap.Row(suite, name.StartsWith(' ') ? " " + name.Trim() : name, "F1", [.. scores.Select(s => s[name])], m => m.F1);
            if (row.Gold > 0) yield return row;
        }
    }

    private IEnumerable<AccuracyRow> Pairs(string suite, string folder) =>
        [_bootstrap.Row(suite, "shared facts found in both", "recall", [.. new GoldTable(TextWriter.Null, folder, null).Pairs().Select(p => p.Measure)], m => m.Recall)];

    private IEnumerable<AccuracyRow> Treebank(string suite, string file, Language language) => TreebankTable.Sentences(file, language)
        .Where(m => m.Sentences.Any(s => s.Correct > 0))
        .Select(m => _bootstrap.Row(suite, m.Name, "F1", m.Sentences, s => s.F1));

    private IEnumerable<AccuracyRow> Languages(string file) => LanguageTable.Rows(file)
        .Where(r => r.Holds.Count > 0)
        .Select(r => _bootstrap.Row("languages", r.Name, "share", [.. r.Holds.Select(h => new Measure(h ? 1 : 0, 1, 1))], m => m.Recall));

    private IEnumerable<AccuracyRow> Names(string folder) => NameTable.Corpora(folder)
        .Select(c => _bootstrap.Row("names", c.Name, "F1", NerEvaluator.EvaluateSentences(c.Model, c.Path, c.Types), m => m.F1));
}
