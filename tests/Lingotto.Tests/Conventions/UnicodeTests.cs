using System.Text;

namespace Lingotto.Tests.Conventions;

public sealed class UnicodeTests
{
    [Fact]
    public void Normalize_CombiningAccent_IsComposed() => "perche\u0301".Normalize(NormalizationForm.FormC).Should().Be("perché", "with InvariantGlobalization it would silently stay as it is");

    [Fact]
    public void ToUpperInvariant_AccentedLetter_HasItsCapital() => "città".ToUpperInvariant().Should().Be("CITTÀ");
}
