using FsCheck;
using FsCheck.Fluent;
using Lingotto.Ner;

namespace Lingotto.Tests.Ner;

public sealed class UnitSplitterTests
{
    [Theory]
    [InlineData("Cormec Stampi S.r.l. di Carmagnola", "Cormec|Stampi|S.r.l.|di|Carmagnola")]
    [InlineData("dell'Auto ex-Fiat", "dell'|Auto|ex|-|Fiat")]
    [InlineData("Mercedes-Benz’s plant.", "Mercedes|-|Benz|’s|plant|.")]
    [InlineData("l'a.d. J. Smith", "l'|a.d.|J|.|Smith")]
    [InlineData("1.300.000 auto, 12,5%", "1.300.000|auto|,|12,5|%")]
    [InlineData("Iveco Group N.V.", "Iveco|Group|N.V.")]
    [InlineData("Cassa e solidarieta' no", "Cassa|e|solidarieta|'|no")]
    public void End_OfEachUnit_SplitsAsNamesNeed(string text, string expected) => Split(text).Should().Equal(expected.Split('|'));

    [Fact]
    public void End_OfAnyText_CoversEveryCharacterOnce() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), given =>
    {
        string text = given ?? "";
        int at = 0;
        while (at < text.Length)
        {
            if (UnitSplitter.IsSkipped(text[at])) { at++; continue; }
            int end = UnitSplitter.End(text, at, text.Length);
            end.Should().BeInRange(at + 1, text.Length);
            at = end;
        }
    }));

    private static List<string> Split(string text)
    {
        var units = new List<string>();
        for (int at = 0; at < text.Length;)
        {
            if (UnitSplitter.IsSkipped(text[at])) { at++; continue; }
            int end = UnitSplitter.End(text, at, text.Length);
            units.Add(text[at..end]);
            at = end;
        }

        return units;
    }
}
