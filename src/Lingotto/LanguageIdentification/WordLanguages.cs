using System.Runtime.InteropServices;

namespace Lingotto;

/// <summary>
/// How much frequent words speak for Italian or for English: the cheap evidence by which single sentences of a mixed article are told apart.
/// </summary>
/// <remarks>Section: 2^13 entries (uint32), place by the high bits of the word's hash, linear probing; the high 24 bits check, the low byte is the evidence (sbyte), above 0 for English.</remarks>
internal sealed class WordLanguages
{
    public const int Bits = 13;
    private const int Mask = (1 << Bits) - 1;
    private readonly ReadOnlyMemory<byte> _content;

    private WordLanguages(ReadOnlyMemory<byte> content) => _content = content;

    public static WordLanguages Open(ModelFile file, string section)
    {
        ReadOnlyMemory<byte> content = file.Section(section);
        if (content.Length != sizeof(uint) << Bits) throw new ModelFormatException(file.Name, section, $"expected {sizeof(uint) << Bits} bytes, found {content.Length}");
        return new WordLanguages(content);
    }

    /// <summary>
    /// The language of a sentence of an article in <paramref name="main"/>: the other one only where its words clearly say so. Words with a
    /// capital, which may be names, do not count unless the whole sentence is in capitals.
    /// </summary>
    public Language Decide(DocumentBuilder document, int sentence, Language main)
    {
        const int Clear = 90;
        const int FewestWords = 3;
        ReadOnlySpan<uint> table = MemoryMarshal.Cast<byte, uint>(_content.Span);
        int english = 0, found = 0, foundAgainst = 0;
        bool isEnglish = main == Language.English;
        for (int t = document.FirstTokenOfSentence(sentence); t < document.FirstTokenOfSentence(sentence + 1); t++)
        {
            TextSpan span = document.TokenSpan(t);
            ReadOnlySpan<char> token = span.Of(document.Text);
            if (token.Length > 24 || !char.IsLower(token[0])) continue;
            int evidence = Find(table, TextHash.Of(token));
            if (evidence == 0) continue;
            english += evidence;
            if (evidence > 0 != isEnglish) found++;
            else foundAgainst++;
        }

        int other = isEnglish ? -english : english;
        return other >= Clear && found >= FewestWords && found > 2 * foundAgainst ? (isEnglish ? Language.Italian : Language.English) : main;
    }

    public static byte[] Write(IEnumerable<(uint Hash, sbyte Evidence)> words)
    {
        var table = new uint[1 << Bits];
        foreach ((uint hash, sbyte evidence) in words)
        {
            uint key = NgramReader.Mix(hash);
            int at = (int)(key >> (32 - Bits));
            while (table[at & Mask] != 0) at++;
            table[at & Mask] = (key << 8) | (byte)evidence;
        }

        return MemoryMarshal.AsBytes(table.AsSpan()).ToArray();
    }

    private static int Find(ReadOnlySpan<uint> table, uint hash)
    {
        uint key = NgramReader.Mix(hash);
        for (int at = (int)(key >> (32 - Bits)); table[at & Mask] is var entry and not 0; at++)
        {
            if (entry >> 8 == (key & 0xFFFFFF)) return (sbyte)entry;
        }

        return 0;
    }
}
