using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Which cluster's name, if any, a token belongs to.</summary>
internal sealed class NameMap
{
    private readonly EntityCluster?[] _clusters;
    private readonly int[] _last;

    public NameMap(Document document, List<EntityCluster> clusters)
    {
        _clusters = new EntityCluster?[document.Tokens.Count];
        _last = new int[document.Tokens.Count];
        foreach (EntityCluster cluster in clusters)
        {
            foreach (NameForm form in cluster.Forms)
            {
                foreach (NameMention mention in form.Mentions) Mark(document, cluster, mention.Span);
            }
        }
    }

    public EntityCluster? At(int token) => _clusters[token];

    /// <summary>The last token of the name that begins at a token.</summary>
    public int LastToken(int token) => _last[token];

    private void Mark(Document document, EntityCluster cluster, TextSpan span)
    {
        int first = document.TokenAtOrAfter(span.Start), end = document.TokenAtOrAfter(span.End - 1) + 1;
        for (int token = first; token < end && token < _clusters.Length; token++)
        {
            _clusters[token] = cluster;
            _last[token] = end - 1;
        }
    }
}
