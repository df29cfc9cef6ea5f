namespace Lingotto;

/// <summary>What the engine reads: word classes and multiword tokens of a language.</summary>
internal sealed record TokenizerTables(WordClasses Classes, MultiwordTable Multiwords);

/// <summary>
/// One pass over a text that writes sentences, tokens and words into a document. The decider says what the rules leave open.
/// </summary>
internal ref struct TokenizerEngine<TDecider>
    where TDecider : struct, IBoundaryDecider, allows ref struct
{
    private readonly DocumentBuilder _document;
    private readonly ReadOnlySpan<char> _text;
    private readonly TokenizerTables _tables;
    private TDecider _decider;
    private Segmenter<TDecider> _segmenter;
    private TokenWindow _window;
    private SentenceState _sentence;
    private LineLayout _layout;
    private FeatureList _features;

    public TokenizerEngine(DocumentBuilder document, TextSpan part, TokenizerTables tables, TDecider decider, Span<uint> featureMemory)
    {
        _document = document;
        _text = document.Text.AsSpan(0, part.End);
        _tables = tables;
        _decider = decider;
        _segmenter = new Segmenter<TDecider>(_text, part.Start, tables.Classes.Table);
        _features = new FeatureList(featureMemory);
        _layout = new LineLayout(_text);
    }

    public void Run()
    {
        int ahead = TokenWindow.Next;
        while (ahead < TokenWindow.Length && _segmenter.Next(ref _decider, ref _features, ref _window[ahead])) ahead++;
        while (_window[TokenWindow.Next].AtomCount > 0)
        {
            if (BeginsSentence())
            {
                _document.BeginSentence(_document.Language);
                _sentence = default;
            }

            Write(_window[TokenWindow.Next]);
            _sentence.Add(_window[TokenWindow.Next]);
            bool more = _window[TokenWindow.Length - 1].AtomCount > 0;
            _window.Advance();
            if (more) _segmenter.Next(ref _decider, ref _features, ref _window[TokenWindow.Length - 1]);
        }
    }

    private bool BeginsSentence()
    {
        ref RawToken left = ref _window[TokenWindow.Next - 1];
        ref RawToken right = ref _window[TokenWindow.Next];
        if (left.AtomCount == 0 || right.Before == Gap.Paragraph) return true;
        if (right.Before == Gap.Line && _layout.BreakEndsSentence(left, right)) return true;
        if (!SentenceFeatures.IsCandidate(left, right)) return false;
        _features.Clear();
        SentenceFeatures.AddFirst(ref _features, ref _window);
        if (_decider.RejectsSentenceEnd(right.Start, _features.Features)) return false;
        SentenceFeatures.AddRest(ref _features, ref _window, in _sentence);
        return _decider.Decide(Decision.SentenceEnd, right.Start, _features.Features);
    }

    private void Write(in RawToken token)
    {
        SplitRule? rule = _tables.Multiwords.Find(token, _text, out StemType stem);
        if (rule is null || !Splits(token, rule, stem))
        {
            _document.AddToken(token.Start, token.Length);
            return;
        }

        _document.AddMultiwordToken(token.Start, token.Length);
        MultiwordForms.Write(_document, _text.Slice(token.Start, token.Length), rule);
    }

    private bool Splits(in RawToken token, SplitRule rule, StemType stem)
    {
        if (rule.Kind == SplitKind.Always) return true;
        _features.Clear();
        SplitFeatures.Add(ref _features, ref _window, rule, stem);
        return _decider.Decide(Decision.Split, token.Start, _features.Features);
    }
}
