namespace Lingotto.Domain;

/// <summary>
/// Names the class that renders a type in a .NET notebook. Notebooks find the attribute by its name, its <see cref="FormatterSourceType"/> and that class's
/// <c>CreateTypeFormatters</c>, so that no package of theirs is referenced.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];
}
