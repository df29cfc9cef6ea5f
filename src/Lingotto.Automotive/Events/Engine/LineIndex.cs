namespace Lingotto.Automotive;

/// <summary>What a line of the text looks like.</summary>
internal enum LineShape : byte { Prose, Title, Heading, Bullet, Row, TableHeader }

/// <summary>The lines of an article: which words they hold, which are rows of a table, and which line is a row's caption.</summary>
internal sealed class LineIndex
{
    private const int MaximumRowWords = 40;
    private const int MaximumCaptionWords = 24;
    private const int MaximumCaptionDistance = 4;
    private const int MaximumDatelineLine = 6;
    private const int MaximumDatelineWords = 16;

    private readonly EventText _text;
    private readonly List<int> _firstWord = [];

    private LineIndex(EventText text) => _text = text;

    public int[] OfWord { get; private set; } = [];
    public LineShape[] Shape { get; private set; } = [];

    /// <summary>For a row, the first row of its table; -1 for other lines.</summary>
    public int[] FirstRow { get; private set; } = [];

    /// <summary>First word after the article's dateline (<c>TURIN, June 3 (Agency) –</c>), 0 where it has none.</summary>
    public int DatelineEnd { get; private set; }

    public int Count => _firstWord.Count;

    public int FirstWord(int line) => _firstWord[line];

    public int EndWord(int line) => line + 1 < _firstWord.Count ? _firstWord[line + 1] : _text.Count;

    public static LineIndex Build(EventText text)
    {
        var index = new LineIndex(text);
        index.Read();
        return index;
    }

    /// <summary>The rows of the table that a line stands over as caption, from first to last; empty where it is no caption.</summary>
    public (int First, int End) RowsUnder(int line)
    {
        if (EndWord(line) - FirstWord(line) > MaximumCaptionWords || Shape[line] == LineShape.Row || EndsSentence(line)) return (0, 0);
        for (int row = line + 1; row < Count && row <= line + MaximumCaptionDistance; row++)
        {
            if (Shape[row] is LineShape.Prose or LineShape.Bullet or LineShape.Title) return (0, 0);
            if (Shape[row] != LineShape.Row) continue;
            int end = row;
            while (end < Count && Shape[end] is LineShape.Row or LineShape.TableHeader) end++;
            while (end > row && Shape[end - 1] != LineShape.Row) end--;
            return end - row >= 2 ? (row, end) : (0, 0);
        }

        return (0, 0);
    }

    private bool EndsSentence(int line) => _text.Document.Text[_text.End(EndWord(line) - 1) - 1] is '.' or '!' or '?';

    private void Read()
    {
        OfWord = new int[_text.Count];
        string text = _text.Document.Text;
        int previousEnd = 0;
        for (int word = 0; word < _text.Count; word++)
        {
            int start = _text.Start(word);
            if (word == 0 || (start > previousEnd && text.AsSpan(previousEnd, start - previousEnd).Contains('\n'))) _firstWord.Add(word);
            OfWord[word] = _firstWord.Count - 1;
            previousEnd = Math.Max(previousEnd, _text.End(word));
        }

        DatelineEnd = FindDateline();
        Shape = new LineShape[Count];
        FirstRow = new int[Count];
        for (int line = 0; line < Count; line++)
        {
            Shape[line] = ShapeOf(line, text);
            FirstRow[line] = Shape[line] != LineShape.Row ? -1 : line > 0 && FirstRow[line - 1] >= 0 ? FirstRow[line - 1] : line;
        }
    }

    // A place, then names, dates, numbers and marks up to a dash, at the beginning of one of the first lines that are no heading.
    private int FindDateline()
    {
        for (int line = 0; line < Math.Min(Count, MaximumDatelineLine); line++)
        {
            int first = FirstWord(line), end = Math.Min(EndWord(line), first + MaximumDatelineWords), place = _text.Fillers.OfWord[first];
            if (EndWord(line) - first <= MaximumDatelineWords || place < 0 || _text.Fillers.Fillers[place].Kind != FillerKind.Place) continue;
            for (int word = first; word < end; word++)
            {
                ReadOnlySpan<char> form = _text.Document.FormSpan(word);
                if (word > first && form is "-" or "–" or "—" or "--") return word + 1;
                bool belongs = _text.Fillers.OfWord[word] >= 0 || !char.IsLetter(form[0]) || char.IsUpper(form[0]);
                if (!belongs) break;
            }
        }

        return 0;
    }

    private LineShape ShapeOf(int line, string text)
    {
        int first = FirstWord(line), end = EndWord(line), start = _text.Start(first), stop = _text.End(end - 1);
        ReadOnlySpan<char> content = text.AsSpan(start, stop - start);
        int words = end - first;
        if (words <= MaximumRowWords && Cells(content) >= 2) return HoldsQuantity(first, end) ? LineShape.Row : LineShape.TableHeader;
        if (line == 0) return LineShape.Title;
        if (content[0] is '-' or '–' or '•' or '*' or '>' or '►' or '■' or '→' or '·' or '▪' or '.' || (words > 1 && char.IsAsciiDigit(content[0]) && content.Length > 1 && content[1] is '.' or ')')) return LineShape.Bullet;
        return words <= 12 && content[^1] is not ('.' or '!' or '?' or ';') ? LineShape.Heading : LineShape.Prose;
    }

    private bool HoldsQuantity(int first, int end)
    {
        for (int word = first; word < end; word++)
        {
            int filler = _text.Fillers.OfWord[word];
            if (filler >= 0 && _text.Fillers.Fillers[filler].Kind == FillerKind.Quantity) return true;
        }

        return false;
    }

    // Cells are parted by bars, tabs, semicolons with spaces before, runs of two spaces or runs of dots.
    private static int Cells(ReadOnlySpan<char> line)
    {
        int cells = 1;
        bool content = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            bool separates = c is '|' or '\t'
                || (c == ';' && i > 0 && line[i - 1] == ' ')
                || (c == ' ' && i + 1 < line.Length && line[i + 1] == ' ')
                || (c == '.' && i + 2 < line.Length && line[i + 1] == '.' && line[i + 2] == '.');
            if (separates && content) cells++;
            if (separates) content = false;
            else if (char.IsLetterOrDigit(c)) content = true;
        }

        return content ? cells : cells - 1;
    }
}
