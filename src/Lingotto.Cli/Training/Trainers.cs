using Lingotto.Automotive;
using Lingotto.Models;
using Lingotto.Tagging;
using Lingotto.Training;
using Lingotto.Training.LanguageIdentification;
using Lingotto.Training.Ner;
using Lingotto.Training.Parsing;
using Lingotto.Training.Tagging;
using Lingotto.Training.Tokenization;

namespace Lingotto.Cli.Training;

/// <summary>A model that training made.</summary>
/// <param name="Language">Its language, null for one of all languages.</param>
/// <param name="Name">Its file's name.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record TrainedModel(Language? Language, string Name, byte[] Content);

/// <summary>The trainers of all components by the recipes that the committed models were made with.</summary>
internal static class Trainers
{
    /// <summary>The components that can be trained.</summary>
    public static IReadOnlyList<string> Components { get; } = ["langid", "tokenizer", "tagger", "parser", "ner", "sites", "nominals", "speakers", "events"];

    /// <summary>Trains a component from the folder that holds <c>data</c> and <c>gold</c>.</summary>
    /// <exception cref="CorpusFormatException">A corpus is malformed.</exception>
    public static IReadOnlyList<TrainedModel> Train(string component, Language? language, string shared, ITrainingReport report)
    {
        string data = Path.Combine(shared, "data");
        Language Needed() => language ?? throw new UsageException($"Training the {component} needs --language it or en.");
        return component switch
        {
            "langid" => [new(null, "langid.lingotto", LanguageIdentifierTrainer.Train(LanguageIdentifierTrainingOptions.FromData(data), report))],
            "tokenizer" => [new(language, "tokenizer.lingotto", TokenizerTrainer.Train(TokenizerTrainingOptions.FromData(data, Needed()), report))],
            "tagger" => [new(language, "tagger.lingotto", TaggerTrainer.Train(TaggerRecipes.For(Needed(), data), report))],
            "parser" => [new(language, "parser.lingotto", Parser(Needed(), data, report))],
            "ner" => Names(shared, report),
            "sites" => [new(null, "site_weights.tsv", SiteTrainer.Train(Path.Combine(shared, "gold", "train"), AutomotivePipeline.CreateDefault(), report))],
            "nominals" => [new(null, "nominal-weights.tsv", NominalTrainer.Train(Path.Combine(shared, "gold", "train"), AutomotivePipeline.CreateDefault(), report))],
            "speakers" => [new(null, "speaker-weights.tsv", SpeakerTrainer.Train(Path.Combine(shared, "gold", "train"), AutomotivePipeline.CreateDefault(), report))],
            _ => [new(null, "events.weights", EventTrainer.Train(Path.Combine(shared, "gold", "train"), BeforeEvents(), report))],
        };
    }

    /// <summary>A parser, from what the finished tokenizer and tagger make of texts without trees.</summary>
    private static byte[] Parser(Language language, string data, ITrainingReport report)
    {
        ModelFile Open(string component) => language == Language.Italian ? ItalianModels.Open(component) : EnglishModels.Open(component);
        return ParserRecipes.For(language, data).Train(Tokenizer.Open(Open("tokenizer"), language), LinearTagger.Open(Open("tagger")), report);
    }

    // The stages that events are found after: a model of another version must not be in the way.
    private static AutomotivePipeline BeforeEvents() => AutomotivePipeline.Create(new AutomotivePipelineOptions { Layers = AnalysisLayers.All & ~AnalysisLayers.Events });

    private static IReadOnlyList<TrainedModel> Names(string shared, ITrainingReport report)
    {
        LinguisticPipeline linguistics = AutomotivePipeline.Create(new AutomotivePipelineOptions { Layers = AnalysisLayers.None }).Linguistics;
        (byte[] italian, byte[] english) = NerModelTrainer.Train(shared, linguistics, new NerTrainerOptions(), new MentionTrainerOptions(), report);
        return [new(Language.Italian, "ner.lingotto", italian), new(Language.English, "ner.lingotto", english)];
    }
}
