namespace Lingotto.Automotive.Lexing;

/// <summary>A cardinal number in the text: digits or words, with words of magnitude.</summary>
/// <param name="End">Index after its last lexeme.</param>
/// <param name="Value">The number.</param>
/// <param name="Scale">The last magnitude that multiplies it (1000 for <c>mila</c>), 1 where there is none.</param>
/// <param name="IsSpelled">Whether it begins with a word and not with digits.</param>
internal readonly record struct Cardinal(int End, decimal Value, decimal Scale, bool IsSpelled)
{
    private const decimal Maximum = 1e18m;

    /// <summary>Reads the cardinal that begins at a lexeme; null where none does. <c>one</c> alone and <c>a</c> count as 1.</summary>
    public static Cardinal? Read(LexemeList l, int i)
    {
        if (l.IsNumber(i)) return ReadDigits(l, i);
        WordEntry? entry = l[i].Entry;
        if (entry is null || !entry.Is(WordClass.Cardinal | WordClass.Hundred | WordClass.Scale | WordClass.Collective | WordClass.HalfWord | WordClass.Indefinite | WordClass.Fraction)) return null;
        return ReadHalf(l, i) ?? ReadCollective(l, i) ?? ReadWords(l, i);
    }

    /// <summary>Whether the digits stand alone, and are no part of a name such as <c>F-150</c>, <c>ID.3</c> or <c>500e</c>.</summary>
    public static bool IsPartOfName(LexemeList l, int i)
    {
        if (l.IsGlued(i))
        {
            if (l.IsWord(i - 1) && !EndsInApostrophe(l, i - 1) && !l.Is(i - 1, UnitClass.Currency)) return true;
            if (l[i - 1].Kind == LexemeKind.Symbol && l[i - 1].Symbol is '-' or '.' or '/' or '_' or '#' or '@' or '&' or '°' && l.IsGlued(i - 1) && l.IsWord(i - 2)) return true;
            if (l[i - 1].Kind == LexemeKind.Symbol && l[i - 1].Symbol is '#' or '_' or '@') return true;
        }

        if (!l.IsGlued(i + 1) || !l.IsWord(i + 1)) return false;
        return !IsGluedUnit(l, i + 1);
    }

    private static bool IsGluedUnit(LexemeList l, int i)
    {
        WordEntry? entry = l[i].Entry;
        return entry is not null && (entry.Is(WordClass.Scale | WordClass.GluedScale | WordClass.TimeUnit | WordClass.OrdinalSuffix)
            || entry.Is(UnitClass.Unit | UnitClass.Currency | UnitClass.Percent | UnitClass.OtherMeasure));
    }

    private static bool EndsInApostrophe(LexemeList l, int i) => l.TextOf(i)[^1] is '\'' or '’';

    private static Cardinal? ReadDigits(LexemeList l, int i)
    {
        ref readonly Lexeme number = ref l[i];
        if (number.Shape == DigitShape.Broken || IsPartOfName(l, i)) return null;
        var cardinal = new Cardinal(i + 1, number.Number, 1, false);
        return WithScales(l, cardinal);
    }

    /// <summary>Takes in the magnitudes that follow, <c>e mezzo</c>, and a smaller number after them (<c>2 milioni e 300mila</c>).</summary>
    private static Cardinal WithScales(LexemeList l, Cardinal cardinal)
    {
        bool scaled = cardinal.Scale > 1;
        while (cardinal.Value < Maximum && ScaleAt(l, cardinal.End) is > 0 and var scale)
        {
            if (cardinal.Value * scale > Maximum) break;
            cardinal = cardinal with { End = cardinal.End + 1, Value = cardinal.Value * scale, Scale = scaled ? cardinal.Scale * scale : scale };
            scaled = true;
        }

        if (!scaled) return cardinal;
        int next = cardinal.End;
        if (l.Is(next, WordClass.And) && l.Is(next + 1, WordClass.HalfWord)) return cardinal with { End = next + 2, Value = cardinal.Value + (cardinal.Scale / 2) };
        if (l.Is(next, WordClass.And)) next++;
        if (cardinal.Scale <= 1000 || l.StartsLine(next)) return cardinal;
        Cardinal? rest = l.IsNumber(next) ? ReadDigits(l, next) : l.Is(next, WordClass.Cardinal) ? ReadWords(l, next) : null;
        bool smaller = rest is { Scale: >= 1000 } && rest.Value.Scale < cardinal.Scale && rest.Value.Value < cardinal.Scale;
        return smaller ? cardinal with { End = rest!.Value.End, Value = cardinal.Value + rest.Value.Value } : cardinal;
    }

    private static decimal ScaleAt(LexemeList l, int i)
    {
        if (l[i].Entry is not { } entry || (l.StartsLine(i) && i < l.Count)) return 0;
        if (entry.Is(WordClass.Scale)) return IsLoneLetter(l, i) && !l.IsGlued(i) ? 0 : entry.Number(WordClass.Scale);
        return entry.Is(WordClass.GluedScale) && l.IsGlued(i) && l.IsNumber(i - 1) ? entry.Number(WordClass.GluedScale) : 0;
    }

    private static bool IsLoneLetter(LexemeList l, int i) => l[i].Length == 1;

    /// <summary><c>half a million</c>, <c>mezzo milione</c>.</summary>
    private static Cardinal? ReadHalf(LexemeList l, int i)
    {
        bool isHalf = l.Is(i, WordClass.HalfWord);
        if (!isHalf) return null;
        int scale = l.Is(i + 1, WordClass.Indefinite) ? i + 2 : i + 1;
        if (l.Is(scale, WordClass.Collective)) return new Cardinal(scale + 1, l.Value(scale, WordClass.Collective) / 2m, 1, true);
        return ScaleAt(l, scale) is >= 1000 and var value ? new Cardinal(scale + 1, value / 2, value, true) : null;
    }

    /// <summary><c>una decina</c>, <c>two dozen</c>, <c>a dozen</c>.</summary>
    private static Cardinal? ReadCollective(LexemeList l, int i)
    {
        if (l.Is(i, WordClass.Collective)) return null;
        decimal times = l.Is(i, WordClass.Indefinite) ? 1 : l.Is(i, WordClass.Cardinal) ? l.Value(i, WordClass.Cardinal) : 0;
        return times > 0 && l.Is(i + 1, WordClass.Collective) ? new Cardinal(i + 2, times * l.Value(i + 1, WordClass.Collective), 1, true) : null;
    }

    private static Cardinal? ReadWords(LexemeList l, int i)
    {
        decimal total = 0, part = 0, scale = 1;
        int at = i, end = i;
        while (end - i < 16 && l[at].Entry is { } entry && (at == i || !l.StartsLine(at)))
        {
            if (entry.Is(WordClass.Hundred) && part is 0 or (> 0 and < 10)) part = (part == 0 ? 1 : part) * 100;
            else if (entry.Is(WordClass.Cardinal) && Fits(part, entry.Number(WordClass.Cardinal))) part += entry.Number(WordClass.Cardinal);
            else if (at == i && entry.Is(WordClass.Indefinite) && l[at + 1].Entry is { } next && next.Is(WordClass.Hundred | WordClass.Scale)) part = next.Is(WordClass.Hundred) ? 0 : 1;
            else if (ScaleAt(l, at) is > 0 and var s && (part > 0 || IsThousandAlone(l, at)) && part * s < Maximum && (total == 0 || s < scale))
            {
                total += (part == 0 ? 1 : part) * s;
                scale = s;
                part = 0;
            }
            else break;
            end = ++at;
            bool joins = part > 0 && part % 10 == 0 && part < 100 && l.IsSymbol(at, '-') && l.IsGlued(at) && l.IsGlued(at + 1) && l.Is(at + 1, WordClass.Cardinal);
            bool and = (part >= 100 || total > 0) && l.Is(at, WordClass.And) && l.Is(at + 1, WordClass.Cardinal) && !l.Is(at + 1, WordClass.Indefinite);
            if (joins || (and && ContinuesNumber(l, at + 1, part, scale))) at++;
        }

        if (end == i) return null;
        var cardinal = new Cardinal(end, total + part, scale, true);
        if (part == 0 && scale > 1) return WithScales(l, cardinal with { Scale = scale });
        if (scale == 1 && ScaleAt(l, end) > 0) return WithScales(l, cardinal);
        return cardinal with { Scale = scale };
    }

    /// <summary>In English <c>two hundred and fifty</c> is one number; in Italian <c>due milioni e tre</c> hardly ever is.</summary>
    private static bool ContinuesNumber(LexemeList l, int i, decimal part, decimal scale) =>
        l.Value(i, WordClass.Cardinal) < (part >= 100 ? 100 : scale) && WordTable.Of(l.Document.Language) == WordTable.English;

    private static bool Fits(decimal part, long number) =>
        part == 0 || (part % 100 == 0 && number < 100) || (part % 10 == 0 && part % 100 != 0 && number < 10 && number > 0);

    private static bool IsThousandAlone(LexemeList l, int i) => l.TextOf(i).Equals("mille", StringComparison.OrdinalIgnoreCase);
}
