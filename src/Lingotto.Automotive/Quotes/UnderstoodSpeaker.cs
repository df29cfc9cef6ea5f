using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>Who spoke last, and who speaks where the subject is understood. Not safe for concurrent use.</summary>
internal sealed class UnderstoodSpeaker(LexemeList l, SpeakerMentions who)
{
    private const int UnderstoodReach = 6;

    /// <summary>Who spoke last; null where nobody has.</summary>
    public string? Last { get; private set; }

    /// <summary>Offset after the last words that somebody spoke.</summary>
    public int LastEnd { get; private set; }

    public void Remember(string speaker, int end) => (Last, LastEnd) = (speaker, end);

    /// <summary>The subject is understood or a pronoun: the first person of the sentence before, else who spoke last.</summary>
    public string? Understood(int before)
    {
        int end = l.IndexFrom(before - 1), i = end - 1;
        for (int sentences = 0; i >= 0 && sentences < UnderstoodReach; i--)
        {
            bool border = i == 0 || l[i].StartsLine || l.EndsSentence(i - 1);
            if (!border) continue;
            if ((who.FirstSubject(l[i].Start, before) ?? who.FirstPersonOutsideQuotes(l[i].Start, before)) is { } person) return person;
            if (l[i].StartsLine && (Last is not null && l[i].Start <= LastEnd)) break;
            sentences++;
        }

        return Last ?? who.LastPerson(before);
    }
}
