using System.Text;

namespace Lingotto.Training.Tokenization;

/// <summary>
/// Restores raw text from sentences of tagged syntactic words (<c>word TAB tag TAB UPOS</c>): contractions and clitics are written together
/// again, and spaces are put where Italian has them.
/// </summary>
internal static class TaggedWordTexts
{
    /// <summary>Reads a file; contractions are those of <paramref name="contractions"/>, from <c>di il</c> to <c>del</c>.</summary>
    public static LabelledText Read(string path, IReadOnlyDictionary<string, string> contractions, float weight)
    {
        var text = new LabelledText { Weight = weight };
        var words = new List<(string Form, string Tag)>();
        using StreamReader reader = LabelledText.Open(path);
        string? line;
        do
        {
            line = reader.ReadLine();
            if (string.IsNullOrEmpty(line))
            {
                if (words.Count > 0) Append(text, Merge(words, contractions));
                words.Clear();
            }
            else
            {
                string[] fields = line.Split('\t');
                words.Add((fields[0], fields[1]));
            }
        }
        while (line is not null);
        return text;
    }

    /// <summary>The contractions of a table of multiword forms: those that begin with a preposition.</summary>
    public static Dictionary<string, string> Contractions(string rules)
    {
        var contractions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in rules.ReplaceLineEndings("\n").Split('\n'))
        {
            string[] fields = line.Split('\t');
            if (fields[0] == "form" && !fields[2].StartsWith("con ", StringComparison.Ordinal) && !fields[2].StartsWith("per ", StringComparison.Ordinal)) contractions[fields[2]] = fields[1];
        }

        return contractions;
    }

    private static List<(string Form, string[]? Words)> Merge(List<(string Form, string Tag)> words, IReadOnlyDictionary<string, string> contractions)
    {
        var tokens = new List<(string, string[]?)>(words.Count);
        for (int i = 0; i < words.Count; i++)
        {
            (string form, string tag) = words[i];
            if (tag == "E" && i + 1 < words.Count && words[i + 1].Tag == "RD"
                && contractions.TryGetValue(form.ToLowerInvariant() + " " + words[i + 1].Form.ToLowerInvariant(), out string? contraction))
            {
                tokens.Add((Cased(contraction, form), [form, words[i + 1].Form]));
                i++;
                continue;
            }

            int end = i + 1;
            bool host = tag is "V" or "VM" or "VA" && (form.EndsWith('r') || form.EndsWith("ndo", StringComparison.Ordinal));
            bool cluster = tag == "PC" && form.Equals("glie", StringComparison.OrdinalIgnoreCase);
            if (host || cluster)
            {
                while (end < words.Count && words[end].Tag == "PC") end++;
            }

            tokens.Add(end == i + 1 ? (form, null) : (string.Concat(words.Skip(i).Take(end - i).Select(w => w.Form)), [.. words.Skip(i).Take(end - i).Select(w => w.Form)]));
            i = end - 1;
        }

        return tokens;
    }

    private static string Cased(string contraction, string first) =>
        !char.IsUpper(first[0]) ? contraction
        : first.Length > 1 && char.IsUpper(first[1]) ? contraction.ToUpperInvariant()
        : char.ToUpperInvariant(contraction[0]) + contraction[1..];

    // The corpus has straight quotation marks alone; news has all kinds, so that they take turns.
    private static void Append(LabelledText text, List<(string Form, string[]? Words)> tokens)
    {
        (string open, string close) = (text.SentenceStarts.Count % 4) switch { 1 => ("«", "»"), 2 => ("“", "”"), _ => ("\"", "\"") };
        bool within = false;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Form != "\"") continue;
            tokens[i] = (within ? close : open, null);
            within = !within;
        }

        var line = new StringBuilder();
        bool quoted = false, glued = true;
        foreach ((string form, _) in tokens)
        {
            bool closing = form is "." or "," or ";" or ":" or "?" or "!" or ")" or "]" or "»" or "%" or "..." or "”" || (form == "\"" && quoted);
            if (!glued && !closing) line.Append(' ');
            line.Append(form);
            glued = form is "(" or "[" or "«" or "“" || (form == "\"" && !quoted) || (form.Length > 1 && form[^1] is '\'' or '’' && char.IsLetter(form[^2]) && !IsApocope(form));
            if (form == "\"") quoted = !quoted;
        }

        text.Append(line.ToString(), tokens, " ");
    }

    private static bool IsApocope(string form) => form.ToLowerInvariant() is "po'" or "mo'" or "fa'" or "va'" or "da'" or "di'" or "de'" or "e'" or "piu'" or "be'";
}
