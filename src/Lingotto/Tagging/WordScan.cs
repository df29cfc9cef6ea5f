namespace Lingotto.Tagging;

/// <summary>The first look at a form: its hash as it stands, and its capitals.</summary>
internal static class WordScan
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    /// <summary>The hash of a form, its lowest bit set where the form begins with a capital; the capitals are counted.</summary>
    public static ulong Of(ReadOnlySpan<char> form, ref CaseCounter counter)
    {
        ulong hash = (ulong)form.Length * Prime;
        uint small = 0, other = 0;
        foreach (char c in form)
        {
            hash = ((hash ^ c) * Prime) ^ (hash >> 31);
            uint isSmall = (uint)(c - 'a') < 26 ? 1u : 0;
            small += isSmall;
            other |= isSmall ^ 1;
        }

        if (other == 0) counter.AddSmall((int)small);
        else counter.Add(form);
        return (hash & ~1UL) | (form.Length > 0 && char.IsUpper(form[0]) ? 1u : 0);
    }

    /// <summary>The key of a form in a sentence: whatever the analysis of the form depends on.</summary>
    public static ulong KeyOf(ulong hash, SentenceCase sentenceCase, bool initial)
    {
        uint where = ((uint)sentenceCase << 1) | (initial ? (uint)hash & 1 : 0);
        ulong key = (hash + where + 1) * 0xD6E8FEB86659FD93;
        return (key ^ (key >> 32)) * Prime | 1;
    }
}
