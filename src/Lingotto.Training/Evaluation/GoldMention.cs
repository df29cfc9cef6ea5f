using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>An annotated mention of a gold article.</summary>
/// <param name="Tag">Its mark in the file, such as <c>T3</c>.</param>
/// <param name="Span">Where it stands, in UTF-16 code units of the text.</param>
/// <param name="Kind">What it is; <see cref="EntityKind.Role"/> for a job title.</param>
/// <param name="Subkind">The finer kind, null where none is given.</param>
/// <param name="Kb">The identifier, null where it is NIL.</param>
/// <param name="NilSlug"><c>NIL:slug</c>, which mentions of the same unknown entity share; null where there is none.</param>
/// <param name="Nominal">Whether it is a description and not a name.</param>
public sealed record GoldMention(string Tag, TextSpan Span, EntityKind Kind, EntitySubkind? Subkind, EntityId? Kb, string? NilSlug, bool Nominal);
