namespace Lingotto.Engines;

/// <summary>Reads the options of the measuring programs.</summary>
public static class Arguments
{
    /// <summary>What follows an option; null where the option is absent, or nothing follows but another.</summary>
    public static string? Value(string[] args, string option)
    {
        ArgumentNullException.ThrowIfNull(args);
        int at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length && !args[at + 1].StartsWith('-') ? args[at + 1] : null;
    }
}
