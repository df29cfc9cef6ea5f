using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Lingotto.Automotive;
using Lingotto.Cli.Commands;

namespace Lingotto.Cli;

/// <summary>The entry of the <c>lingotto</c> tool.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var terminal = Terminal.OfProcess();
        return await Run(args, terminal);
    }

    /// <summary>Runs the tool on given streams.</summary>
    internal static async Task<int> Run(string[] args, Terminal terminal)
    {
        var pipeline = new Lazy<AutomotivePipeline>(AutomotivePipeline.CreateDefault);
        Task warm = args is ["analyze", _, ..] ? pipeline.Value.WarmUp() : Task.CompletedTask;   // while the command line is still read
        ParseResult parsed = Root(args, terminal, pipeline, warm).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpText)
        {
            foreach (ParseError error in parsed.Errors) terminal.Error(error.Message);
            terminal.Error($"'lingotto {string.Concat(Names(parsed.CommandResult.Command))}--help' shows what it takes.");
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
        catch (IOException e) when (Problem.IsBrokenPipe(e))
        {
            return ExitCode.Success;   // the reader, such as head, has had enough
        }
    }

    private static RootCommand Root(string[] args, Terminal terminal, Lazy<AutomotivePipeline> pipeline, Task warm)
    {
        var root = new RootCommand("Reads Italian and English news about the car industry as typed objects: linked entities, times, quantities, affiliations, quotes, events.");
        (string Name, Func<Command> Create)[] commands =
        [
            ("analyze", () => AnalyzeCommand.Create(terminal, pipeline, warm)), ("detect", () => DetectCommand.Create(terminal)), ("explain", () => ExplainCommand.Create(terminal)),
            ("kb", () => KbCommand.Create(terminal)), ("frames", () => FramesCommand.Create(terminal)), ("evaluate", () => EvaluateCommand.Create(terminal)),
            ("benchmark", () => BenchmarkCommand.Create(terminal)), ("train", () => TrainCommand.Create(terminal)),
        ];
        bool isNamed = args.Length > 0 && commands.Any(c => c.Name == args[0]);   // the others are then not asked for, and a start is quicker without them
        foreach ((string name, Func<Command> create) in commands)
        {
            if (!isNamed || name == args[0]) root.Subcommands.Add(create());
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpText((HelpAction)help.Action!);
        return root;
    }

    private static IEnumerable<string> Names(Command command) =>
        command is RootCommand ? [] : command.Parents.OfType<Command>().SelectMany(Names).Append(command.Name + " ");
}
