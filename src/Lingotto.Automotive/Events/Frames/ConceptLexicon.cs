namespace Lingotto.Automotive;

/// <summary>
/// Words of both languages that mean nearly the same, from <c>words.concepts</c>: what the scorers learn of one they know of the others. Immutable.
/// </summary>
internal sealed class ConceptLexicon
{
    private readonly Dictionary<uint, uint> _concepts = [];

    private ConceptLexicon() { }

    public static ConceptLexicon Default { get; } = Read(FrameFile.Concepts);

    public static ConceptLexicon Read(FrameFile file)
    {
        var lexicon = new ConceptLexicon();
        int number = 0;
        foreach (string raw in file.Text.Split('\n'))
        {
            number++;
            string line = raw.Split('#')[0].Trim();
            if (line.Length == 0) continue;
            string[] halves = line.Split('|', StringSplitOptions.TrimEntries);
            if (halves.Length != 2 || halves[0].Length == 0) throw new CorpusFormatException(file.Name, number, "expected 'ITALIAN, … | ENGLISH, …'");
            uint concept = Hash.Mix(Hash.Of(halves[0].Split(',')[0]), 0xC0);
            lexicon.Add(Language.Italian, halves[0], concept);
            lexicon.Add(Language.English, halves[1], concept);
        }

        return lexicon;
    }

    /// <summary>The concept of a word by its key, 0 where it has none.</summary>
    public uint Of(uint key) => _concepts.GetValueOrDefault(key);

    private void Add(Language language, string lemmas, uint concept)
    {
        foreach (string lemma in lemmas.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) _concepts.TryAdd(TriggerLexicon.Key(language, Hash.Of(lemma)), concept);
    }
}
