using System.Buffers;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Cli.Outputs;

/// <summary>One compact JSON object a line (<c>analysis/1</c>).</summary>
internal sealed class JsonLinesWriter(Stream output, bool leaveOpen) : IAnalysisWriter
{
    private const int LargestKept = 1 << 20;
    private ArrayBufferWriter<byte> _buffer = new(1 << 14);

    public void Write(AnalyzedArticle article)
    {
        AnalysisJson.Write(_buffer, article.Analysis);
        _buffer.Write("\n"u8);
        output.Write(_buffer.WrittenSpan);
        output.Flush();
        if (_buffer.Capacity > LargestKept) _buffer = new ArrayBufferWriter<byte>(1 << 14);
        else _buffer.ResetWrittenCount();
    }

    public void Dispose()
    {
        if (!leaveOpen) output.Dispose();
    }
}
