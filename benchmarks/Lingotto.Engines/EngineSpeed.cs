using System.Text;
using Lingotto.Training;

namespace Lingotto.Engines;

/// <summary>Times engines on one thread by the processor time of the whole process, which takes in the garbage collector's: the best of several rounds, engines by turns.</summary>
public static class EngineSpeed
{
    private const int Rounds = 15, ArticleLength = 3000, Copies = 3;

    /// <summary>The text of a treebank in pieces of an article's length, several times over.</summary>
    public static IReadOnlyList<string> Articles(IReadOnlyList<ConlluSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var articles = new List<string>();
        var article = new StringBuilder();
        foreach (ConlluSentence sentence in sentences)
        {
            article.Append(sentence.Text).Append(' ');
            if (article.Length < ArticleLength) continue;
            articles.Add(article.ToString());
            article.Clear();
        }

        articles.Add(article.ToString());
        return [.. Enumerable.Repeat(articles, Copies).SelectMany(a => a)];
    }

    /// <summary>Tokens a second and bytes allocated per token of each reader, null for one that is null.</summary>
    public static IReadOnlyList<(double TokensPerSecond, double BytesPerToken)?> Measure(IReadOnlyList<Func<string, int>?> readers, IReadOnlyList<string> articles)
    {
        ArgumentNullException.ThrowIfNull(readers);
        ArgumentNullException.ThrowIfNull(articles);
        var best = new (double TokensPerSecond, double BytesPerToken)?[readers.Count];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < best.Length; i++)
            {
                if (readers[i] is not { } read) continue;
                (double speed, double bytes) = Once(read, articles);
                if (best[i] is not { } before || speed > before.TokensPerSecond) best[i] = (speed, bytes);
            }
        }

        return best;
    }

    private static (double Speed, double Bytes) Once(Func<string, int> read, IReadOnlyList<string> articles)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan started = Environment.CpuUsage.TotalTime;
        int tokens = 0;
        foreach (string article in articles) tokens += read(article);
        double seconds = Math.Max(1e-3, (Environment.CpuUsage.TotalTime - started).TotalSeconds);
        return (tokens / seconds, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / tokens);
    }
}
