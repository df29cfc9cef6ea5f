using FsCheck;
using FsCheck.Fluent;
using Lingotto.Automotive.Lexing;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Values;

/// <summary>What holds of times and quantities on any text whatever.</summary>
public sealed class ValueLawTests
{
    private static readonly string[] Pieces =
        ["12", " ", "1.300", ",", "%", "-", "mila", "milioni", "di", "euro", "$", "marzo", "May", "lunedì", "2025", "/", "'", "’", "fine", "anno", "last", "week", "\n", "|", "\ud800", "\0", "e", "mezzo", "31", "per", "cento",
            "first", "half", "of", "the", "tra", "fa", "99999999999999999999", "9999-12-31", "0001", "31/02/2025", "\u00a0", "1°", "Q1", "un", "a", "million", "ago", "anni", "5000", "10000 anni fa", "dal", "al", "tré", "🚗", "\r\n"];

    private static void Check(string text, string language, string published)
    {
        ArticleContext article = PlainDocument.Of(text, language, published);
        ValueList<TimeExpression> times = new TimeTagger().Find(article);
        ValueList<Quantity> quantities = new QuantityTagger().Find(article, times);
        var spans = times.Select(t => (t.Start, t.End, t.Text)).Concat(quantities.Select(q => (q.Start, q.End, q.Text))).OrderBy(s => s.Start).ToList();
        int last = 0;
        foreach ((int start, int end, string printed) in spans)
        {
            start.Should().BeGreaterThanOrEqualTo(last);
            text[start..end].Should().Be(printed).And.NotBeEmpty();
            last = end;
        }

        new TimeTagger().Find(article).Should().Equal(times);
    }

    [Fact]
    public void Find_AnyString_GivesOrderedSpansThatReproduceTheText() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            Check(text ?? "", "it", "2025-03-12");
            Check(text ?? "", "en", "-");
        }));

    [Fact]
    public void Find_AnySequenceOfNumbersAndTimeWords_GivesOrderedSpansThatReproduceTheText() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces =>
        {
            string text = string.Join(pieces.Count % 2 == 0 ? " " : "", pieces);
            foreach (string published in (string[])["2025-03-12", "2024-02-29", "0001-01-01", "9999-12-31", "-"])
            {
                Check(text, "it", published);
                Check(text, "en", published);
            }
        }));

    [Fact]
    public void Find_ManyThreads_GivesTheSameResult()
    {
        ArticleContext article = PlainDocument.Of("Ieri 1.300 operai hanno scioperato per due ore; il 4,5% in meno del 2024.", "it", "2025-03-12");
        ValueList<TimeExpression> expected = new TimeTagger().Find(article);
        var tagger = new TimeTagger();
        Parallel.For(0, 64, _ => tagger.Find(article).Should().Equal(expected));
    }

    [Fact]
    public void WordTables_EveryRow_HasAKnownClassAndAForm()
    {
        WordTable.Italian.Find("lunedì").Should().NotBeNull();
        foreach (string file in (string[])["time-words.tsv", "number-words.tsv", "unit-words.tsv", "quote-words.tsv"])
        {
            var italian = TableReader.Rows(file, italian: true).ToList();
            var english = TableReader.Rows(file, italian: false).ToList();
            (italian.Count + english.Count).Should().BeGreaterThan(20);
            foreach (var row in italian.Concat(english))
            {
                (Enum.TryParse<WordClass>(row.Class, true, out _) || Enum.TryParse<UnitClass>(row.Class, true, out _)).Should().BeTrue(row.Class);
                row.Forms.Should().OnlyHaveUniqueItems(row.Class + " " + row.Value).And.OnlyContain(f => f.Length > 0 && f == f.ToLowerInvariant());
            }
        }
    }

    [Fact]
    public void AffiliationWords_EveryRow_HasFormsThatCount()
    {
        var italian = TableReader.Rows("affiliation-words.tsv", italian: true).ToList();
        var english = TableReader.Rows("affiliation-words.tsv", italian: false).ToList();
        italian.Select(r => r.Class).Should().Equal(english.Select(r => r.Class)).And.OnlyHaveUniqueItems();
        foreach (var row in italian.Concat(english)) row.Forms.Should().OnlyHaveUniqueItems(row.Class).And.OnlyContain(f => f.Length > 0 && f == f.ToLowerInvariant());
    }

    [Theory]
    [InlineData("trentadue", 32)]
    [InlineData("ventuno", 21)]
    [InlineData("settantotto", 78)]
    [InlineData("duecentocinquantamila", 250000)]
    [InlineData("trentatré", 33)]
    [InlineData("novantasettemila", 97000)]
    public void Find_ItalianCompound_HasItsValue(string word, long value) => WordTable.Italian.Find(word)!.Number(WordClass.Cardinal).Should().Be(value);
}
