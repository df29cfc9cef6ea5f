using System.CommandLine;
using Lingotto.Cli.Commands;

namespace Lingotto.Cli;

/// <summary>The entry of the <c>lingotto</c> tool.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var terminal = new Terminal();
        ParseResult parsed = Root(terminal).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not (System.CommandLine.Help.HelpAction or Examples))
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors) terminal.Error(error.Message);
            terminal.Error($"'lingotto {string.Join(' ', Path(parsed.CommandResult.Command))}--help' shows what it takes.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.ErrorWriter });
        }
        catch (Exception e) when (Problem.Message(e) is { } message)
        {
            terminal.Error(message);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            terminal.Error("Stopped.");
            return ExitCode.Failure;
        }
        catch (IOException e) when (terminal.IsBrokenPipe(e))
        {
            return ExitCode.Success;   // the reader, such as head, has had enough
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Reads Italian and English news about the car industry as typed objects: linked entities, times, quantities, affiliations, quotes, events.");
        root.Subcommands.Add(AnalyzeCommand.Create(terminal));
        root.Subcommands.Add(DetectCommand.Create(terminal));
        root.Subcommands.Add(KbCommand.Create(terminal));
        root.Subcommands.Add(EvaluateCommand.Create(terminal));
        root.Subcommands.Add(TrainCommand.Create(terminal));
        return root;
    }

    private static IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().SelectMany(Path).Append(command is RootCommand ? "" : command.Name + " ").Where(p => p.Length > 0);
}
