using System.CommandLine;
using Lingotto.Automotive;
using Lingotto.Cli.Inputs;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto explain</c>: why an article got its events, and why a sentence got none.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("explain", "Says for each event of an article which frame, trigger and slot produced it, and for other sentences what came nearest.");
        var input = new InputArguments();
        input.AddTo(command);
        var sentence = new Option<int?>("--sentence") { Description = "Only this sentence, from 1.", HelpName = "N" };
        command.Options.Add(sentence);
        command.SetAction(async (parsed, cancellation) =>
        {
            AutomotivePipeline pipeline = new AutomotivePipelineBuilder().Without(AnalysisLayers.Events).Build();
            var extractor = new EventExtractor();
            var reader = new ArticleReader(terminal, input.Options(parsed));
            await foreach (InputArticle article in reader.Read(input.FindFiles(parsed), cancellation))
            {
                AnalyzedArticle read = pipeline.Read(article.Article, cancellation);
                if (read.Document is null)
                {
                    terminal.Error($"{article.Article.Id}: language '{read.Analysis.Language}' is not analysed.");
                    continue;
                }

                Print(terminal.Out, extractor.Explain(read.Context, read.Analysis), article.Article.Id, parsed.GetValue(sentence));
            }

            return reader.BadCount > 0 ? ExitCode.Failure : ExitCode.Success;
        });
        return HelpText.WithExamples(command, "lingotto explain article.txt\nlingotto explain article.txt --sentence 3");
    }

    private static void Print(TextWriter output, EventExplanation explanation, string? id, int? number)
    {
        if (number is { } n && (n < 1 || n > explanation.Sentences.Count)) throw new UsageException($"{id} has sentences 1 to {explanation.Sentences.Count}, there is no {n}.");
        output.WriteLine($"== {id}");
        IEnumerable<SentenceExplanation> chosen = number is { } only ? [explanation.Sentences[only - 1]] : explanation.Sentences;
        foreach (SentenceExplanation sentence in chosen) output.Write(sentence.ToString().ReplaceLineEndings("\n"));
    }
}
