using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Times;

/// <summary>The vague future: <c>un giorno</c>, <c>one day</c>, <c>in futuro</c>, <c>nei prossimi mesi</c>.</summary>
internal static class VagueGrammar
{
    public static TimeMatch? Read(LexemeList l, TimeResolver r, int i)
    {
        WordEntry entry = l[i].Entry!;
        if (entry.Is(WordClass.Next) && l.Is(i + 1, WordClass.TimeUnit) && IsPlural(l, i + 1) && !l.StartsLine(i + 1)) return new TimeMatch(i, i + 2, IsoTime.Future);
        if (entry.Is(WordClass.Cardinal | WordClass.Indefinite)) return OneDay(l, i);
        if (!entry.Is(WordClass.Future)) return null;
        bool adverbial = l.TextOf(i - 1) is "in" or "In" || (l.Is(i - 1, WordClass.Article) && l.Is(i - 2, WordClass.Of | WordClass.UntilPrep) && (!l.IsWord(i + 1) || l.Is(i + 1, WordClass.Auxiliary | WordClass.PresentClue | WordClass.FutureClue)));
        return adverbial && !l.Is(i + 1, WordClass.Of) ? new TimeMatch(i, i + 1, IsoTime.Future) : null;
    }

    private static TimeMatch? OneDay(LexemeList l, int i)
    {
        bool english = !WordTable.Of(l.Document.Language).IsItalian;
        if (!(english ? l.TextOf(i) is "one" or "One" : l.Is(i, WordClass.Indefinite)) || !l.Is(i + 1, WordClass.TimeUnit) || l[i + 1].Entry!.Value(WordClass.TimeUnit) != "D" || l.Is(i + 2, WordClass.Ago)) return null;
        bool adverbial = (l.EndsSentence(i - 1) || l.IsSymbol(i - 1, ',') || l.StartsLine(i)) && (l.IsSymbol(i + 2, ',') || TenseReader.Around(l, i, i + 2, clauseOnly: true) == Tense.Future);
        return adverbial ? new TimeMatch(i, i + 2, IsoTime.Future) : null;
    }

    private static bool IsPlural(LexemeList l, int i)
    {
        ReadOnlySpan<char> word = l.TextOf(i);
        return WordTable.Of(l.Document.Language).IsItalian ? word[^1] == 'i' || word.EndsWith("ane") || word.EndsWith("ore") || word.EndsWith("ate") : word[^1] == 's';
    }
}
