using System.Globalization;

namespace Lingotto.Automotive.Lexing;

/// <summary>Spells out the Italian cardinals that are one word: to 999, and 2 to 999 thousand, with elisions (<c>ventuno</c>, <c>trentotto</c>, <c>ventun</c>).</summary>
internal static class ItalianCardinals
{
    /// <summary>Adds the compounds of the table's own cardinals.</summary>
    public static void AddTo(Dictionary<string, WordEntry> words)
    {
        var spelled = new string[1000];
        foreach ((string wordClass, string value, string[] forms) in TableReader.Rows("number-words.tsv", italian: true))
        {
            if (wordClass == "cardinal") spelled[int.Parse(value, CultureInfo.InvariantCulture)] = forms[0];
        }

        string hundred = words.First(w => w.Value.Is(WordClass.Hundred)).Key;
        for (int n = 21; n < 1000; n++) spelled[n] ??= n < 100 ? Tens(spelled, n) : Hundreds(spelled, hundred, n);
        foreach (int n in (int[])[4, 8, 20]) AddForm(words, spelled[n][..^1], n);
        for (int n = 21; n < 1000; n++) Add(words, spelled[n], n);
        for (int n = 2; n < 1000; n++) Add(words, spelled[n] + "mila", 1000L * n);
    }

    private static string Tens(string[] spelled, int n)
    {
        string tens = spelled[n / 10 * 10], units = spelled[n % 10];
        return (units[0] is 'u' or 'o' ? tens[..^1] : tens) + units;
    }

    private static string Hundreds(string[] spelled, string hundred, int n)
    {
        string hundreds = (n < 200 ? "" : spelled[n / 100]) + hundred;
        return n % 100 == 0 ? hundreds : hundreds + spelled[n % 100];
    }

    private static void Add(Dictionary<string, WordEntry> words, string word, long value)
    {
        AddForm(words, word, value);
        if (word.EndsWith("uno", StringComparison.Ordinal)) AddForm(words, word[..^1], value);
        if (word.EndsWith("tre", StringComparison.Ordinal)) AddForm(words, word[..^1] + "é", value);
        if (value < 100) AddForm(words, word[..^1], value);
    }

    private static void AddForm(Dictionary<string, WordEntry> words, string form, long value)
    {
        if (!words.TryGetValue(form, out WordEntry? entry)) words[form] = entry = new WordEntry();
        if (!entry.Is(WordClass.Cardinal)) entry.Add(WordClass.Cardinal, UnitClass.None, value.ToString(CultureInfo.InvariantCulture));
    }
}
