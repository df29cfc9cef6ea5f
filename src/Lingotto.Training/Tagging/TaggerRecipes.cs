namespace Lingotto.Training.Tagging;

/// <summary>The settings that the committed taggers are trained with.</summary>
public static class TaggerRecipes
{
    private static readonly string[] ItalianTexts =
        ["it_kind_wikinews", "it_kind_other", "it_wikineural_wikipedia", "it_apertium_wikipedia", "it_squad_it_test", "it_common_voice", "it_ms_dynamics_smb", "it_ms_partner_center", "it_eltec_novels_19c"];

    private static readonly string[] EnglishTexts =
        ["en_digitalgov", "en_18f", "en_wikineural_wikipedia", "en_common_voice", "en_state_union", "en_inaugural", "en_ms_dynamics_smb", "en_eltec_novels_19c"];

    /// <summary>The settings of a language, with the data under a folder of the layout of <c>shared/data</c>.</summary>
    /// <exception cref="ArgumentException">There is no recipe for the language.</exception>
    public static TaggerTrainingOptions For(Language language, string dataFolder)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        if (language == Language.Italian) return Italian(dataFolder);
        if (language == Language.English) return English(dataFolder);
        throw new ArgumentException($"There is no tagger recipe for '{language}': it and en have one.", nameof(language));
    }

    private static TaggerTrainingOptions Italian(string folder) => new()
    {
        Language = Language.Italian,
        Sources =
        [
            new TaggerSource(Path.Combine(folder, "pos", "it_isdt_train_pos.tsv.gz"), 0, "CC BY-NC-SA 3.0") { HasFeats = false, HasLemmas = false },
            new TaggerSource(Treebank(folder, "it_partut", "train.conllu.gz"), 0, "CC BY-NC-SA 4.0"),
            new TaggerSource(Treebank(folder, "it_vit", "dev.conllu.gz"), 1, "CC BY-NC-SA 3.0"),
            new TaggerSource(Treebank(folder, "it_vit", "test.conllu.gz"), 1, "CC BY-NC-SA 3.0"),
            new TaggerSource(Treebank(folder, "it_markit", "train.conllu.gz"), 2, "CC BY 4.0"),
            new TaggerSource(Treebank(folder, "it_markit", "dev.conllu.gz"), 2, "CC BY 4.0"),
            new TaggerSource(Treebank(folder, "it_twittiro", "train.conllu.gz"), 3, "CC BY-SA 4.0") { HasLemmas = false },
        ],
        DevelopmentPath = Treebank(folder, "it_isdt", "dev.conllu"),
        LexiconFolder = Path.Combine(folder, "lexicons"),
        UnlabelledPaths = [.. ItalianTexts.Select(t => Path.Combine(folder, "unlabelled", t + ".txt.gz"))],
    };

    private static TaggerTrainingOptions English(string folder) => new()
    {
        Language = Language.English,
        Sources =
        [
            new TaggerSource(Treebank(folder, "en_ewt", "train.conllu.gz"), 0, "CC BY-SA 4.0"),
            new TaggerSource(Treebank(folder, "en_gum", "train.conllu.gz"), 1, "CC BY-NC-SA 4.0"),
        ],
        DevelopmentPath = Treebank(folder, "en_ewt", "dev.conllu"),
        LexiconFolder = Path.Combine(folder, "lexicons"),
        UnlabelledPaths = [.. EnglishTexts.Select(t => Path.Combine(folder, "unlabelled", t + ".txt.gz"))],
        SlipShare = 1000,
    };

    private static string Treebank(string folder, string name, string part) => Path.Combine(folder, "ud", name, $"{name}-ud-{part}");
}
