using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>An article to learn events from: its document, the analysis without events that the engine gets, and the gold annotation.</summary>
/// <param name="Context">The document with its trees.</param>
/// <param name="Input">Entities, roles, times and quantities: gold ones, or those of the earlier stages.</param>
/// <param name="Gold">The annotation.</param>
public sealed record EventArticle(ArticleContext Context, ArticleAnalysis Input, GoldArticle Gold);
