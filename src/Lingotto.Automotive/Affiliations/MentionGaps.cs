using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;

namespace Lingotto.Automotive.Affiliations;

/// <summary>What stands between the mentions of one article. Immutable.</summary>
internal sealed class MentionGaps(LexemeList l, MentionIndex index)
{
    private readonly AffiliationWords _words = AffiliationWords.Of(l.Document.Language);

    public IReadOnlyList<MentionAt> M => index.All;

    /// <summary>The lexemes between two mentions.</summary>
    public (int First, int End) Gap(int left, int right)
    {
        int first = l.IndexFrom(M[left].End), end = l.IndexFrom(M[right].Start);
        return (first, Math.Max(first, end));
    }

    public bool CrossesSentence(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (l.EndsSentence(i) || (i > first && l.StartsLine(i))) return true;
        }

        return l.StartsLine(end) && end > first;
    }

    public int SentenceStart(int i)
    {
        while (i > 0 && !l.StartsLine(i) && !l.EndsSentence(i - 1)) i--;
        return Math.Max(0, i);
    }

    public bool AllLinks(int first, int end)
    {
        int start = l.Is(first, WordClass.And) && end - first >= 3 && l.IsWord(first + 1) ? first + 2 : first;
        for (int i = start; i < end; i++)
        {
            bool apostrophe = l.IsSymbol(i, '\'');
            if (!apostrophe && !(l.IsWord(i) && (_words.Is("link", l.TextOf(i)) || _words.Is("generic", l.TextOf(i))))) return false;
        }

        return true;
    }

    public bool AllApposed(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            bool time = l.Is(i, WordClass.Month | WordClass.Now | WordClass.Last | WordClass.TimeUnit) || l.IsNumber(i) || l.Is(i, WordClass.Cardinal);
            if (!time && !(l.IsWord(i) && _words.Is("apposed", l.TextOf(i))) && !l.IsSymbol(i, '\'')) return false;
        }

        return true;
    }

    public bool HasAny(string wordClass, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (l.IsWord(i) && _words.Is(wordClass, l.TextOf(i))) return true;
        }

        return false;
    }

    public bool Is(string wordClass, int i) => l.IsWord(i) && _words.Is(wordClass, l.TextOf(i));

    /// <summary>Whether the lexemes are <c>'s</c>.</summary>
    public bool IsGenitive(int first, int end) => end - first is 1 or 2 && l.TextOf(end - 1) is "s" && l[first].Kind == LexemeKind.Symbol && l[first].Symbol == '\'';

    /// <summary><c>X (Y)</c>.</summary>
    public bool IsParenthesis(int person, int organization)
    {
        (int first, int end) = Gap(person, organization);
        return end - first == 1 && l.IsSymbol(first, '(');
    }
}
