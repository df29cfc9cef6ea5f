using System.Diagnostics;
using Lingotto.Automotive;
using Lingotto.Cli.Inputs;
using Lingotto.Cli.Outputs;
using Lingotto.Domain;

namespace Lingotto.Cli.Commands;

/// <summary>One run of <c>analyze</c>: reads, analyses on all processors, writes in order, and says what went wrong.</summary>
internal sealed class AnalyzeRun(Terminal terminal, AutomotivePipeline pipeline, ArticleReader reader, bool includeText)
{
    private const int ManyFiles = 20;
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(2);
    private int _failed;

    public Task<int> Execute(IReadOnlyList<InputFile> files, Func<IAnalysisWriter> open, int threads, CancellationToken cancellation) =>
        files is [{ Kind: not InputKind.Jsonl } file] ? Task.FromResult(ExecuteOne(file, open, cancellation)) : ExecuteMany(files, open, threads, cancellation);

    /// <summary>One article without the machinery of streams, which a person who waits for it would feel.</summary>
    private int ExecuteOne(InputFile file, Func<IAnalysisWriter> open, CancellationToken cancellation)
    {
        if (reader.ReadWhole(file) is not { } article) return ExitCode.Failure;
        AnalyzedArticle read = Analyze(article, cancellation);
        using IAnalysisWriter writer = open();
        writer.Write(read);
        return _failed > 0 ? ExitCode.Failure : ExitCode.Success;
    }

    private async Task<int> ExecuteMany(IReadOnlyList<InputFile> files, Func<IAnalysisWriter> open, int threads, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp(), shown = started;
        int count = 0;
        bool showProgress = files.Count >= ManyFiles;
        using (IAnalysisWriter writer = open())
        {
            IAsyncEnumerable<AnalyzedArticle> articles = OrderedStream.Select(reader.Read(files, cancellation), article => Analyze(article, cancellation), threads, cancellation);
            await foreach (AnalyzedArticle article in articles)
            {
                writer.Write(article);
                count++;
                if (!showProgress || Stopwatch.GetElapsedTime(shown) < ProgressInterval) continue;
                shown = Stopwatch.GetTimestamp();
                terminal.Progress($"{count} articles, {count / Stopwatch.GetElapsedTime(started).TotalSeconds:F0} a second");
            }
        }

        if (showProgress) terminal.Progress($"{count} articles in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s" + (terminal.IsErrorRedirected ? "" : "\n"));
        return reader.BadCount + _failed > 0 ? ExitCode.Failure : ExitCode.Success;
    }

    private AnalyzedArticle Analyze(InputArticle input, CancellationToken cancellation)
    {
        try
        {
            AnalyzedArticle read = pipeline.Read(input.Article, cancellation);
            if (read.Document is null)
            {
                terminal.Error(read.Analysis.Language == "und"
                    ? $"{input.Article.Id}: its language could not be determined; not analysed. Say --language it or en to analyse it all the same."
                    : $"{input.Article.Id}: written in '{read.Analysis.Language}', neither Italian nor English; not analysed.");
            }

            return includeText || input.IsExtracted ? read.With(read.Analysis with { Text = input.Article.Text }) : read;
        }
        catch (Exception e) when (e is not OperationCanceledException && Problem.Message(e) is null)
        {
            Interlocked.Increment(ref _failed);
            terminal.Error($"{input.Article.Id}: {e.GetType().Name}: {e.Message}");
            return AnalyzedArticle.Failed(input.Article, e);
        }
    }
}
