using System.Text;
using Lingotto.Cli;

namespace Lingotto.Automotive.Tests.Cli;

/// <summary>Runs the command line in this process.</summary>
internal static class Tool
{
    public static Task<(int Code, string Output, string Errors)> Run(params string[] arguments) => RunWithInput("", arguments);

    public static async Task<(int Code, string Output, string Errors)> RunWithInput(string input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        int code;
        using (var terminal = new Terminal(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, errors)) code = await Program.Run(arguments, terminal);
        return (code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(errors.ToArray()));
    }
}
