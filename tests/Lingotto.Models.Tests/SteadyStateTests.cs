using Lingotto.Models;
using Lingotto.Parsing;
using Lingotto.Tagging;
using Lingotto.Tests.Common;

namespace Lingotto.Models.Tests;

/// <summary>Once its columns have grown, the engine finds tokens, tags, lemmas and trees without any new memory.</summary>
public sealed class SteadyStateTests
{
    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    [Trait("Category", "Slow")]
    public void Process_AfterWarmUp_AllocatesNothing(string code)
    {
        var language = Language.Parse(code);
        LinguisticPipeline pipeline = new LinguisticPipelineBuilder()
            .WithTokenizer(language, Tokenizer.Open(Open(code, "tokenizer"), language))
            .WithTagger(language, LinearTagger.Open(Open(code, "tagger")))
            .WithParser(language, DependencyParser.Open(Open(code, "parser")))
            .Build();
        string[] texts = [.. GeneratedText.Samples(code), .. GeneratedText.Sentences(code, 1000, 11)];
        var document = new DocumentBuilder();
        foreach (string text in texts) pipeline.Process(document, text, language, identifySentences: false);

        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (string text in texts) pipeline.Process(document, text, language, identifySentences: false);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        allocated.Should().Be(0);
    }

    private static ModelFile Open(string code, string component) => code == "it" ? ItalianModels.Open(component) : EnglishModels.Open(component);
}
