using System.CommandLine;
using Lingotto.Cli.Evaluation;
using Lingotto.Training;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto benchmark accuracy</c>: every accuracy table on the data that is given, as Markdown, JSON and SVG.</summary>
internal static class BenchmarkCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("benchmark", "Runs benchmark suites.");
        var accuracy = new Command("accuracy", "Measures extraction and linguistics with 95% confidence intervals; writes Markdown, JSON and a chart.");
        var data = new Option<string>("--data") { Description = "A folder that holds gold articles, treebanks, langid/test.tsv.gz or ner corpora, at any depth.", Required = true, HelpName = "FOLDER" };
        var output = new Option<string?>("--output") { Description = "Write accuracy.md, accuracy.json and accuracy.svg into this folder; else Markdown to standard output.", HelpName = "FOLDER" };
        var samples = new Option<int>("--samples") { Description = "Number of bootstrap samples.", DefaultValueFactory = _ => 1000 };
        foreach (Option option in new Option[] { data, output, samples }) accuracy.Options.Add(option);
        accuracy.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(data);
            if (!Directory.Exists(folder)) throw new UsageException($"There is no folder '{folder}'. --data takes a folder that holds gold articles, treebanks, langid/test.tsv.gz or ner corpora.");
            if (parsed.GetValue(samples) < 1) throw new UsageException("--samples is 1 or more.");
            IReadOnlyList<AccuracyRow> rows = new AccuracySuite(folder, parsed.GetValue(samples), terminal.Progress).Measure();
            if (!terminal.IsErrorRedirected) terminal.Progress("\n");
            if (rows.Count == 0) throw new UsageException($"Under '{folder}' there are no .gold articles, no *test.conllu treebanks, no langid/test.tsv.gz and no ner corpora.");
            Save(terminal, rows, parsed.GetValue(output));
            return ExitCode.Success;
        });
        command.Subcommands.Add(HelpText.WithExamples(accuracy, "lingotto benchmark accuracy --data ../shared --output benchmarks/results"));
        return command;
    }

    private static void Save(Terminal terminal, IReadOnlyList<AccuracyRow> rows, string? folder)
    {
        IReadOnlyList<(string Name, string Value)> machine = Machine.Describe();
        if (folder is null)
        {
            terminal.Out.Write(AccuracyReport.Markdown(rows, machine));
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "accuracy.md"), AccuracyReport.Markdown(rows, machine));
        File.WriteAllBytes(Path.Combine(folder, "accuracy.json"), AccuracyReport.Json(rows, machine));
        File.WriteAllText(Path.Combine(folder, "accuracy.svg"), AccuracyChart.Svg(rows));
    }
}
