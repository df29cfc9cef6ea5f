using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Lingotto.Tagging;

// Many features at once. Every line has a summary: a bit for each fingerprint in it, and one where features of it went on to others. Which lines a feature needs
// is known from the summaries, which stay in the near cache; only those lines are fetched, all at once.
internal readonly unsafe partial struct FeatureTable
{
    private const int SummaryBits = 31;
    private const uint GoesOn = 1u << SummaryBits;
    private const int Batch = 96;

    /// <summary>Adds the weights of all values that the features have; the same as <see cref="Accumulate"/> for one after the other.</summary>
    [SkipLocalsInit]
    public void AccumulateAll(ReadOnlySpan<uint> features, Span<int> scores)
    {
        if (_count == 0) return;
        ulong* places = stackalloc ulong[Batch * MaximumSteps];
        ulong* open = stackalloc ulong[Batch];
        for (int first = 0; first < features.Length; first += Batch)
        {
            int found = Locate(features.Slice(first, Math.Min(Batch, features.Length - first)), places, open);
            if (Sse.IsSupported)
            {
                for (int i = 0; i < found; i++) Sse.Prefetch0(_lines + ((places[i] >> 16) * LineLength));
            }

            for (int i = 0; i < found; i++) Read(_lines + ((places[i] >> 16) * LineLength), (ushort)places[i], scores);
        }
    }

    // Lists the lines in which features may be, each with the fingerprint. Features that go on are asked for again, all one step further.
    private int Locate(ReadOnlySpan<uint> features, ulong* places, ulong* open)
    {
        ref uint summaries = ref MemoryMarshal.GetArrayDataReference(_summaries);
        int found = 0, left = 0;
        foreach (uint feature in features)
        {
            uint line = LineOf(feature, _count), fingerprint = Fingerprint(feature), summary = Unsafe.Add(ref summaries, line);
            places[found] = ((ulong)line << 16) | fingerprint;
            found += (int)((summary >> BitOf(fingerprint)) & 1);
            open[left] = ((ulong)line << 32) | feature;
            left += (int)(summary >> SummaryBits);
        }

        for (int step = 1; step < MaximumSteps && left > 0; step++)
        {
            int count = left;
            left = 0;
            for (int i = 0; i < count; i++)
            {
                uint feature = (uint)open[i], line = Next((uint)(open[i] >> 32), feature, _count), fingerprint = Fingerprint(feature), summary = Unsafe.Add(ref summaries, line);
                places[found] = ((ulong)line << 16) | fingerprint;
                found += (int)((summary >> BitOf(fingerprint)) & 1);
                open[left] = ((ulong)line << 32) | feature;
                left += (int)(summary >> SummaryBits);
            }
        }

        return found;
    }

    private static uint Summary(ushort* line)
    {
        uint summary = line[FeaturesOfLine] != 0 ? GoesOn : 0;
        for (int place = 0; place < FeaturesOfLine; place++)
        {
            if (line[place] != 0) summary |= 1u << BitOf(line[place]);
        }

        return summary;
    }

    // The lowest bit of a fingerprint is always set.
    private static int BitOf(uint fingerprint) => (int)(((fingerprint >> 1) * SummaryBits) >> 15);
}
