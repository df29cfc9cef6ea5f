using System.CommandLine;
using System.Globalization;
using Lingotto.Automotive;
using Lingotto.Cli.Inputs;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto detect</c>: prints id, language and confidence of each article.</summary>
internal static class DetectCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("detect", "Says which language articles are written in: id TAB language TAB confidence.");
        var input = new InputArguments();
        input.AddTo(command, withLanguage: false);
        command.SetAction(async (parsed, cancellation) =>
        {
            LinguisticPipeline linguistics = AutomotivePipeline.Create(new AutomotivePipelineOptions { Layers = AnalysisLayers.None }).Linguistics;
            var reader = new ArticleReader(terminal, new InputOptions(parsed.GetValue(input.Input), null, null));
            await foreach (InputArticle article in reader.Read(input.FindFiles(parsed), cancellation))
            {
                LanguagePrediction language = linguistics.Identify(article.Article.Text);
                terminal.Out.Write(string.Create(CultureInfo.InvariantCulture, $"{article.Article.Id}\t{language.Language}\t{language.Confidence:0.0000}\n"));
            }

            return reader.BadCount > 0 ? ExitCode.Failure : ExitCode.Success;
        });
        return HelpText.WithExamples(command, "lingotto detect samples\necho '{\"id\": 1, \"text\": \"Buongiorno a tutti i lettori\"}' | lingotto detect -");
    }
}
