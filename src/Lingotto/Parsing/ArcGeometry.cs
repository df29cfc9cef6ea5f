namespace Lingotto.Parsing;

/// <summary>Buckets of the signed distance between a word and its head, for the biases of arcs and relations.</summary>
internal static class ArcGeometry
{
    /// <summary>Number of buckets; bucket 0 is an arc to the root.</summary>
    public const int BucketCount = 32;

    /// <summary>Number of parts of speech, <see cref="Upos.None"/> standing for the root.</summary>
    public const int UposCount = 18;

    /// <summary>Length of the table of arc biases: part of speech of the word, of the head, bucket.</summary>
    public const int BiasLength = UposCount * UposCount * BucketCount;

    private const int Clip = 63;

    private static ReadOnlySpan<byte> Magnitude =>
    [
        0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12, 12,
        12, 12, 12, 12, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14,
    ];

    /// <summary>Greatest distance that <see cref="Buckets"/> has.</summary>
    public const int Span = ParserWorkspace.Capacity;

    /// <summary>The bucket of each distance from head to word, from -<see cref="Span"/> on.</summary>
    public static byte[] Buckets { get; } = [.. Enumerable.Range(-Span, (2 * Span) + 1).Select(distance => (byte)Bucket(0, distance))];

    /// <summary>The bucket of the arc from the head at <paramref name="head"/> to the word at <paramref name="word"/>; never 0.</summary>
    public static int Bucket(int word, int head)
    {
        int distance = head - word;
        return distance < 0 ? Magnitude[Math.Min(-distance, Clip)] : 15 + Magnitude[Math.Min(distance, Clip)];
    }

    /// <summary>The place of an arc's bias in the table.</summary>
    public static int BiasIndex(int uposOfWord, int uposOfHead, int bucket) => (((uposOfWord * UposCount) + uposOfHead) * BucketCount) + bucket;
}
