using Lingotto.Automotive.Lexing;
using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>Finds the verbs of saying around quotations and what belongs to them. Immutable.</summary>
internal sealed class SayingVerbs(LexemeList l, MentionIndex mentions, QuoteLayout layout, SpeakerMentions who)
{
    public int FirstReporting(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (IsReporting(i)) return i;
        }

        return -1;
    }

    public int LastReporting(int start, int end)
    {
        for (int i = end - 1; i >= start; i--)
        {
            if (IsReporting(i) || (l.Is(i, UnitClass.SourceOpen) && (i == start || l[i - 1].Kind == LexemeKind.Symbol) && !who.IsInMention(l[i].Start))) return i;
        }

        return -1;
    }

    /// <summary><c>fa sapere</c> says, <c>sapere</c> alone knows.</summary>
    private bool IsReporting(int i) => l.Is(i, UnitClass.Reporting) && !who.IsInMention(l[i].Start)
        && (!l.TextOf(i).Equals("sapere", StringComparison.Ordinal) || l.Is(i - 1, UnitClass.Causative));

    /// <summary>A verb that no table knows, with a person beside it: <c>», gongola X</c>, <c>", X quipped</c>.</summary>
    public int UnknownVerb(int first, int end, int reach)
    {
        int m = mentions.FirstFrom(l[first].Start);
        if (m >= mentions.All.Count || mentions.All[m].IsPlace || l.Is(first, UnitClass.Preposition) || l.Is(first, WordClass.And | WordClass.Of | WordClass.InArticle)) return -1;
        int person = l.IndexFrom(mentions.All[m].Start), after = l.IndexFrom(mentions.All[m].End);
        bool leads = mentions.All[m].IsPerson && person == first && after < end && l.IsWord(after) && !l[after].IsCapitalized && l[after].Entry is null or { Classes: WordClass.None };
        if (leads) return after;
        bool follows = person > first && person <= first + reach && person < end && l.IsWord(first) && !l[first].IsCapitalized && !l.Is(first, WordClass.Article) && !layout.HasSymbol(first, person);
        return follows ? first : -1;
    }

    /// <summary>Whether the sentence goes on with something else: <c>", adding that</c>, <c>», mentre X</c>.</summary>
    public bool GoesOn(int first)
    {
        ReadOnlySpan<char> word = l.TextOf(first);
        bool gerund = l.IsWord(first) && !(l.Is(first, UnitClass.SourceOpen) && l.Is(first, UnitClass.Reporting)) && word.Length > 5 && !l[first].IsCapitalized && (word.EndsWith("ing") || word.EndsWith("ando") || word.EndsWith("endo"));
        return gerund || l.Is(first, UnitClass.GoesOn);
    }

    public int RelativeClause(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (l.Is(i, UnitClass.Relative) && l.IsSymbol(i - 1, ',')) return i;
        }

        return -1;
    }

    /// <summary>Index of the relative pronoun that the verb belongs to: <c>X, che ha detto</c>; -1 where there is none.</summary>
    public int RelativeBefore(int verb, int start)
    {
        for (int i = verb - 1; i >= Math.Max(start, verb - 3); i--)
        {
            if (l.Is(i, UnitClass.Relative)) return l.IsSymbol(i - 1, ',') || !l.Is(i - 1, UnitClass.Reporting) ? i : -1;
            if (!l.Is(i, WordClass.Auxiliary | WordClass.NoVerb)) return -1;
        }

        return -1;
    }

    /// <summary>Whether the verb has a subject of its own that is no entity: <c>fa sapere la rsu</c>.</summary>
    public bool HasOtherSubject(int verb, string? except)
    {
        int article = l.Is(verb + 1, UnitClass.Reporting) ? verb + 2 : verb + 1;
        if (!l.Is(article, WordClass.Article | WordClass.Indefinite) || !l.IsWord(article + 1)) return false;
        if (l.Is(article + 1, UnitClass.Relative)) return false;
        int m = mentions.FirstFrom(l[article + 1].Start);
        bool isMention = m < mentions.All.Count && mentions.All[m].Start == l[article + 1].Start;
        if (!isMention && l.Is(article + 1, UnitClass.Pronoun)) return false;
        return !isMention || (mentions.All[m].IsRole && except is not null);
    }
}
