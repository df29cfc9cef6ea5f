using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Lingotto.Automotive;

/// <summary>Metrics and traces by System.Diagnostics, under the name <c>Lingotto</c>.</summary>
internal static partial class Telemetry
{
    private static readonly Meter Meter = new("Lingotto", "1");

    public static ActivitySource Source { get; } = new("Lingotto", "1");

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("lingotto.articles", "{article}", "Articles analysed, by language.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("lingotto.articles.failed", "{article}", "Articles that could not be analysed.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("lingotto.analysis.duration", "s", "Time to analyse an article.");
    private static readonly Histogram<int> Tokens = Meter.CreateHistogram<int>("lingotto.analysis.tokens", "{token}", "Tokens of an article.");

    public static void Analyzed(string language, int tokens, long started)
    {
        var tag = new KeyValuePair<string, object?>("language", language);
        Articles.Add(1, tag);
        if (Tokens.Enabled) Tokens.Record(tokens, tag);
        if (Duration.Enabled) Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tag);
    }

    public static void Failed(ILogger logger, string? id, Exception exception)
    {
        Failures.Add(1);
        ArticleFailed(logger, id ?? "(no id)", exception);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Article {Id} could not be analysed")]
    private static partial void ArticleFailed(ILogger logger, string id, Exception exception);
}
