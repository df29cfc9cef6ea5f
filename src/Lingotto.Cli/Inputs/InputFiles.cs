namespace Lingotto.Cli.Inputs;

/// <summary>One thing to read: a file, or standard input.</summary>
/// <param name="Path">The path, <c>-</c> for standard input.</param>
/// <param name="Id">The name of its article where the content gives none.</param>
/// <param name="Kind">How it is written.</param>
internal sealed record InputFile(string Path, string Id, InputKind Kind)
{
    public bool IsStandardInput => Path == "-";
}

/// <summary>Turns the arguments of a command into files: directories recursively, in ordinal order of path.</summary>
internal static class InputFiles
{
    /// <exception cref="UsageException">An argument is no file and no directory, or a directory holds nothing to read.</exception>
    public static IReadOnlyList<InputFile> Find(IReadOnlyList<string> arguments, InputKind? kind)
    {
        var files = new List<InputFile>();
        foreach (string argument in arguments)
        {
            if (argument == "-") files.Add(new InputFile("-", "stdin", kind ?? InputKind.Jsonl));
            else if (Directory.Exists(argument)) files.AddRange(InDirectory(argument, kind));
            else if (File.Exists(argument)) files.Add(new InputFile(argument, Path.GetFileNameWithoutExtension(argument), kind ?? InputKinds.ByExtension(argument) ?? InputKind.Text));
            else throw new UsageException($"There is no file or directory '{argument}'. Give a .txt, .html or .jsonl file, a directory of such, or - for standard input.");
        }

        return files;
    }

    private static List<InputFile> InDirectory(string directory, InputKind? kind)
    {
        List<InputFile> files =
        [
            .. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                .Where(f => InputKinds.ByExtension(f) is not null)
                .Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
                .Select(f => new InputFile(Path.Combine(directory, f), Path.ChangeExtension(f, null), kind ?? InputKinds.ByExtension(f)!.Value)),
        ];
        return files.Count > 0 ? files : throw new UsageException($"The directory '{directory}' holds no .txt, .html or .jsonl file.");
    }
}
