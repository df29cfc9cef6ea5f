using System.CommandLine;
using Lingotto.Automotive;
using Lingotto.Cli.Evaluation;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto evaluate</c>: prints the figures of the README from the data that is given.</summary>
internal static class EvaluateCommand
{
    private const string Help = """
        lingotto evaluate --data ../shared                       every table that the folder has data for
        lingotto evaluate --data ../shared/gold/dev              extraction, as score.py prints it
        lingotto evaluate --data ../shared/gold/dev --pairs      facts found in both articles of a pair
        lingotto evaluate --data ../shared/gold/dev --drop-half 1
        lingotto evaluate --data it_isdt-ud-test.conllu --language it --details
        """;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("evaluate", "Measures the analysis against annotated data: treebanks, gold articles, language identification.");
        var data = new Option<string>("--data") { Description = "A CoNLL-U file, a folder of gold articles, a langid table, or a folder that holds such.", Required = true, HelpName = "PATH" };
        var language = new Option<string?>("--language") { Description = "The language of a treebank, it or en; by its name where it is left out." };
        language.AcceptOnlyFromAmong("it", "en");
        var pairs = new Option<bool>("--pairs") { Description = "For gold articles: measure the facts that both articles of the pairs in pairs.tsv share." };
        var half = new Option<int?>("--drop-half") { Description = "For gold articles: without a random half of the persons, organizations and plants of the knowledge base.", HelpName = "SEED" };
        var details = new Option<bool>("--details") { Description = "For treebanks: confusion of parts of speech and the worst words." };
        var withoutCase = new Option<bool>("--lower-case") { Description = "For treebanks: turn the text to small letters first; lemmas are compared without their capitals." };
        foreach (Option option in new Option[] { data, language, pairs, half, details, withoutCase }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(data);
            if (!File.Exists(path) && !Directory.Exists(path)) throw new UsageException($"There is no file or folder '{path}'. --data takes a .conllu file, a folder of .gold articles, or a folder that holds such.");
            var run = new EvaluationRun(terminal.Out, path)
            {
                Language = parsed.GetValue(language) is { } code ? Language.Parse(code) : null, Details = parsed.GetValue(details), WithoutCase = parsed.GetValue(withoutCase),
                Pairs = parsed.GetValue(pairs), DropHalf = parsed.GetValue(half),
            };
            run.Execute();
            return ExitCode.Success;
        });
        return HelpText.WithExamples(command, Help);
    }
}
