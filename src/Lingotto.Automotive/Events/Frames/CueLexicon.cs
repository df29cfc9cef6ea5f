namespace Lingotto.Automotive;

/// <summary>Words that bear on modality and polarity, with their class, from <c>modality.cues</c>. Immutable.</summary>
internal sealed class CueLexicon
{
    private readonly Dictionary<uint, uint> _classes = [];
    private readonly Dictionary<uint, uint> _groups = [];

    private CueLexicon() { }

    public static CueLexicon Default { get; } = Read(FrameFile.Cues);

    /// <summary>Words under which an event stands, from <c>modality.governors</c>.</summary>
    public static CueLexicon Governors { get; } = Read(FrameFile.Governors);

    public static uint Negation { get; } = Hash.Of("negation");

    public static uint Denial { get; } = Hash.Of("deny");

    private static readonly uint[] Order =
        [.. new[] { "negation", "modal", "possible-modal", "conditional-modal", "future-modal", "plan", "possible", "deny", "say", "past", "present", "future", "question" }.Select(c => Hash.Of(c))];

    /// <summary>How many classes there are.</summary>
    public static int Classes => Order.Length;

    /// <summary>Number of a class by its hash, -1 for none.</summary>
    public static int IndexOf(uint cue) => cue == 0 ? -1 : Array.IndexOf(Order, cue);

    public static CueLexicon Read(FrameFile file)
    {
        var lexicon = new CueLexicon();
        int number = 0;
        foreach (string raw in file.Text.Split('\n'))
        {
            number++;
            string line = raw.Split('#')[0].Trim();
            if (line.Length == 0) continue;
            string[] parts = line.Split(':', 2);
            string[] head = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || head.Length != 2 || !Language.TryParse(head[0], out Language language)) throw new CorpusFormatException(file.Name, number, "expected 'LANGUAGE CLASS: lemma, lemma, …'");
            lexicon._groups[Hash.Of(head[1])] = Hash.Of(head[1].Split('/')[0]);
            foreach (string lemma in parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                lexicon._classes.TryAdd(TriggerLexicon.Key(language, Hash.Of(lemma)), Hash.Of(head[1]));
            }
        }

        return lexicon;
    }

    /// <summary>Hash of the group of a class, what stands before its slash; 0 for no class.</summary>
    public uint GroupOf(uint cue) => _groups.GetValueOrDefault(cue);

    /// <summary>Hash of the class of a word, 0 where it has none.</summary>
    public uint ClassOf(uint key) => _classes.GetValueOrDefault(key);
}
