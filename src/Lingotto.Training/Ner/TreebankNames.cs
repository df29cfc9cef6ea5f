using Lingotto.Ner;

namespace Lingotto.Training.Ner;

/// <summary>
/// Reads the names of a treebank in which whatever is spoken of is marked, named or not (the <c>Entity</c> brackets of GUM): of what is marked as a person,
/// place or organization, the part around its head that is a name.
/// </summary>
internal static class TreebankNames
{
    private static readonly Dictionary<string, HashSet<string>> Links = NameLists.Resource("name-links.tsv").ToDictionary(l => l.Class, l => l.Names.ToHashSet(StringComparer.Ordinal));

    /// <summary>The sentences as tokens with tags.</summary>
    /// <exception cref="CorpusFormatException">The treebank is malformed.</exception>
    public static IEnumerable<IReadOnlyList<(string Form, string Tag)>> Read(TextReader reader, string path)
    {
        foreach (ConlluSentence sentence in Conllu.Read(reader, path)) yield return Tag(sentence.Words);
    }

    private static (string Form, string Tag)[] Tag(IReadOnlyList<ConlluWord> words)
    {
        (string Form, string Tag)[] tokens = [.. words.Select(w => (w.Form, "O"))];
        foreach (Marked marked in Find(words).OrderByDescending(m => m.End - m.Start).ThenBy(m => m.Start))
        {
            if (TypeOf(marked) is not { } type || Head(words, marked) is not (>= 0 and int head)) continue;
            bool isName = words[head].Upos == Upos.Propn || (marked.IsLinked && type != "PER" && words[head].Upos is Upos.Noun or Upos.Adj or Upos.Verb);
            if (!isName || !IsCapital(words[head]) || (type == "PER" && words[head].Feats.Contains("Number=Plur", StringComparison.Ordinal))) continue;
            (int start, int end) = Extend(words, marked, head, type);
            if (tokens[start..end].Any(t => t.Tag != "O")) continue;
            for (int i = start; i < end; i++) tokens[i].Tag = (i == start ? "B-" : "I-") + type;
        }

        return tokens;
    }

    private static string? TypeOf(Marked marked) => marked.Kind switch
    {
        "person" => "PER",
        "organization" => "ORG",
        "place" => "LOC",
        "event" or "abstract" or "object" when marked.IsLinked => "MISC",
        _ => null,
    };

    private static int Head(IReadOnlyList<ConlluWord> words, Marked marked)
    {
        for (int i = marked.Start; i < marked.End; i++)
        {
            int head = words[i].Head - 1;
            if (head < marked.Start || head >= marked.End) return i;
        }

        return -1;
    }

    // The words with capitals around the head, across "of the" and the like where a name follows.
    private static (int Start, int End) Extend(IReadOnlyList<ConlluWord> words, Marked marked, int head, string type)
    {
        int start = head, end = head + 1;
        while (start > marked.Start && GoesOn(words, start - 1, marked.Start)) start--;
        HashSet<string> links = Links.GetValueOrDefault(type) ?? Links["any"];
        while (end < marked.End)
        {
            if (words[end].Upos == Upos.Propn || IsNamePart(words[end]) || (words[end].Upos == Upos.Num && type != "PER"))
            {
                end++;
                continue;
            }

            int next = end + 1;
            while (next < marked.End && words[next].Form is "the" or "The" or "of") next++;
            bool isLink = links.Contains(words[end].Form) && !(type == "LOC" && words[end].Form == "and");
            if (!isLink || next >= marked.End || words[next].Upos != Upos.Propn) break;
            end = next;
        }

        return (start, end);
    }

    private static bool GoesOn(IReadOnlyList<ConlluWord> words, int at, int first) =>
        words[at].Upos == Upos.Propn || IsNamePart(words[at]) || (words[at].Upos == Upos.Num && IsCapital(words[at]))
        || (words[at].Form == "-" && at > first && words[at - 1].Upos == Upos.Propn);

    private static bool IsNamePart(ConlluWord word) => IsCapital(word) && word.Upos is Upos.Adj or Upos.Noun or Upos.Verb;

    private static bool IsCapital(ConlluWord word) => char.IsUpper(word.Form[0]);

    // (1-person-new … opens, 1) closes, in one column for all that begin or end at the word.
    private static List<Marked> Find(IReadOnlyList<ConlluWord> words)
    {
        var open = new List<(string Id, string Kind, int Start, bool IsLinked)>();
        var found = new List<Marked>();
        for (int i = 0; i < words.Count; i++)
        {
            string brackets = words[i].Misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal)) ?? "";
            int at = Math.Min(brackets.Length, "Entity=".Length);
            while (at < brackets.Length)
            {
                int end = brackets.IndexOfAny(['(', ')'], at + 1);
                string part = brackets[at..(end < 0 ? brackets.Length : end)];
                bool closes = end >= 0 && brackets[end] == ')';
                at = end < 0 ? brackets.Length : closes ? end + 1 : end;
                string id = part.TrimStart('(').Split('-')[0];
                if (part[0] == '(')
                {
                    string[] fields = part[1..].Split('-', LinkField + 1);
                    open.Add((id, fields.Length > 1 ? fields[1] : "", i, fields.Length > LinkField));
                }

                int last = closes ? open.FindLastIndex(o => o.Id == id) : -1;
                if (last < 0) continue;
                found.Add(new Marked(open[last].Start, i + 1, open[last].Kind, open[last].IsLinked));
                open.RemoveAt(last);
            }
        }

        return found;
    }

    /// <summary>Where the identity stands among the fields of an opening bracket.</summary>
    private const int LinkField = 7;

    private readonly record struct Marked(int Start, int End, string Kind, bool IsLinked);
}
