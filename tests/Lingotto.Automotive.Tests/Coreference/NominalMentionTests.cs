using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Lingotto.Domain;
using Xunit;

namespace Lingotto.Automotive.Tests;

public class NominalMentionTests
{
    private static string[] Nominals(string marked, Language language) => [.. EntityResolverTests.Resolve(marked, language)
        .SelectMany(e => e.Mentions.Where(m => m.Nominal).Select(m => (m.Start, Text: $"{m.Text}={e.Kb?.Value ?? e.Name}")))
        .OrderBy(m => m.Start).Select(m => m.Text)];

    [Theory]
    [InlineData("[Organization:Stellantis] assume a [Plant:Melfi]. Il gruppo investe.", "gruppo=org:stellantis")]
    [InlineData("A [Plant:Mirafiori] si lavora. Nello stabilimento entrano gli operai.", "stabilimento=plant:mirafiori")]
    [InlineData("[Organization:Fiat] e [Organization:Maserati] crescono. La casa modenese assume.", "casa modenese=org:maserati")]
    [InlineData("La [Organization:Regione Piemonte] paga. Secondo la Regione basta.", "Regione=org:regione-piemonte")]
    [InlineData("Il [Place:Piemonte] cresce. Lo dice la Regione.", "Regione=org:regione-piemonte")]
    [InlineData("La [Organization:Fiom] sciopera. Il sindacato chiede un tavolo.", "sindacato=org:fiom")]
    [InlineData("La [Organization:Zanardelli Stampi] cresce. L'azienda assume.", "azienda=Zanardelli Stampi")]
    public void Resolve_AnItalianDescription_StandsForWhatIsNamed(string text, string expected) => Nominals(text, Language.Italian).Should().Equal(expected);

    [Theory]
    [InlineData("[Organization:Ford] will cut jobs. The carmaker denied it.", "carmaker=org:ford")]
    [InlineData("[Plant:Mirafiori] is idle. Workers left the plant early.", "plant=plant:mirafiori")]
    [InlineData("[Organization:Toyota] and [Organization:Renault] talk. The French group will pay.", "French group=org:renault")]
    [InlineData("In [Place:Italy] taxes fall, as the government said.", "government=org:governo-italiano")]
    public void Resolve_AnEnglishDescription_StandsForWhatIsNamed(string text, string expected) => Nominals(text, Language.English).Should().Equal(expected);

    [Theory]
    [InlineData("[Organization:Stellantis] cresce. Un gruppo di operai entra.")]
    [InlineData("[Organization:Stellantis] è il gruppo di [Person:Elkann].")]
    [InlineData("[Organization:Stellantis], il gruppo torinese, cresce.")]
    [InlineData("[Organization:Stellantis] cresce. Il suo gruppo, il primo gruppo del paese.")]
    [InlineData("[Person:Elkann] parla. Il sindacato tace.")]
    [InlineData("Lo stabilimento di [Plant:Melfi] riparte.")]
    public void Resolve_IndefinitesPredicatesAppositionsAndTheUnnamed_AreNoMentions(string text) =>
        Nominals(text, Language.Italian).Where(n => !n.StartsWith("paese", StringComparison.Ordinal)).Should().BeEmpty();

    [Fact]
    public void Resolve_AnyText_MentionsReproduceTheTextAndNamesDoNotOverlap() => Prop.ForAll<string?, string?>((a, b) =>
    {
        string text = (a + " [Organization:Fiat] il gruppo " + b + " [Place:Torino] la città, lo stabilimento di [Plant:Mirafiori] " + a).Replace("\0", " ", StringComparison.Ordinal);
        if ((a + b).AsSpan().ContainsAny('[', ']')) return;
        string plain = text.Replace("[Organization:", "").Replace("[Place:", "").Replace("[Plant:", "").Replace("]", "");
        ValueList<Entity> entities = EntityResolverTests.Resolve(text);
        foreach (Mention mention in entities.SelectMany(e => e.Mentions)) plain[mention.Start..mention.End].Should().Be(mention.Text);
        Mention[] names = [.. entities.SelectMany(e => e.Mentions).Where(m => !m.Nominal).OrderBy(m => m.Start)];
        for (int i = 1; i < names.Length; i++) names[i].Start.Should().BeGreaterThanOrEqualTo(names[i - 1].End);
        entities.Select(e => e.Id).Should().OnlyHaveUniqueItems();
    }).QuickCheckThrowOnFailure();
}
