using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lingotto;

/// <summary>A token before its words and its sentence are known.</summary>
internal struct RawToken
{
    /// <summary>How much of a long token is hashed.</summary>
    public const int HashedLength = 64;

    public int Start;
    public int End;
    public uint Hash;
    public int AtomCount;
    public char First;
    public AtomKind Kind;
    public Shape Shape;
    public Gap Before;
    public bool HasApostrophe;

    /// <summary>Its class by <see cref="WordClasses"/>.</summary>
    public byte Class;

    public readonly int Length => End - Start;

    /// <summary>The symbol itself, or else how it is written.</summary>
    public readonly uint Code => Kind == AtomKind.Symbol && AtomCount == 1 ? 256u + First : (uint)Shape;

    public void Begin(in Atom atom)
    {
        Start = atom.Start;
        End = atom.End;
        Hash = atom.Hash;
        Kind = atom.Kind;
        Shape = atom.Shape;
        Before = atom.Before;
        First = atom.First;
        AtomCount = 1;
        HasApostrophe = false;
    }

    public void Grow(in Atom atom)
    {
        AtomCount++;
        End = atom.End;
        if (atom.Kind == AtomKind.Symbol)
        {
            if (atom.First == '\'') HasApostrophe = true;
            if (atom.First == '.' && Kind == AtomKind.Letters) Shape = Shape.Abbreviation;
        }
        else if (Kind == AtomKind.Symbol)
        {
            if (First == '\'') HasApostrophe = true;
            Kind = atom.Kind;
            Shape = atom.Shape;
        }
        else if (atom.Kind != Kind)
        {
            Shape = Shape.Alphanumeric;
        }
        else if (Shape == Shape.Abbreviation)
        {
            Shape = Shape.Mixed;
        }
    }
}

/// <summary>Six tokens: three up to the gap that is decided, three after it.</summary>
internal struct TokenWindow
{
    public const int Length = 6;

    /// <summary>Index of the token after the gap, the one that is written next.</summary>
    public const int Next = 3;

    private const int Mask = 7;

    private Ring _ring;
    private int _head;

    [UnscopedRef]
    public ref RawToken this[int index] => ref _ring[(_head + index) & Mask];

    /// <summary>Every token moves one place to the left; the last place is to be filled.</summary>
    public void Advance()
    {
        _head++;
        this[Length - 1] = default;
    }

    [InlineArray(Mask + 1)]
    private struct Ring
    {
        private RawToken _first;
    }
}
