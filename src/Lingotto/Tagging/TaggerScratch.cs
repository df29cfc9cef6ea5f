namespace Lingotto.Tagging;

/// <summary>Working memory of one tagging call, reused; grows to the longest sentence seen.</summary>
internal sealed class TaggerScratch
{
    /// <summary>Words before the first and after the last, so that features may look two words beyond either end.</summary>
    public const int Padding = 2;

    public const int MaximumCandidates = 10;

    /// <summary>The forms seen last; null in training.</summary>
    public WordTypes? Types;

    /// <summary>The full tags of the forms seen last; null in training.</summary>
    public TagChoices? Choices;

    public WordForm[] Forms = [];

    /// <summary>Keys of the words as types.</summary>
    public ulong[] TypeKey = [];

    /// <summary>Sums of the weights of each class at each word, of the features that look at one word only; not in training.</summary>
    public short[] Sums = [];

    /// <summary>How far ahead a class must be by <see cref="Sums"/> to be taken at once; not in training.</summary>
    public int[] EarlyMargin = [];

    /// <summary>Set of the exact form and of the lower-cased one, -1 where unknown.</summary>
    public int[] ExactSet = [], LowerSet = [];

    /// <summary>Classes the word may have.</summary>
    public ulong[] Mask = [];

    /// <summary>Hash of the mask: the word's ambiguity.</summary>
    public uint[] Ambiguity = [];

    /// <summary>Classes of nouns and pronouns, of adpositions, of punctuation, of auxiliaries, of subordinating conjunctions.</summary>
    public ulong NominalMask, PrepositionMask, PunctuationMask, AuxiliaryMask, ConjunctionMask;

    /// <summary>Sets the classes by what they are.</summary>
    public void SetMasks(TagInventory inventory)
    {
        NominalMask = inventory.MaskOf(Upos.Propn) | inventory.MaskOf(Upos.Noun) | inventory.MaskOf(Upos.Pron);
        PrepositionMask = inventory.MaskOf(Upos.Adp);
        PunctuationMask = inventory.MaskOf(Upos.Punct);
        AuxiliaryMask = inventory.MaskOf(Upos.Aux);
        ConjunctionMask = inventory.MaskOf(Upos.Sconj);
    }

    public ushort[] Cluster = [];
    public byte[] Capitals = [];
    /// <summary>Words whose own form must not be looked at; only in training.</summary>
    public bool[] Hidden = [];

    public byte[] CandidateCount = [];
    public byte[] Candidates = [];
    public int[] Unary = [];
    public byte[] Back = [];
    public byte[] Class = [];
    public byte[] Feats = [];
    public int[] Bundle = [];
    public ushort[] Options = new ushort[256];
    public char[] Characters = new char[128];
    public int Count;

    /// <summary>The treebank whose conventions hold: 0 for the finished tagger.</summary>
    public uint Domain;

    public void Resize(int count)
    {
        Count = count;
        if (Forms.Length >= count + (2 * Padding)) return;
        int capacity = Math.Max(64, 2 * count) + (2 * Padding);
        Forms = new WordForm[capacity];
        TypeKey = new ulong[capacity];
        Sums = new short[capacity * WordType.RowLength];
        EarlyMargin = new int[capacity];
        ExactSet = new int[capacity];
        LowerSet = new int[capacity];
        Mask = new ulong[capacity];
        Ambiguity = new uint[capacity];
        Cluster = new ushort[capacity];
        Capitals = new byte[capacity];
        Hidden = new bool[capacity];
        CandidateCount = new byte[capacity];
        Candidates = new byte[capacity * MaximumCandidates];
        Unary = new int[capacity * MaximumCandidates];
        Back = new byte[capacity * MaximumCandidates * MaximumCandidates];
        Class = new byte[capacity];
        Feats = new byte[capacity];
        Bundle = new int[capacity];
    }

    /// <summary>Sets what is known of a word from unlabelled text.</summary>
    public void SetCluster(int at, ushort packed)
    {
        Cluster[at] = (ushort)(packed >> 3);
        Capitals[at] = (byte)(packed & 7);
    }

    /// <summary>Makes the words around the sentence those beyond its ends.</summary>
    public void Pad()
    {
        for (int i = 0; i < Padding; i++)
        {
            Edge(i, 1);
            Edge(Padding + Count + i, 2);
        }
    }

    private void Edge(int at, uint side)
    {
        Forms[at] = new WordForm { Exact = side, Lower = side };
        ExactSet[at] = LowerSet[at] = -1;
        Mask[at] = 0;
        Ambiguity[at] = side;
        Cluster[at] = (ushort)side;
        Capitals[at] = 7;
        Class[at] = TagInventory.MaximumClasses - 1;
        Feats[at] = 255;
        Bundle[at] = -1;
    }
}
