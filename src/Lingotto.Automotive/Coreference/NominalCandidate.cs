namespace Lingotto.Automotive;

/// <summary>What a description may stand for, and what speaks for it.</summary>
/// <param name="Trace">A cluster that the article names; null for an institution, and for nothing.</param>
/// <param name="Institution">An entry that the article names only by its place, its plant or its model; null for a cluster, and for nothing.</param>
/// <param name="Features">Names of what is observed.</param>
internal sealed record NominalCandidate(ClusterTrace? Trace, EntityLink? Institution, List<string> Features);
