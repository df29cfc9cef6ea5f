namespace Lingotto.Training.Tagging;

/// <summary>
/// The features of some frequent words that have two readings, by what stands around them: where a treebank has none, or is known to confuse the two.
/// </summary>
internal sealed class ItalianReadings
{
    private const string Locative = "Clitic=Yes|PronType=Prs";
    private const string Us = "Clitic=Yes|Number=Plur|Person=1|PronType=Prs";
    private const string Indicative2 = "Mood=Ind|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin";
    private const string Subjunctive3 = "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
    private const string Imperative2 = "Mood=Imp|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin";
    private const string Am = "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin";
    private const string Are = "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin";

    private readonly Dictionary<string, HashSet<string>> _lists = ReadLists();
    private readonly HashSet<string> _eitherMood, _participles;

    /// <param name="lexicon">The morphological lexicon, which tells what forms have two moods.</param>
    public ItalianReadings(IReadOnlyList<LexiconEntry> lexicon)
    {
        _eitherMood = [.. lexicon.Where(e => e.Upos == "VERB" && e.Feats == Subjunctive3).Select(e => e.Form)];
        _participles = [.. lexicon.Where(e => e.Upos == "VERB" && e.Feats is { } feats && feats.EndsWith("VerbForm=Part", StringComparison.Ordinal)).Select(e => e.Form)];
        _eitherMood.IntersectWith(lexicon.Where(e => e.Upos == "VERB" && e.Feats == Indicative2).Select(e => e.Form));
    }

    /// <summary>Sets the features of such words of a sentence.</summary>
    public void Apply(TaggedSentence s)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Upos[i] == "PRON" && s.Xpos[i] == "PC") Clitic(s, i);
            else if (s.Upos[i] is "AUX" or "VERB" && At(s, i) == "sono" && NeedsPerson(s, i)) s.Feats[i] = IsFirstPerson(s, i) ? Am : Are;
            else if (s.Upos[i] == "VERB" && i == 0 && Is("request", s, i)) s.Feats[i] = Imperative2;
            else if (s.Upos[i] == "VERB" && _eitherMood.Contains(At(s, i)) && NeedsMood(s, i)) s.Feats[i] = IsSecondPerson(s, i) ? Indicative2 : Subjunctive3;
        }
    }

    private static Dictionary<string, HashSet<string>> ReadLists()
    {
        const string Name = "tagging.it.readings.tsv";
        using Stream stream = typeof(ItalianReadings).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"The resource '{Name}' is missing.");
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        reader.ReadLine();
        while (reader.ReadLine() is { } line) lists[line[..line.IndexOf('\t')]] = new HashSet<string>(line[(line.IndexOf('\t') + 1)..].Split(' '), StringComparer.Ordinal);
        return lists;
    }

    private static string At(TaggedSentence s, int i) => i < 0 || i >= s.Count ? "" : s.Forms[i].ToLowerInvariant().Replace('’', '\'');

    private bool Is(string list, TaggedSentence s, int i) => _lists[list].Contains(At(s, i));

    private void Clitic(TaggedSentence s, int i)
    {
        if (IsLocative(s, i)) s.Feats[i] = Locative;
        else if (s.Feats[i] is null && At(s, i) == "ci") s.Feats[i] = Us;
    }

    // "Ci sono", "ci vogliono", "ci si", "ce ne sono", "ce l'ha"; not "ci è stato detto", "ci vuole vedere".
    private bool IsLocative(TaggedSentence s, int i)
    {
        if (Is("there", s, i))
        {
            if (Is("being", s, i + 1)) return s.Forms[^1] != "?" && (!At(s, i + 2).StartsWith("stat", StringComparison.Ordinal) || At(s, i + 1) == "sono");
            if (Is("needing", s, i + 1)) return i + 2 >= s.Count || s.Upos[i + 2] != "VERB";
            return At(s, i + 1) == "si";
        }

        if (!Is("there with ne", s, i)) return false;
        return At(s, i + 1) is "ne" or "n'" ? Is("being", s, i + 2) : At(s, i + 1) == "l'" && Is("having", s, i + 2);
    }

    // Texts without features have the third person nearly everywhere, and two treebanks give the first far too often.
    private static bool NeedsPerson(TaggedSentence s, int i) => s.Feats[i] is null || (s.Domain is 1 or 2 && s.Feats[i] == Am);

    private bool IsFirstPerson(TaggedSentence s, int i) =>
        Is("I", s, i - 1) || Is("I", s, i - 2) || At(s, i + 1) == "io" || (i + 1 < s.Count && s.Xpos[i + 1] is "V" or "VA" && At(s, i + 1) is [.., 't' or 's', 'o' or 'a']);

    // What is given as the second person, or the first, is mostly a subjunctive.
    private bool NeedsMood(TaggedSentence s, int i)
    {
        if (s.Domain > 2 || s.Xpos[i] != "V") return false;
        if (s.Feats[i] is { } feats) return feats.StartsWith("Mood=Ind|Number=Sing", StringComparison.Ordinal);
        return !(_participles.Contains(At(s, i)) || At(s, i) is [.., 't' or 's', 'i']) || Is("before subjunctive", s, i - 1);
    }

    private bool IsSecondPerson(TaggedSentence s, int i)
    {
        if (i == 0 || s.Forms[^1] == "?") return true;
        for (int k = Math.Max(0, i - 4); k < i; k++)
        {
            if (Is("you", s, k)) return true;
        }

        return Is("before second person", s, i - 1) || Is("before second person", s, i - 2);
    }
}
