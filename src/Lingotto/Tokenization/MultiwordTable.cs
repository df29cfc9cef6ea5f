using System.Globalization;

namespace Lingotto;

/// <summary>How a token's words are found.</summary>
internal enum SplitKind : byte
{
    /// <summary>It is one word.</summary>
    None,

    /// <summary>It is always several words.</summary>
    Always,

    /// <summary>It may be several words: the context decides.</summary>
    Ask,
}

/// <summary>A way to split a token: the forms of its words, of which the first is null where it is what the others leave.</summary>
/// <param name="Kind">Whether the split is certain.</param>
/// <param name="Key">A number of the way, for features.</param>
/// <param name="Tail">The text at the token's end that the words other than the first stand for; empty where the words are written out.</param>
/// <param name="Words">The words in lower case, without the first where <paramref name="Tail"/> is not empty.</param>
internal sealed record SplitRule(SplitKind Kind, uint Key, string Tail, string[] Words);

/// <summary>
/// The multiword tokens of a language: whole forms (<c>della</c>), endings after an apostrophe (<c>n't</c>) and clitics after a known verb stem
/// (<c>far</c>|<c>lo</c>).
/// </summary>
/// <remarks>
/// Section <c>multiwords</c>, lines of tab-separated fields: <c>form</c>, form, words, <c>always</c> or <c>ask</c>; <c>ending</c>, ending, words;
/// <c>clitic</c>, ending, words. Section <c>stems</c> is optional, see <see cref="StemTable"/>.
/// </remarks>
internal sealed class MultiwordTable
{
    private const int ShortestCliticToken = 4;
    private const int LongestToken = 32;

    private readonly Dictionary<uint, SplitRule> _forms = [];
    private readonly List<SplitRule> _endings = [];
    private readonly SplitRule[]?[] _clitics = new SplitRule[32 * 32][];
    private readonly StemTable? _stems;

    private MultiwordTable(StemTable? stems) => _stems = stems;

    public static MultiwordTable Open(ModelFile file)
    {
        var table = new MultiwordTable(file.HasSection("stems") ? StemTable.Open(file, "stems") : null);
        table.Read(file.Text("multiwords"), file.Name);
        return table;
    }

    public static MultiwordTable Create(string content, StemTable? stems)
    {
        var table = new MultiwordTable(stems);
        table.Read(content, "new model");
        return table;
    }

    /// <summary>The split of a token, null where there is none; <paramref name="stem"/> is the type of its verb stem, if that is what speaks for it.</summary>
    public SplitRule? Find(in RawToken token, ReadOnlySpan<char> text, out StemType stem)
    {
        stem = StemType.None;
        if (_forms.TryGetValue(token.Hash, out SplitRule? form)) return form;
        if (token.HasApostrophe) return Ending(text.Slice(token.Start, token.Length));
        if (_stems is null || token.Kind != AtomKind.Letters || token.AtomCount != 1 || token.Length is < ShortestCliticToken or > LongestToken) return null;
        return Clitic(text.Slice(token.Start, token.Length), _stems, out stem);
    }

    private SplitRule? Ending(ReadOnlySpan<char> token)
    {
        if (token.Length > LongestToken) return null;
        foreach (SplitRule rule in _endings)
        {
            if (token.Length > rule.Tail.Length && EndsWith(token, rule.Tail) && char.IsLetterOrDigit(token[^(rule.Tail.Length + 1)])) return rule;
        }

        return null;
    }

    private SplitRule? Clitic(ReadOnlySpan<char> token, StemTable stems, out StemType stem)
    {
        stem = StemType.None;
        if (Slot(token) is not (>= 0 and int slot) || _clitics[slot] is not { } rules) return null;
        foreach (SplitRule rule in rules)
        {
            if (token.Length < rule.Tail.Length + 2 || !EndsWith(token, rule.Tail)) continue;
            stem = stems.Find(TextHash.Of(token[..^rule.Tail.Length]));
            if (stem != StemType.None) return rule;
        }

        return null;
    }

    private static int Slot(ReadOnlySpan<char> text)
    {
        int a = TextHash.Fold(text[^2]) - 'a', b = TextHash.Fold(text[^1]) - 'a';
        return (uint)a < 26 && (uint)b < 26 ? (a * 32) + b : -1;
    }

    private static bool EndsWith(ReadOnlySpan<char> token, string tail)
    {
        ReadOnlySpan<char> end = token[^tail.Length..];
        for (int i = 0; i < tail.Length; i++)
        {
            if (TextHash.Fold(end[i]) != tail[i]) return false;
        }

        return true;
    }

    private void Read(string content, string file)
    {
        var clitics = new List<SplitRule>();
        uint key = 1;
        foreach (string line in content.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split('\t');
            if (fields.Length != 4) throw new ModelFormatException(file, "multiwords", string.Create(CultureInfo.InvariantCulture, $"expected four fields, found {fields.Length} in rule {key}"));
            SplitKind kind = fields[3] == "always" ? SplitKind.Always : SplitKind.Ask;
            string[] words = fields[2].Split(' ');
            switch (fields[0])
            {
                case "form": _forms[TextHash.Of(fields[1])] = new SplitRule(kind, key, "", words); break;
                case "ending": _endings.Add(new SplitRule(kind, key, fields[1], words)); break;
                default: clitics.Add(new SplitRule(kind, key, fields[1], words)); break;
            }

            key++;
        }

        _endings.Sort((x, y) => y.Tail.Length.CompareTo(x.Tail.Length));
        foreach (IGrouping<int, SplitRule> group in clitics.GroupBy(c => Slot(c.Tail))) _clitics[group.Key] = [.. group.OrderByDescending(c => c.Tail.Length)];
    }
}
