using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>A sentence to learn from, with its tags as numbers of an inventory.</summary>
internal sealed class TaggedSentence
{
    public required string[] Forms { get; init; }
    public required string[] Upos { get; init; }
    public required string[] Xpos { get; init; }

    /// <summary>Features; null where they are not known.</summary>
    public required string?[] Feats { get; init; }

    /// <summary>Lemmas; null where they are not known.</summary>
    public required string?[] Lemmas { get; init; }

    public required int Domain { get; init; }

    /// <summary>A copy in other capitals, which must not count for the lexicon.</summary>
    public bool IsCopy { get; init; }

    public SentenceCase Case { get; set; }
    public byte[] Class { get; set; } = [];

    /// <summary>Full tags; -1 where features are not known.</summary>
    public int[] Bundle { get; set; } = [];

    public int Count => Forms.Length;

    public TaggedSentence WithForms(Func<string, string> change) => new()
    {
        Forms = [.. Forms.Select(change)], Upos = Upos, Xpos = Xpos, Feats = Feats, Lemmas = Lemmas, Domain = Domain, IsCopy = true, Class = Class, Bundle = Bundle,
    };
}
