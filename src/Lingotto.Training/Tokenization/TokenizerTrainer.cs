using System.Globalization;
using System.Text.Json;

namespace Lingotto.Training.Tokenization;

/// <summary>Trains a <see cref="Tokenizer"/>: the same data and options give the same bytes.</summary>
public static class TokenizerTrainer
{
    private const float ExampleWeight = 2;

    /// <summary>Trains a tokenizer and returns its model file.</summary>
    /// <exception cref="CorpusFormatException">A treebank is malformed.</exception>
    public static byte[] Train(TokenizerTrainingOptions options, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        string rules = Resource($"{options.Language.Code}.multiwords.tsv");
        List<LabelledText> texts = [.. options.Treebanks.Select(t => TreebankTexts.Read(t.Path, t.Weight, t.SentenceWeight))];
        if (options.TaggedWords is { } tagged) texts.Add(TaggedWordTexts.Read(tagged, TaggedWordTexts.Contractions(rules), 1));
        texts.Add(ExampleTexts.Read(Resource, options.Language.Code, ExampleWeight));
        report.Line(string.Create(CultureInfo.InvariantCulture, $"tokenizer {options.Language}: {texts.Count} texts, {texts.Sum(t => t.Tokens.Count)} tokens, {texts.Sum(t => t.SentenceStarts.Count)} sentences"));

        (byte[] Content, StemTable Table)? stems = options.Language == Language.Italian && options.Lexicon is { } lexicon ? StemTable.Create(VerbStems.Read(lexicon)) : null;
        var extractor = new MultiwordExtractor();
        foreach (LabelledText text in texts) extractor.Add(text);
        string multiwords = extractor.Write(rules, stems?.Table);
        byte[] classes = WordClasses.Write(WordClassCounts.Count(options, Resource($"{options.Language.Code}.abbreviations.tsv")).Classes());

        var writer = new ModelWriter().Add("language", options.Language.Code).Add("classes", classes).Add("multiwords", multiwords);
        if (stems is { } s) writer.Add("stems", s.Content);
        ExampleSet[] examples = Collect(texts, multiwords, stems?.Table, classes);
        foreach (Decision decision in Enum.GetValues<Decision>()) writer.Add(Section(decision), Fit(decision, examples[(int)decision], options.Learning(decision), report));

        return writer.Add("manifest", Manifest(options, Score(writer, options, report))).ToArray();
    }

    private static TokenizerScore? Score(ModelWriter writer, TokenizerTrainingOptions options, ITrainingReport report)
    {
        if (options.Development is not { } development) return null;
        Tokenizer tokenizer = Tokenizer.Open(ModelFile.Open("new model", writer.ToArray()), options.Language);
        TokenizerScore score = TokenizerScore.OfTreebank(tokenizer, development);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"tokenizer {options.Language}: dev tokens {score.Tokens:P2} words {score.Words:P2} sentences {score.Sentences:P2}"));
        return score;
    }

    private static ExampleSet[] Collect(List<LabelledText> texts, string multiwords, StemTable? stems, byte[] classes)
    {
        ExampleSet[] examples = [new(), new(), new()];
        var tables = new TokenizerTables(WordClasses.Open(ModelFile.Open("new model", new ModelWriter().Add("classes", classes).ToArray()), "classes"), MultiwordTable.Create(multiwords, stems));
        var document = new DocumentBuilder();
        Span<uint> memory = stackalloc uint[FeatureList.Capacity];
        foreach (LabelledText text in texts)
        {
            document.Reset(text.Text);
            var engine = new TokenizerEngine<GoldDecider>(document, new TextSpan(0, text.Text.Length), tables, new GoldDecider(new GoldAnswers(text, examples)), memory);
            engine.Run();
        }

        return examples;
    }

    private static byte[] Fit(Decision decision, ExampleSet examples, HashedLinearOptions options, ITrainingReport report)
    {
        short[] weights = HashedLinearTrainer.Train(examples, options);
        int right = 0;
        for (int i = 0; i < examples.Count; i++)
        {
            if (HashedLinearModel.Score(weights, 32 - options.Bits, examples.Features(i)) > 0 == examples.Answer(i)) right++;
        }

        report.Line(string.Create(CultureInfo.InvariantCulture, $"  {Section(decision)}: {examples.Count} examples, {(double)right / Math.Max(1, examples.Count):P2} right after training"));
        return HashedLinearModel.Write(weights, 0, EarlyThreshold(weights, 32 - options.Bits, examples));
    }

    // Below it lies one of a thousand true ends by the score of the first features.
    private static int EarlyThreshold(short[] weights, int shift, ExampleSet examples)
    {
        var scores = new List<int>();
        for (int i = 0; i < examples.Count; i++)
        {
            ReadOnlySpan<uint> features = examples.Features(i);
            if (examples.Answer(i)) scores.Add(HashedLinearModel.Score(weights, shift, features[..Math.Min(features.Length, SentenceFeatures.FirstCount)]));
        }

        scores.Sort();
        return scores.Count == 0 ? int.MinValue : scores[scores.Count / 1000];
    }

    private static string Section(Decision decision) => decision switch { Decision.Join => "join", Decision.Split => "split", _ => "sentence" };

    private static string Resource(string name)
    {
        using Stream stream = typeof(TokenizerTrainer).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no training resource '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Manifest(TokenizerTrainingOptions options, TokenizerScore? score) => JsonSerializer.Serialize(new
    {
        component = "tokenizer",
        language = options.Language.Code,
        sources = options.Treebanks.Select(t => Path.GetFileName(t.Path)).Concat(options.Unlabelled.Select(Path.GetFileName))
            .Concat(new[] { options.TaggedWords, options.Lexicon }.Where(p => p is not null).Select(Path.GetFileName)),
        licences = options.Licences,
        seed = options.Seed,
        development = Path.GetFileName(options.Development),
        scores = score is null ? null : new { tokens = Math.Round(score.Tokens, 5), words = Math.Round(score.Words, 5), sentences = Math.Round(score.Sentences, 5) },
    });
}
