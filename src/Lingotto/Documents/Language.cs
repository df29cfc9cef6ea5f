using System.Diagnostics.CodeAnalysis;

namespace Lingotto;

/// <summary>A natural language, by its ISO 639 code; <c>und</c> where it could not be determined.</summary>
public readonly struct Language : IEquatable<Language>
{
    private readonly string? _code;

    private Language(string code) => _code = code;

    /// <summary>Italian, <c>it</c>.</summary>
    public static Language Italian { get; } = new("it");

    /// <summary>English, <c>en</c>.</summary>
    public static Language English { get; } = new("en");

    /// <summary>No language could be determined, <c>und</c>.</summary>
    public static Language Undetermined => default;

    /// <summary>The ISO 639 code in lower case: two letters where there is such a code, else three.</summary>
    public string Code => _code ?? "und";

    /// <summary>Whether the language is one that Lingotto analyses: Italian or English.</summary>
    public bool IsSupported => this == Italian || this == English;

    /// <summary>The language of an ISO 639 code of two or three lower-case letters.</summary>
    /// <exception cref="FormatException">The code has another form.</exception>
    public static Language Parse(string code) =>
        TryParse(code, out Language language) ? language : throw new FormatException($"'{code}' is no ISO 639 code of two or three lower-case letters.");

    /// <summary>Reads an ISO 639 code; false where it is not two or three lower-case letters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? code, out Language language)
    {
        language = default;
        if (code is null || code.Length is < 2 or > 3 || code.AsSpan().ContainsAnyExceptInRange('a', 'z')) return false;
        language = code switch { "it" => Italian, "en" => English, "und" => default, _ => new Language(code) };
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Language other) => Code == other.Code;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Language other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether both are the same language.</summary>
    public static bool operator ==(Language left, Language right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(Language left, Language right) => !left.Equals(right);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
