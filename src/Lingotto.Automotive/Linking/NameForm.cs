using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>One name of one kind as an article prints it, with all its mentions and what it may mean.</summary>
internal sealed class NameForm
{
    private const double DefiniteConfidence = 0.97;

    public NameForm(string text, EntityKind kind)
    {
        (Text, Kind) = (text, kind);
        Key = FoldedName.Key(text);
        var hashes = new List<ulong>();
        for (int offset = 0; FoldedName.TryNext(text, offset, out NameAtom atom); offset = atom.End)
        {
            hashes.Add(atom.Hash);
            if (atom.Length == 1) Initials |= 1u << Math.Min(hashes.Count - 1, 31);
        }

        Pieces = [.. hashes];
    }

    /// <summary>The name as first printed.</summary>
    public string Text { get; }

    /// <summary>The kind that the recogniser gave it.</summary>
    public EntityKind Kind { get; }

    public ulong Key { get; }

    /// <summary>The hashes of its folded pieces.</summary>
    public ulong[] Pieces { get; }

    /// <summary>A bit for each piece that is one letter.</summary>
    public uint Initials { get; }

    /// <summary>Its mentions in order of the text.</summary>
    public List<NameMention> Mentions { get; } = [];

    /// <summary>What it may mean.</summary>
    public List<LinkCandidate> Candidates { get; set; } = [];

    public int FirstStart => Mentions[0].Span.Start;

    /// <summary>How sure the recogniser was of the kind, on average.</summary>
    public double Confidence
    {
        get
        {
            double sum = 0;
            foreach (NameMention mention in Mentions) sum += mention.Confidence;
            return Math.Min(sum / Mentions.Count, DefiniteConfidence);
        }
    }

    public bool IsSuffixOf(NameForm longer) => longer.Pieces.Length > Pieces.Length && longer.Pieces.AsSpan().EndsWith(Pieces);

    public bool IsPrefixOf(NameForm longer) => longer.Pieces.Length > Pieces.Length && longer.Pieces.AsSpan().StartsWith(Pieces);
}

/// <summary>An entry that a name may mean, and how the name fits it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Exactness">How closely the name is repeated.</param>
/// <param name="IsAmbiguous">Whether the tables call the name unsafe.</param>
/// <param name="IsAlias">Whether it is not the main name.</param>
/// <param name="IsPartial">Whether only a part of the print is the name.</param>
internal readonly record struct LinkCandidate(KnowledgeBaseEntry Entry, GazetteerExactness Exactness, bool IsAmbiguous, bool IsAlias, bool IsPartial)
{
    public CandidateWay Way { get; init; }
}

/// <summary>How a candidate was found.</summary>
internal enum CandidateWay : byte
{
    /// <summary>By its own name.</summary>
    Name,
    /// <summary>A plant, by the town that it lies in.</summary>
    Town,
    /// <summary>By a name that begins as the print does and goes on.</summary>
    Beginning,
}

/// <summary>The names of one thing in an article, and its link.</summary>
internal sealed class EntityCluster
{
    public EntityCluster(NameForm form)
    {
        Forms.Add(form);
        Kind = form.Kind;
    }

    /// <summary>An entity that only descriptions name.</summary>
    public EntityCluster(EntityLink link) => (Link, Kind) = (link, link.Entry.Kind);

    public List<NameForm> Forms { get; } = [];

    public EntityKind Kind { get; set; }

    /// <summary>The entry that it means; null for NIL.</summary>
    public EntityLink? Link { get; set; }

    /// <summary>Descriptions that stand for it.</summary>
    public List<TextSpan> Nominals { get; } = [];

    public NameForm Longest
    {
        get
        {
            NameForm longest = Forms[0];
            foreach (NameForm form in Forms)
            {
                if (form.Text.Length > longest.Text.Length) longest = form;
            }

            return longest;
        }
    }

    public int FirstStart
    {
        get
        {
            int first = int.MaxValue;
            foreach (NameForm form in Forms) first = Math.Min(first, form.FirstStart);
            foreach (TextSpan nominal in Nominals) first = Math.Min(first, nominal.Start);
            return first;
        }
    }

    public void Absorb(EntityCluster other)
    {
        Forms.AddRange(other.Forms);
        Nominals.AddRange(other.Nominals);
        Link ??= other.Link;
        other.Forms.Clear();
    }
}
