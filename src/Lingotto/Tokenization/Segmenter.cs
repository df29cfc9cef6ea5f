using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lingotto;

/// <summary>Cuts a text into tokens: exact rules where they decide, learned joins of atoms where they do not.</summary>
internal ref struct Segmenter<TDecider>
    where TDecider : struct, IBoundaryDecider, allows ref struct
{
    private const int LongestApostropheSpan = 200;

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<ushort> _classes;
    private AtomReader _reader;
    private AtomWindow _window;
    private int _openApostrophe = -LongestApostropheSpan;
    private bool _joined;
    private bool _joinedBefore;

    public Segmenter(ReadOnlySpan<char> text, int start, ReadOnlySpan<ushort> classes)
    {
        _text = text;
        _classes = classes;
        _reader = new AtomReader(text, start);
        for (int i = AtomWindow.Left + 1; i < AtomWindow.Length; i++) _reader.Next(ref _window[i]);
    }

    /// <summary>Finds the next token; false at the end of the text.</summary>
    public bool Next(ref TDecider decider, ref FeatureList features, ref RawToken token)
    {
        Advance();
        ref Atom left = ref _window[AtomWindow.Left];
        if (left.Kind == AtomKind.None)
        {
            token = default;
            token.Before = Gap.Paragraph;
            return false;
        }

        token.Begin(left);
        _joined = false;
        while (Joins(ref decider, ref features, token.Start))
        {
            Advance();
            _joinedBefore = _joined;
            _joined = true;
            token.Grow(_window[AtomWindow.Left]);
        }

        if (token.AtomCount > 1) token.Hash = TextHash.Of(_text[token.Start..Math.Min(token.End, token.Start + RawToken.HashedLength)]);
        token.Class = WordClasses.Of(_classes, token.Hash);
        TrackApostrophe(token);
        return true;
    }

    private void Advance()
    {
        _window.Advance();
        _reader.Next(ref _window[AtomWindow.Length - 1]);
    }

    private bool Joins(ref TDecider decider, ref FeatureList features, int tokenStart)
    {
        ref Atom left = ref _window[AtomWindow.Left];
        ref Atom right = ref _window[AtomWindow.Left + 1];
        if (right.Before != Gap.None || right.Kind == AtomKind.None) return false;
        if (_text[left.End - 1] == '\u200D') return true;
        JoinRules.Verdict verdict = JoinRules.Of(_window[AtomWindow.Left - 1], left, right, _window[AtomWindow.Left + 2], _joined);
        if (verdict != JoinRules.Verdict.Ask) return verdict == JoinRules.Verdict.Join;
        features.Clear();
        JoinFeatures.Add(ref features, ref _window, _classes, new JoinState(_joined, _joinedBefore, tokenStart, tokenStart - _openApostrophe < LongestApostropheSpan));
        return decider.Decide(Decision.Join, right.Start, features.Features);
    }

    private void TrackApostrophe(in RawToken token)
    {
        if (token.AtomCount != 1 || token.Kind != AtomKind.Symbol || _window[AtomWindow.Left].First != '\'') return;
        bool opens = _window[AtomWindow.Left].Before != Gap.None && _window[AtomWindow.Left + 1].Before == Gap.None;
        _openApostrophe = opens ? token.Start : token.Start - LongestApostropheSpan;
    }
}

/// <summary>Six atoms: three up to the place that is decided, three after it.</summary>
internal struct AtomWindow
{
    public const int Length = 6;

    /// <summary>Index of the atom to the left of the place that is decided.</summary>
    public const int Left = 2;

    private const int Mask = 7;

    private Ring _ring;
    private int _head;

    [UnscopedRef]
    public ref Atom this[int index] => ref _ring[(_head + index) & Mask];

    /// <summary>Every atom moves one place to the left; the last place is to be filled.</summary>
    public void Advance() => _head++;

    [InlineArray(Mask + 1)]
    private struct Ring
    {
        private Atom _first;
    }
}
