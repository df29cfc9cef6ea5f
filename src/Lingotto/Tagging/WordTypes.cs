using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lingotto.Tagging;

/// <summary>
/// The words seen last, by form: what is looked up and summed once for all occurrences. A table of fixed size with two places for a form, of which it
/// takes the one not used last; what it gives never depends on what it holds. Not safe for concurrent use.
/// </summary>
internal sealed unsafe class WordTypes
{
    private const int Bits = 13, FarAhead = 6, Ahead = 2;
    private readonly TaggerModel _model;
    private readonly WordType[] _memory, _edgeMemory;
    private readonly WordType* _types, _edges;
    private readonly SharedSums _shared = new();
    private readonly int _vectors;

    public WordTypes(TaggerModel model)
    {
        _model = model;
        _vectors = (model.Inventory.ClassCount + Vector256<short>.Count - 1) / Vector256<short>.Count;
        _memory = GC.AllocateArray<WordType>(1 << Bits, pinned: true);
        _edgeMemory = GC.AllocateArray<WordType>(2, pinned: true);
        fixed (WordType* types = _memory) _types = types;
        fixed (WordType* edges = _edgeMemory) _edges = edges;
        var s = new TaggerScratch();
        s.Resize(0);
        s.Pad();
        _edges[0].Sum(s, 0, model.ClassWeights, _shared);
        _edges[1].Sum(s, TaggerScratch.Padding, model.ClassWeights, _shared);
    }

    /// <summary>Fills the columns of a sentence's words, and sums into <see cref="TaggerScratch.Sums"/> all features that look at one word only.</summary>
    public void Analyse(DocumentBuilder document, int first, int end, TaggerScratch s)
    {
        int count = end - first;
        s.Resize(count);
        var counter = default(CaseCounter);
        for (int i = 0; i < count; i++) s.TypeKey[i + TaggerScratch.Padding] = WordScan.Of(document.Form(first + i), ref counter);
        SentenceCase sentenceCase = counter.Case;
        s.Pad();
        s.Sums.AsSpan(0, (count + (2 * TaggerScratch.Padding)) * WordType.RowLength).Clear();
        bool initial = true;
        fixed (short* sums = s.Sums)
        {
            AddEdges(sums, count);
            for (int i = 0; i < count; i++)
            {
                int at = i + TaggerScratch.Padding;
                if (i + FarAhead < count) PrefetchKeys(s.TypeKey[at + FarAhead], sentenceCase);
                if (i + Ahead < count) PrefetchEntry(s.TypeKey[at + Ahead], sentenceCase);
                ulong key = s.TypeKey[at] = WordScan.KeyOf(s.TypeKey[at], sentenceCase, initial);
                WordType* pair = PairOf(key), type = pair->Key == key ? pair : pair[1].Key == key ? pair + 1 : null;
                if (type != null) type->Give(s, at);
                else Fill(type = pair + (pair->SecondUsedLast ? 0 : 1), key, document.Form(first + i), sentenceCase, initial, at, s);
                pair->SecondUsedLast = type != pair;
                initial = (type->Form.Shape & (WordShape.Letter | WordShape.Digit)) == 0;
                for (int row = 0; row < WordType.Rows; row++) AddRow(sums, at + WordType.Distances[row], type, row);
            }
        }
    }

    private WordType* PairOf(ulong key) => _types + (key >> (65 - Bits) << 1);

    // Asks for the keys at both places of a word that comes later, as if it did not begin the sentence.
    private void PrefetchKeys(ulong hash, SentenceCase sentenceCase)
    {
        if (!Sse.IsSupported) return;
        WordType* pair = PairOf(WordScan.KeyOf(hash, sentenceCase, false));
        Sse.Prefetch0(pair);
        Sse.Prefetch0(pair + 1);
    }

    // Asks for the entry of a word that comes soon.
    private void PrefetchEntry(ulong hash, SentenceCase sentenceCase)
    {
        if (!Sse.IsSupported) return;
        ulong key = WordScan.KeyOf(hash, sentenceCase, false);
        WordType* pair = PairOf(key);
        byte* entry = (byte*)(pair->Key == key ? pair : pair + 1);
        for (int offset = 64; offset < sizeof(WordType); offset += 64) Sse.Prefetch0(entry + offset);
    }

    private void Fill(WordType* type, ulong key, ReadOnlySpan<char> form, SentenceCase sentenceCase, bool initial, int at, TaggerScratch s)
    {
        _model.Analyser.Fill(form, sentenceCase, at, s);
        _model.Analyser.Candidates(s, at, sentenceCase, initial);
        type->Key = key;
        s.EarlyMargin[at] = _model.Early.OfClass(s.Forms[at].Lower, s.Ambiguity[at]);
        type->Take(s, at);
        type->Sum(s, at, _model.ClassWeights, _shared);
    }

    // What lies before and after the sentence.
    private void AddEdges(short* sums, int count)
    {
        const int P = TaggerScratch.Padding;
        if (count == 0) return;
        AddRow(sums, P, _edges, WordType.After1Row);
        AddRow(sums, P, _edges, WordType.After2Row);
        AddRow(sums, P + 1, _edges, WordType.After2Row);
        AddRow(sums, P + count - 1, _edges + 1, WordType.Before1Row);
        AddRow(sums, P + count - 1, _edges + 1, WordType.Before2Row);
        AddRow(sums, P + count - 2, _edges + 1, WordType.Before2Row);
    }

    private void AddRow(short* sums, int at, WordType* type, int row)
    {
        Debug.Assert(at >= 0);
        short* from = type->Scores + (row * WordType.RowLength), to = sums + (at * WordType.RowLength);
        for (int i = 0; i < _vectors; i++, from += Vector256<short>.Count, to += Vector256<short>.Count) (Vector256.Load(to) + Vector256.Load(from)).Store(to);
    }
}
