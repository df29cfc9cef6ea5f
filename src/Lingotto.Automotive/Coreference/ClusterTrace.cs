using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Where a cluster is mentioned, as the salience of what a description may stand for.</summary>
internal sealed class ClusterTrace
{
    private readonly List<(int Start, int Sentence)> _mentions = [];
    private HashSet<ulong>? _words;

    private readonly Document _document;

    public ClusterTrace(EntityCluster cluster, Document document)
    {
        Cluster = cluster;
        _document = document;
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

    /// <summary>Offset of the first mention.</summary>
    public int First => _mentions.Count == 0 ? int.MaxValue : _mentions[0].Start;

    /// <summary>Offset of the last mention before a place in the text; -1 where there is none.</summary>
    public int LastBefore(int start)
    {
        int last = -1;
        foreach ((int mentionStart, _) in _mentions)
        {
            if (mentionStart < start) last = mentionStart;
        }

        return last;
    }

    /// <summary>How many mentions stand before a place in the text.</summary>
    public int CountBefore(int start)
    {
        int count = 0;
        foreach ((int mentionStart, _) in _mentions)
        {
            if (mentionStart < start) count++;
        }

        return count;
    }

    /// <summary>Whether a mention is the first or second token of its sentence.</summary>
    public bool StartsSentence(int start)
    {
        if (start < 0) return false;
        int token = _document.TokenAtOrAfter(start);
        return token - _document.SentenceFirstToken[_document.SentenceOfToken(token)] <= 1;
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
