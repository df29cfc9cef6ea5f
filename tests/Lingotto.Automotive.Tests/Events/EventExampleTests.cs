using Lingotto.Domain;
using Lingotto.Models;
using Lingotto.Parsing;
using Lingotto.Tagging;

namespace Lingotto.Automotive.Tests;

/// <summary>A theory that needs the tokenizers, taggers and parsers of both languages.</summary>
internal sealed class ModelTheoryAttribute : TheoryAttribute
{
    public ModelTheoryAttribute()
    {
        foreach (string component in (string[])["tokenizer", "tagger", "parser"])
        {
            if (!ItalianModels.Components.Contains(component) || !EnglishModels.Components.Contains(component)) Skip = $"The model '{component}' is missing in one of the model packages.";
        }
    }
}

[Trait("Category", "Slow")]
public sealed class EventExampleTests
{
    private static readonly Lazy<LinguisticPipeline> Linguistics = new(() => new LinguisticPipelineBuilder()
        .WithTokenizer(Language.Italian, Tokenizer.Open(ItalianModels.Open("tokenizer"), Language.Italian))
        .WithTagger(Language.Italian, LinearTagger.Open(ItalianModels.Open("tagger")))
        .WithParser(Language.Italian, DependencyParser.Open(ItalianModels.Open("parser")))
        .WithTokenizer(Language.English, Tokenizer.Open(EnglishModels.Open("tokenizer"), Language.English))
        .WithTagger(Language.English, LinearTagger.Open(EnglishModels.Open("tagger")))
        .WithParser(Language.English, DependencyParser.Open(EnglishModels.Open("parser")))
        .Build());

    private static readonly EventExtractor Extractor = new();

    private static IReadOnlyList<AnnotatedSentence> Examples { get; } = AnnotatedSentence.ReadAll(Path.Combine(AppContext.BaseDirectory, "Events", "examples.tsv"));

    public static TheoryData<string, string> Sentences()
    {
        var data = new TheoryData<string, string>();
        foreach (AnnotatedSentence example in Examples) data.Add(example.Type.Name, example.Language.Code);
        return data;
    }

    [Fact]
    public void Examples_EveryTypeInBothLanguages_IsThere() =>
        Examples.Select(e => (e.Type, e.Language)).Should().BeEquivalentTo(EventSchema.Types.SelectMany(t => new[] { (t, Language.Italian), (t, Language.English) }));

    [ModelTheory]
    [MemberData(nameof(Sentences))]
    public void Extract_ExampleOfType_FindsTriggerAndMostArguments(string type, string language)
    {
        AnnotatedSentence example = Examples.Single(e => e.Type.Name == type && e.Language.Code == language);

        AutomotiveEvent? found = Extract(example).FirstOrDefault(e => e.Type == example.Type && e.Trigger.Start < example.Trigger.End && example.Trigger.Start < e.Trigger.End);

        found.Should().NotBeNull("the sentence is an example of {0}", type);
        found!.Arguments.Intersect(example.Arguments).Count().Should().BeGreaterThanOrEqualTo((example.Arguments.Count + 1) / 2);
    }

    [ModelTheory]
    [InlineData("it", "{-:Organization/Carmaker:Audi} non {!:chiuderà} lo stabilimento di {-:Plant:Forest}.", Modality.Planned, Polarity.Negative)]
    [InlineData("it", "{-:Organization/Carmaker:Audi} ha {!:chiuso} lo stabilimento di {-:Plant:Forest}.", Modality.Asserted, Polarity.Positive)]
    [InlineData("en", "{-:Organization/Carmaker:Audi} will not {!:close} its {-:Plant:Forest} plant.", Modality.Planned, Polarity.Negative)]
    [InlineData("en", "{-:Organization/Carmaker:Audi} could {!:close} its {-:Plant:Forest} plant.", Modality.Possible, Polarity.Positive)]
    [InlineData("en", "{-:Organization/Carmaker:Audi} {!:closed} its {-:Plant:Forest} plant in {-:Time=2025-02:February}.", Modality.Asserted, Polarity.Positive)]
    public void Extract_Closure_TellsModalityAndPolarity(string language, string sentence, Modality modality, Polarity polarity)
    {
        AnnotatedSentence example = AnnotatedSentence.Parse(new EventType("PlantClosure"), Language.Parse(language), sentence);

        Extract(example).Should().Contain(e => e.Type == example.Type && e.Modality == modality && e.Polarity == polarity);
    }

    private static ValueList<AutomotiveEvent> Extract(AnnotatedSentence example) => Extractor.Extract(
        new ArticleContext(Linguistics.Value.Process(example.Text, example.Language), new PageStructure([], null), new DateOnly(2025, 11, 25)), example.Input).Events;
}
