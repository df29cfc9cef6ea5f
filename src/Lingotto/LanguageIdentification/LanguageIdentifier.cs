using System.Buffers.Binary;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Lingotto;

/// <summary>
/// Identifies the language of a text by a linear model over its character n-grams. Of a long text only pieces spread over it are read.
/// Immutable, safe for concurrent use.
/// </summary>
public sealed class LanguageIdentifier : ILanguageIdentifier
{
    internal const int SampleLength = 1024;
    internal const int HeaderLength = 16;
    private const int PieceCount = 6;
    private const int LongestBlock = 256;   // of at most 127 each, so that 16 bits hold their sum
    private const int FewestLetters = 7;
    private const int FewestLettersOfOneWord = 14;

    private static readonly Lazy<LanguageIdentifier> Embedded =
        new(() => Open(ModelFile.OpenResource(typeof(LanguageIdentifier).Assembly, "langid.lingotto")));

    private readonly ReadOnlyMemory<byte> _table, _weights;
    private readonly Language[] _languages;
    private readonly int _width;
    private readonly double _scale, _leastConfidence;

    private LanguageIdentifier(ModelFile file)
    {
        _languages = [.. file.Text("languages").Split('\n').Select(Language.Parse)];
        _table = file.Section("ngrams");
        ReadOnlyMemory<byte> weights = file.Section("weights");
        _width = WidthOf(_languages.Length);
        if (_table.Length != sizeof(uint) << NgramTable.Bits) throw new ModelFormatException(file.Name, "ngrams", $"expected {sizeof(uint) << NgramTable.Bits} bytes, found {_table.Length}");
        if (weights.Length < HeaderLength + _width || (weights.Length - HeaderLength - _width) % _languages.Length != 0) throw new ModelFormatException(file.Name, "weights", $"expected rows of {_languages.Length} bytes and {_width} more, found {weights.Length} bytes");
        _scale = BinaryPrimitives.ReadDoubleLittleEndian(weights.Span);
        _leastConfidence = BinaryPrimitives.ReadDoubleLittleEndian(weights.Span[8..]);
        _weights = weights[HeaderLength..];
        if (file.HasSection("words")) Words = WordLanguages.Open(file, "words");
    }

    /// <summary>The identifier whose model is embedded in this assembly.</summary>
    /// <exception cref="FileNotFoundException">The assembly was built without the model.</exception>
    public static LanguageIdentifier Default => Embedded.Value;

    /// <summary>Whether the assembly holds the model of <see cref="Default"/>.</summary>
    internal static bool HasDefault => typeof(LanguageIdentifier).Assembly.GetManifestResourceInfo("langid.lingotto") is not null;

    /// <summary>The languages that are told apart.</summary>
    public IReadOnlyList<Language> Languages => _languages;

    /// <summary>What words say about Italian and English, for single sentences; null where the model has none.</summary>
    internal WordLanguages? Words { get; }

    /// <summary>Opens a trained model, read in place.</summary>
    /// <exception cref="ModelFormatException">The file lacks a section or is corrupted.</exception>
    public static LanguageIdentifier Open(ModelFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new LanguageIdentifier(file);
    }

    /// <inheritdoc/>
    public LanguagePrediction Identify(ReadOnlySpan<char> text)
    {
        Span<char> normalised = stackalloc char[SampleLength];
        int length = Sample(text, normalised, out int letters, out int words);
        if (letters < FewestLetters || (words < 2 && letters < FewestLettersOfOneWord)) return new LanguagePrediction(Language.Undetermined, 0);
        Span<int> scores = stackalloc int[_width];
        scores.Clear();
        int hits = Score(normalised[..length], scores);
        if (hits == 0) return new LanguagePrediction(Language.Undetermined, 0);
        (int best, double confidence) = Best(scores, hits, IsMostlyLatin(normalised[..length]));
        return confidence < _leastConfidence ? new LanguagePrediction(Language.Undetermined, confidence) : new LanguagePrediction(_languages[best], confidence);
    }

    /// <summary>How many weights are read at once: the languages, and some of the next row to fill the widest vector.</summary>
    internal static int WidthOf(int languages) => (languages + 63) / 64 * 64;

    private static int Sample(ReadOnlySpan<char> text, Span<char> target, out int letters, out int words)
    {
        if (text.Length <= SampleLength - 2) return NgramReader.Normalise(text, target, out letters, out words);
        letters = words = 0;
        int length = 0, piece = SampleLength / PieceCount;
        for (int i = 0; i < PieceCount; i++)
        {
            int start = (int)((long)(text.Length - piece) * i / (PieceCount - 1));
            length += NgramReader.Normalise(text.Slice(start, piece), target.Slice(length, piece), out int l, out int w);
            letters += l;
            words += w;
        }

        return length;
    }

    private int Score(ReadOnlySpan<char> text, Span<int> scores)
    {
        ReadOnlySpan<uint> table = MemoryMarshal.Cast<byte, uint>(_table.Span);
        ReadOnlySpan<sbyte> weights = MemoryMarshal.Cast<byte, sbyte>(_weights.Span);
        Span<short> block = stackalloc short[_width];
        block.Clear();
        int hits = 0;
        for (int i = 0; i < text.Length; i++)
        {
            uint hash = NgramReader.Start;
            int end = Math.Min(text.Length, i + NgramReader.Longest);
            for (int j = i; j < end; j++)
            {
                hash = NgramReader.Extend(hash, text[j]);
                int number = NgramTable.Find(table, hash);
                if (number < 0) continue;
                Add(block, weights.Slice(number * _languages.Length, _width));
                if (++hits % LongestBlock == 0) Flush(block, scores);
            }
        }

        Flush(block, scores);
        return hits;
    }

    private static void Add(Span<short> block, ReadOnlySpan<sbyte> row)
    {
        ReadOnlySpan<Vector<sbyte>> rows = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(row);
        Span<Vector<short>> targets = MemoryMarshal.Cast<short, Vector<short>>(block);
        for (int i = 0; i < rows.Length; i++)
        {
            Vector.Widen(rows[i], out Vector<short> low, out Vector<short> high);
            targets[2 * i] += low;
            targets[(2 * i) + 1] += high;
        }
    }

    private static void Flush(Span<short> block, Span<int> scores)
    {
        for (int i = 0; i < block.Length; i++) scores[i] += block[i];
        block.Clear();
    }

    // Names in Latin letters are most of what a model knows of a text in another script.
    private static bool IsMostlyLatin(ReadOnlySpan<char> text)
    {
        const char LastLatin = '\u024F';
        int balance = 0;
        foreach (char c in text) balance += c == ' ' ? 0 : c <= LastLatin ? 1 : -3;
        return balance > 0;
    }

    private (int Best, double Confidence) Best(ReadOnlySpan<int> scores, int hits, bool isLatin)
    {
        int best = -1;
        for (int i = 0; i < _languages.Length; i++)
        {
            if ((best < 0 || scores[i] > scores[best]) && (isLatin || !_languages[i].IsSupported)) best = i;
        }

        double sum = 0, scale = _scale / Math.Sqrt(hits);
        for (int i = 0; i < _languages.Length; i++) sum += Math.Exp((scores[i] - scores[best]) * scale);
        return (best, 1 / sum);
    }
}
