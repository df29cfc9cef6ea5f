using Lingotto.Automotive;
using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace Lingotto.MicrosoftML;

/// <summary>Lingotto's tokens, lemmas and tags as a transform of an ML.NET pipeline, which is saved and loaded with it.</summary>
public static class WordFeaturizing
{
    internal const string Identified = "Lingotto.Words";
    internal const string Italian = "Lingotto.Words.it";
    internal const string English = "Lingotto.Words.en";

    /// <summary>
    /// Adds the columns of <see cref="WordFeatures"/> for the text column <c>Text</c> by the built-in models. A model file holds the transform's name alone:
    /// call <see cref="RegisterLingotto"/> on the context that loads it.
    /// </summary>
    /// <param name="transforms">The catalog, <c>context.Transforms</c>.</param>
    /// <param name="language">The language of every text; identified for each where it is null.</param>
    /// <exception cref="ArgumentException">The language is neither Italian nor English.</exception>
    public static CustomMappingEstimator<WordFeaturesInput, WordFeatures> LingottoWords(this TransformsCatalog transforms, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        WordMapping mapping = language switch
        {
            null => new IdentifiedWordMapping(),
            { } l when l == Language.Italian => new ItalianWordMapping(),
            { } l when l == Language.English => new EnglishWordMapping(),
            _ => throw new ArgumentException($"Lingotto analyses 'it' and 'en', not '{language}'.", nameof(language)),
        };
        return transforms.CustomMapping(mapping.GetMapping(), mapping.ContractName);
    }

    /// <summary>Makes Lingotto's transforms known to a context, which then loads models that hold them.</summary>
    public static MLContext RegisterLingotto(this MLContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.ComponentCatalog.RegisterAssembly(typeof(WordFeaturizing).Assembly);
        return context;
    }
}

/// <summary>Maps a text to the features of its words. Safe for concurrent use.</summary>
internal abstract class WordMapping(string contractName, Language? language) : CustomMappingFactory<WordFeaturesInput, WordFeatures>
{
    private static readonly Lazy<LinguisticPipeline> Pipeline = new(() => AutomotivePipeline.CreateDefault().Linguistics);

    public string ContractName => contractName;

    public override Action<WordFeaturesInput, WordFeatures> GetMapping() => Map;

    private void Map(WordFeaturesInput input, WordFeatures features)
    {
        Language spoken = language ?? Pipeline.Value.Identify(input.Text).Language;
        features.Language = spoken.Code;
        if (!Pipeline.Value.Languages.Contains(spoken))
        {
            features.Lemmas = features.Upos = features.LemmaUpos = [];
            return;
        }

        Word[] words = [.. Pipeline.Value.Process(input.Text, spoken).Sentences.SelectMany(s => s.Words)];
        features.Lemmas = [.. words.Select(w => w.Lemma.ToString())];
        features.Upos = [.. words.Select(w => w.Upos.ToName())];
        features.LemmaUpos = [.. words.Select(w => $"{w.Lemma}/{w.Upos.ToName()}")];
    }
}

[CustomMappingFactoryAttribute(WordFeaturizing.Identified)]
internal sealed class IdentifiedWordMapping() : WordMapping(WordFeaturizing.Identified, null);

[CustomMappingFactoryAttribute(WordFeaturizing.Italian)]
internal sealed class ItalianWordMapping() : WordMapping(WordFeaturizing.Italian, Language.Italian);

[CustomMappingFactoryAttribute(WordFeaturizing.English)]
internal sealed class EnglishWordMapping() : WordMapping(WordFeaturizing.English, Language.English);
