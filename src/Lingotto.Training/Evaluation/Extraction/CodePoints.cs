namespace Lingotto.Training;

/// <summary>Turns UTF-16 offsets of a text into offsets of Unicode code points.</summary>
internal sealed class CodePoints
{
    private readonly int[]? _codePointAt;   // null where the text has no surrogate pair: both offsets are the same
    private readonly int _length;

    public CodePoints(string text)
    {
        _length = text.Length;
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) return;
        _codePointAt = new int[text.Length + 1];
        int count = 0;
        for (int at = 0; at < text.Length; at++, count++)
        {
            _codePointAt[at] = count;
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) _codePointAt[++at] = -1;
        }

        _codePointAt[text.Length] = count;
    }

    /// <summary>The span in code points; a side is -1 where the offset is no place between two of them.</summary>
    public Range Of(int start, int end) => new(At(start), At(end));

    private int At(int offset) => offset < 0 || offset > _length ? -1 : _codePointAt is null ? offset : _codePointAt[offset];

    /// <summary>A half-open range of code points.</summary>
    internal readonly record struct Range(int Start, int End)
    {
        public int Length => End - Start;

        public bool Overlaps(Range other) => Start < other.End && other.Start < End;

        /// <summary>Whether the two overlap and are of comparable length.</summary>
        public bool IsNear(Range other) => Overlaps(other) && Math.Abs(Length - other.Length) <= 30;

        /// <summary>Whether the two share at least half of the longer one.</summary>
        public bool SharesHalf(Range other) => 2 * (Math.Min(End, other.End) - Math.Max(Start, other.Start)) >= Math.Max(Length, other.Length);
    }
}
