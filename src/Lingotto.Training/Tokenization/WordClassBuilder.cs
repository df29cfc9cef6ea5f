namespace Lingotto.Training.Tokenization;

/// <summary>What a word is beside its part of speech.</summary>
internal enum WordKind : byte
{
    None, Abbreviation, TitleAbbreviation, NumberAbbreviation, CompanyAbbreviation,
}

/// <summary>Counts how words are written and what they are, and makes their classes.</summary>
internal sealed class WordClassBuilder
{
    private const int LargestVocabulary = 44_000;
    private const int LargestUseOfAbbreviation = 400;

    private readonly Dictionary<uint, Counts> _words = [];

    private sealed class Counts
    {
        public int Lower, Title, Upper, Boost;
        public readonly int[] Tags = new int[18];
        public WordKind Kind;

        public int Total => Lower + Title + Upper + Boost;

        public void SetKind(WordKind kind)
        {
            Kind = kind;
            Boost += 1_000_000;
        }
    }

    /// <summary>Counts a word that does not begin its sentence, or with <paramref name="first"/> one that does.</summary>
    public void AddUse(ReadOnlySpan<char> word, bool first)
    {
        if (word.IsEmpty || !char.IsLetter(word[0])) return;
        Counts counts = Of(TextHash.Of(word));
        if (char.IsLower(word[0])) counts.Lower++;
        else if (first) counts.Boost++;
        else if (word.Length > 1 && char.IsUpper(word[1])) counts.Upper++;
        else counts.Title++;
    }

    /// <summary>Counts a word's part of speech.</summary>
    public void AddTag(ReadOnlySpan<char> word, Upos upos, int count = 1) => Of(TextHash.Of(word)).Tags[(int)upos] += count;

    /// <summary>Marks an abbreviation, with and without its full stop; words that are mostly something else keep their class.</summary>
    public void SetKind(string abbreviation, WordKind kind)
    {
        Of(TextHash.Of(abbreviation + ".")).SetKind(kind);
        Counts bare = Of(TextHash.Of(abbreviation));
        if (bare.Total < LargestUseOfAbbreviation) bare.SetKind(kind);
    }

    public IEnumerable<(uint Hash, byte Class)> Classes() => _words
        .Where(w => w.Value.Total >= 2)
        .OrderByDescending(w => w.Value.Total).ThenBy(w => w.Key)
        .Take(LargestVocabulary)
        .Select(w => (w.Key, Class(w.Value)))
        .Where(w => w.Item2 != WordClasses.Unknown);

    private Counts Of(uint hash)
    {
        if (!_words.TryGetValue(hash, out Counts? counts)) _words[hash] = counts = new Counts();
        return counts;
    }

    private static byte Class(Counts counts)
    {
        if (counts.Kind != WordKind.None) return (byte)(((int)Upos.X + (int)counts.Kind) << 3);
        int best = 0;
        for (int i = 1; i < counts.Tags.Length; i++)
        {
            if (counts.Tags[i] > (best == 0 ? 0 : counts.Tags[best])) best = i;
        }

        int uses = counts.Lower + counts.Title + counts.Upper;
        int style = uses == 0 ? 0 : 10 * counts.Lower >= 9 * uses ? 1 : 10 * counts.Title >= 7 * uses ? 2 : 10 * counts.Upper >= 7 * uses ? 3 : 2 * counts.Lower >= uses ? 4 : 5;
        return (byte)((best << 3) | style);
    }
}
