using Lingotto.Ner;
using Lingotto.Training.Ner;

namespace Lingotto.Tests.Ner;

public sealed class KnownNamesTests
{
    [Fact]
    public void Known_EveryLine_HasAClassAndPrintableNames()
    {
        (string Class, string[] Names)[] lines = [.. NameLists.Known()];
        lines.Should().NotBeEmpty();
        foreach ((string kind, string[] names) in lines)
        {
            Enum.TryParse<NameClasses>(kind, out _).Should().BeTrue("'{0}' is a class", kind);
            names.Should().OnlyContain(n => n.Length > 1 && n == n.Trim());
        }
    }
}
