using Lingotto.Automotive;

namespace Lingotto.Catalyst;

/// <summary>Switches Catalyst in.</summary>
public static class CatalystExtensions
{
    /// <summary>Finds tokens and sentences and tags words of the models' language by Catalyst; <paramref name="expander"/> is the built-in tokenizer of that language.</summary>
    /// <exception cref="CatalystModelException">The models hold no sentence detector or no tagger.</exception>
    public static LinguisticPipelineBuilder UseCatalyst(this LinguisticPipelineBuilder builder, CatalystModels models, ITokenizer expander)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(models);
        return builder.WithTokenizer(models.Language, new CatalystTokenizer(models, expander)).WithTagger(models.Language, new CatalystTagger(models));
    }

    /// <summary>As the other, for a whole pipeline.</summary>
    /// <exception cref="CatalystModelException">The models hold no sentence detector or no tagger.</exception>
    public static AutomotivePipelineBuilder UseCatalyst(this AutomotivePipelineBuilder builder, CatalystModels models, ITokenizer expander)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(models);
        return builder.WithTokenizer(models.Language, new CatalystTokenizer(models, expander)).WithTagger(models.Language, new CatalystTagger(models));
    }
}
