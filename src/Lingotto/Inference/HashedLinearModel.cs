using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lingotto;

/// <summary>
/// A binary linear classifier over hashed features with 16-bit weights, read in place. Immutable, safe for concurrent use.
/// </summary>
/// <remarks>Section: bits of the table (int32), threshold (int32), early threshold (int32), four zero bytes, then 2^bits weights (int16).</remarks>
internal sealed class HashedLinearModel
{
    public const int HeaderLength = 16;
    private readonly ReadOnlyMemory<byte> _content;

    private HashedLinearModel(ReadOnlyMemory<byte> content, int bits, int threshold, int earlyThreshold)
    {
        _content = content[HeaderLength..];
        Shift = 32 - bits;
        Threshold = threshold;
        EarlyThreshold = earlyThreshold;
    }

    /// <summary>How far a feature hash is shifted to the right to be an index.</summary>
    public int Shift { get; }

    /// <summary>Scores above it mean yes.</summary>
    public int Threshold { get; }

    /// <summary>Scores of the first features alone below it mean no.</summary>
    public int EarlyThreshold { get; }

    /// <summary>The weights; fetch them once a text.</summary>
    public ReadOnlySpan<short> Weights => MemoryMarshal.Cast<byte, short>(_content.Span);

    public static HashedLinearModel Open(ModelFile file, string section)
    {
        ReadOnlyMemory<byte> content = file.Section(section);
        int bits = content.Length < HeaderLength ? -1 : BinaryPrimitives.ReadInt32LittleEndian(content.Span);
        if (bits is < 4 or > 24 || content.Length != HeaderLength + (sizeof(short) << bits))
        {
            throw new ModelFormatException(file.Name, section, $"expected a table of 2^4 to 2^24 weights after {HeaderLength} bytes, found {content.Length} bytes");
        }

        return new HashedLinearModel(content, bits, BinaryPrimitives.ReadInt32LittleEndian(content.Span[4..]), BinaryPrimitives.ReadInt32LittleEndian(content.Span[8..]));
    }

    public static byte[] Write(ReadOnlySpan<short> weights, int threshold, int earlyThreshold)
    {
        var content = new byte[HeaderLength + (weights.Length * sizeof(short))];
        BinaryPrimitives.WriteInt32LittleEndian(content, System.Numerics.BitOperations.Log2((uint)weights.Length));
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(4), threshold);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(8), earlyThreshold);
        MemoryMarshal.AsBytes(weights).CopyTo(content.AsSpan(HeaderLength));
        return content;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Score(ReadOnlySpan<short> weights, int shift, ReadOnlySpan<uint> features)
    {
        ref short table = ref MemoryMarshal.GetReference(weights);
        int score = 0;
        foreach (uint feature in features) score += Unsafe.Add(ref table, feature >> shift);
        return score;
    }
}

/// <summary>A model's weights at hand for the length of one text.</summary>
internal readonly ref struct HashedScorer(HashedLinearModel model)
{
    private readonly ReadOnlySpan<short> _weights = model.Weights;
    private readonly int _shift = model.Shift, _threshold = model.Threshold, _earlyThreshold = model.EarlyThreshold;

    public bool IsYes(ReadOnlySpan<uint> features) => HashedLinearModel.Score(_weights, _shift, features) > _threshold;

    public bool IsEarlyNo(ReadOnlySpan<uint> features) => HashedLinearModel.Score(_weights, _shift, features) < _earlyThreshold;
}
