using Lingotto.Automotive;
using Lingotto.Training;

namespace Lingotto.Cli.Evaluation;

/// <summary>Prints the measures of a treebank, analysed from its raw text.</summary>
internal sealed class TreebankTable(TextWriter output, bool details, bool withoutCase = false)
{
    private static readonly AutomotivePipelineOptions Linguistics = new() { Layers = AnalysisLayers.Tags | AnalysisLayers.Trees };

    public void Measure(string file, Language? given)
    {
        string name = Path.GetFileName(file);
        if ((given ?? LanguageOf(name)) is not { } language) throw new UsageException($"The language of '{name}' is not clear: give --language it or en.");
        TreebankScore score = Score(file, language, withoutCase);
        output.WriteLine(withoutCase ? $"== {name}, all in small letters" : $"== {name}");
        score.WriteTo(output);
        if (!details) return;
        WriteConfusion(score);
        foreach (Confusion worst in score.WorstWords) output.WriteLine($"{worst.Count,5}  {worst.Form}  {worst.Gold.ToName()} taken for {worst.System.ToName()}");
    }

    /// <summary>The score of a treebank's raw text, which may be turned to small letters first; lemmas are then compared without their capitals.</summary>
    public static TreebankScore Score(string file, Language language, bool withoutCase = false)
    {
        LinguisticPipeline linguistics = AutomotivePipeline.Create(Linguistics).Linguistics;
        IReadOnlyList<ConlluSentence> gold = TreebankText.ReadFile(file);
        if (withoutCase) gold = TreebankText.WithoutCase(gold);
        Document document = linguistics.Process(TreebankText.Raw(gold), language);
        IReadOnlyList<ConlluSentence> found = [.. Conllu.Sentences(document)];
        return TreebankScorer.Score(TreebankText.Of(gold), TreebankText.Of(withoutCase ? TreebankText.WithoutCase(found) : found));
    }

    /// <summary>The measures of a treebank's raw text, one of each gold sentence.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Measure> Sentences)> Sentences(string file, Language language)
    {
        LinguisticPipeline linguistics = AutomotivePipeline.Create(Linguistics).Linguistics;
        IReadOnlyList<ConlluSentence> gold = TreebankText.ReadFile(file);
        Document document = linguistics.Process(TreebankText.Raw(gold), language);
        return SentenceMeasures.Score(TreebankText.Of(gold), TreebankText.Of(Conllu.Sentences(document)));
    }

    private void WriteConfusion(TreebankScore score)
    {
        foreach (IGrouping<Upos, KeyValuePair<(Upos Gold, Upos System), int>> row in score.UposConfusion.GroupBy(c => c.Key.Gold).OrderBy(g => g.Key))
        {
            int all = row.Sum(c => c.Value), right = row.Where(c => c.Key.System == row.Key).Sum(c => c.Value);
            string wrong = string.Join("  ", row.Where(c => c.Key.System != row.Key).OrderByDescending(c => c.Value).Take(5).Select(c => $"{c.Key.System.ToName()} {c.Value}"));
            output.WriteLine($"{row.Key.ToName(),-6} {all,6} words  {100.0 * right / all,6:F2}% right  {wrong}");
        }
    }

    public static Language? LanguageOf(string name) =>
        name.StartsWith("it_", StringComparison.Ordinal) ? Language.Italian : name.StartsWith("en_", StringComparison.Ordinal) ? Language.English : null;
}
