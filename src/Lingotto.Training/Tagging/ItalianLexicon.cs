namespace Lingotto.Training.Tagging;

/// <summary>Reads the Italian morphological lexicon (Morph-it!, Zanchetta and Baroni 2005) and turns it to the habits of ISDT.</summary>
internal static class ItalianLexicon
{
    public const string FileName = "it_morph_lexicon.tsv.gz";
    public const string Licence = "CC BY-SA 2.0";

    private static readonly Dictionary<string, string> Auxiliaries = new(StringComparer.Ordinal)
    {
        ["essere"] = "VA", ["avere"] = "VA", ["stare"] = "VA", ["venire"] = "VA", ["potere"] = "VM", ["dovere"] = "VM", ["volere"] = "VM",
    };

    public static IEnumerable<LexiconEntry> Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        using StreamReader reader = TaggerCorpus.Open(path);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string[] fields = line.Split('\t');
            if (fields.Length != 4) throw new CorpusFormatException(path, number, $"expected 4 fields, found {fields.Length}");
            if (fields[0].Contains(' ', StringComparison.Ordinal) || (fields[2] == "NOUN" && char.IsUpper(fields[0][0]))) continue;   // a few names are among the nouns
            string feats = fields[3];
            switch (fields[2])
            {
                case "VERB" when Auxiliaries.TryGetValue(fields[1], out string? xpos):
                    yield return new LexiconEntry(fields[0], fields[1], "VERB", null, feats == "_" ? null : feats);
                    yield return new LexiconEntry(fields[0], AuxiliaryLemma(fields[1], feats), "AUX", xpos, feats == "_" ? null : feats);
                    break;
                case "NOUN" or "VERB":
                    yield return new LexiconEntry(fields[0], fields[1], fields[2], null, feats == "_" ? null : feats);
                    break;
                case "ADJ":
                    yield return new LexiconEntry(fields[0], fields[1], fields[2], "A", Superlative(fields[0], feats) ?? (feats == "_" ? null : feats));
                    break;
                case "ADV":
                    yield return new LexiconEntry(fields[0], fields[1], fields[2], "B", fields[0].EndsWith("issimo", StringComparison.Ordinal) ? "Degree=Abs" : "_");
                    break;
            }
        }
    }

    /// <summary>The past participles as adjectives, with the lemmas that they then have.</summary>
    public static IEnumerable<LexiconEntry> Adjectives(IEnumerable<LexiconEntry> entries)
    {
        const string Participle = "|Tense=Past|VerbForm=Part";
        foreach (LexiconEntry entry in entries)
        {
            if (entry.Upos == "VERB" && entry.Feats is { } feats && feats.StartsWith("Gender=", StringComparison.Ordinal) && feats.EndsWith(Participle, StringComparison.Ordinal))
                yield return new LexiconEntry(entry.Form, entry.Form[..^1] + "o", "ADJ", "A", feats[..^Participle.Length]);
        }
    }

    // "È stato visto": the participle of "stare" serves "essere".
    private static string AuxiliaryLemma(string lemma, string feats) => lemma == "stare" && feats.Contains("VerbForm=Part", StringComparison.Ordinal) ? "essere" : lemma;

    private static string? Superlative(string form, string feats)
    {
        if (form.Length < 8 || form[^6..^1] is not "issim" || feats.Contains("Degree", StringComparison.Ordinal)) return null;
        return form[^1] switch
        {
            'o' => "Degree=Abs|Gender=Masc|Number=Sing",
            'a' => "Degree=Abs|Gender=Fem|Number=Sing",
            'i' => "Degree=Abs|Gender=Masc|Number=Plur",
            'e' => "Degree=Abs|Gender=Fem|Number=Plur",
            _ => null,
        };
    }
}
