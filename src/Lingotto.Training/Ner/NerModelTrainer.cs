using Lingotto.Automotive;

namespace Lingotto.Training.Ner;

/// <summary>Trains the models <c>ner</c> of both languages: the taggers of names, and the labeller of mentions of all kinds that looks at both.</summary>
public static class NerModelTrainer
{
    /// <summary>Trains both taggers of names and then the labeller, and returns the bytes of both models.</summary>
    /// <param name="shared">The folder that holds <c>data</c> and <c>gold/train</c>.</param>
    /// <param name="pipeline">Finds the sentences of both languages.</param>
    /// <param name="names">Settings of the taggers of names.</param>
    /// <param name="mentions">Settings of the labeller of mentions.</param>
    /// <param name="report">Receives progress.</param>
    /// <exception cref="CorpusFormatException">A corpus or an article is malformed.</exception>
    public static (byte[] Italian, byte[] English) Train(string shared, LinguisticPipeline pipeline, NerTrainerOptions names, MentionTrainerOptions mentions, ITrainingReport report)
    {
        string data = Path.Combine(shared, "data");
        byte[] italian = NerTrainer.Train(data, Language.Italian, names, report);
        byte[] english = NerTrainer.Train(data, Language.English, names, report);
        return AddMentions(italian, english, shared, pipeline, mentions, report);
    }

    /// <summary>Trains the labeller over taggers of names that were trained before, and returns both models with it.</summary>
    /// <exception cref="CorpusFormatException">An article is malformed.</exception>
    public static (byte[] Italian, byte[] English) AddMentions(byte[] italian, byte[] english, string shared, LinguisticPipeline pipeline, MentionTrainerOptions options, ITrainingReport report)
    {
        ModelFile italianNames = ModelFile.Open("ner", italian), englishNames = ModelFile.Open("ner", english);
        var trainer = new MentionTrainer(italianNames, englishNames, KnowledgeBase.Default, options);
        ModelWriter italianModel = Copy(italianNames), englishModel = Copy(englishNames), mentions = new();
        trainer.Train(GoldArticle.ReadFolder(Path.Combine(shared, "gold", "train")), pipeline, Path.Combine(shared, "data"), mentions, report);
        ModelFile labeller = ModelFile.Open("mentions", mentions.ToArray());
        foreach (string section in labeller.Sections.Order(StringComparer.Ordinal))
        {
            italianModel.Add(section, labeller.Section(section).Span);
            englishModel.Add(section, labeller.Section(section).Span);
        }

        return (italianModel.ToArray(), englishModel.ToArray());
    }

    private static ModelWriter Copy(ModelFile model)
    {
        var writer = new ModelWriter();
        foreach (string section in model.Sections.Order(StringComparer.Ordinal))
        {
            if (!section.StartsWith("mentions.", StringComparison.Ordinal)) writer.Add(section, model.Section(section).Span);
        }

        return writer;
    }
}
