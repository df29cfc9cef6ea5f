namespace Lingotto.Automotive.Lexing;

/// <summary>All meanings of one word form, with the value of each. Immutable once its table is built.</summary>
internal sealed class WordEntry
{
    private readonly List<(WordClass Class, UnitClass UnitClass, string Value, long Number)> _meanings = [];

    public WordClass Classes { get; private set; }

    public UnitClass UnitClasses { get; private set; }

    public bool Is(WordClass wordClass) => (Classes & wordClass) != 0;

    public bool Is(UnitClass unitClass) => (UnitClasses & unitClass) != 0;

    public long Number(WordClass wordClass)
    {
        foreach (var meaning in _meanings)
        {
            if (meaning.Class == wordClass) return meaning.Number;
        }

        return 0;
    }

    public string Value(WordClass wordClass)
    {
        foreach (var meaning in _meanings)
        {
            if (meaning.Class == wordClass) return meaning.Value;
        }

        return "";
    }

    public string Value(UnitClass unitClass)
    {
        foreach (var meaning in _meanings)
        {
            if (meaning.UnitClass == unitClass) return meaning.Value;
        }

        return "";
    }

    internal void Add(WordClass wordClass, UnitClass unitClass, string value)
    {
        _ = long.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long number);
        _meanings.Add((wordClass, unitClass, value, number));
        Classes |= wordClass;
        UnitClasses |= unitClass;
    }

    internal void AddAll(WordEntry other)
    {
        foreach (var meaning in other._meanings) Add(meaning.Class, meaning.UnitClass, meaning.Value);
    }
}
