using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quantities;

/// <summary>Numbers that count nothing: ages, clock times, telephone and list numbers, names of models, fractions, <c>one</c>.</summary>
internal static class Exclusions
{
    public static bool Apply(LexemeList l, int i, Cardinal number) =>
        IsOne(l, i, number) || IsFraction(l, number) || IsClock(l, i, number) || IsCode(l, i) || IsListNumber(l, i) || IsReference(l, i, number)
        || IsAge(l, i, number) || IsModelName(l, i, number) || IsNumberOfName(l, i, number) || IsHyphenated(l, number) || IsRate(l, i, number) || IsYear(l, i, number) || IsScore(l, i, number) || IsOtherMeasure(l, number);

    /// <summary><c>one</c> and <c>uno</c> are no quantities; <c>un milione</c> and <c>1 million</c> are.</summary>
    private static bool IsOne(LexemeList l, int i, Cardinal number) => (number is { IsSpelled: true, Value: 1, Scale: 1 } || (l.Is(i, WordClass.Indefinite) && number.End == i + 1)) && !l.Is(i + 1, UnitClass.Currency)
        || IsVerb(l, i);

    /// <summary><c>sei iscritto</c> is a verb, <c>Quattro Motori</c> a name.</summary>
    private static bool IsVerb(LexemeList l, int i)
    {
        if (!l.IsWord(i) || !l.IsWord(i + 1)) return false;
        ReadOnlySpan<char> next = l.TextOf(i + 1);
        bool name = l[i].IsCapitalized && l[i + 1].IsCapitalized && !l[i].StartsLine && l.IsWord(i - 1) && char.IsLower(l.TextOf(i)[^1]);
        return name || (l.TextOf(i).Equals("sei", StringComparison.OrdinalIgnoreCase) && (next.EndsWith("ato") || next.EndsWith("ata") || next.EndsWith("itto") || next.EndsWith("ito") || next.EndsWith("uto")));
    }

    /// <summary><c>$1 = 148.1 yen</c>.</summary>
    private static bool IsRate(LexemeList l, int i, Cardinal number) => l.IsSymbol(number.End, '=') || l.IsSymbol(i - 1, '=') || l.IsSymbol(i - 2, '=');

    /// <summary>A year that is part of a name or a code, and so no time.</summary>
    private static bool IsYear(LexemeList l, int i, Cardinal number)
    {
        if (number.IsSpelled || number.Scale > 1) return false;
        bool joined = (l.IsGlued(i) && l[i - 1].Symbol is '-' or '/' && l[i - 1].Kind == LexemeKind.Symbol && l.IsGlued(i - 1) && l.IsNumber(i - 2))
            || (l.IsGlued(i + 1) && l[i + 1].Symbol is '-' or '/' && l[i + 1].Kind == LexemeKind.Symbol && l.IsGlued(i + 2) && (l.IsNumber(i + 2) || l.Is(i + 2, WordClass.Month)));
        int after = l.IsGlued(i + 1) && l.IsSymbol(i + 1, '-') ? i + 3 : i + 1;
        if (joined) return !l.Is(after, UnitClass.Percent | UnitClass.Currency | UnitClass.Unit | UnitClass.People | UnitClass.Piece | UnitClass.PercentFirst) && !l.Is(after, WordClass.Scale);
        return l.Plain(i, 1900, 2099) > 0 && l[i].Length == 4 && !HasUnit(l, i + 1) && !TableLines.IsRow(l, i) && !(l.Is(i - 1, UnitClass.Currency) && l[i - 1].Kind == LexemeKind.Symbol);
    }

    /// <summary><c>two thirds</c>, <c>due terzi</c>, <c>1/2</c>.</summary>
    private static bool IsFraction(LexemeList l, Cardinal number)
    {
        int next = l.IsSymbol(number.End, '-') && l.IsGlued(number.End) ? number.End + 1 : number.End;
        return number.IsSpelled && number.Value < 10 && l.Is(next, WordClass.Fraction);
    }

    private static bool IsClock(LexemeList l, int i, Cardinal number)
    {
        if (number.IsSpelled) return l.TextOf(i - 1) is "at" or "alle" or "dalle" or "ore" && number.Value <= 24 && !l.IsWord(number.End) && number.Scale == 1;
        bool colon = (l.IsSymbol(i + 1, ':') && l.IsGlued(i + 1) && l.IsGlued(i + 2) && l.IsNumber(i + 2)) || (l.IsGlued(i) && l.IsSymbol(i - 1, ':') && l.IsNumber(i - 2));
        if (colon) return true;
        if (number.End == i + 1 && l[i].Number < 25 && l.Is(i + 1, WordClass.ClockTail) && (l.IsSymbol(i + 2, '.') || l[i + 1].Length == 2)) return true;
        bool hour = l[i].Number <= 24 && number.Scale == 1 && !l.Is(i + 1, UnitClass.Percent | UnitClass.Currency | UnitClass.Unit | UnitClass.People | UnitClass.Piece) && !l.Is(i + 1, WordClass.Scale);
        return hour && (l.TextOf(i - 1) is "ore" or "Ore" or "ORE" || (l.TextOf(i - 1) is "alle" or "dalle" or "at" && !IsCountedNoun(l, i + 1)));
    }

    private static bool IsCountedNoun(LexemeList l, int i) => l.IsWord(i) && l[i].Entry is null && !l.StartsLine(i);

    /// <summary>Codes and telephone numbers: a leading zero, or many groups of digits in a row.</summary>
    private static bool IsCode(LexemeList l, int i)
    {
        if (l[i].Kind != LexemeKind.Number) return false;
        ReadOnlySpan<char> text = l.TextOf(i);
        if (text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1])) return true;
        bool dialled = l.IsSymbol(i - 1, '+') && l.IsNumber(i + 1) && l.IsNumber(i + 2);
        bool group = l[i].Shape == DigitShape.Plain && ((l.IsNumber(i - 1) && !l.StartsLine(i)) || (l.IsNumber(i + 1) && !l.StartsLine(i + 1))) && IsDialled(l, i);
        bool embedded = l.IsGlued(i) && l[i - 1].Kind == LexemeKind.Symbol && l[i - 1].Symbol is '-' or '/' && l.IsNumber(i - 2) && l[i].Length >= 4 && text[0] == '0';
        return dialled || group || embedded;
    }

    private static bool IsDialled(LexemeList l, int i)
    {
        int first = i;
        while (first > 0 && l.IsNumber(first - 1) && !l.StartsLine(first)) first--;
        return l.IsSymbol(first - 1, '+') || l.TextOf(first) is ['0', ..] || l.Is(first - 1, UnitClass.NoteRefs) || l.IsSymbol(first - 1, '.');
    }

    /// <summary><c>1)</c>, <c>2.</c> and <c>3 -</c> at the start of a line.</summary>
    private static bool IsListNumber(LexemeList l, int i) =>
        l[i].StartsLine && l[i].Kind == LexemeKind.Number && l[i].Number < 100 && l[i].Shape == DigitShape.Plain
        && l[i + 1].Kind == LexemeKind.Symbol && l[i + 1].Symbol is '.' or ')' or ']' or ':' && l.IsGlued(i + 1);

    /// <summary><c>n. 37</c>, <c>page 4</c>, <c>via Vela 17</c>, <c>Euro 7</c>, <c>#88</c>.</summary>
    private static bool IsReference(LexemeList l, int i, Cardinal number)
    {
        if (number.IsSpelled || number.Scale > 1) return false;
        if (l.Is(number.End, UnitClass.Percent | UnitClass.Currency | UnitClass.Unit | UnitClass.People | UnitClass.Piece)) return false;
        if (l.Is(i + 1, WordClass.OrdinalSuffix) && l.IsGlued(i + 1)) return true;
        int before = l.IsSymbol(i - 1, '.') && l.IsGlued(i - 1) ? i - 2 : i - 1;
        if (!l.Is(before, UnitClass.NoteRefs) || l.StartsLine(i)) return l.IsSymbol(i - 1, '(') && l.IsSymbol(i + 1, ')') && l[i].Shape == DigitShape.Plain;
        return l[before].IsCapitalized || before == i - 2 || l[i].Shape == DigitShape.Plain && !l.TextOf(before).Equals("ora", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>, 74 anni,</c> and <c>aged 45</c>; an age in years that was no time is left here, and one without its unit.</summary>
    private static bool IsAge(LexemeList l, int i, Cardinal number)
    {
        if (l.Is(number.End, WordClass.TimeUnit) && !l.StartsLine(number.End)) return true;
        if (l.TextOf(i - 1) is "aged" or "turned" or "turns" or "numero" or "number") return true;
        if (number.Scale > 1 || number.Value is < 10 or > 110) return false;
        bool bare = l[number.End].Kind == LexemeKind.Symbol && l[number.End].Symbol is ',' or ')' or '.';
        if (!bare || l.IsSymbol(number.End, '%')) return false;
        bool apposed = l.IsSymbol(i - 1, ',') && l.IsSymbol(number.End, ',') && l.IsWord(i - 2) && l[i - 2].IsCapitalized && l.IsWord(i - 3) && l[i - 3].IsCapitalized;
        return apposed && !number.IsSpelled;
    }

    /// <summary>A model whose name is a number: <c>la 500</c>, <c>Peugeot 208</c>, <c>500 ibrida</c>, <c>the 500</c>.</summary>
    private static bool IsModelName(LexemeList l, int i, Cardinal number)
    {
        if (l[i].Kind != LexemeKind.Number || l[i].Shape == DigitShape.Grouped || number.Scale > 1) return false;
        if (l.Is(number.End, UnitClass.Percent | UnitClass.Currency | UnitClass.Unit | UnitClass.People | UnitClass.Piece) && !l.Is(number.End, UnitClass.Powertrain)) return false;
        if (l.Is(i - 1, UnitClass.Currency) && l[i - 1].Kind == LexemeKind.Symbol) return false;
        if (l.Is(number.End, UnitClass.PercentFirst) && l.Is(number.End + 1, UnitClass.PercentSecond)) return false;
        bool known = l[i].Shape == DigitShape.Plain && WordTable.Of(l.Document.Language).Find(l.TextOf(i)) is { } entry && entry.Is(UnitClass.ModelNumber);
        if (known && (l.Is(number.End, UnitClass.Powertrain) || l.Is(i - 1, UnitClass.ModelArticle | UnitClass.Powertrain))) return true;
        if (l.TextOf(i - 1) is "a" or "an" or "reborn" && l[i].Shape == DigitShape.Plain && !l.IsWord(number.End) && !WordTable.Of(l.Document.Language).IsItalian) return true;
        return known && l.TextOf(i - 1) is "the" or "The" && !(l.IsWord(number.End) && !l.StartsLine(number.End) && char.IsLower(l.TextOf(number.End)[0]) && l[number.End].Entry is null);
    }

    /// <summary>A number after a name belongs to it: <c>Interstate 90</c>, <c>Expo 2025</c>, <c>Lanhai 5</c>; not before a unit, nor in a table.</summary>
    private static bool IsNumberOfName(LexemeList l, int i, Cardinal number)
    {
        if (number.IsSpelled || number.Scale > 1 || l[i].Shape == DigitShape.Grouped || l[i].StartsLine) return false;
        if (!l.IsWord(i - 1) || !l[i - 1].IsCapitalized || TableLines.IsRow(l, i)) return false;
        int after = number.End;
        if (l.Is(i - 1, UnitClass.Currency) || l.Is(after, UnitClass.Percent | UnitClass.Currency | UnitClass.Points) || l.Is(after, UnitClass.PercentFirst)) return false;
        bool startsSentence = l[i - 1].StartsLine || l.EndsSentence(i - 2);
        bool digit = l[i].Length == 1 && !startsSentence && l[i - 1].Entry is null;
        if (l.Is(after, UnitClass.Unit | UnitClass.People | UnitClass.Piece)) return digit;
        bool shouted = l.TextOf(i - 1).Length > 1 && char.IsUpper(l.TextOf(i - 1)[1]);
        bool function = l.Is(i - 1, WordClass.Article | WordClass.Of | WordClass.To | WordClass.And | WordClass.InArticle | WordClass.UntilPrep | WordClass.FromOpen | WordClass.PairOpen) || l.Is(i - 1, UnitClass.Preposition);
        bool nounFollows = l.IsWord(after) && !l.StartsLine(after) && !l[after].IsCapitalized && l[after].Entry is null;
        return !function && !(startsSentence && nounFollows) && !(shouted && nounFollows);
    }

    /// <summary><c>five-door</c>, <c>12-volt</c>: the number describes.</summary>
    private static bool IsHyphenated(LexemeList l, Cardinal number) =>
        l.IsSymbol(number.End, '-') && l.IsGlued(number.End) && l.IsGlued(number.End + 1) && l.IsWord(number.End + 1) && !l.Is(number.End + 1, UnitClass.Currency);

    /// <summary><c>Modena 1, Reggiana 1</c>, <c>2-0</c>.</summary>
    private static bool IsScore(LexemeList l, int i, Cardinal number)
    {
        if (number.IsSpelled || number.Value > 20 || number.Scale > 1) return false;
        bool dash = (l.IsSymbol(i + 1, '-') && l.IsGlued(i + 1) && l.IsGlued(i + 2) && l.Plain(i + 2, 0, 20) >= 0 && !HasUnit(l, i + 3))
            || (l.IsGlued(i) && l.IsSymbol(i - 1, '-') && l.IsGlued(i - 1) && l.Plain(i - 2, 0, 20) >= 0 && !HasUnit(l, i + 1));
        return dash;
    }

    private static bool HasUnit(LexemeList l, int i) => l.Is(i, UnitClass.Percent | UnitClass.Currency | UnitClass.Unit | UnitClass.People | UnitClass.Piece | UnitClass.PercentFirst) || l.Is(i, WordClass.Scale) || IsCountedNoun(l, i);

    private static bool IsOtherMeasure(LexemeList l, Cardinal number) => l.Is(number.End, UnitClass.OtherMeasure) && !l.StartsLine(number.End) && !l.Is(number.End, UnitClass.Currency | UnitClass.Unit);
}
