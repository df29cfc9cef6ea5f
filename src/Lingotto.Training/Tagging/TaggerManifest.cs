using System.Text.Json;

namespace Lingotto.Training.Tagging;

/// <summary>Says in JSON what a tagger was trained on, how, and what it scored.</summary>
internal static class TaggerManifest
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public static string Of(TaggerTrainingOptions options, TaggerScores development) => JsonSerializer.Serialize(
        new
        {
            component = "tagger",
            language = options.Language.ToString(),
            sources = options.Sources.Select(s => new { file = Path.GetFileName(s.Path), licence = s.Licence, treebank = s.Domain }),
            lexicons = options.LexiconFolder is null ? [] : Lexicons(options.Language),
            unlabelled = options.UnlabelledPaths.Select(Path.GetFileName),
            seed = options.Seed,
            settings = new { options.ClassEpochs, options.FeatsEpochs, options.FeatureCutoff, options.MinimumWeight, options.ClassMargin, options.FeatsMargin, options.FrequentCount, options.CaselessEvery, options.Clusters, options.Runs, options.Dropout, options.FeatsDropout, options.PruningMargin, options.SlipShare },
            development = new
            {
                file = Path.GetFileName(options.DevelopmentPath), words = development.Words, upos = Math.Round(development.Upos, 2), xpos = Math.Round(development.Xpos, 2),
                ufeats = Math.Round(development.Feats, 2), lemmas = Math.Round(development.Lemmas, 2),
            },
        },
        Indented);

    private static object[] Lexicons(Language language) => language == Language.Italian
        ? [new { file = ItalianLexicon.FileName, licence = ItalianLexicon.Licence }]
        : [new { file = EnglishLexicon.VerbFileName, licence = "CC BY-SA 3.0" }, new { file = EnglishLexicon.BaseFileName, licence = "WordNet 3.0" }, new { file = EnglishLexicon.ExceptionFileName, licence = "WordNet 3.0" }];
}
