using Lingotto.Training.Tagging;

namespace Lingotto.Training.Parsing;

/// <summary>The plans that the committed parsers are trained by.</summary>
public static class ParserRecipes
{
    private const int JackknifeClassEpochs = 4;
    private const int JackknifeFeatsEpochs = 3;

    /// <summary>The plan of a language, with the data under a folder of the layout of <c>shared/data</c>.</summary>
    /// <param name="language">Italian or English.</param>
    /// <param name="dataFolder">The folder.</param>
    /// <exception cref="ArgumentException">There is no recipe for the language.</exception>
    public static ParserTrainingPlan For(Language language, string dataFolder)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        TaggerTrainingOptions tagger = TaggerRecipes.For(language, dataFolder) with { ClassEpochs = JackknifeClassEpochs, FeatsEpochs = JackknifeFeatsEpochs };
        return language == Language.Italian ? Italian(dataFolder, tagger) : English(dataFolder, tagger);
    }

    private static ParserTrainingPlan Italian(string folder, TaggerTrainingOptions tagger) => new()
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
        Tagger = tagger,
        Options = new ParserTrainingOptions { Teachers = 2, TeacherEpochs = 10, Epochs = 10, SilverWeight = 0.6f },
    };

    private static ParserTrainingPlan English(string folder, TaggerTrainingOptions tagger) => new()
    {
        Sources =
        [
            new ParserSource(Treebank(folder, "en_ewt", "train.conllu.gz"), 0, "CC BY-SA 4.0"),
            new ParserSource(Treebank(folder, "en_gum", "train.conllu.gz"), 1, "CC BY-NC-SA 4.0"),
        ],
        DevelopmentPath = Treebank(folder, "en_ewt", "dev.conllu"),
        Tagger = tagger,
        Options = new ParserTrainingOptions { Teachers = 0, Epochs = 8 },
    };

    private static string Treebank(string folder, string name, string part) => Path.Combine(folder, "ud", name, $"{name}-ud-{part}");
}
