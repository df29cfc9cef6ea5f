namespace Lingotto.Automotive;

/// <summary>The regular forms of verbs in the third person, participles and gerunds, by the paradigms of school grammars.</summary>
internal static class Inflection
{
    private static readonly string[] Are = "a ano i iamo ino ato ata ati ate ando erà eranno ò arono ava avano".Split(' ');
    private static readonly Dictionary<(Language, string), string[]> Irregular = ReadIrregular();
    private static readonly string[] Ere = "e ono iamo uto uta uti ute endo erà eranno".Split(' ');
    private static readonly string[] Ire = "e ono iamo isce iscono ito ita iti ite endo irà iranno ì irono".Split(' ');

    /// <summary>Inflected forms, also with an apostrophe or nothing for a final accent, as agencies write (<c>arrivera'</c>).</summary>
    public static IEnumerable<string> FormsOf(Language language, string lemma, bool isVerb)
    {
        foreach (string form in isVerb ? Verbal(language, lemma).Concat(Irregular.GetValueOrDefault((language, lemma), [])) : [lemma])
        {
            if (isVerb) yield return form;
            int accent = form.Length > 0 ? "àèéìòù".IndexOf(form[^1], StringComparison.Ordinal) : -1;
            if (accent < 0) continue;
            string plain = form[..^1] + "aeeiou"[accent];
            yield return plain + "'";
            if (form.Length > 5) yield return plain;
        }
    }

    private static IEnumerable<string> Verbal(Language language, string lemma)
    {
        if (language == Language.English) return English(lemma);
        if (lemma.Length < 5) return [];
        string stem = lemma[..^3];
        return lemma[^3..] switch
        {
            "are" => Are.Select(e => stem + e).Concat(stem.EndsWith('c') || stem.EndsWith('g') ? [stem + "herà", stem + "heranno"] : []),
            "ere" => Ere.Select(e => stem + e),
            "ire" => Ire.Select(e => stem + e),
            _ => [],
        };
    }

    private static IEnumerable<string> English(string lemma)
    {
        bool dropsE = lemma.EndsWith('e');
        string stem = dropsE ? lemma[..^1] : lemma;
        yield return lemma + (lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal) || lemma.EndsWith('s') ? "es" : "s");
        yield return stem + "ed";
        yield return stem + "ing";
    }

    private static Dictionary<(Language, string), string[]> ReadIrregular()
    {
        var forms = new Dictionary<(Language, string), string[]>();
        foreach (string line in FrameFile.Irregular.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            string[] parts = line.Split([' ', ':'], 3, StringSplitOptions.TrimEntries);
            forms[(Language.Parse(parts[0]), parts[1])] = parts[2].Trim(':', ' ').Split(',', StringSplitOptions.TrimEntries);
        }

        return forms;
    }
}
