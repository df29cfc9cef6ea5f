using Lingotto.Training.Tagging;

namespace Lingotto.Training.Parsing;

/// <summary>The plans that the committed parsers are trained by.</summary>
public static class ParserRecipes
{
    /// <summary>The plan of a language, with the data under a folder of the layout of <c>shared/data</c>.</summary>
    /// <exception cref="ArgumentException">There is no recipe for the language.</exception>
    public static ParserTrainingPlan For(Language language, string dataFolder)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        if (language == Language.Italian) return Italian(dataFolder);
        if (language == Language.English) return English(dataFolder);
        throw new ArgumentException($"There is no parser recipe for '{language}': it and en have one.", nameof(language));
    }

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
        Unlabelled = [new UnlabelledSource(Text(folder, "it_kind_wikinews"), 8600, "CC BY 2.5")],
        DevelopmentPath = Treebank(folder, "it_isdt", "dev.conllu"),
        Options = new ParserTrainingOptions { Teachers = 2, TeacherEpochs = 10, Epochs = 10, SilverWeight = 0.6f, CountPunctuation = true },
    };

    private static ParserTrainingPlan English(string folder) => new()
    {
        Sources =
        [
            new ParserSource(Treebank(folder, "en_ewt", "train.conllu.gz"), 0, "CC BY-SA 4.0"),
            new ParserSource(Treebank(folder, "en_gum", "train.conllu.gz"), 1, "CC BY-NC-SA 4.0"),
        ],
        DevelopmentPath = Treebank(folder, "en_ewt", "dev.conllu"),
        Options = new ParserTrainingOptions { Teachers = 0, Epochs = 10 },
    };

    private static string Text(string folder, string name) => Path.Combine(folder, "unlabelled", name + ".txt.gz");

    private static string Treebank(string folder, string name, string part) => Path.Combine(folder, "ud", name, $"{name}-ud-{part}");
}
