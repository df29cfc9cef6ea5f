namespace Lingotto.Training.Tokenization;

/// <summary>The stems that Italian clitics are written onto, from a lexicon.</summary>
internal static class VerbStems
{
    // "ecco", and da', di', fa', sta', va', which double the consonant after them.
    private static readonly string[] Short = ["ecco", "dam", "dim", "fam", "stam", "dil", "fal", "dac", "dic", "fac", "vac", "din", "fan", "van", "vat", "fat"];

    /// <summary>Reads the stems of a lexicon's verbs, in its order, infinitives first.</summary>
    public static List<(string Stem, StemType Type)> Read(string lexicon)
    {
        var stems = new List<(string Stem, StemType Type)>();
        using StreamReader reader = LabelledText.Open(lexicon);
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            if (fields.Length == 4 && fields[2] is "VERB" or "AUX" && Stem(fields[0], fields[3]) is { } stem) stems.Add(stem);
        }

        foreach (string stem in Short) stems.Add((stem, StemType.Imperative));
        return [.. stems.OrderBy(s => s.Type)];
    }

    private static (string, StemType)? Stem(string form, string features)
    {
        if (form.Length < 2) return null;
        if (features.Contains("VerbForm=Inf", StringComparison.Ordinal))
        {
            return form.EndsWith("rre", StringComparison.Ordinal) ? (form[..^2], StemType.Infinitive)
                : form.EndsWith("re", StringComparison.Ordinal) ? (form[..^1], StemType.Infinitive) : null;
        }

        if (features.Contains("VerbForm=Ger", StringComparison.Ordinal)) return (form, StemType.Gerund);
        if (features.Contains("Tense=Past|VerbForm=Part", StringComparison.Ordinal)) return (form, StemType.Participle);
        return features.Contains("Mood=Imp", StringComparison.Ordinal) && form.Length > 2 ? (form, StemType.Imperative) : null;
    }
}
