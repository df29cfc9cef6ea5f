using Lingotto.Tagging;
using Lingotto.Tests.Common;

namespace Lingotto.Models.Tests;

[Trait("Category", "Slow")]
public sealed class ItalianTaggerLaws : TaggerLaws
{
    protected override LinguisticPipeline? Pipeline { get; } = TaggerPipeline.Of(Language.Italian);

    protected override Language Language => Language.Italian;
}

[Trait("Category", "Slow")]
public sealed class EnglishTaggerLaws : TaggerLaws
{
    protected override LinguisticPipeline? Pipeline { get; } = TaggerPipeline.Of(Language.English);

    protected override Language Language => Language.English;
}

internal static class TaggerPipeline
{
    public static LinguisticPipeline? Of(Language language)
    {
        bool isItalian = language == Language.Italian;
        if ((isItalian ? TrainedModels.ItalianTokenizer : TrainedModels.EnglishTokenizer) is not { } tokenizer || !(isItalian ? ItalianModels.Components : EnglishModels.Components).Contains("tagger")) return null;
        ITagger tagger = LinearTagger.Open(isItalian ? ItalianModels.Open("tagger") : EnglishModels.Open("tagger"));
        return new LinguisticPipelineBuilder().WithTokenizer(language, tokenizer).WithTagger(language, tagger).Build();
    }
}
