using Lingotto.Automotive;

namespace Lingotto.Cli.Outputs;

/// <summary>Writes analyses one after another.</summary>
internal interface IAnalysisWriter : IDisposable
{
    /// <summary>Writes one analysis.</summary>
    void Write(AnalyzedArticle article);
}
