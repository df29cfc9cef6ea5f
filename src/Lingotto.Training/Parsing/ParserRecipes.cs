using Lingotto.Training.Tagging;

namespace Lingotto.Training.Parsing;

/// <summary>The plans that the committed parsers are trained by.</summary>
public static class ParserRecipes
{
    private const int JackknifeClassEpochs = 4;
    private const int JackknifeFeatsEpochs = 3;
    private const int NewsSentences = 8600;

    /// <summary>The plan of a language, with the data under a folder of the layout of <c>shared/data</c>.</summary>
    /// <param name="language">Italian or English.</param>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="tokenizer">The finished tokenizer, to read news without annotation for the teachers; null to do without that news.</param>
    /// <param name="tagger">The finished tagger, likewise.</param>
    /// <exception cref="ArgumentException">There is no recipe for the language.</exception>
    public static ParserTrainingPlan For(Language language, string dataFolder, ITokenizer? tokenizer = null, ITagger? tagger = null)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        if (language == Language.Italian) return WithNews(Italian(dataFolder), dataFolder, tokenizer, tagger);
        if (language == Language.English) return English(dataFolder);
        throw new ArgumentException($"There is no parser recipe for '{language}': it and en have one.", nameof(language));
    }

    private static ParserTrainingPlan WithNews(ParserTrainingPlan plan, string folder, ITokenizer? tokenizer, ITagger? tagger) => tokenizer is null || tagger is null ? plan : plan with
    {
        Unlabelled = UnlabelledSentences.Read(Path.Combine(folder, "unlabelled", "it_kind_wikinews.txt.gz"), NewsSentences, tokenizer, tagger),
        UnlabelledSources = ["it_kind_wikinews.txt.gz, text only (CC BY 2.5)"],
    };

    private static ParserTrainingPlan Italian(string folder) => new()
    {
        Sources =
        [
            new ParserSource(Treebank(folder, "it_partut", "train.conllu.gz"), 0, "CC BY-NC-SA 4.0"),
            new ParserSource(Treebank(folder, "it_vit", "dev.conllu.gz"), 1, "CC BY-NC-SA 3.0"),
            new ParserSource(Treebank(folder, "it_vit", "test.conllu.gz"), 1, "CC BY-NC-SA 3.0"),
            new ParserSource(Treebank(folder, "it_markit", "train.conllu.gz"), 2, "CC BY 4.0"),
            new ParserSource(Treebank(folder, "it_markit", "dev.conllu.gz"), 2, "CC BY 4.0"),
            new ParserSource(Treebank(folder, "it_twittiro", "train.conllu.gz"), 3, "CC BY-SA 4.0"),
        ],
        Texts = [new TaggerSource(Path.Combine(folder, "pos", "it_isdt_train_pos.tsv.gz"), 0, "CC BY-NC-SA 3.0") { HasFeats = false, HasLemmas = false }],
        DevelopmentPath = Treebank(folder, "it_isdt", "dev.conllu"),
        Tagger = TaggerRecipes.For(Language.Italian, folder) with { ClassEpochs = JackknifeClassEpochs, FeatsEpochs = JackknifeFeatsEpochs, Runs = 1 },
        Options = new ParserTrainingOptions { Teachers = 2, TeacherEpochs = 10, Epochs = 10, SilverWeight = 0.6f, CountPunctuation = true },
    };

    // Measured: with tags of jack-knifed taggers English gains nothing (LAS 83.96 against 84.27 with gold tags on en_ewt dev as the tagger tags it).
    private static ParserTrainingPlan English(string folder) => new()
    {
        Sources =
        [
            new ParserSource(Treebank(folder, "en_ewt", "train.conllu.gz"), 0, "CC BY-SA 4.0"),
            new ParserSource(Treebank(folder, "en_gum", "train.conllu.gz"), 1, "CC BY-NC-SA 4.0"),
        ],
        DevelopmentPath = Treebank(folder, "en_ewt", "dev.conllu"),
        Options = new ParserTrainingOptions { Teachers = 0, Epochs = 9 },
    };

    private static string Treebank(string folder, string name, string part) => Path.Combine(folder, "ud", name, $"{name}-ud-{part}");
}
