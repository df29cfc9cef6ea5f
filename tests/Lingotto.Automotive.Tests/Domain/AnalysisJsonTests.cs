using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Domain;

public sealed class AnalysisJsonTests
{
    private static readonly ArticleAnalysis Sample = new()
    {
        Id = "en-1", Language = "en", LanguageConfidence = 0.998,
        Entities =
        [
            new Entity { Id = "e1", Kind = EntityKind.Organization, Subkind = EntitySubkind.Brand, Kb = EntityId.Parse("org:alfa-romeo"), Name = "Alfa Romeo", Mentions = [new Mention(30, 40, "Alfa Romeo")] },
            new Entity { Id = "e2", Kind = EntityKind.Person, Name = "Nicolò Però", Mentions = [new Mention(0, 11, "Nicolò Però") { Confidence = 0.5 }] },
        ],
        Roles = [new RoleMention("r1", 24, 27, "CEO")],
        Times = [new TimeExpression("t1", 60, 66, "May 31", "2024-05-31")],
        Quantities = [new Quantity("q1", 70, 90, "1.3 million vehicles", 1.3m * 1_000_000m, "vehicles"), new Quantity("q2", 91, 95, "-3%", -3.50m, "percent")],
        Affiliations = [new Affiliation("e2", "e1", "r1"), new Affiliation("e2", "e1", null)],
        Quotes = [new Quote("e2", 95, 120, "…")],
        Events = [new AutomotiveEvent { Id = "v1", Type = new EventType("Visit"), Trigger = new Trigger(42, 49, "visited"), Arguments = [new EventArgument("visitor", "e2")], Modality = Modality.Planned, Confidence = 0.83 }],
    };

    [Fact]
    public void Serialize_Sample_IsTheContract() => AnalysisJson.Serialize(Sample).Should().Be("""
        {"schema":"analysis/1","id":"en-1","language":"en","languageConfidence":0.998,
        "entities":[{"id":"e1","kind":"Organization","subkind":"Brand","kb":"org:alfa-romeo","name":"Alfa Romeo","mentions":[{"start":30,"end":40,"text":"Alfa Romeo","nominal":false}]},
        {"id":"e2","kind":"Person","subkind":null,"kb":null,"name":"Nicolò Però","mentions":[{"start":0,"end":11,"text":"Nicolò Però","nominal":false,"confidence":0.5}]}],
        "roles":[{"id":"r1","start":24,"end":27,"text":"CEO"}],"times":[{"id":"t1","start":60,"end":66,"text":"May 31","value":"2024-05-31"}],
        "quantities":[{"id":"q1","start":70,"end":90,"text":"1.3 million vehicles","value":1300000,"unit":"vehicles"},{"id":"q2","start":91,"end":95,"text":"-3%","value":-3.5,"unit":"percent"}],
        "affiliations":[{"person":"e2","organization":"e1","role":"r1"},{"person":"e2","organization":"e1","role":null}],"quotes":[{"speaker":"e2","start":95,"end":120,"text":"…"}],
        "events":[{"id":"v1","type":"Visit","trigger":{"start":42,"end":49,"text":"visited"},"arguments":[{"role":"visitor","ref":"e2"}],"modality":"planned","polarity":"positive","confidence":0.83}]}
        """.ReplaceLineEndings(""));

    [Fact]
    public void Parse_WrittenText_GivesAnEqualAnalysis()
    {
        AnalysisJson.Parse(AnalysisJson.Serialize(Sample)).Should().Be(Sample);
        AnalysisJson.Parse(AnalysisJson.Serialize(Sample, indented: true)).Should().Be(Sample);
    }

    [Fact]
    public void Parse_WrittenText_GivesAnEqualAnalysisForEveryAnalysis() =>
        Prop.ForAll(AnalysisGenerator.Analyses.ToArbitrary(), a => AnalysisJson.Parse(AnalysisJson.Serialize(a)).Equals(a)).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_UnknownFields_AreHarmless()
    {
        string json = AnalysisJson.Serialize(Sample).Replace("\"schema\"", "\"later\":{\"x\":[1,{}]},\"schema\"", StringComparison.Ordinal)
            .Replace("\"nominal\":false", "\"nominal\":false,\"mood\":\"good\"", StringComparison.Ordinal);
        AnalysisJson.Parse(json).Should().Be(Sample);
    }

    [Theory]
    [InlineData("""{"schema":"analysis/2","language":"it"}""", "*'analysis/1'*'analysis/2'*")]
    [InlineData("""{"language":"it"}""", "*\"schema\"*found none*")]
    [InlineData("""[1]""", "*object*StartArray*")]
    [InlineData("""{"schema":"analysis/1"}""", "*language*")]
    [InlineData("""{"schema":"analysis/1","language":"it","entities":[{"id":"e1","kind":"Person","subkind":null,"kb":"Not An Id","name":"x","mentions":[]}]}""", "*Not An Id*prefix:slug*")]
    [InlineData("""{"schema":"analysis/1","language":"it","events":[null]}""", "*null*")]
    [InlineData("{", "*")]
    [InlineData("", "*")]
    public void Parse_AnotherText_SaysWhatIsWrong(string json, string message) =>
        FluentActions.Invoking(() => AnalysisJson.Parse(json)).Should().Throw<AnalysisFormatException>().WithMessage(message);

    [Fact]
    public void Serialize_LoneSurrogate_IsReplacedAndNeverThrows()
    {
        ArticleAnalysis analysis = Sample with { Text = "a\ud800b\0🚗", Id = "\udc00" };
        string json = AnalysisJson.Serialize(analysis);
        AnalysisJson.Parse(json).Text.Should().Be("a\ufffdb\0🚗");
        json.Should().Contain("🚗");
    }

    [Fact]
    public void Serialize_EveryAnalysis_WritesWhatTheContractWrites() =>
        Prop.ForAll(AnalysisGenerator.Analyses.ToArbitrary(), a => JsonSerializer.Serialize(a, AnalysisJson.TypeInfo) == AnalysisJson.Serialize(a)).QuickCheckThrowOnFailure();
}
