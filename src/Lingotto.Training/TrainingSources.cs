using Lingotto.Training.LanguageIdentification;
using Lingotto.Training.Ner;
using Lingotto.Training.Parsing;
using Lingotto.Training.Tagging;
using Lingotto.Training.Tokenization;

namespace Lingotto.Training;

/// <summary>Every corpus and text that the recipes of the committed models learn from; lexicons and lists of names, which hold no sentences, aside.</summary>
internal static class TrainingSources
{
    /// <summary>The files by component, from a folder of the layout of <c>shared/data</c>. A file may come more than once.</summary>
    public static IEnumerable<(string Component, string Path)> Of(string data)
    {
        LanguageIdentifierTrainingOptions languages = LanguageIdentifierTrainingOptions.FromData(data);
        yield return ("langid", languages.Lines);
        foreach ((Language _, string path) in languages.MoreText) yield return ("langid", path);
        foreach (Language language in (Language[])[Language.Italian, Language.English])
        {
            TokenizerTrainingOptions tokenizer = TokenizerTrainingOptions.FromData(data, language);
            foreach (TrainingSource source in tokenizer.Treebanks) yield return ("tokenizer", source.Path);
            foreach (string path in tokenizer.Unlabelled) yield return ("tokenizer", path);
            if (tokenizer.TaggedWords is { } words) yield return ("tokenizer", words);
            foreach (string path in Of(TaggerRecipes.For(language, data))) yield return ("tagger", path);
            ParserTrainingPlan parser = ParserRecipes.For(language, data);
            foreach (ParserSource source in parser.Sources) yield return ("parser", source.Path);
            foreach (TaggerSource source in parser.Texts) yield return ("parser", source.Path);
            foreach (UnlabelledSource source in parser.Unlabelled) yield return ("parser", source.Path);
            foreach (NerSource source in NerSource.TrainingOf(data, language)) yield return ("ner", source.Path);
            foreach (string path in LexiconSources.UnlabelledFiles(data, language)) yield return ("ner", path);
        }
    }

    private static IEnumerable<string> Of(TaggerTrainingOptions options) => [.. options.Sources.Select(s => s.Path), .. options.UnlabelledPaths];
}
