using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>How the quotations of one article lie among its sentences, lines and paragraphs. Immutable.</summary>
internal sealed class QuoteLayout(LexemeList l, IReadOnlyList<TextSpan> quotes)
{
    private const int NameWord = 3;
    private const int HeaderReach = 600;
    private const int HeaderLength = 120;

    /// <summary>Whether an offset lies in a quotation. Logarithmic: quotations are in order and do not overlap.</summary>
    public bool IsQuoted(int offset)
    {
        int low = 0, high = quotes.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (quotes[middle].Start <= offset) low = middle + 1;
            else high = middle;
        }

        return low > 0 && quotes[low - 1].Contains(offset);
    }

    public bool HasSymbol(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (l[i].Kind == LexemeKind.Symbol && l[i].Symbol != '\'') return true;
        }

        return false;
    }

    public bool Has(UnitClass unitClass, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (l.Is(i, unitClass)) return true;
        }

        return false;
    }

    public int ClauseEnd(int first, int quoteEnd)
    {
        int i = first;
        if (l.StartsLine(i) || l.Text.AsSpan(quoteEnd, Math.Max(0, Math.Min(l[i].Start, l.Text.Length) - quoteEnd)).Contains('\n')) return first;
        while (i < l.Count && i < first + 40)
        {
            if (i > first && l.StartsLine(i)) break;
            if (l[i].Kind == LexemeKind.Symbol && l[i].Symbol is '"' or '“' or '«' or '”' or '»') break;
            if (l.EndsSentence(i)) return i + (i == first ? 0 : 1);
            i++;
        }

        return i;
    }

    public int ClauseStart(int start, int end)
    {
        for (int i = end - 1; i > start; i--)
        {
            if (l.IsSymbol(i, ';')) return l[i].End;
        }

        return l[start].Start;
    }

    /// <summary>Start of the sentence that leads to a quotation; the quotation before is skipped, not a border.</summary>
    public int SentenceStart(int end, int quote)
    {
        if (end > 0 && l.EndsSentence(end - 1) && !l.IsSymbol(end - 1, ':')) return end;
        int floor = quote > 0 ? quotes[quote - 1].End : -1, i = end - 1;
        for (; i >= 0 && i > end - 60; i--)
        {
            if (l[i].Start < floor + 1) return i + 1;
            if (i < end - 1 && l.EndsSentence(i)) return i + 1;
            if (l.StartsLine(i)) return i;
        }

        return Math.Max(0, i + 1);
    }

    public int SentenceEnds(int from, int end)
    {
        int ends = 0;
        for (int i = l.IndexFrom(from + 1); i < end; i++)
        {
            if (l.EndsSentence(i)) ends++;
        }

        return ends;
    }

    public bool StartsSentence(int offset)
    {
        int i = l.IndexFrom(offset);
        if (l.Is(i - 1, WordClass.Article) && !l.StartsLine(i)) i--;
        return l.StartsLine(i) || l.EndsSentence(i - 1);
    }

    public bool IsSentenceStart(TextSpan span)
    {
        int i = l.IndexFrom(span.Start - 1);
        return char.IsUpper(l.Text[span.Start]) && (l.StartsLine(i) || l.EndsSentence(i - 1));
    }

    /// <summary>Whether the words are the name of the thing before them: <c>the campaign “Open Doors”</c>.</summary>
    public bool IsTitleOfSomething(TextSpan span)
    {
        int first = l.IndexFrom(span.Start), end = l.IndexFrom(span.End), thing = l.IndexFrom(span.Start - 1) - 1;
        if (!l.IsWord(thing) || l[thing].Length <= NameWord || l.Is(thing, UnitClass.Reporting | UnitClass.Preposition) || l.IsSymbol(end - 1, '.') || l.IsSymbol(end - 1, ',')) return false;
        int capitals = 0;
        for (int i = first; i < end; i++)
        {
            if (l.IsWord(i) && l[i].IsCapitalized) capitals++;
            else if (l.IsWord(i) && l[i].Length > NameWord) return false;
        }

        return capitals > 1;
    }

    /// <summary>Whether the line before the words is a question.</summary>
    public bool FollowsQuestion(TextSpan span) => l.Text.AsSpan(0, Math.Max(0, span.Start - 1)).TrimEnd() is [.., '?'];

    public bool IsTitleLike(TextSpan span) => span.Length < 8;

    public bool IsWholeParagraph(TextSpan span)
    {
        int open = span.Start - 1, close = span.End;
        while (open > 0 && l.Text[open - 1] is ' ' or '\t') open--;
        while (close < l.Text.Length && l.Text[close] is not '\n' && !char.IsLetterOrDigit(l.Text[close])) close++;
        return (open <= 0 || l.Text[open - 1] == '\n') && (close >= l.Text.Length || l.Text[close] == '\n');
    }

    public bool IsHeadline(TextSpan span) => !l.Text.AsSpan(0, span.Start).Contains('\n');

    public bool IsHeadlineEnd(int offset) => !l.Text.AsSpan(0, offset).Contains('\n');

    public bool HasLineBreak(int start, int end) => l.Text.AsSpan(start, Math.Max(0, end - start)).Contains('\n');

    public bool IsQuestion(int offset)
    {
        int end = l.Text.IndexOf('\n', offset);
        ReadOnlySpan<char> line = l.Text.AsSpan(offset, (end < 0 ? l.Text.Length : end) - offset).TrimEnd();
        return line.Length > 0 && line[^1] == '?';
    }

    /// <summary>Whether an offset lies in a short line without an end near the beginning, but for the headline: a byline, a date line.</summary>
    public bool IsHeaderLine(int offset)
    {
        if (offset > HeaderReach || IsHeadlineEnd(offset) || LineLength(offset) > HeaderLength) return false;
        int end = l.Text.IndexOf('\n', offset);
        ReadOnlySpan<char> line = l.Text.AsSpan(offset, (end < 0 ? l.Text.Length : end) - offset).TrimEnd();
        return line.Length > 0 && line[^1] is not ('.' or '!' or '?' or ':' or '"' or '”' or '»');
    }

    public int LineLength(int offset)
    {
        int end = l.Text.IndexOf('\n', offset), start = offset == 0 ? -1 : l.Text.LastIndexOf('\n', offset - 1);
        return (end < 0 ? l.Text.Length : end) - start;
    }
}
