using System.Globalization;
using System.Text;

namespace Lingotto.Training.Tokenization;

/// <summary>Collects the multiword tokens of labelled texts as the rules of a <see cref="MultiwordTable"/>.</summary>
internal sealed class MultiwordExtractor
{
    private const double SmallestShare = 0.04;
    private const double CertainShare = 0.995;

    private readonly SortedDictionary<string, Dictionary<string, int>> _splits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(LabelledText text)
    {
        foreach ((int start, int end, string[]? words) in text.Tokens)
        {
            string form = Fold(text.Text[start..end]);
            _counts[form] = _counts.GetValueOrDefault(form) + 1;
            if (words is null) continue;
            if (!_splits.TryGetValue(form, out Dictionary<string, int>? splits)) _splits[form] = splits = new(StringComparer.Ordinal);
            string split = string.Join(' ', words.Select(Fold));
            splits[split] = splits.GetValueOrDefault(split) + 1;
        }
    }

    /// <summary>The section's text: the forms found that no ending or clitic of <paramref name="rules"/> explains, and those rules.</summary>
    public string Write(string rules, StemTable? stems)
    {
        var text = new StringBuilder(rules.ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n');
        MultiwordTable explained = MultiwordTable.Create(text.ToString(), stems);
        foreach ((string form, Dictionary<string, int> splits) in _splits)
        {
            (string words, int count) = splits.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value)).First();
            int all = _counts[form], split = splits.Values.Sum();
            bool always = (split == all && split >= 4) || (split >= 30 && split >= CertainShare * all);
            if (split < 2 || split < SmallestShare * all || (!always && IsExplained(explained, form, words))) continue;
            text.Append(CultureInfo.InvariantCulture, $"form\t{form}\t{words}\t{(always ? "always" : "ask")}\n");
        }

        return text.ToString();
    }

    private static bool IsExplained(MultiwordTable table, string form, string words)
    {
        var document = new DocumentBuilder();
        document.Reset(form);
        var reader = new AtomReader(form, 0);
        Atom atom = default;
        RawToken token = default;
        for (reader.Next(ref atom); atom.Kind != AtomKind.None; reader.Next(ref atom))
        {
            if (token.AtomCount == 0) token.Begin(atom);
            else token.Grow(atom);
        }

        token.Hash = TextHash.Of(form);
        if (table.Find(token, form, out _) is not { } rule) return false;
        document.BeginSentence();
        document.AddMultiwordToken(0, form.Length);
        MultiwordForms.Write(document, form, rule);
        var found = new List<string>();
        for (int i = 0; i < document.WordCount; i++) found.Add(document.Form(i).ToString());
        return string.Join(' ', found) == words;
    }

    private static string Fold(string form) => string.Create(form.Length, form, (span, f) =>
    {
        for (int i = 0; i < f.Length; i++) span[i] = TextHash.Fold(f[i]);
    });
}
