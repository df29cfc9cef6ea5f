using System.IO.Compression;
using System.Text.Json;

namespace Lingotto.Training.Tagging;

/// <summary>Reads the English lexicons: inflected verbs of UniMorph, and the base forms of WordNet.</summary>
internal static class EnglishLexicon
{
    public const string VerbFileName = "en_unimorph.tsv.gz";
    public const string BaseFileName = "en_lemma_index.json.gz";
    public const string ExceptionFileName = "en_lemma_exc.json.gz";

    public static IEnumerable<LexiconEntry> Read(string folder)
    {
        Dictionary<string, List<string>> index = ReadIndex(Path.Combine(folder, BaseFileName));
        var verbs = new HashSet<string>(index["verb"], StringComparer.Ordinal);
        foreach (LexiconEntry entry in ReadVerbs(Path.Combine(folder, VerbFileName), verbs)) yield return entry;
        foreach (LexiconEntry entry in Simple(index["adj"], "ADJ", "JJ", "Degree=Pos")) yield return entry;
        foreach (LexiconEntry entry in Simple(index["noun"], "NOUN", "NN", "Number=Sing")) yield return entry;
        foreach (LexiconEntry entry in Simple(index["adv"], "ADV", "RB", null)) yield return entry;
        foreach (LexiconEntry entry in ReadExceptions(Path.Combine(folder, ExceptionFileName))) yield return entry;
    }

    private static IEnumerable<LexiconEntry> Simple(List<string> forms, string upos, string xpos, string? feats) =>
        forms.Where(IsWord).Select(f => new LexiconEntry(f, f, upos, xpos, feats));

    private static IEnumerable<LexiconEntry> ReadVerbs(string path, HashSet<string> known)
    {
        using StreamReader reader = TaggerCorpus.Open(path);
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            if (fields.Length != 3 || !known.Contains(fields[0]) || !IsWord(fields[1])) continue;
            switch (fields[2])
            {
                case "V;V.PTCP;PST": yield return new LexiconEntry(fields[1], fields[0], "VERB", "VBN", null); break;
                case "V;PST": yield return new LexiconEntry(fields[1], fields[0], "VERB", "VBD", null); break;
                case "V;V.PTCP;PRS": yield return new LexiconEntry(fields[1], fields[0], "VERB", "VBG", null); break;
                case "V;3;SG;PRS": yield return new LexiconEntry(fields[1], fields[0], "VERB", "VBZ", null); break;
                case "V;NFIN":
                    yield return new LexiconEntry(fields[1], fields[0], "VERB", "VB", null);
                    yield return new LexiconEntry(fields[1], fields[0], "VERB", "VBP", null);
                    break;
            }
        }
    }

    private static IEnumerable<LexiconEntry> ReadExceptions(string path)
    {
        using Stream stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using JsonDocument document = JsonDocument.Parse(stream);
        foreach (JsonProperty form in document.RootElement.GetProperty("noun").EnumerateObject())
        {
            string lemma = form.Value[0].GetString()!;
            if (IsWord(form.Name) && lemma != form.Name) yield return new LexiconEntry(form.Name, lemma, "NOUN", "NNS", "Number=Plur");
        }
    }

    private static Dictionary<string, List<string>> ReadIndex(string path)
    {
        using Stream stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.EnumerateArray().Select(v => v.GetString()!).ToList());
    }

    private static bool IsWord(string form) => form.Length > 1 && form.All(c => char.IsLetter(c)) && form.All(c => !char.IsUpper(c));
}
