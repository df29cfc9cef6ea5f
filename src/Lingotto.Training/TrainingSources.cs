using Lingotto.Training.LanguageIdentification;
using Lingotto.Training.Ner;
using Lingotto.Training.Parsing;
using Lingotto.Training.Tagging;
using Lingotto.Training.Tokenization;

namespace Lingotto.Training;

/// <summary>Every corpus and text that the recipes of the committed models learn from; lexicons and lists of names, which hold no sentences, aside.</summary>
internal static class TrainingSources
{
    /// <summary>The files by component, from a folder of the layout of <c>shared/data</c>. A file may come more than once; of some, sentences of fewer tokens are not read.</summary>
    public static IEnumerable<(string Component, string Path, int FewestTokens)> Of(string data)
    {
        LanguageIdentifierTrainingOptions languages = LanguageIdentifierTrainingOptions.FromData(data);
        yield return ("langid", languages.Lines, 0);
        foreach ((Language _, string path) in languages.MoreText) yield return ("langid", path, 0);
        foreach (Language language in (Language[])[Language.Italian, Language.English])
        {
            TokenizerTrainingOptions tokenizer = TokenizerTrainingOptions.FromData(data, language);
            foreach (TrainingSource source in tokenizer.Treebanks) yield return ("tokenizer", source.Path, 0);
            foreach (string path in tokenizer.Unlabelled) yield return ("tokenizer", path, 0);
            if (tokenizer.TaggedWords is { } words) yield return ("tokenizer", words, 0);
            foreach (string path in Of(TaggerRecipes.For(language, data))) yield return ("tagger", path, 0);
            ParserTrainingPlan parser = ParserRecipes.For(language, data);
            foreach (ParserSource source in parser.Sources) yield return ("parser", source.Path, 0);
            foreach (TaggerSource source in parser.Texts) yield return ("parser", source.Path, 0);
            foreach (UnlabelledSource source in parser.Unlabelled) yield return ("parser", source.Path, 0);
            foreach (NerSource source in NerSource.TrainingOf(data, language)) yield return ("ner", source.Path, source.FewestTokens);
            foreach (string path in LexiconSources.UnlabelledFiles(data, language)) yield return ("ner", path, 0);
        }
    }

    private static IEnumerable<string> Of(TaggerTrainingOptions options) => [.. options.Sources.Select(s => s.Path), .. options.UnlabelledPaths];
}
