namespace Lingotto.Training.Tagging;

/// <summary>Reads the Italian morphological lexicon (Morph-it!, Zanchetta and Baroni 2005) and turns it to the habits of ISDT.</summary>
internal static class ItalianLexicon
{
    public const string FileName = "it_morph_lexicon.tsv.gz";
    public const string Licence = "CC BY-SA 2.0";

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
            if (fields[0].Contains(' ', StringComparison.Ordinal)) continue;
            switch (fields[2])
            {
                case "NOUN" or "VERB":
                    yield return new LexiconEntry(fields[0], fields[1], fields[2], null, fields[3] == "_" ? null : fields[3]);
                    break;
                case "ADJ":
                    yield return new LexiconEntry(fields[0], fields[1], fields[2], "A", fields[3] == "_" ? null : fields[3]);
                    break;
                case "ADV":
                    yield return new LexiconEntry(fields[0], fields[1], fields[2], "B", "_");
                    break;
            }
        }
    }
}
