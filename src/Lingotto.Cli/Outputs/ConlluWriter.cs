using Lingotto.Automotive;

namespace Lingotto.Cli.Outputs;

/// <summary>The sentences in CoNLL-U, a document comment before each article.</summary>
internal sealed class ConlluWriter(TextWriter output, bool leaveOpen) : IAnalysisWriter
{
    public void Write(AnalyzedArticle article)
    {
        if (article.Document is not { } document) return;
        Conllu.Write(output, document, article.Analysis.Id);
    }

    public void Dispose()
    {
        output.Flush();
        if (!leaveOpen) output.Dispose();
    }
}
