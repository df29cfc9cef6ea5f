namespace Lingotto.Automotive.Times;

/// <summary>A time expression found: the lexemes from <paramref name="Start"/> to the one before <paramref name="End"/>.</summary>
internal readonly record struct TimeMatch(int Start, int End, string Value);
