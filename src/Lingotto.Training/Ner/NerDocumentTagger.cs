using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>Tags the sentences of a corpus as running text: in a second pass each name is drawn to how the same word was tagged in the sentences around.</summary>
internal sealed class NerDocumentTagger(NameTagger tagger)
{
    private const int Window = 25;

    /// <summary>The names of each sentence.</summary>
    public IReadOnlyList<IReadOnlyList<UnitSpan>> Tag(IReadOnlyList<NerSentence> sentences)
    {
        NameTagger.Workspace workspace = tagger.CreateWorkspace();
        Seen[] seen = [.. sentences.Select(s => FirstPass(s, workspace))];
        var memory = new NameMemory(tagger.Model.Scheme);
        var result = new List<IReadOnlyList<UnitSpan>>();
        for (int s = 0; s < Math.Min(Window, seen.Length); s++) seen[s].AddTo(memory, 1);
        for (int s = 0; s < seen.Length; s++)
        {
            if (s + Window < seen.Length) seen[s + Window].AddTo(memory, 1);
            if (s - Window - 1 >= 0) seen[s - Window - 1].AddTo(memory, -1);
            result.Add(SecondPass(seen[s], memory, workspace));
        }

        return result;
    }

    private Seen FirstPass(NerSentence sentence, NameTagger.Workspace workspace)
    {
        UnitColumns units = workspace.Units;
        units.Clear();
        for (int i = 0; i < sentence.Count; i++) units.Add(sentence.Text, sentence.Start[i], sentence.Length[i]);
        units.Complete(tagger.Lexicon);
        tagger.Score(workspace);
        int labels = tagger.Model.Scheme.LabelCount, types = tagger.Types.Count + 1;
        var seen = new Seen(new float[sentence.Count * labels], new float[sentence.Count * types], units.Lower[..sentence.Count], units.IsCapital[..sentence.Count], units.IsPlain[..sentence.Count], types);
        for (int i = 0; i < sentence.Count; i++) workspace.Lattice.ScoresAt(i).CopyTo(seen.Scores.AsSpan(i * labels, labels));
        workspace.Lattice.Decode(new int[sentence.Count]);
        for (int i = 0; i < sentence.Count; i++) NameMemory.TypeProbabilities(workspace.Lattice.MarginalsAt(i), seen.TypesAt(i));
        return seen;
    }

    private List<UnitSpan> SecondPass(Seen seen, NameMemory memory, NameTagger.Workspace workspace)
    {
        int count = seen.Words.Length, labels = tagger.Model.Scheme.LabelCount;
        workspace.Lattice.Reset(count);
        for (int i = 0; i < count; i++)
        {
            if (seen.IsPlain[i])
            {
                workspace.Lattice.SetOutside(i);
                continue;
            }

            Span<float> scores = workspace.Lattice.ScoresAt(i);
            seen.Scores.AsSpan(i * labels, labels).CopyTo(scores);
            if (seen.IsCapital[i]) memory.Adjust(seen.Words[i], seen.TypesAt(i), scores);
        }

        var best = new int[count];
        workspace.Lattice.Decode(best);
        return NameTagger.Spans(best);
    }

    private sealed record Seen(float[] Scores, float[] Types, uint[] Words, bool[] IsCapital, bool[] IsPlain, int TypeCount)
    {
        public Span<float> TypesAt(int unit) => Types.AsSpan(unit * TypeCount, TypeCount);

        public void AddTo(NameMemory memory, int sign)
        {
            for (int i = 0; i < Words.Length; i++)
            {
                if (IsCapital[i]) memory.Add(Words[i], TypesAt(i), sign);
            }
        }
    }
}
