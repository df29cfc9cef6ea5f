using System.Text;

namespace Lingotto.Cli;

/// <summary>Standard output for results and nothing else, standard error for everything else. UTF-8 without byte order mark, lines end with \n.</summary>
internal sealed class Terminal : IDisposable
{
    private const int BufferSize = 1 << 16;
    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly Lazy<StreamWriter> _out;
    private readonly StreamWriter _error = new(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

    public Terminal() => _out = new(() => new StreamWriter(_output, new UTF8Encoding(false), BufferSize) { NewLine = "\n" });

    public TextWriter Out => _out.Value;

    public TextWriter ErrorWriter => _error;

    public bool IsOutputRedirected => Console.IsOutputRedirected;

    public bool IsErrorRedirected => Console.IsErrorRedirected;

    public Stream OpenInput() => Console.OpenStandardInput();

    /// <summary>The bytes of standard output, for writers that encode themselves.</summary>
    public Stream OutputStream
    {
        get
        {
            if (_out.IsValueCreated) _out.Value.Flush();
            return _output;
        }
    }

    public int Width => Console.IsOutputRedirected ? 80 : Math.Clamp(SafeWidth(), 60, 140);

    public void Error(string message)
    {
        lock (_error) _error.WriteLine("lingotto: " + message);
    }

    public void Progress(string line)
    {
        lock (_error) _error.Write(IsErrorRedirected ? line + "\n" : "\r" + line.PadRight(60));
    }

    public bool IsBrokenPipe(IOException exception) => !exception.Message.Contains('\'', StringComparison.Ordinal) && Console.IsOutputRedirected;

    public void Dispose()
    {
        try
        {
            if (_out.IsValueCreated) _out.Value.Dispose();
            _output.Dispose();
        }
        catch (IOException)
        {
            // The reader of a pipe has gone: what was left unwritten is lost on purpose.
        }

        _error.Dispose();
    }

    private static int SafeWidth()
    {
        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
