using FsCheck;
using FsCheck.Fluent;
using Lingotto.Automotive.Mentions;
using Lingotto.Domain;
using Lingotto.Models;

namespace Lingotto.Automotive.Tests.Mentions;

public sealed class MentionRecognizerTests
{
    private static readonly Lazy<MentionRecognizer> Recognizer = new(() => MentionRecognizer.CreateDefault(KnowledgeBase.Default.Gazetteer));

    private static readonly Lazy<LinguisticPipeline> Linguistics = new(() => new LinguisticPipelineBuilder()
        .WithTokenizer(Language.Italian, Tokenizer.Open(ItalianModels.Open("tokenizer"), Language.Italian))
        .WithTokenizer(Language.English, Tokenizer.Open(EnglishModels.Open("tokenizer"), Language.English))
        .Build());

    [NerModelsTheory]
    [InlineData("it", "Ieri Marta Bellardi, direttrice generale di Fustellor S.r.l., ha visitato Torino.", "Person Marta Bellardi|Role direttrice generale|Organization Fustellor S.r.l.|Place Torino")]
    [InlineData("it", "Lo stabilimento di Cassino produrrà la nuova Alfa Romeo Giulia, ha detto l'amministratore delegato di Stellantis.", "Plant Cassino|VehicleModel Alfa Romeo Giulia|Role amministratore delegato|Organization Stellantis")]
    [InlineData("en", "Harriet Colborne, chief executive of Tarrowby Castings Ltd, met the mayor of Detroit on Monday.", "Person Harriet Colborne|Role chief executive|Organization Tarrowby Castings Ltd|Role mayor|Place Detroit")]
    public void Find_InASentence_FindsNamesThatNoTableHas(string language, string text, string expected) =>
        Find(text, language).Select(m => $"{m.Kind} {m.Span.Of(text)}").Should().Equal(expected.Split('|'));

    [NerModelsTheory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\ud83d Fiat \udc00 🚗 A\u0301ntonio\0Rossi")]
    [InlineData("مصنع Fiat في Torino")]
    public void Find_InOddText_StaysInBounds(string text) => CheckSpans(text, Find(text, "it"));

    [NerModelsTheory]
    [InlineData("it")]
    [InlineData("en")]
    public void Find_InAnyText_GivesOrderedSpansThatDoNotOverlap(string language)
    {
        Gen<string> words = Gen.Elements("Fiat", "Torino", "di", "the", "S.p.A.", "presidente", "CEO", "Mario", "Rossi", "-", "'s", ".", "\n", "STLA", "Large", "500e", "plant", "“", "\ud83d", "ACME");
        Arbitrary<string> texts = words.ListOf().Select(w => string.Join(' ', w)).ToArbitrary();
        Check.QuickThrowOnFailure(Prop.ForAll(texts, text => CheckSpans(text, Find(text, language))));
    }

    [NerModelsTheory]
    [InlineData("it", "Il presidente di Anfia, Carlo Merlani, incontra a Modena i sindacati Fim, Fiom e Uilm. Merlani: «Serve un piano».")]
    public void Find_OnManyThreads_GivesTheSame(string language, string text)
    {
        IReadOnlyList<NameMention> once = Find(text, language);
        var results = new IReadOnlyList<NameMention>[32];
        Parallel.For(0, results.Length, i => results[i] = Find(text, language));
        results.Should().OnlyContain(r => r.SequenceEqual(once));
    }

    private static IReadOnlyList<NameMention> Find(string text, string language)
    {
        Document document = Linguistics.Value.Process(text, Language.Parse(language));
        return Recognizer.Value.Find(new ArticleContext(document, new PageStructure([], null), null));
    }

    private static void CheckSpans(string text, IReadOnlyList<NameMention> mentions)
    {
        int end = 0;
        foreach (NameMention mention in mentions)
        {
            mention.Span.Start.Should().BeGreaterThanOrEqualTo(end);
            mention.Span.Length.Should().BePositive();
            mention.Span.End.Should().BeLessThanOrEqualTo(text.Length);
            mention.Confidence.Should().BeInRange(0, 1);
            EntityKind.All.Should().Contain(mention.Kind);
            end = mention.Span.End;
        }
    }
}

/// <summary>A theory that needs the models of names and tokens of both languages, and is skipped where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NerModelsTheoryAttribute : TheoryAttribute
{
    public NerModelsTheoryAttribute()
    {
        string[] needed = ["ner", "tokenizer"];
        if (needed.Except(ItalianModels.Components).Any() || needed.Except(EnglishModels.Components).Any()) Skip = "needs the models 'ner' and 'tokenizer' of both languages";
    }
}
