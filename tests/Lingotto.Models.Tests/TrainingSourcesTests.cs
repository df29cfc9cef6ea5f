using System.IO.Compression;
using System.Text;
using Lingotto.Tests.Common;
using Lingotto.Training;

namespace Lingotto.Models.Tests;

/// <summary>No model has seen a sentence of a test file: every text that a recipe learns from is compared with every test file.</summary>
public sealed class TrainingSourcesTests
{
    // Shorter sentences ("Grazie .") may well be in both.
    private const int FewestWords = 4;

    private static readonly string[] Treebanks = ["it_isdt", "it_markit", "it_postwita", "it_twittiro", "en_ewt", "en_gum", "en_lines", "en_partut", "en_gentle"];
    private static readonly string[] Names = ["it_kind", "it_europarl_ner", "it_wikineural", "en_uner_ewt", "en_europarl_ner", "en_wnut17", "en_wikineural"];

    [SharedDataFact]
    public void Of_AllRecipes_NameOnlyFilesThatAreNoTestFiles()
    {
        string[] tests = [.. TestFiles("tagger"), .. TestFiles("ner"), .. TestFiles("langid")];

        string[] used = [.. TrainingSources.Of(SharedData.PathOf("data")).Select(s => s.Path).Distinct(StringComparer.Ordinal)];

        used.Should().HaveCountGreaterThan(30).And.OnlyContain(path => File.Exists(path)).And.NotIntersectWith(tests);
        used.Should().NotContain(path => path.Contains("it_debian", StringComparison.Ordinal), "its licence does not allow it");
        TrainingSources.Of(SharedData.PathOf("data")).Select(s => s.Component).Distinct().Should().BeEquivalentTo("langid", "tokenizer", "tagger", "parser", "ner");
    }

    [SharedDataTheory]
    [InlineData("langid")]
    [InlineData("tokenizer")]
    [InlineData("tagger")]
    [InlineData("parser")]
    [InlineData("ner")]
    [Trait("Category", "Slow")]
    public void Of_Component_HoldsNoSentenceOfItsTestFiles(string component)
    {
        var tests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in TestFiles(component))
        {
            foreach (string text in Sentences(file)) tests.TryAdd(text, Short(file));
        }

        List<string> found = [];
        foreach ((string path, int fewest) in TrainingSources.Of(SharedData.PathOf("data")).Where(s => s.Component == component).Select(s => (s.Path, s.FewestTokens)).Distinct())
        {
            found.AddRange(Sentences(path, fewest).Where(tests.ContainsKey).GroupBy(t => tests[t]).Select(g => $"{g.Count()} sentences of {g.Key} are in {Short(path)}"));
        }

        tests.Should().HaveCountGreaterThan(3_000);
        found.Should().BeEmpty();
    }

    private static string Short(string path) => Path.GetRelativePath(SharedData.PathOf("data"), path);

    private static string[] TestFiles(string component)
    {
        string data = SharedData.PathOf("data");
        return component switch
        {
            "langid" => [Path.Combine(data, "langid", "test.tsv.gz")],
            "ner" => [.. Names.SelectMany(n => Directory.GetFiles(Path.Combine(data, "ner", n), "*test*")), Path.Combine(data, "ner", "en_wikigold", "all.tsv.gz")],
            _ => [.. Treebanks.Select(n => Path.Combine(data, "ud", n, n + "-ud-test.conllu"))],
        };
    }

    // The letters and digits of each sentence in small letters; of a treebank's both as written and as syntactic words. Lines for language
    // identification as they are: 29 everyday sentences of other languages than Italian and English are in both files with other punctuation.
    private static IEnumerable<string> Sentences(string path, int fewestTokens = 0)
    {
        string name = Path.GetFileName(path);
        IEnumerable<string> lines = Lines(path);
        IEnumerable<string> texts = name.Contains(".conllu", StringComparison.Ordinal) ? Treebank(lines)
            : path.Contains("langid", StringComparison.Ordinal) ? lines.Select(l => l.Split('\t')[2])
            : name.EndsWith(".tsv.gz", StringComparison.Ordinal) ? Columns(lines)
            : lines;
        bool asWritten = path.Contains("langid", StringComparison.Ordinal);
        return texts.Select(t => t.Trim()).Where(t => t.Count(c => c == ' ') + 1 >= Math.Max(FewestWords, fewestTokens)).Select(t => asWritten ? t : Letters(t)).Where(t => t.Length > 0);
    }

    private static IEnumerable<string> Treebank(IEnumerable<string> lines)
    {
        StringBuilder written = new(), words = new();
        int covered = 0;
        foreach (string line in lines)
        {
            if (line.Length == 0)
            {
                yield return written.ToString();
                if (written.Length != words.Length) yield return words.ToString();
                written.Clear();
                words.Clear();
                covered = 0;
                continue;
            }

            string[] fields = line.Split('\t');
            if (line[0] == '#' || fields[0].Contains('.', StringComparison.Ordinal)) continue;
            string[] range = fields[0].Split('-');
            if (range.Length == 2)
            {
                written.Append(' ').Append(fields[1]);
                covered = int.Parse(range[1], System.Globalization.CultureInfo.InvariantCulture);
                continue;
            }

            words.Append(' ').Append(fields[1]);
            if (int.Parse(range[0], System.Globalization.CultureInfo.InvariantCulture) > covered) written.Append(' ').Append(fields[1]);
        }
    }

    private static IEnumerable<string> Columns(IEnumerable<string> lines)
    {
        var words = new StringBuilder();
        foreach (string line in lines.Append(""))
        {
            if (line.Length > 0)
            {
                words.Append(' ').Append(line.AsSpan(0, Math.Max(line.IndexOf('\t', StringComparison.Ordinal), 0)));
            }
            else if (words.Length > 0)
            {
                yield return words.ToString();
                words.Clear();
            }
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c)) letters.Append(char.ToLowerInvariant(c));
        }

        return letters.ToString();
    }
}
