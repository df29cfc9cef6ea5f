using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Where a cluster is mentioned, as the salience of what a description may stand for.</summary>
internal sealed class ClusterTrace
{
    private readonly List<(int Start, int Sentence)> _mentions = [];
    private HashSet<ulong>? _words;

    public ClusterTrace(EntityCluster cluster, Document document)
    {
        Cluster = cluster;
        foreach (NameForm form in cluster.Forms)
        {
            foreach (NameMention mention in form.Mentions)
            {
                _mentions.Add((mention.Span.Start, document.SentenceOfToken(Math.Min(document.TokenAtOrAfter(mention.Span.Start), document.Tokens.Count - 1))));
            }
        }

        _mentions.Sort();
    }

    public EntityCluster Cluster { get; }

    public int Count => Math.Max(1, _mentions.Count);

    public void Add(int start, int sentence)
    {
        _mentions.Add((start, sentence));
        _mentions.Sort();
    }

    /// <summary>Whether one of the words stands in the printed names or in the main names of the entry.</summary>
    public bool HasNameWord(ulong[] words)
    {
        _words ??= Words();
        foreach (ulong word in words)
        {
            if (_words.Contains(word)) return true;
        }

        return false;
    }

    /// <summary>Sentences from the nearest mention before a place in the text; from the nearest after it where there is none before.</summary>
    public (int Sentences, bool Later) Distance(int start, int sentence)
    {
        int before = -1, after = int.MaxValue;
        foreach ((int mentionStart, int mentionSentence) in _mentions)
        {
            if (mentionStart < start) before = mentionSentence;
            else after = Math.Min(after, mentionSentence);
        }

        return before >= 0 ? (sentence - before, false) : (after == int.MaxValue ? 0 : after - sentence, true);
    }

    private HashSet<ulong> Words()
    {
        var words = new HashSet<ulong>();
        foreach (NameForm form in Cluster.Forms) words.UnionWith(form.Pieces);
        if (Cluster.Link is { } link)
        {
            AddWords(words, link.Entry.NameIt);
            AddWords(words, link.Entry.NameEn);
        }

        return words;
    }

    private static void AddWords(HashSet<ulong> words, string name)
    {
        for (int offset = 0; FoldedName.TryNext(name, offset, out NameAtom atom); offset = atom.End) words.Add(atom.Hash);
    }
}
