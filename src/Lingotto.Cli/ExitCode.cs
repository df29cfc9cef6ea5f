namespace Lingotto.Cli;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Some input was bad; the rest was worked on.</summary>
    public const int Failure = 1;

    /// <summary>A bad option, a missing file: nothing was done.</summary>
    public const int Usage = 2;
}

/// <summary>A mistake of the caller, with a message that says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal static class Problem
{
    /// <summary>Whether nobody reads standard output any more: there is no path in such a message.</summary>
    public static bool IsBrokenPipe(IOException exception) => exception.Message.Contains("pipe", StringComparison.OrdinalIgnoreCase);

    /// <summary>What to tell the caller of an exception that they can do something about; null for any other.</summary>
    public static string? Message(Exception exception) => exception switch
    {
        UsageException or CorpusFormatException or ModelFormatException or Domain.AnalysisFormatException => exception.Message,
        FileNotFoundException { FileName: { Length: > 0 } file } when exception.Message.Contains("model", StringComparison.Ordinal) => $"{exception.Message} Install the package with the models, or train it: lingotto train --help. ({file})",
        FileNotFoundException or DirectoryNotFoundException => $"{exception.Message} Check the path.",
        UnauthorizedAccessException => $"{exception.Message} Check that you may read or write it.",
        _ => null,
    };
}
