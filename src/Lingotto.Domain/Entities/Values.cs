using System.Globalization;

namespace Lingotto.Domain;

/// <summary>A time expression with its value.</summary>
/// <param name="Id">Its name within the analysis, such as <c>t1</c>.</param>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Text">The expression as printed.</param>
/// <param name="Value">ISO 8601 as DOMAIN section 2 has it: <c>2024-05-31</c>, <c>2025-Q3</c>, <c>2022/2024</c>, <c>P3Y</c>, <c>PRESENT_REF</c>.</param>
public sealed record TimeExpression(string Id, int Start, int End, string Text, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Text} = {Value}";
}

/// <summary>A number with its unit.</summary>
/// <param name="Id">Its name within the analysis, such as <c>q1</c>.</param>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Text">The expression as printed.</param>
/// <param name="Value">The number in whole units.</param>
/// <param name="Unit"><c>vehicles</c>, <c>jobs</c>, <c>percent</c>, a currency by ISO 4217, <c>GWh</c>, <c>kWh</c>, <c>km</c>, <c>plants</c>, <c>models</c> or <c>count</c>.</param>
public sealed record Quantity(string Id, int Start, int End, string Text, decimal Value, string Unit)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Text} = {Value} {Unit}");
}

/// <summary>Who is what where.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="Organization">Id of the organization, or of a place that stands for one.</param>
/// <param name="Role">Id of the role; null where none is printed.</param>
public sealed record Affiliation(string Person, string Organization, string? Role)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Person} is {Role ?? "?"} at {Organization}";
}

/// <summary>Direct speech.</summary>
/// <param name="Speaker">Id of the person or organization that speaks.</param>
/// <param name="Start">Offset of the first UTF-16 code unit within the quotation marks.</param>
/// <param name="End">Offset after the last one.</param>
/// <param name="Text">The words as printed.</param>
public sealed record Quote(string Speaker, int Start, int End, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Speaker}: “{Text}”";
}
