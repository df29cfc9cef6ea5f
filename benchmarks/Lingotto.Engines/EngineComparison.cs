using System.Globalization;
using System.IO.Compression;
using Lingotto.Training;

namespace Lingotto.Engines;

/// <summary>Measures engines beside each other on the same texts and writes Markdown tables: tokens, sentences and tags; names; languages; speed and memory.</summary>
public sealed class EngineComparison(IReadOnlyList<IEngine> engines, string data, TextWriter output)
{
    private const int LinesPerLanguage = 1500, ShortLine = 20;

    private EngineTable? _table;

    private static readonly (Language Language, string Treebank, string Names)[] Tests =
    [
        (Language.Italian, "ud/it_isdt/it_isdt-ud-test.conllu", "ner/it_kind/WN_test.tsv.gz"),
        (Language.English, "ud/en_ewt/en_ewt-ud-test.conllu", "ner/en_uner_ewt/test.tsv.gz"),
    ];

    /// <summary>Writes all tables for which the folder has data.</summary>
    public void Run()
    {
        foreach ((string name, string value) in Machine.Describe()) output.Write($"- {name}: {value}\n");
        Section("Tokens, sentences, tags", "F1 in percent, from raw text.", "text", "measure");
        foreach ((Language language, string treebank, _) in Tests) Treebank(language, Path.Combine(data, treebank));
        Section("Speed", "Thousand tokens a second on one thread, and in brackets bytes allocated per token.", "language", "task");
        foreach ((Language language, string treebank, _) in Tests) Speed(language, Path.Combine(data, treebank));
        Section("Memory", "Peak working set in MB of a process of its own that tags both texts.", "", "");
        Row("peak working set", "MB", e => PeakMemory.Of(e.Name, data) is { } megabytes ? Figure(megabytes, "F0") : null, isLeastBest: true);
        Section("Names", "Precision, recall and F1 of persons, organizations and places, exact span and type.", "test", "measure");
        foreach ((Language language, _, string corpus) in Tests) Names(language, Path.Combine(data, corpus), corpus);
        Section("Languages", "Share of lines identified, and in brackets thousand lines a second.", "lines", "length");
        Languages(Path.Combine(data, "langid", "test.tsv.gz"));
        _table?.WriteTo(output);
    }

    private void Section(string title, string unit, string first, string second)
    {
        _table?.WriteTo(output);
        output.Write($"\n## {title}\n\n{unit}\n\n");
        output.Flush();
        _table = new EngineTable([first, second], [.. engines.Select(e => e.Name)]);
    }

    private void Treebank(Language language, string file)
    {
        if (!File.Exists(file)) return;
        IReadOnlyList<ConlluSentence> gold = TreebankText.ReadFile(file);
        string raw = TreebankText.Raw(gold), name = Path.GetFileName(file).Split("-ud-")[0] + " test";
        var scores = engines.ToDictionary(e => e, e => e.Analyzer(language) is { } analyze ? TreebankScorer.Score(TreebankText.Of(gold), TreebankText.Of(analyze(raw))) : null);
        foreach ((string measure, Func<TreebankScore, Measure> of) in new (string, Func<TreebankScore, Measure>)[]
            { ("tokens", s => s.Tokens), ("sentences", s => s.Sentences), ("words", s => s.Words), ("UPOS", s => s.Upos) })
        {
            Row(name, measure, e => scores[e] is { } score ? Figure(100 * of(score).F1, "F2") : null);
        }
    }

    private void Speed(Language language, string file)
    {
        if (!File.Exists(file)) return;
        IReadOnlyList<string> articles = EngineSpeed.Articles(TreebankText.ReadFile(file));
        foreach (EngineTask task in Enum.GetValues<EngineTask>())
        {
            IReadOnlyList<(double TokensPerSecond, double BytesPerToken)?> speeds = EngineSpeed.Measure([.. engines.Select(e => e.Reader(language, task))], articles);
            var byEngine = engines.Zip(speeds).ToDictionary(p => p.First, p => p.Second);
            Row(language.Code, task.ToString().ToLowerInvariant(), e => byEngine[e] is { } s ? (s.TokensPerSecond, string.Create(CultureInfo.InvariantCulture, $"{s.TokensPerSecond / 1000:N0} ({s.BytesPerToken:F0} B)")) : null);
        }
    }

    private void Names(Language language, string file, string corpus)
    {
        if (!File.Exists(file)) return;
        var sums = engines.ToDictionary(e => e, e => e.NameScorer(language) is { } score ? score(file).Aggregate(default(Measure), (a, b) => a + b) : (Measure?)null);
        Row(corpus[4..^7], "P / R / F1", e => sums[e] is { } m ? (m.F1, string.Create(CultureInfo.InvariantCulture, $"{100 * m.Precision:F2} / {100 * m.Recall:F2} / {100 * m.F1:F2}")) : null);
    }

    private void Languages(string file)
    {
        if (!File.Exists(file)) return;
        var rows = new List<(string Language, string Text)>();
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress)))
        {
            while (reader.ReadLine() is { } line)
            {
                if (line.Split('\t', 3) is [("it" or "en") and var code, _, var text]) rows.Add((code, text));
            }
        }

        foreach (string code in new[] { "it", "en" })
        {
            foreach (int length in new[] { int.MaxValue, ShortLine })
            {
                string[] lines = [.. rows.Where(r => r.Language == code).Take(LinesPerLanguage).Select(r => r.Text.Length > length ? r.Text[..length] : r.Text)];
                Row(code, length == ShortLine ? $"{ShortLine} characters" : "full", e => Identified(e, code, lines));
            }
        }
    }

    private static (double, string)? Identified(IEngine engine, string code, string[] lines)
    {
        if (engine.Identifier() is not { } identify) return null;
        identify(lines[0]);
        TimeSpan started = Environment.CpuUsage.TotalTime;
        int right = lines.Count(l => identify(l) == code);
        double seconds = (Environment.CpuUsage.TotalTime - started).TotalSeconds, share = 100.0 * right / lines.Length;
        return (share, string.Create(CultureInfo.InvariantCulture, $"{share:F2} ({lines.Length / seconds / 1000:F1})"));
    }

    private static (double, string)? Figure(double value, string format) => (value, value.ToString(format, CultureInfo.InvariantCulture));

    private void Row(string first, string second, Func<IEngine, (double Value, string Text)?> figure, bool isLeastBest = false) =>
        _table!.Add([first, second], [.. engines.Select(figure)], isLeastBest);
}
