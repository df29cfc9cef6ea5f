using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quantities;

/// <summary>Reads one article's quantities in order of the text, remembering what was counted before. Not safe for concurrent use.</summary>
internal sealed class QuantityReader(LexemeList l)
{
    private const decimal BigNumber = 1000;

    private QuantityMatch? _last, _lastMoney, _lastCounted;
    private decimal _lastScale = 1;
    private readonly CaptionReader _captions = new(l);

    /// <summary>Called at the first lexeme of every line.</summary>
    public void BeginLine(int i) => _captions.BeginLine(i);

    /// <summary>The quantity of a cardinal; null where it turns out to be none.</summary>
    public QuantityMatch? Read(int i, Cardinal number)
    {
        QuantityMatch? match = Percent(i, number) ?? SignedAlone(i, number) ?? Money(i, number) ?? Counted(i, number);
        if (match is not { } quantity) return null;
        _last = quantity;
        if (IsMoney(quantity.Unit))
        {
            _lastMoney = quantity;
            _lastScale = number.Scale > 1 || quantity.Value == number.Value ? number.Scale : _lastScale;
        }
        else if (quantity.Unit is "vehicles" or "jobs" or "models" or "plants" or "count") _lastCounted = quantity;

        return quantity;
    }

    private static bool IsMoney(string unit) => unit.Length == 3 && char.IsUpper(unit[2]);

    /// <summary><c>minus 59</c> said of a percentage.</summary>
    private QuantityMatch? SignedAlone(int i, Cardinal number)
    {
        bool signed = l.Is(i - 1, UnitClass.MinusWord) && number.Scale == 1 && number.Value < 100 && l.TextOf(i - 1) is "minus";
        return signed ? new QuantityMatch(i - 1, number.End, -number.Value, "percent") : null;
    }

    // ---- percentages ----

    private QuantityMatch? Percent(int i, Cardinal number)
    {
        int end = PercentEnd(number.End);
        if (end < 0) end = PercentAfterPartner(number.End);
        if (end < 0 && _captions.IsChange(i, number)) end = number.End;
        if (end < 0) return null;
        int start = Signed(i, out int sign);
        int direction = sign != 0 ? sign : Direction.Of(l, i, Math.Max(end, number.End));
        return new QuantityMatch(start, end, direction < 0 ? -number.Value : number.Value, "percent");
    }

    private int PercentEnd(int end)
    {
        if (l.Is(end, UnitClass.Percent) && !l.StartsLine(end)) return end + 1;
        if (l.Is(end, UnitClass.PercentFirst) && l.Is(end + 1, UnitClass.PercentSecond)) return end + 2;
        if (!l.Is(end, UnitClass.Points)) return -1;
        if (l.Is(end + 1, UnitClass.Percent)) return end + 2;
        return l.Is(end - 1, UnitClass.Points) ? -1 : l.TextOf(end) is "points" && l.Is(end - 1, UnitClass.Percent) ? end + 1 : -1;
    }

    /// <summary><c>dal 5 al 7%</c>, <c>tra il 3 e il 4%</c>: the first number lends the sign of the second; its own end is returned.</summary>
    private int PercentAfterPartner(int end)
    {
        int j = end;
        bool joined = l.Is(j, WordClass.And | WordClass.To) || (l.IsSymbol(j, '-') && l.IsGlued(j)) || l.TextOf(j) is "o" or "or";
        if (!joined) return -1;
        j++;
        while (l.Is(j, WordClass.Article | WordClass.InArticle | WordClass.To)) j++;
        return Cardinal.Read(l, j) is { } other && !l.Is(j, WordClass.Indefinite) && PercentEnd(other.End) > 0 ? end : -1;
    }

    /// <summary>Where the number with its sign begins, and the sign: -1, 1, or 0 where there is none.</summary>
    private int Signed(int i, out int sign)
    {
        sign = 0;
        if (l[i - 1].Kind == LexemeKind.Symbol && l.IsGlued(i) && l[i - 1].Symbol is '-' or '+' && !(l.IsGlued(i - 1) && (l.IsNumber(i - 2) || l.IsWord(i - 2) || l.IsSymbol(i - 2, '%'))))
        {
            sign = l[i - 1].Symbol == '-' ? -1 : 1;
            return i - 1;
        }

        if (l.Is(i - 1, UnitClass.MinusWord)) sign = -1;
        else if (l.Is(i - 1, UnitClass.PlusWord) && !l.TextOf(i - 1).StartsWith("pi", StringComparison.OrdinalIgnoreCase)) sign = 1;
        return sign == 0 || StartsLineAfter(i) ? i : i - 1;
    }

    private bool StartsLineAfter(int i) => l[i].StartsLine;

    // ---- money ----

    private QuantityMatch? Money(int i, Cardinal number)
    {
        int start = i;
        string? currency = CurrencyBefore(ref start) ?? null;
        int end = number.End;
        if (currency is null && CurrencyAfter(number.End, out int after) is { } found) (currency, end) = (found, after);
        else if (currency is not null && l.Is(end, UnitClass.Currency) && l.IsWord(end) && !l.StartsLine(end)) end++;
        if (currency is not null) return new QuantityMatch(start, end, number.Value, currency);
        return Elliptic(i, number);
    }

    /// <summary><c>€</c>, <c>US$</c>, <c>USD</c>, <c>Rs</c> before the number.</summary>
    private string? CurrencyBefore(ref int start)
    {
        int i = start - 1;
        if (l.IsSymbol(i, '.') && l.Is(i - 1, UnitClass.Currency)) i--;
        if (!l.Is(i, UnitClass.Currency) || l[start].StartsLine) return null;
        if (l.IsWord(i) && !(l.TextOf(i) is "Rs" or "RS" || (l[i].Length == 3 && char.IsUpper(l.TextOf(i)[0]) && char.IsUpper(l.TextOf(i)[2])))) return null;
        if (l[i].Kind == LexemeKind.Symbol && l.IsGlued(i) && !l.IsGlued(start) && l.IsNumber(i - 1)) return null;
        start = i;
        string currency = l[i].Entry!.Value(UnitClass.Currency);
        if (currency != "USD" || !l.IsGlued(i) || !l.IsWord(i - 1)) return currency;
        string? prefixed = l.TextOf(i - 1) switch { "US" or "U" => "USD", "C" or "CA" => "CAD", "A" or "AU" => "AUD", "R" => "BRL", "HK" => "HKD", "NZ" => "NZD", "S" => "SGD", "NT" => "TWD", _ => null };
        if (prefixed is null) return currency;
        start = i - 1;
        return prefixed;
    }

    /// <summary><c>milioni di euro</c>, <c>billion Canadian dollars</c>, <c>mln €</c> after the number.</summary>
    private string? CurrencyAfter(int i, out int end)
    {
        int j = l.Is(i, WordClass.Of) && !l.IsWord(i - 1) == false ? i + 1 : i;
        string? national = null;
        if (l.Is(j, UnitClass.NationalCurrency) && l.Is(j + 1, UnitClass.Currency)) national = l[j++].Entry!.Value(UnitClass.NationalCurrency);
        else if (l.TextOf(j) is "U" && l.IsSymbol(j + 1, '.')) j += 4;
        end = j + 1;
        if (!l.Is(j, UnitClass.Currency) || l.StartsLine(j)) return null;
        if (l[j].Kind == LexemeKind.Symbol && l.IsGlued(j + 1) && l.IsNumber(j + 1) && !l.IsGlued(j)) return null;
        string currency = l[j].Entry!.Value(UnitClass.Currency);
        if (national is null && l.Is(j + 1, UnitClass.NationalCurrency) && !l.StartsLine(j + 1))
        {
            national = l[j + 1].Entry!.Value(UnitClass.NationalCurrency);
            if (national.StartsWith(currency, StringComparison.Ordinal)) end = j + 2;
        }

        return national is not null && national.StartsWith(currency, StringComparison.Ordinal) ? national[4..] : currency;
    }

    /// <summary>Money whose currency or magnitude is understood: <c>320 milioni</c>, <c>tra 19 e 21 miliardi</c>, <c>ne ha tolti 4,6</c>.</summary>
    private QuantityMatch? Elliptic(int i, Cardinal number)
    {
        int end = number.End;
        if (number.Scale >= 1_000_000 && !CountsThings(end)) return IsSoldOrMade(i) ? null : new QuantityMatch(i, end, number.Value, MoneyNear(i));
        if (_captions.Money(i, number) is { } column) return new QuantityMatch(i, end, number.Value * column.Scale, column.Currency);
        if (number.Scale == 1 && PartnerScale(i, end) is { } partner) return new QuantityMatch(i, end, number.Value * partner.Scale, partner.Currency);
        if (_captions.IsRow || CountsThings(end) || _lastMoney is not { } money || !IsSameSentence(money.End, i) || HasUnitBetween(money.End, i)) return null;
        if (UnitContext.After(l, i, number) is { HasNoun: true }) return null;
        bool bare = number.Scale == 1 && l[i].Shape != DigitShape.Grouped && _lastScale >= 1_000_000;
        if (bare && !number.IsSpelled) return new QuantityMatch(i, end, number.Value * _lastScale, money.Unit);
        return number.Scale == 1000 && _lastScale <= 1000 ? new QuantityMatch(i, end, number.Value, money.Unit) : null;
    }

    private bool HasUnitBetween(int from, int to)
    {
        for (int k = from; k < to; k++)
        {
            if (l.Is(k, UnitClass.Unit | UnitClass.People | UnitClass.Piece)) return true;
        }

        return false;
    }

    /// <summary>The magnitude and currency of the number joined to this one: <c>tra 19 e 21 miliardi</c>, <c>from $2 to 3 billion</c>.</summary>
    private (decimal Scale, string Currency)? PartnerScale(int i, int end)
    {
        bool joined = l.Is(end, WordClass.And | WordClass.To) || (l.IsSymbol(end, '-') && l.IsGlued(end)) || l.TextOf(end) is "o" or "or";
        if (!joined || l.IsSymbol(i - 1, '-')) return null;
        int j = end + 1;
        while (l.Is(j, WordClass.Article | WordClass.InArticle | WordClass.To)) j++;
        if (Cardinal.Read(l, j) is not { Scale: >= 1_000_000 } other || l.Is(j, WordClass.Indefinite)) return null;
        if (CurrencyAfter(other.End, out _) is { } currency) return (other.Scale, currency);
        return CountsThings(other.End) ? null : (other.Scale, MoneyNear(i));
    }

    /// <summary>Whether a noun follows that the number counts, so that it is no sum of money.</summary>
    private bool CountsThings(int end)
    {
        if (l.StartsLine(end)) return false;
        int j = l.Is(end, WordClass.Of) && !l.TextOf(end).Equals("in", StringComparison.OrdinalIgnoreCase) ? end + 1 : end;
        if (j > end && !WordTable.Of(l.Document.Language).IsItalian) return false;
        for (int k = j; k < j + 3 && l.IsWord(k) && !l.StartsLine(k); k++)
        {
            if (l.Is(k, UnitClass.Unit | UnitClass.People | UnitClass.Piece)) return true;
            if (l[k].Entry is { } entry && (entry.Is(WordClass.Of | WordClass.InArticle | WordClass.Article | WordClass.And | WordClass.To | WordClass.FromOpen | WordClass.Within | WordClass.UntilPrep))) return false;
        }

        if (l.Is(j, UnitClass.Money)) return false;
        bool noun = l.IsWord(j) && (l[j].Entry is null || l[j].Entry!.UnitClasses == UnitClass.DayOfName) && !l[j].IsCapitalized && l[j].Length > 3;
        if (j > end) return noun;
        if (WordTable.Of(l.Document.Language).IsItalian || !noun) return false;
        return IsPluralNoun(j) || (IsPluralNoun(j + 1) && !l.StartsLine(j + 1));
    }

    private bool IsPluralNoun(int j) => l.IsWord(j) && (l[j].Entry is null || l[j].Entry!.UnitClasses == UnitClass.DayOfName) && l.TextOf(j).EndsWith("s") && !l.TextOf(j).EndsWith("ss");

    private bool IsSoldOrMade(int i) => UnitContext.Before(l, i, reach: 5) is "vehicles" && !(_lastMoney is { } money && IsSameSentence(money.End, i));

    /// <summary>The currency of the last money in the sentence, else the euro.</summary>
    private string MoneyNear(int i) => _lastMoney is { } money && IsSameSentence(money.End, i) ? money.Unit : "EUR";

    // ---- things ----

    private QuantityMatch? Counted(int i, Cardinal number)
    {
        UnitContext.Noun noun = UnitContext.After(l, i, number);
        if (noun.Unit is not null) return new QuantityMatch(i, noun.End, number.Value, Peopled(i, number, noun));
        if (_captions.Unit(i) is { } column) return new QuantityMatch(i, number.End, number.Value, column);
        if (UnitContext.Partitive(l, number.End) is { } whole) return new QuantityMatch(i, number.End, number.Value, whole);
        if (noun.IsNamed) return new QuantityMatch(i, number.End, number.Value, "vehicles");
        if (noun.HasNoun) return new QuantityMatch(i, noun.End, number.Value, "count");
        if (!number.IsSpelled && l[i].Shape == DigitShape.Decimal && number.Scale == 1) return null;
        return new QuantityMatch(i, number.End, number.Value, Inferred(i, number));
    }

    /// <summary>Persons are jobs unless they are an audience; pieces are vehicles unless the sentence speaks of work.</summary>
    private static string Peopled(LexemeList l, int i, Cardinal number, string unit)
    {
        if (unit == "piece") return UnitContext.Before(l, i) is "jobs" ? "jobs" : "vehicles";
        if (UnitContext.IsAudience(l, i)) return "count";
        return UnitContext.IsAboutWork(l, i) || (number.Value is >= 10 and <= 50_000) ? "jobs" : "count";
    }

    private string Peopled(int i, Cardinal number, UnitContext.Noun noun) => noun.Unit switch
    {
        "people" or "piece" => Peopled(l, i, number, noun.Unit),
        "jobs" when number.Value < 10 && l.TextOf(noun.End - 1) is "posti" or "positions" => "count",
        _ => noun.Unit!,
    };

    /// <summary>The unit of a bare number: that of the quantity before in the sentence, or of the nearest noun before.</summary>
    private string Inferred(int i, Cardinal number)
    {
        if (_captions.IsRow) return l[i].Shape == DigitShape.Grouped ? "vehicles" : "count";
        if (_last is { } last && IsSameSentence(last.End, i) && IsLikeLast(last, number)) return last.Unit;
        if (UnitContext.Before(l, i) is { } before) return before;
        if (_lastCounted is { } counted && i - counted.End < 30 && (IsSentenceAlone(i, number.End) || HasPartitivePronoun(i))) return counted.Unit;
        if (UnitContext.Ahead(l, number.End) is { } ahead) return ahead;
        if (l.StartsLine(number.End) && l[number.End].Entry is { } next && next.Is(UnitClass.Unit)) return next.Value(UnitClass.Unit);
        return number.Value >= BigNumber ? "vehicles" : "count";
    }

    private bool IsSentenceAlone(int i, int end) => (l[i].StartsLine || l.EndsSentence(i - 1)) && (l.IsSymbol(end, '.') || l.StartsLine(end));

    /// <summary><c>ne facevamo 135mila</c>.</summary>
    private bool HasPartitivePronoun(int i) => l.TextOf(i - 2) is "ne" or "Ne" || l.TextOf(i - 3) is "ne" or "Ne" || l.TextOf(i - 1).EndsWith("rne");

    private static bool IsLikeLast(QuantityMatch last, Cardinal number) =>
        last.Unit is not ("percent" or "km" or "kWh" or "GWh") && !(last.Unit is "models" or "plants" && number.Value >= BigNumber) && !IsMoney(last.Unit) || (last.Unit == "percent" && number.Scale == 1 && number.Value <= 100 && !number.IsSpelled);

    private bool IsSameSentence(int from, int to)
    {
        for (int k = from; k < to; k++)
        {
            if (l.EndsSentence(k) && !(l.IsSymbol(k, ';') || l.IsSymbol(k, '|'))) return false;
        }

        return to - from < 40;
    }
}
