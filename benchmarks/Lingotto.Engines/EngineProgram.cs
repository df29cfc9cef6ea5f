namespace Lingotto.Engines;

/// <summary>The command line of a comparison: <c>--data FOLDER [--output FILE]</c>.</summary>
public static class EngineProgram
{
    /// <summary>Runs the comparison of the given engines, the built-in one last; or, for <see cref="PeakMemory"/>, one of them.</summary>
    public static int Run(string[] args, IReadOnlyList<(string Name, Func<IEngine> Open)> engines)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(engines);
        IReadOnlyList<(string Name, Func<IEngine> Open)> all = [.. engines, ("Lingotto", () => new BuiltInEngine())];
        if (args is [PeakMemory.Option, var name, var folder])
        {
            PeakMemory.Print(all.Single(e => e.Name == name).Open(), folder, Console.Out);
            return 0;
        }

        if (Arguments.Value(args, "--data") is not { } data || !Directory.Exists(data))
        {
            Console.Error.WriteLine("--data takes the folder that holds ud, ner and langid.");
            return 2;
        }

        using TextWriter output = Arguments.Value(args, "--output") is { } file ? new StreamWriter(file) { NewLine = "\n" } : Console.Out;
        new EngineComparison([.. all.Select(e => e.Open())], data, output).Run();
        return 0;
    }
}
