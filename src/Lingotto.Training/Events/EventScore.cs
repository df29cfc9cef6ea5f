using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>Counts of one measure.</summary>
internal sealed class Counts
{
    public int Right { get; set; }
    public int Gold { get; set; }
    public int Predicted { get; set; }

    public double F1 => Gold + Predicted == 0 ? 0 : 2.0 * Right / (Gold + Predicted);

    public override string ToString() => FormattableString.Invariant($"P {(Predicted == 0 ? 0 : 100.0 * Right / Predicted):0.0} R {(Gold == 0 ? 0 : 100.0 * Right / Gold):0.0} F1 {100 * F1:0.0}");
}

/// <summary>Triggers, arguments, facts and moods of predicted events against gold ones, as the project's scorer counts them.</summary>
internal sealed class EventScore
{
    public Counts Triggers { get; } = new();
    public Counts Arguments { get; } = new();
    public Counts Facts { get; } = new();
    public Counts Moods { get; } = new();

    public void Add(GoldArticle gold, ArticleAnalysis predicted)
    {
        IReadOnlyList<GoldEvent> wanted = GoldEvent.Of(gold);
        var used = new HashSet<int>();
        foreach (GoldEvent g in wanted)
        {
            int best = -1, bestShared = -1;
            for (int i = 0; i < predicted.Events.Count; i++)
            {
                AutomotiveEvent p = predicted.Events[i];
                if (used.Contains(i) || p.Type != g.Event.Type || p.Trigger.Start >= g.Event.Trigger.End || g.Event.Trigger.Start >= p.Trigger.End) continue;
                int shared = SharedArguments(g, p, gold.Analysis, predicted);
                if (shared > bestShared || (shared == bestShared && p.Arguments.Count < predicted.Events[best].Arguments.Count)) (best, bestShared) = (i, shared);
            }

            if (best < 0) continue;
            used.Add(best);
            Triggers.Right++;
            Arguments.Right += bestShared;
            Moods.Gold++;
            Moods.Predicted++;
            if (predicted.Events[best].Modality == g.Event.Modality && predicted.Events[best].Polarity == g.Event.Polarity) Moods.Right++;
        }

        Triggers.Gold += wanted.Count;
        Triggers.Predicted += predicted.Events.Count;
        Arguments.Gold += wanted.Sum(g => g.Event.Arguments.Count);
        Arguments.Predicted += predicted.Events.Sum(e => e.Arguments.Count);
        AddFacts(FactsOf(gold.Analysis), FactsOf(predicted));
    }

    private void AddFacts(HashSet<string> gold, HashSet<string> predicted)
    {
        Facts.Gold += gold.Count;
        Facts.Predicted += predicted.Count;
        Facts.Right += gold.Count(predicted.Contains);
    }

    private static int SharedArguments(GoldEvent gold, AutomotiveEvent predicted, ArticleAnalysis goldAnalysis, ArticleAnalysis analysis)
    {
        var used = new HashSet<int>();
        int shared = 0;
        for (int a = 0; a < gold.Arguments.Count; a++)
        {
            for (int i = 0; i < predicted.Arguments.Count; i++)
            {
                if (used.Contains(i) || predicted.Arguments[i].Role != gold.Arguments[a].Role) continue;
                string? canonical = EventKey.Canonical(gold.Event.Arguments[a].Ref, goldAnalysis);
                bool same = (canonical is not null && canonical == EventKey.Canonical(predicted.Arguments[i].Ref, analysis))
                    || SpansOf(predicted.Arguments[i].Ref, analysis).Any(s => GoldEvent.IsNear(gold.Arguments[a].Spans, s.Start, s.End));
                if (!same) continue;
                used.Add(i);
                shared++;
                break;
            }
        }

        return shared;
    }

    private static IEnumerable<TextSpan> SpansOf(string reference, ArticleAnalysis analysis)
    {
        if (analysis.FindEntity(reference) is { } entity) return entity.Mentions.Select(m => TextSpan.FromBounds(m.Start, m.End));
        return analysis.Roles.Where(r => r.Id == reference).Select(r => TextSpan.FromBounds(r.Start, r.End))
            .Concat(analysis.Times.Where(t => t.Id == reference).Select(t => TextSpan.FromBounds(t.Start, t.End)))
            .Concat(analysis.Quantities.Where(q => q.Id == reference).Select(q => TextSpan.FromBounds(q.Start, q.End)));
    }

    private static HashSet<string> FactsOf(ArticleAnalysis analysis)
    {
        var facts = new HashSet<string>(StringComparer.Ordinal);
        foreach (AutomotiveEvent e in analysis.Events)
        {
            foreach (EventArgument a in e.Arguments)
            {
                string filler = EventKey.Canonical(a.Ref, analysis) ?? analysis.Roles.Where(r => r.Id == a.Ref).Select(r => r.Text.ToLowerInvariant()).FirstOrDefault() ?? "";
                facts.Add($"{e.Type} {a.Role} {filler}");
            }
        }

        return facts;
    }

    public override string ToString() => $"triggers {Triggers} | arguments {Arguments} | facts {Facts} | mood {Moods}";
}
