using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Lingotto.Cli.Commands;

/// <summary>The help of a command, under the tool's own name, with its examples.</summary>
internal sealed class HelpText(HelpAction inner) : SynchronousCommandLineAction
{
    private static readonly Dictionary<Command, string> Examples = [];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        using var text = new StringWriter { NewLine = "\n" };
        parsed.InvocationConfiguration.Output = text;
        int code = inner.Invoke(parsed);
        parsed.InvocationConfiguration.Output = output;
        output.Write(text.ToString().Replace(RootCommand.ExecutableName, "lingotto", StringComparison.Ordinal).TrimEnd('\n') + "\n");
        if (Examples.TryGetValue(parsed.CommandResult.Command, out string? examples))
        {
            output.Write("\nExamples:\n" + string.Concat(examples.ReplaceLineEndings("\n").Split('\n').Select(l => $"  {l}\n")));
        }

        return code;
    }

    /// <summary>Gives a command examples, which its help ends with.</summary>
    public static Command WithExamples(Command command, string examples)
    {
        lock (Examples) Examples[command] = examples;
        return command;
    }
}
