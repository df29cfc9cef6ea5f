namespace Lingotto.Automotive;

/// <summary>The regular forms of verbs in the third person, participles and gerunds, by the paradigms of school grammars.</summary>
internal static class Inflection
{
    private static readonly string[] Are = "a ano ato ata ati ate ando erà eranno era' ò arono ava avano".Split(' ');
    private static readonly string[] Ere = "e ono uto uta uti ute endo erà eranno era'".Split(' ');
    private static readonly string[] Ire = "e ono isce iscono ito ita iti ite endo irà iranno ira' ì irono".Split(' ');

    public static IEnumerable<string> FormsOf(Language language, string lemma)
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
}
