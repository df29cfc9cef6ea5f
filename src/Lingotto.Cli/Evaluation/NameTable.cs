using Lingotto.Models;
using Lingotto.Training.Ner;

namespace Lingotto.Cli.Evaluation;

/// <summary>Prints how well the statistical name tagger finds persons, organizations and places: exact span and type.</summary>
internal static class NameTable
{
    private static readonly (string Folder, string File, string[] Types)[] Tests =
    [
        ("it_kind", "WN_test.tsv.gz", ["PER", "ORG", "LOC"]), ("it_kind", "FIC_test.tsv.gz", ["PER", "ORG", "LOC"]), ("it_kind", "ADG_test.tsv.gz", ["PER", "ORG", "LOC"]),
        ("it_europarl_ner", "test.tsv.gz", ["PER", "ORG", "LOC"]),
        ("en_uner_ewt", "test.tsv.gz", ["PER", "ORG", "LOC"]), ("en_wikigold", "all.tsv.gz", ["PER", "ORG", "LOC", "MISC"]), ("en_europarl_ner", "test.tsv.gz", ["PER", "ORG", "LOC"]),
    ];

    /// <summary>Measures the test corpora under a folder <c>ner</c>; how many there were.</summary>
    public static int Measure(TextWriter output, string folder)
    {
        int count = 0;
        foreach ((string name, string path, ModelFile model, string[] types) in Corpora(folder))
        {
            if (count++ == 0) output.WriteLine("== names");
            output.WriteLine($"{name,-26}  {string.Join("   ", NerEvaluator.Evaluate(model, path, types).Select(s => $"{s.Key} {s.Value}"))}");
        }

        return count;
    }

    /// <summary>The test corpora that a folder <c>ner</c> holds, with the model and the types to measure.</summary>
    public static IEnumerable<(string Name, string Path, ModelFile Model, string[] Types)> Corpora(string folder)
    {
        foreach ((string corpus, string file, string[] types) in Tests)
        {
            string path = Path.Combine(folder, corpus, file);
            bool isItalian = corpus.StartsWith("it_", StringComparison.Ordinal);
            if (!File.Exists(path) || !(isItalian ? ItalianModels.Components : EnglishModels.Components).Contains("ner")) continue;
            yield return ($"{corpus}/{file.Split('.')[0]}", path, isItalian ? ItalianModels.Open("ner") : EnglishModels.Open("ner"), types);
        }
    }
}
