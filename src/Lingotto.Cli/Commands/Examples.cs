using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Lingotto.Cli.Commands;

/// <summary>Adds examples below the help of a command.</summary>
internal sealed class Examples(HelpAction inner, string examples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parsed)
    {
        int code = inner.Invoke(parsed);
        parsed.InvocationConfiguration.Output.WriteLine("Examples:\n" + string.Join('\n', examples.ReplaceLineEndings("\n").Split('\n').Select(l => "  " + l)) + "\n");
        return code;
    }

    public static Command Add(Command command, string examples)
    {
        var help = new HelpOption();
        help.Action = new Examples((HelpAction)help.Action!, examples);
        command.Options.Add(help);
        return command;
    }
}
