using System.CommandLine;
using Lingotto.Automotive;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto frames</c>: checks event frames.</summary>
internal static class FramesCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("frames", "Works on event frames.");
        var check = new Command("check", "Checks frame files and prints each problem with file and line; the built-in ones where none is given.");
        var files = new Argument<string[]>("FILE") { Description = "Frame files (.frame).", Arity = ArgumentArity.ZeroOrMore };
        check.Arguments.Add(files);
        check.SetAction(parsed =>
        {
            string[] paths = parsed.GetValue(files) ?? [];
            IReadOnlyList<FrameProblem> problems = FrameValidator.Check(paths.Length == 0 ? FrameFile.BuiltIn : [.. paths.Select(FrameFile.Read)]);
            foreach (FrameProblem problem in problems) terminal.Out.WriteLine(problem.ToString());
            if (problems.Count == 0) terminal.Error("No problem found.");
            return problems.Count == 0 ? ExitCode.Success : ExitCode.Failure;
        });
        command.Subcommands.Add(HelpText.WithExamples(check, "lingotto frames check\nlingotto frames check my-events.frame"));
        return command;
    }
}
