using System.Globalization;
using System.Text;

namespace Lingotto.Cli.Inputs;

/// <summary>Replaces escaped lone surrogates of a JSON text, which no decoder takes, by U+FFFD: one unit for one, so that offsets hold.</summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;   // \uD800

    public static string Replace(string json)
    {
        if (!json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) return json;
        StringBuilder? repaired = null;
        for (int at = 0; at < json.Length;)
        {
            if (json[at] != '\\') { at++; continue; }
            char unit = Unit(json, at);
            if (!char.IsSurrogate(unit)) { at += 2; continue; }
            bool isPair = char.IsHighSurrogate(unit) && char.IsLowSurrogate(Unit(json, at + EscapeLength));
            if (!isPair)
            {
                repaired ??= new StringBuilder(json);
                for (int i = 0; i < 4; i++) repaired[at + 2 + i] = "fffd"[i];
            }

            at += isPair ? 2 * EscapeLength : EscapeLength;
        }

        return repaired?.ToString() ?? json;
    }

    /// <summary>The code unit that an escape at an offset stands for; NUL where there is none.</summary>
    private static char Unit(string json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit) ? (char)unit : '\0';
}
