namespace Lingotto.Catalyst;

/// <summary>
/// Text in a form that Catalyst leaves as it is. Catalyst deletes control characters, tabs too, after which its offsets no longer fit; here each becomes a space,
/// one for one, so that offsets hold.
/// </summary>
internal static class CatalystText
{
    public static string Sanitize(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (copy, source) =>
    {
        for (int i = 0; i < source.Length; i++) copy[i] = char.IsControl(source[i]) || IsLoneSurrogate(source, i) ? ' ' : source[i];
    });

    /// <summary>Whether the code unit is half of no pair.</summary>
    public static bool IsLoneSurrogate(ReadOnlySpan<char> text, int index)
    {
        if (char.IsHighSurrogate(text[index])) return index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]);
        return char.IsLowSurrogate(text[index]) && (index == 0 || !char.IsHighSurrogate(text[index - 1]));
    }

    /// <summary>The blocks between blank lines, since Catalyst ends no sentence at a line break.</summary>
    public static IEnumerable<TextSpan> Blocks(string text, TextSpan part)
    {
        int start = part.Start;
        for (int i = part.Start; i < part.End; i++)
        {
            if (text[i] != '\n') continue;
            int next = i + 1;
            while (next < part.End && text[next] is ' ' or '\t' or '\r') next++;
            if (next >= part.End || text[next] != '\n') continue;
            if (i > start) yield return TextSpan.FromBounds(start, i);
            start = next;
        }

        if (part.End > start) yield return TextSpan.FromBounds(start, part.End);
    }
}
