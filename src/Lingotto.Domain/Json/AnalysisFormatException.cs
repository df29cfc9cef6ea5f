namespace Lingotto.Domain;

/// <summary>A JSON text is no analysis of a schema that this library reads.</summary>
public sealed class AnalysisFormatException : Exception
{
    /// <summary>Says what was expected and what was found.</summary>
    public AnalysisFormatException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
