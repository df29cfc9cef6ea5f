using Lingotto.Automotive;
using Lingotto.Cli.Outputs.Html;

namespace Lingotto.Cli.Outputs;

/// <summary>How analyses are written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Conllu,
    Html,
    Csv,
    Tsv,
    Brat,
    JsonLd,
}

/// <summary>Where analyses go.</summary>
/// <param name="Format">How they are written.</param>
/// <param name="Path">The file or, for brat, the directory; null for standard output.</param>
/// <param name="Table">Which table CSV and TSV hold.</param>
internal sealed record OutputOptions(OutputFormat Format, string? Path, ExportTable Table)
{
    /// <summary>A writer to the file, or to standard output.</summary>
    /// <exception cref="UsageException">The format needs a path.</exception>
    public IAnalysisWriter Open(Terminal terminal, KnowledgeBase knowledge)
    {
        bool leaveOpen = Path is null;
        return Format switch
        {
            OutputFormat.Json => new JsonLinesWriter(Bytes(terminal), leaveOpen),
            OutputFormat.JsonLd => new JsonLdWriter(Bytes(terminal), leaveOpen),
            OutputFormat.Conllu => new ConlluWriter(Text(terminal), leaveOpen),
            OutputFormat.Html => new HtmlReportWriter(Text(terminal), knowledge, leaveOpen),
            OutputFormat.Csv => new DelimitedWriter(Text(terminal), Table, isTsv: false, leaveOpen),
            OutputFormat.Tsv => new DelimitedWriter(Text(terminal), Table, isTsv: true, leaveOpen),
            OutputFormat.Brat => new BratWriter(Path ?? throw new UsageException("brat writes two files an article: give a directory with --output PATH.")),
            _ => OpenTable(terminal, knowledge, leaveOpen),
        };
    }

    /// <summary>Loads on another thread, after a given task, what the format needs: tables come from a large library, and a person who waits for one article would feel it.</summary>
    public void WarmUp(Task after)
    {
        if (Format == OutputFormat.Table) after.ContinueWith(_ => TableWriter.WarmUp(), TaskScheduler.Default);
    }

    // Apart, so that the libraries behind tables are loaded where a table is asked for.
    private TableWriter OpenTable(Terminal terminal, KnowledgeBase knowledge, bool leaveOpen) =>
        new(Text(terminal), knowledge, leaveOpen ? terminal.Width : 100, isPlain: !leaveOpen || terminal.IsOutputRedirected, leaveOpen);

    private Stream Bytes(Terminal terminal) => Path is null ? terminal.OutputStream : OpenFile(Path);

    private TextWriter Text(Terminal terminal) => Path is null ? terminal.Out : new StreamWriter(OpenFile(Path)) { NewLine = "\n" };

    private static FileStream OpenFile(string path)
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } directory) Directory.CreateDirectory(directory);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
    }
}
