namespace Lingotto;

/// <summary>A corpus file is malformed.</summary>
public sealed class CorpusFormatException : Exception
{
    /// <summary>Names the file, the line (from 1) and the problem.</summary>
    public CorpusFormatException(string file, int line, string problem)
        : base($"{file}:{line}: {problem}")
    {
        File = file;
        Line = line;
    }

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Number of the line, from 1.</summary>
    public int Line { get; }
}
