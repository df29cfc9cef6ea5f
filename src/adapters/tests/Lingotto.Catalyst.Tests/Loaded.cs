using Lingotto.Models;

namespace Lingotto.Catalyst.Tests;

/// <summary>Catalyst's published models and the stages made from them, loaded once.</summary>
internal static class Loaded
{
    public static CatalystModels Italian { get; } = CatalystModels.LoadAsync(Language.Italian).GetAwaiter().GetResult();

    public static CatalystModels English { get; } = CatalystModels.LoadAsync(Language.English).GetAwaiter().GetResult();

    public static Tokenizer ItalianExpander { get; } = Tokenizer.Open(ItalianModels.Open("tokenizer"), Language.Italian);

    public static Tokenizer EnglishExpander { get; } = Tokenizer.Open(EnglishModels.Open("tokenizer"), Language.English);

    public static CatalystTokenizer ItalianTokenizer { get; } = new(Italian, ItalianExpander);

    public static CatalystTokenizer EnglishTokenizer { get; } = new(English, EnglishExpander);

    public static LinguisticPipeline Pipeline { get; } = new LinguisticPipelineBuilder().UseCatalyst(Italian, ItalianExpander).UseCatalyst(English, EnglishExpander).Build();
}
