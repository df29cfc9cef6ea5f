namespace Lingotto.Cli.Inputs;

/// <summary>An article as it came in.</summary>
/// <param name="Article">The article.</param>
/// <param name="IsExtracted">Whether its text was extracted from HTML, so that an analysis must carry it.</param>
internal sealed record InputArticle(Article Article, bool IsExtracted);

/// <summary>What the options say of every article.</summary>
/// <param name="Kind">How inputs are written; null to go by their extension.</param>
/// <param name="Published">The date of articles that carry none.</param>
/// <param name="Language">The language of all articles, null to identify it.</param>
internal sealed record InputOptions(InputKind? Kind, DateOnly? Published, Language? Language);
