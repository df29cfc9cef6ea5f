using Microsoft.ML;
using Microsoft.ML.Data;

namespace Lingotto.MicrosoftML.Tests;

public sealed class WordFeaturizingTests
{
    private static readonly WordFeaturesInput[] Texts =
    [
        new() { Text = "I sindacati hanno incontrato ieri i vertici dell'azienda nella sede di Torino." },
        new() { Text = "The unions met the managers of the company yesterday at the plant." },
        new() { Text = "" },
    ];

    [Fact]
    public void LingottoWords_LanguageIdentified_GivesLemmasOfEachLanguage()
    {
        var context = new MLContext(seed: 1);
        IDataView view = context.Data.LoadFromEnumerable(Texts);

        IDataView found = context.Transforms.LingottoWords().Fit(view).Transform(view);

        found.GetColumn<string>("Language").Should().Equal("it", "en", "und");
        string[][] features = [.. found.GetColumn<string[]>("LemmaUpos")];
        features[0].Should().Contain("incontrare/VERB");
        features[1].Should().Contain("meet/VERB");
        features[2].Should().BeEmpty();
    }

    [Fact]
    public void LingottoWords_LanguageGiven_IsNotIdentified()
    {
        var context = new MLContext(seed: 1);
        IDataView view = context.Data.LoadFromEnumerable([new WordFeaturesInput { Text = "Fiat" }]);

        context.Transforms.LingottoWords(Language.Italian).Fit(view).Transform(view).GetColumn<string>("Language").Should().Equal("it");
    }

    [Fact]
    public void LingottoWords_LanguageNotSupported_Throws() =>
        FluentActions.Invoking(() => new MLContext().Transforms.LingottoWords(Language.Parse("fr"))).Should().Throw<ArgumentException>().WithMessage("*'fr'*");

    [Theory]
    [InlineData(null)]
    [InlineData("it")]
    [InlineData("en")]
    public void Load_SavedPipeline_GivesTheSameColumns(string? code)
    {
        var context = new MLContext(seed: 1);
        IDataView view = context.Data.LoadFromEnumerable(Texts);
        var pipeline = context.Transforms.LingottoWords(code is null ? null : Language.Parse(code))
            .Append(context.Transforms.Text.ProduceHashedWordBags("Bag", "LemmaUpos", numberOfBits: 8));
        ITransformer model = pipeline.Fit(view);
        using var stream = new MemoryStream();
        context.Model.Save(model, view.Schema, stream);
        stream.Position = 0;

        ITransformer loaded = new MLContext(seed: 1).RegisterLingotto().Model.Load(stream, out _);

        IDataView expected = model.Transform(view), found = loaded.Transform(view);
        found.GetColumn<string[]>("Lemmas").Should().BeEquivalentTo(expected.GetColumn<string[]>("Lemmas"), o => o.WithStrictOrdering());
        found.GetColumn<float[]>("Bag").Should().BeEquivalentTo(expected.GetColumn<float[]>("Bag"), o => o.WithStrictOrdering());
    }
}
