using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lingotto.Tagging;

/// <summary>
/// A read-only table of the weights of features, laid out as it is stored: lines of 64 bytes, each with up to seven features. A feature's weights lie in
/// the line that its hash gives or, where that is full, in others: one look-up is one line of cache, seldom two. A feature that is not in the table has no weight.
/// </summary>
/// <remarks>
/// A line: seven fingerprints of 16 bits; 16 bits that are 1 where a feature of this line went on to another; seven bytes, each where the
/// feature's weights end; one zero byte; 20 pairs of a value and its weight in a byte each. Zero ends mark places without a feature.
/// </remarks>
internal readonly unsafe partial struct FeatureTable : IWeights
{
    public const int LineLength = 64;
    public const int FeaturesOfLine = 7;
    public const int PairsOfLine = 20;
    public const int Values = 64;
    private const int EndsAt = 16, PairsAt = 24;
    private const int MaximumSteps = 12;
    private readonly byte* _lines;
    private readonly uint _count;
    private readonly uint[] _summaries;

    public FeatureTable(ReadOnlyMemory<byte> content, Pinned pinned)
    {
        _lines = (byte*)pinned.Pin(content);
        _count = (uint)(content.Length / LineLength);
        _summaries = new uint[_count];
        for (uint line = 0; line < _count; line++) _summaries[line] = Summary((ushort*)(_lines + ((ulong)line * LineLength)));
    }

    public void Accumulate(uint feature, ReadOnlySpan<byte> candidates, Span<int> scores)
    {
        if (_count == 0) return;
        uint line = LineOf(feature, _count);
        for (int step = 0; step < MaximumSteps; step++)
        {
            byte* content = _lines + ((ulong)line * LineLength);
            Read(content, Fingerprint(feature), scores);
            if (((ushort*)content)[FeaturesOfLine] == 0) return;
            line = Next(line, feature, _count);
        }
    }

    // Adds the weights of the features of a line that have a fingerprint.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Read(byte* content, ushort fingerprint, Span<int> scores)
    {
        ref int score = ref MemoryMarshal.GetReference(scores);
        uint found = Vector128.Equals(Vector128.Load((ushort*)content), Vector128.Create(fingerprint)).ExtractMostSignificantBits() & 0x7F;
        for (; found != 0; found &= found - 1)
        {
            int place = BitOperations.TrailingZeroCount(found);
            int end = content[EndsAt + place];
            for (int i = place == 0 ? 0 : content[EndsAt + place - 1]; i < end; i++)
            {
                Unsafe.Add(ref score, content[PairsAt + (2 * i)]) += (sbyte)content[PairsAt + (2 * i) + 1];
            }
        }
    }

    /// <summary>Asks the processor to fetch a feature's line.</summary>
    public void Prefetch(uint feature)
    {
        if (System.Runtime.Intrinsics.X86.Sse.IsSupported && _count != 0) System.Runtime.Intrinsics.X86.Sse.Prefetch0(_lines + ((ulong)LineOf(feature, _count) * LineLength));
    }

    /// <summary>Lays out a table; features in the order given, values under 64.</summary>
    public static byte[] Build(IReadOnlyList<(uint Feature, (byte Value, sbyte Weight)[] Weights)> features)
    {
        const double Fill = 0.75;
        long pairs = features.Sum(f => (long)f.Weights.Length);
        uint count = (uint)(Math.Max(features.Count / (FeaturesOfLine * Fill), pairs / (PairsOfLine * Fill)) + 4);
        while (!IsPrime(count)) count++;   // so that steps of any length reach every line
        var lines = new byte[count * LineLength];
        var used = new int[count];
        foreach ((uint feature, (byte Value, sbyte Weight)[] weights) in features)
        {
            uint line = LineOf(feature, count);
            for (int done = 0, step = 0; done < weights.Length && step < MaximumSteps; step++)
            {
                Span<byte> content = lines.AsSpan((int)(line * LineLength), LineLength);
                int first = used[line] == 0 ? 0 : content[EndsAt + used[line] - 1], room = used[line] == FeaturesOfLine ? 0 : PairsOfLine - first;
                int take = Math.Min(room, weights.Length - done);
                if (take > 0)
                {
                    MemoryMarshal.Cast<byte, ushort>(content)[used[line]] = Fingerprint(feature);
                    for (int i = 0; i < take; i++)
                    {
                        content[PairsAt + (2 * (first + i))] = weights[done + i].Value;
                        content[PairsAt + (2 * (first + i)) + 1] = (byte)weights[done + i].Weight;
                    }

                    content[EndsAt + used[line]++] = (byte)(first + take);
                    done += take;
                }

                if (done == weights.Length) break;
                MemoryMarshal.Cast<byte, ushort>(content)[FeaturesOfLine] = 1;
                line = Next(line, feature, count);
            }
        }

        return lines;
    }

    private static bool IsPrime(uint number)
    {
        if (number % 2 == 0) return false;
        for (uint divisor = 3; divisor * divisor <= number; divisor += 2)
        {
            if (number % divisor == 0) return false;
        }

        return true;
    }

    private static uint LineOf(uint feature, uint count) => (uint)(((ulong)(feature * 0x9E3779B1) * count) >> 32);

    // Steps of a length of the feature's own: full lines next to each other would make long runs.
    private static uint Next(uint line, uint feature, uint count)
    {
        uint next = line + 1 + (uint)(((ulong)(feature * 0x85EBCA6B) * (count - 1)) >> 32);
        return next >= count ? next - count : next;
    }

    // The lower bits of the hash; the line comes from a product's upper ones.
    private static ushort Fingerprint(uint feature) => (ushort)((feature ^ (feature >> 16)) | 1);
}
