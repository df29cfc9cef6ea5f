using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>A definite description in the text.</summary>
/// <param name="Span">The noun with its adjectives, without the determiner.</param>
/// <param name="Head">The noun.</param>
/// <param name="Sentence">The sentence that it stands in.</param>
/// <param name="Place">The place that its adjective or complement names; null where there is none.</param>
internal readonly record struct NominalPhrase(TextSpan Span, NominalHead Head, int Sentence, EntityId? Place)
{
    /// <summary>The determiner, in lower case and without an apostrophe.</summary>
    public string Determiner { get; init; } = "";

    /// <summary>Whether words stand between the determiner and the noun.</summary>
    public bool IsModified { get; init; }

    /// <summary>Whether the description goes on after the noun.</summary>
    public bool IsComplemented { get; init; }
}
