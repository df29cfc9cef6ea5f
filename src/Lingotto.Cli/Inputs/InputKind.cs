namespace Lingotto.Cli.Inputs;

/// <summary>How an input is written.</summary>
internal enum InputKind
{
    Text,
    Jsonl,
    Html,
}

internal static class InputKinds
{
    public static InputKind? ByExtension(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => InputKind.Text,
        ".jsonl" or ".ndjson" => InputKind.Jsonl,
        ".html" or ".htm" or ".xhtml" => InputKind.Html,
        _ => null,
    };
}
