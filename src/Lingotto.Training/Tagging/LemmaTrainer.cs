using System.Text;
using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>Learns edit scripts from pairs of form and lemma: rules by endings, and entries for the forms that the rules get wrong.</summary>
internal sealed class LemmaTrainer
{
    private const int MinimumSupport = 2;
    private readonly Dictionary<string, ushort> _scriptNumbers = new(StringComparer.Ordinal);
    private readonly List<string> _scripts = [];
    private readonly Dictionary<(ulong Exact, int Bundle), Pair> _exact = [];
    private readonly Dictionary<(ulong Lower, int Bundle), SortedDictionary<ushort, double>> _lower = [];

    private sealed class Pair
    {
        public WordForm Form;
        public SortedDictionary<ushort, double> Scripts = [];
    }

    /// <summary>Adds evidence of a form's lemma.</summary>
    public void Add(string form, int bundle, string lemma, double weight)
    {
        string text = ScriptOf(form, lemma);
        if (!_scriptNumbers.TryGetValue(text, out ushort script))
        {
            if (_scripts.Count == ushort.MaxValue) return;
            _scriptNumbers[text] = script = (ushort)_scripts.Count;
            _scripts.Add(text);
        }

        WordForm word = WordForm.Of(form);
        if (!_exact.TryGetValue((word.Exact, bundle), out Pair? pair)) _exact[(word.Exact, bundle)] = pair = new Pair { Form = word };
        pair.Scripts[script] = pair.Scripts.GetValueOrDefault(script) + weight;
        if (!_lower.TryGetValue((word.Lower, bundle), out SortedDictionary<ushort, double>? lower)) _lower[(word.Lower, bundle)] = lower = [];
        lower[script] = lower.GetValueOrDefault(script) + weight;
    }

    /// <summary>Writes the sections <c>lemma</c> and <c>lemma.scripts</c>.</summary>
    public void Write(ModelWriter writer, ITrainingReport report)
    {
        Dictionary<ulong, ushort> table = Rules();
        int rules = table.Count;
        Exceptions(table);
        report.Line(FormattableString.Invariant($"lemmas: {_scripts.Count} scripts, {rules} rules, {table.Count - rules} forms apart"));
        writer.Add("lemma", HashTable16.Build([.. table.OrderBy(e => e.Key)]));
        writer.Add("lemma.scripts", string.Join('\n', _scripts) + "\n");
    }

    private Dictionary<ulong, ushort> Rules()
    {
        var table = new Dictionary<ulong, ushort>();
        (WordForm Form, int Bundle, ushort Script)[] pairs = [.. _exact.Select(e => (e.Value.Form, e.Key.Bundle, Best(e.Value.Scripts)))];
        var current = new int[pairs.Length];
        Array.Fill(current, -1);
        for (int length = 0; length <= WordForm.MaximumSuffix; length++)
        {
            Dictionary<ulong, (ushort Script, int Votes)> elected = Elect(pairs, length);
            for (int i = 0; i < pairs.Length; i++)
            {
                if (pairs[i].Form.Length < length) continue;
                ulong key = LemmaRules.SuffixKey(pairs[i].Form, length, pairs[i].Bundle);
                (ushort best, int votes) = elected[key];
                if (best == current[i] || (length > 0 && votes < MinimumSupport)) continue;
                table[key] = best;
                current[i] = best;
            }
        }

        return table;
    }

    // The script that most forms with an ending and a tag have.
    private static Dictionary<ulong, (ushort Script, int Votes)> Elect((WordForm Form, int Bundle, ushort Script)[] pairs, int length)
    {
        ulong[] keys = [.. pairs.Select(p => p.Form.Length < length ? 0 : LemmaRules.SuffixKey(p.Form, length, p.Bundle))];
        ushort[] scripts = [.. pairs.Select(p => p.Script)];
        Array.Sort(keys, scripts);
        var elected = new Dictionary<ulong, (ushort Script, int Votes)>();
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            Array.Sort(scripts, start, end - start);
            ushort best = 0;
            int most = 0;
            for (int i = start, run = 0; i < end; i++)
            {
                run = i > start && scripts[i] == scripts[i - 1] ? run + 1 : 1;
                if (run > most) (best, most) = (scripts[i], run);
            }

            elected[keys[start]] = (best, most);
        }

        return elected;
    }

    private void Exceptions(Dictionary<ulong, ushort> table)
    {
        var decided = new Dictionary<ulong, int>();
        foreach (((ulong exact, int bundle), Pair pair) in _exact)
        {
            ushort lowerBest = Best(_lower[(pair.Form.Lower, bundle)]);
            int rule = Rule(pair.Form, bundle, table);
            ulong lowerKey = LemmaRules.FormKey(pair.Form.Lower, bundle);
            ushort own = Best(pair.Scripts);
            if (exact == pair.Form.Lower)
            {
                if (rule != own) table[lowerKey] = own;
            }
            else if (rule != own || decided.ContainsKey(lowerKey))
            {
                table[LemmaRules.FormKey(exact, bundle)] = own;
            }

            decided[lowerKey] = lowerBest;
        }

        // A capitalised form follows the entry of its small-lettered form: where that would change what its own rule gives, it needs an entry too.
        foreach (((ulong exact, int bundle), Pair pair) in _exact)
        {
            if (exact == pair.Form.Lower || !table.TryGetValue(LemmaRules.FormKey(pair.Form.Lower, bundle), out ushort lower)) continue;
            ushort own = Best(pair.Scripts);
            if (lower != own) table[LemmaRules.FormKey(exact, bundle)] = own;
            else table.Remove(LemmaRules.FormKey(exact, bundle));
        }
    }

    private static int Rule(in WordForm form, int bundle, Dictionary<ulong, ushort> table)
    {
        for (int length = Math.Min(WordForm.MaximumSuffix, (int)form.Length); length >= 0; length--)
        {
            if (table.TryGetValue(LemmaRules.SuffixKey(form, length, bundle), out ushort script)) return script;
        }

        return -1;
    }

    private static ushort Best(SortedDictionary<ushort, double> scripts)
    {
        ushort best = 0;
        double most = -1;
        foreach ((ushort script, double count) in scripts)
        {
            if (count > most) (best, most) = (script, count);
        }

        return best;
    }

    internal static string ScriptOf(string form, string lemma)
    {
        string lower = form.ToLowerInvariant(), title = form.Length > 0 ? form[0] + lower[1..] : form;
        int low = Common(lower, lemma), exact = Common(form, lemma), titled = Common(title, lemma);
        (int kind, int common) = low >= exact && low >= titled ? (LemmaRules.LowerBase, low) : exact >= titled ? (LemmaRules.ExactBase, exact) : (LemmaRules.TitleBase, titled);
        string capital = lower.Length > 0 ? char.ToUpperInvariant(lower[0]) + lower[1..] : lower;
        if (Common(capital, lemma) > common) (kind, common) = (LemmaRules.CapitalBase, Common(capital, lemma));
        return new StringBuilder().Append((char)('0' + kind)).Append((char)('0' + Math.Min(form.Length - common, 200))).Append(lemma.AsSpan(common)).ToString();
    }

    private static int Common(string a, string b)
    {
        int n = 0;
        while (n < a.Length && n < b.Length && a[n] == b[n]) n++;
        return n;
    }
}
