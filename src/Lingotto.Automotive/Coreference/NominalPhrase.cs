using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>A definite description in the text.</summary>
/// <param name="Span">The noun with its adjectives, without the determiner.</param>
/// <param name="Head">The noun.</param>
/// <param name="Sentence">The sentence that it stands in.</param>
/// <param name="Place">The place that its adjective or complement names; null where there is none.</param>
internal readonly record struct NominalPhrase(TextSpan Span, NominalHead Head, int Sentence, EntityId? Place);
