namespace Lingotto.Training.Tagging;

/// <summary>Brings the tags of the Italian treebanks to one scheme of treebank tags.</summary>
internal static class ItalianConventions
{
    public static void Apply(IEnumerable<TaggedSentence> sentences)
    {
        foreach (TaggedSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++)
            {
                if (s.Upos[i] == "AUX" && s.Xpos[i] == "V") s.Xpos[i] = "VA";
            }
        }
    }
}
