using System.IO.Compression;
using Lingotto.Domain;
using Lingotto.Tests.Common;

namespace Lingotto.Automotive.Tests.Pipeline;

/// <summary>Text as it comes, of many kinds and lengths, is analysed without an exception and with spans that hold.</summary>
[Trait("Category", "Slow")]
public sealed class RawTextTests
{
    private const int Articles = 60, LongText = 600_000;

    private static readonly AutomotivePipeline Pipeline = AutomotivePipeline.CreateDefault();

    [SharedDataTheory]
    [InlineData("it", "it_kind_wikinews")]
    [InlineData("it", "it_common_voice")]
    [InlineData("it", "it_ms_dynamics_smb")]
    [InlineData("en", "en_wikineural_wikipedia")]
    [InlineData("en", "en_digitalgov")]
    [InlineData("en", "en_eltec_novels_19c")]
    public void Analyze_RawText_SpansHold(string language, string file)
    {
        string[] lines = [.. Lines(file).Take(Articles * 30)];
        for (int i = 0; i < Articles; i++) Check(language, string.Join(i % 2 == 0 ? "\n" : " ", lines.Skip(i * 30).Take(3 + (i % 27))));
    }

    [SharedDataTheory]
    [InlineData("it", "it_kind_wikinews")]
    [InlineData("en", "en_wikineural_wikipedia")]
    public void Analyze_LongText_SpansHold(string language, string file)
    {
        var text = new System.Text.StringBuilder();
        int i = 0;
        foreach (string line in Lines(file).TakeWhile(_ => text.Length < LongText)) text.Append(line).Append(++i % 10 == 0 ? "\n\n" : " ");
        Check(language, text.ToString());
    }

    private static void Check(string language, string text)
    {
        ArticleAnalysis analysis = Pipeline.Analyze(new Article(text) { Language = Language.Parse(language), Published = new DateOnly(2025, 3, 2) });
        int end = 0;
        foreach (Mention mention in analysis.Entities.SelectMany(e => e.Mentions).Where(m => !m.Nominal).OrderBy(m => m.Start))
        {
            mention.Start.Should().BeGreaterThanOrEqualTo(end);
            text[mention.Start..mention.End].Should().Be(mention.Text);
            end = mention.End;
        }

        foreach (Quote quote in analysis.Quotes) text[quote.Start..quote.End].Should().Be(quote.Text);
        foreach (AutomotiveEvent e in analysis.Events) text[e.Trigger.Start..e.Trigger.End].Should().Be(e.Trigger.Text);
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(SharedData.Root!, "data", "unlabelled", file + ".txt.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
