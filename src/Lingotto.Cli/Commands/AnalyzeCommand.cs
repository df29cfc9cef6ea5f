using System.CommandLine;
using Lingotto.Automotive;
using Lingotto.Cli.Inputs;
using Lingotto.Cli.Outputs;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto analyze</c>: articles in, analyses out, in order, in constant memory.</summary>
internal static class AnalyzeCommand
{
    private const string Help = """
        lingotto analyze article.txt --published 2025-11-25
        lingotto analyze samples --format json --output analyses.jsonl
        lingotto analyze page.html --format html --output report.html
        lingotto analyze samples --format csv --table events
        zcat articles.jsonl.gz | lingotto analyze - > analyses.jsonl
        """;

    public static Command Create(Terminal terminal, Lazy<AutomotivePipeline> pipeline, Task warm)
    {
        var command = new Command("analyze", "Analyses articles: language, entities, times, quantities, affiliations, quotes, events.");
        var input = new InputArguments();
        input.AddTo(command);
        Option<OutputFormat?> format = InputArguments.Choice<OutputFormat>("--format", "How analyses are written; table for files, json for JSON Lines, where it is left out.");
        var output = new Option<string?>("--output") { Description = "Write to this file, or for brat this directory, instead of standard output.", HelpName = "PATH" };
        Option<ExportTable?> table = InputArguments.Choice<ExportTable>("--table", "Which table csv and tsv hold; entities where it is left out.");
        var text = new Option<bool>("--text") { Description = "Put the analysed text into the analysis." };
        var threads = new Option<int?>("--threads") { Description = "How many articles are analysed at once; one a processor where it is left out.", HelpName = "N" };
        command.Options.Add(format);
        command.Options.Add(output);
        command.Options.Add(table);
        command.Options.Add(text);
        command.Options.Add(threads);
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(threads) is < 1) throw new UsageException("--threads is 1 or more.");
            IReadOnlyList<InputFile> files = input.FindFiles(parsed);
            OutputFormat chosen = parsed.GetValue(format) ?? (files.All(f => f.Kind == InputKind.Jsonl) ? OutputFormat.Json : OutputFormat.Table);
            var run = new AnalyzeRun(terminal, pipeline.Value, new ArticleReader(terminal, input.Options(parsed)), parsed.GetValue(text));
            var outputOptions = new OutputOptions(chosen, parsed.GetValue(output), parsed.GetValue(table) ?? ExportTable.Entities);
            outputOptions.WarmUp(warm);
            return run.Execute(files, () => outputOptions.Open(terminal, pipeline.Value.KnowledgeBase), parsed.GetValue(threads) ?? Environment.ProcessorCount, cancellation);
        });
        return HelpText.WithExamples(command, Help);
    }
}
