using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Turns the sentences of corpora into sequences of features and labels.</summary>
internal sealed class NerExamples(WordLexicon lexicon, NerTrainerOptions options)
{
    private const uint OriginTemplate = 210;
    private const int LongestSequence = 400;

    private readonly UnitColumns _units = new();
    private readonly FeatureBuffer _features = new();
    private readonly DeterministicRandom _random = new(options.Labeller.Seed);
    private readonly List<LabelledSequence> _sequences = [];

    public IReadOnlyList<LabelledSequence> Sequences => _sequences;

    /// <summary>Number of names that hold units which are not scored.</summary>
    public int LostNames { get; private set; }

    /// <summary>The features that only tell the corpora apart; the tagger never has them.</summary>
    public HashSet<uint> CorpusFeatures { get; } = [];

    public void Add(NerSource source)
    {
        foreach (NerSentence sentence in source.Read())
        {
            if (sentence.Count is 0 or > LongestSequence) continue;
            _sequences.Add(Build(sentence, sentence.Text, source));
            if (_random.NextDouble() >= options.UpperCaseShare) continue;
            AddVariant(sentence, sentence.Text.ToUpperInvariant(), source);
        }
    }

    private void AddVariant(NerSentence sentence, string text, NerSource source)
    {
        if (text.Length == sentence.Text.Length) _sequences.Add(Build(sentence, text, source));
    }

    private LabelledSequence Build(NerSentence sentence, string text, NerSource source)
    {
        _units.Clear();
        for (int i = 0; i < sentence.Count; i++) _units.Add(text, sentence.Start[i], sentence.Length[i]);
        _units.Complete(lexicon);
        var offsets = new int[sentence.Count + 1];
        var features = new List<uint>();
        for (int i = 0; i < sentence.Count; i++)
        {
            if (!_units.IsPlain[i])
            {
                NameFeatures.Extract(_units, i, _features);
                if (source.Origin != 0) AddOrigin((uint)source.Origin, i);
                features.AddRange(_features.Features);
            }

            offsets[i + 1] = features.Count;
        }

        return new LabelledSequence(offsets, [.. features], Allowed(sentence, text, source.HasMisc)) { Weight = source.Weight };
    }

    // What is peculiar to a corpus is learned apart (Daumé 2007); the tagger itself never has these features.
    private void AddOrigin(uint origin, int at)
    {
        uint before = at > 0 ? _units.Lower[at - 1] : 0;
        int first = _features.Count;
        _features.Add(OriginTemplate, origin);
        _features.Add(OriginTemplate + 1, origin, _units.Shape[at]);
        _features.Add(OriginTemplate + 2, origin, _units.Lower[at]);
        _features.Add(OriginTemplate + 3, origin, FeatureHash.Mix((uint)_units.Classes[at], _units.IsCapital[at] ? 1u : 0u));
        _features.Add(OriginTemplate + 4, origin, before);
        _features.Add(OriginTemplate + 5, origin, _units.Phrase[at]);
        _features.Add(OriginTemplate + 6, origin, FeatureHash.Mix(before, _units.Lower[at]));
        foreach (uint feature in _features.Features[first..]) CorpusFeatures.Add(feature);
    }

    private ulong[] Allowed(NerSentence sentence, string text, bool hasMisc)
    {
        const int Misc = 3;
        var labels = new int[sentence.Count];
        foreach (NerSpan span in sentence.Spans) BilouScheme.Mark(labels, span.Start, span.End, NerTrainer.Types.ToList().IndexOf(span.Type));
        ulong inside = 1UL << BilouScheme.Inside(Misc) | 1UL << BilouScheme.Last(Misc);
        ulong any = inside | 1UL << BilouScheme.Begin(Misc) | 1UL << BilouScheme.Unit(Misc);
        ulong[] allowed = [.. labels.Select((label, i) => 1UL << label | (hasMisc || label != BilouScheme.Outside ? 0 : char.IsLower(text[sentence.Start[i]]) ? inside : any))];
        foreach (NerSpan span in sentence.Spans) Free(span, allowed);
        return allowed;
    }

    // What stands in a name's place where the tagger cannot see it: nothing is learned of it.
    private void Free(NerSpan span, ulong[] allowed)
    {
        if (!_units.IsPlain.AsSpan(span.Start, span.End - span.Start).Contains(true)) return;
        LostNames++;
        for (int i = span.Start; i < span.End; i++) allowed[i] = _units.IsPlain[i] ? 1UL << BilouScheme.Outside : ulong.MaxValue;
    }
}
