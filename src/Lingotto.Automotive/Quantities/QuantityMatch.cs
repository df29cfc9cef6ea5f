namespace Lingotto.Automotive.Quantities;

/// <summary>A quantity found: the lexemes from <paramref name="Start"/> to the one before <paramref name="End"/>.</summary>
internal readonly record struct QuantityMatch(int Start, int End, decimal Value, string Unit);
