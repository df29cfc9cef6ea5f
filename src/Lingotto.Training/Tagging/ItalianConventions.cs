namespace Lingotto.Training.Tagging;

/// <summary>Brings the Italian treebanks to the habits of ISDT, whose conventions the tagger follows.</summary>
internal static class ItalianConventions
{
    // The words before a form of "essere" that is a verb of its own: "c'è", "dov'è".
    private static readonly HashSet<string> Existential = new("ci vi c' v' ve ce dove dov'".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Changes the sentences' tags, features and lemmas; the lexicon tells what forms have two readings.</summary>
    public static void Apply(IEnumerable<TaggedSentence> sentences, IReadOnlyList<LexiconEntry> lexicon)
    {
        var readings = new ItalianReadings(lexicon);
        Dictionary<(string, string, string), (string Feats, string Lemma)> closed = ReadClosed().ToDictionary(e => (e.Form, e.Upos, e.Xpos!), e => (e.Feats!, e.Lemma!));
        foreach (TaggedSentence s in sentences)
        {
            for (int i = 0; i < s.Count; i++)
            {
                Verb(s, i);
                Lemma(s, i);
                if (!closed.TryGetValue((s.Forms[i].ToLowerInvariant().Replace('’', '\''), s.Upos[i], s.Xpos[i]), out (string Feats, string Lemma) own)) continue;
                s.Feats[i] = own.Feats;
                s.Lemmas[i] = own.Lemma;
            }

            readings.Apply(s);
        }
    }

    /// <summary>Words whose features or lemmas other treebanks give otherwise, or not at all.</summary>
    public static IEnumerable<LexiconEntry> ReadClosed()
    {
        const string Name = "tagging.it.closed.tsv";
        using Stream stream = typeof(ItalianConventions).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"The resource '{Name}' is missing.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            yield return new LexiconEntry(fields[0], fields[4], fields[1], fields[2], fields[3]);
        }
    }

    // The words of ISDT's training set come without trees: there V on a form of "essere" is a copula or the verb of existence, "c'è".
    private static void Verb(TaggedSentence s, int i)
    {
        if (s.Upos[i] != "AUX" || s.Xpos[i] != "V") return;
        if (s.Lemmas[i] is null && i > 0 && Existential.Contains(s.Forms[i - 1].Replace('’', '\''))) s.Upos[i] = "VERB";
        else s.Xpos[i] = "VA";
    }

    // Only names have lemmas with capitals.
    private static void Lemma(TaggedSentence s, int i)
    {
        if (s.Lemmas[i] is not { Length: > 0 } lemma) return;
        bool title = char.IsUpper(s.Forms[i][0]) && !s.Forms[i].Skip(1).Any(char.IsUpper);
        if (s.Upos[i] is "PROPN")
        {
            if (title && char.IsLower(lemma[0])) s.Lemmas[i] = string.Concat(char.ToUpperInvariant(lemma[0]).ToString(), lemma.AsSpan(1));
        }
        else if (title && s.Upos[i] is not ("X" or "SYM"))
        {
            s.Lemmas[i] = lemma.ToLowerInvariant();
        }
    }
}
