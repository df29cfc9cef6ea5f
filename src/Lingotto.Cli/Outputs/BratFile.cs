using System.Globalization;
using System.Text;

namespace Lingotto.Cli.Outputs;

/// <summary>The lines of one brat annotation file with their running numbers.</summary>
internal sealed class BratFile(string text)
{
    private readonly StringBuilder _lines = new();
    private readonly Dictionary<char, int> _counts = [];
    private readonly Dictionary<string, string> _marks = new(StringComparer.Ordinal);

    /// <summary>Adds a text-bound annotation; the first one of an id stands for it in relations and events.</summary>
    public string AddText(string type, int start, int end, string? id)
    {
        string mark = Add('T', $"{type} {Fragments(start, end)}\t{text[start..end].ReplaceLineEndings(" ").Replace('\t', ' ')}");
        if (id is not null) _marks.TryAdd(id, mark);
        return mark;
    }

    /// <summary>Adds a line, and gives its identifier.</summary>
    public string Add(char sort, string line)
    {
        int number = _counts[sort] = _counts.GetValueOrDefault(sort) + 1;
        string id = string.Create(CultureInfo.InvariantCulture, $"{sort}{number}");
        _lines.Append(id).Append('\t').Append(line).Append('\n');
        return id;
    }

    public string MarkOf(string id) => _marks[id];

    public override string ToString() => _lines.ToString();

    /// <summary>A span as brat writes it: a line end divides it into fragments.</summary>
    private string Fragments(int start, int end)
    {
        var parts = new List<string>();
        for (int at = start; at < end;)
        {
            int stop = text.IndexOfAny(['\n', '\r'], at, end - at) is var line and >= 0 ? line : end;
            if (stop > at) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{CodePoint(at)} {CodePoint(stop)}"));
            at = stop + 1;
        }

        return string.Join(';', parts);
    }

    private int CodePoint(int offset)
    {
        int pairs = 0;
        for (int i = 0; i + 1 < offset; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1])) pairs++;
        }

        return offset - pairs;
    }
}
