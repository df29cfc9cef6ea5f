using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>Which persons, organizations and holders of titles stand in a part of the text. Immutable.</summary>
internal sealed class SpeakerMentions(LexemeList l, MentionIndex mentions, QuoteLayout layout, RoleHolders holders)
{
    public string? First(int start, int end, Func<MentionAt, bool> fits)
    {
        for (int m = mentions.FirstFrom(start); m < mentions.All.Count && mentions.All[m].End <= end; m++)
        {
            if (fits(mentions.All[m])) return mentions.All[m].Id;
        }

        return null;
    }

    public string? Person(int start, int end) => First(start, end, m => m.IsPerson);

    public string? FirstPersonOutsideQuotes(int start, int end) => First(start, end, m => m.IsPerson && !layout.IsQuoted(m.Start));

    /// <summary>The first person that no preposition governs: not <c>X</c> in <c>l’incontro con il ministro X</c>.</summary>
    public string? FirstSubject(int start, int end)
    {
        for (int m = mentions.FirstFrom(start); m < mentions.All.Count && mentions.All[m].End <= end; m++)
        {
            if (mentions.All[m].IsPerson && !layout.IsQuoted(mentions.All[m].Start) && !IsGoverned(m)) return mentions.All[m].Id;
        }

        return null;
    }

    /// <summary>Whether a preposition stands before a mention, past its title and article.</summary>
    public bool IsGoverned(int mention)
    {
        int i = l.IndexFrom(mentions.All[mention].Start) - 1;
        if (mention > 0 && mentions.All[mention - 1] is { IsRole: true } title && l.IndexFrom(title.End) == i + 1) i = l.IndexFrom(title.Start) - 1;
        if (l.Is(i, WordClass.Article)) i--;
        return i >= 0 && !l.StartsLine(i + 1) && l.Is(i, UnitClass.Governs);
    }

    public string? NearestPerson(int start, int end)
    {
        string? nearest = null;
        for (int m = mentions.FirstFrom(start); m < mentions.All.Count && mentions.All[m].End <= end; m++)
        {
            if (mentions.All[m].IsPerson) nearest = mentions.All[m].Id;
        }

        return nearest;
    }

    public string? LastPerson(int before)
    {
        for (int m = mentions.FirstFrom(before) - 1; m >= 0; m--)
        {
            if (mentions.All[m].IsPerson) return mentions.All[m].Id;
        }

        return null;
    }

    public string? OnlyPersonOfSentence(int end)
    {
        int i = end - 1;
        while (i > 0 && !l[i].StartsLine && !l.EndsSentence(i - 1)) i--;
        string? first = Person(l[i].Start, l[end - 1].End);
        return first == NearestPerson(l[i].Start, l[end - 1].End) ? first : null;
    }

    public string? Organization(int start, int end) => First(start, end, m => m.IsOrganization);

    /// <summary>The first organization of the nearest sentence before that has one, within the paragraph; else the last one before.</summary>
    public string? LastOrganization(int before)
    {
        for (int i = l.IndexFrom(before - 1) - 1; i >= 0; i--)
        {
            if (i > 0 && !l[i].StartsLine && !l.EndsSentence(i - 1)) continue;
            if (Organization(l[i].Start, before) is { } organization) return organization;
            if (l[i].StartsLine) break;
        }

        for (int m = mentions.FirstFrom(before) - 1; m >= 0; m--)
        {
            if (mentions.All[m].IsOrganization) return mentions.All[m].Id;
        }

        return null;
    }

    public string? Role(int start, int end)
    {
        for (int m = mentions.FirstFrom(start); m < mentions.All.Count && mentions.All[m].End <= end; m++)
        {
            if (mentions.All[m].IsRole && holders.Of(m) is { } holder) return holder;
        }

        return null;
    }

    public bool StartsMention(int lexeme)
    {
        int m = mentions.FirstFrom(l[lexeme].Start);
        return m < mentions.All.Count && mentions.All[m].Start <= l[lexeme].Start + 4 && !mentions.All[m].IsPlace;
    }

    public bool IsInMention(int offset)
    {
        for (int m = Math.Max(0, mentions.FirstFrom(offset + 1) - 1); m >= 0 && m < mentions.All.Count; m--)
        {
            if (mentions.All[m].End <= offset) return false;
            if (mentions.All[m].Start <= offset) return true;
        }

        return false;
    }
}
