namespace Lingotto.Automotive.Tests.Mentions;

public sealed class LexiconTests
{
    private const int MostClasses = 32;

    public static TheoryData<string> Files => new() { "mentions/roles.tsv", "mentions/cues.tsv" };

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_OfAWordList_HaveWordsInBothLanguages(string file)
    {
        string[][] rows = [.. Resources.ReadRows(file)];
        rows.Should().NotBeEmpty();
        foreach (string[] row in rows)
        {
            row.Should().HaveCount(3, string.Join(' ', row));
            foreach (string field in row)
            {
                field.Should().NotBeEmpty();
                field.Split('|').Should().OnlyContain(w => w.Length > 0 && w.Trim() == w, string.Join(' ', row));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Rows_OfAWordList_NameNoWordTwiceInOneRow(string file)
    {
        foreach (string[] row in Resources.ReadRows(file))
        {
            row[1].Split('|').Should().OnlyHaveUniqueItems(row[1]);
            row[2].Split('|').Should().OnlyHaveUniqueItems(row[2]);
        }
    }

    [Fact]
    public void Classes_OfAllLists_FitTheBits() =>
        Resources.ReadRows("mentions/roles.tsv").Concat(Resources.ReadRows("mentions/cues.tsv")).Select(r => r[0]).Distinct().Count().Should().BeLessThanOrEqualTo(MostClasses);
}
