using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Lingotto.Tests.Common;

/// <summary>Texts on which every stage must keep its laws.</summary>
internal static class AnyText
{
    private static readonly string[] Pieces =
    [
        "fiat", "Torino", "l'", "dell’", "della", "don't", "cannot", "dammelo", " ", "  ", "\n", "\r\n", "\n\n", "\t", ".", "...", ",", ";", "?", "«", "»", "\"", "'", "(", "1.800", "12,5%", "S.p.A.", "U.S.",
        "will close", "chiuderà", "Mario Rossi", "Ford", "NEL", "a@b.it", "/", "\0", "\u0001", "\u200B", "e\u0301", "\uD83D", "\uDE00", "\uD83D\uDE00", "שלום", "漢字", "İ", "ß", "\u2028", "\u00A0",
    ];

    public static Gen<string> Generator { get; } = Gen.OneOf(
        Gen.Elements(Pieces).ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""), Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c)));

    /// <summary>Prints what a function makes of some texts, which must be the same one after another and on many threads at once.</summary>
    public static void IsTheSameOnManyThreads(Func<string, string> print)
    {
        string[] texts = [.. Generator.Sample(60, 40)];
        string[] expected = [.. texts.Select(print)];
        texts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(print).ToArray().Should().Equal(expected);
    }
}

/// <summary>What every language identifier must keep.</summary>
public abstract class IdentifierLaws
{
    /// <summary>The identifier; null where its model is missing, and the laws are then not asked.</summary>
    protected abstract ILanguageIdentifier? Identifier { get; }

    [Fact]
    public void Identify_AnyText_GivesAProbability() => Prop.ForAll(AnyText.Generator.ToArbitrary(), text =>
    {
        if (Identifier is not { } identifier) return;
        LanguagePrediction found = identifier.Identify(text);
        found.Confidence.Should().BeInRange(0, 1);
        if (!text.EnumerateRunes().Any(System.Text.Rune.IsLetter)) found.Language.Should().Be(Language.Undetermined);
        identifier.Identify(text).Should().Be(found);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Identify_OnManyThreads_GivesWhatOneThreadGives() => AnyText.IsTheSameOnManyThreads(text => $"{Identifier?.Identify(text)}");
}

/// <summary>What every tagger must keep, on the words of whatever tokenizer it is used with.</summary>
public abstract class TaggerLaws
{
    /// <summary>The pipeline of the tagger and a tokenizer; null where a model is missing, and the laws are then not asked.</summary>
    protected abstract LinguisticPipeline? Pipeline { get; }

    /// <summary>The language.</summary>
    protected abstract Language Language { get; }

    [Fact]
    public void Tag_AnyText_GivesEveryWordATagAndALemma() => Prop.ForAll(AnyText.Generator.ToArbitrary(), text =>
    {
        if (Pipeline is not { } pipeline) return;
        Document document = pipeline.Process(text, Language);
        foreach (Word word in document.Sentences.SelectMany(s => s.Words))
        {
            word.Upos.Should().NotBe(Upos.None, "every word has a part of speech");
            word.Lemma.Length.Should().BePositive();
        }

        Print(pipeline.Process(text, Language)).Should().Be(Print(document));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tag_ShortFormsOfAllLetters_LeavesNoLemmaEmpty()
    {
        if (Pipeline is not { } pipeline) return;
        const string Letters = "aebcdgilmnorst'";
        string text = string.Join(' ', from a in Letters from b in Letters from c in Letters select $"{a}{b}{c} {a}{b}");
        foreach (Word word in pipeline.Process(text, Language).Sentences.SelectMany(s => s.Words)) word.Lemma.Length.Should().BePositive(word.Form.ToString());
    }

    [Fact]
    public void Tag_OnManyThreads_GivesWhatOneThreadGives()
    {
        if (Pipeline is { } pipeline) AnyText.IsTheSameOnManyThreads(text => Print(pipeline.Process(text, Language)));
    }

    private static string Print(Document document) => string.Join(' ', document.Sentences.SelectMany(s => s.Words).Select(w => $"{w.Form}/{w.Upos}/{w.Feats}/{w.Lemma}"));
}
