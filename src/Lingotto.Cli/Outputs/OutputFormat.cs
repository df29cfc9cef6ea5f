using Lingotto.Automotive;

namespace Lingotto.Cli.Outputs;

/// <summary>How analyses are written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Conllu,
}

internal static class OutputFormats
{
    /// <summary>A writer to a file, or to standard output where no path is given.</summary>
    public static IAnalysisWriter Create(OutputFormat format, string? path, Terminal terminal, KnowledgeBase knowledge) => format switch
    {
        OutputFormat.Json => new JsonLinesWriter(path is null ? terminal.OutputStream : OpenFile(path), leaveOpen: path is null),
        OutputFormat.Conllu => new ConlluWriter(Text(path, terminal), leaveOpen: path is null),
        _ => new TableWriter(Text(path, terminal), knowledge, path is null ? terminal.Width : 100, isPlain: path is not null || terminal.IsOutputRedirected, leaveOpen: path is null),
    };

    private static TextWriter Text(string? path, Terminal terminal) => path is null ? terminal.Out : new StreamWriter(OpenFile(path)) { NewLine = "\n" };

    private static FileStream OpenFile(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } directory) Directory.CreateDirectory(directory);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
    }
}
