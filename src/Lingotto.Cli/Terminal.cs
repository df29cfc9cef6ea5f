using System.Text;

namespace Lingotto.Cli;

/// <summary>Standard output for results and nothing else, standard error for everything else. UTF-8 without byte order mark, lines end with \n.</summary>
internal sealed class Terminal : IDisposable
{
    private const int BufferSize = 1 << 16, RedirectedWidth = 80;
    private readonly Stream _input, _output;
    private readonly Lazy<StreamWriter> _out;
    private readonly StreamWriter _error;

    public Terminal(Stream input, Stream output, Stream error)
    {
        _input = input;
        _output = output;
        _out = new(() => new StreamWriter(_output, new UTF8Encoding(false), BufferSize, leaveOpen: true) { NewLine = "\n" });
        _error = new StreamWriter(error, new UTF8Encoding(false), -1, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>The process's own streams.</summary>
    public static Terminal OfProcess() => new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError())
    {
        IsOutputRedirected = Console.IsOutputRedirected,
        IsErrorRedirected = Console.IsErrorRedirected,
    };

    public bool IsOutputRedirected { get; init; } = true;

    public bool IsErrorRedirected { get; init; } = true;

    public Stream Input => _input;

    public TextWriter Out => _out.Value;

    public TextWriter ErrorWriter => _error;

    /// <summary>The bytes of standard output, for writers that encode themselves.</summary>
    public Stream OutputStream
    {
        get
        {
            if (_out.IsValueCreated) _out.Value.Flush();
            return _output;
        }
    }

    public int Width => IsOutputRedirected ? RedirectedWidth : Math.Clamp(WindowWidth(), 60, 140);

    public void Error(string message)
    {
        lock (_error) _error.WriteLine("lingotto: " + message);
    }

    public void Progress(string line)
    {
        lock (_error) _error.Write(IsErrorRedirected ? line + "\n" : "\r" + line.PadRight(60));
    }

    public void Dispose()
    {
        try
        {
            if (_out.IsValueCreated) _out.Value.Flush();
            _output.Flush();
        }
        catch (IOException)
        {
            // The reader of a pipe has gone: what was left unwritten is lost on purpose.
        }

        _error.Flush();
    }

    private static int WindowWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return RedirectedWidth;
        }
    }
}
