namespace Lingotto.Training.Tokenization;

/// <summary>Gathers the uses of words from treebanks, unlabelled text and a lexicon.</summary>
internal static class WordClassCounts
{
    private const int LexiconTag = 1;
    private const int TreebankTag = 5;

    public static WordClassBuilder Count(TokenizerTrainingOptions options, string abbreviations)
    {
        var builder = new WordClassBuilder();
        foreach (TrainingSource source in options.Treebanks) AddTreebank(builder, source.Path);
        if (options.TaggedWords is { } tagged) AddTaggedWords(builder, tagged);
        foreach (string path in options.Unlabelled) AddPlainText(builder, path);
        if (options.Lexicon is { } lexicon) AddLexicon(builder, lexicon);
        foreach (string line in abbreviations.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] fields = line.Split('\t');
            builder.SetKind(fields[0], fields[1] switch { "title" => WordKind.TitleAbbreviation, "number" => WordKind.NumberAbbreviation, "company" => WordKind.CompanyAbbreviation, _ => WordKind.Abbreviation });
        }

        return builder;
    }

    private static void AddTreebank(WordClassBuilder builder, string path)
    {
        using StreamReader reader = LabelledText.Open(path);
        foreach (ConlluSentence sentence in Conllu.Read(reader, path))
        {
            int at = 0;
            foreach ((string form, string[]? words) in TreebankTexts.Tokens(sentence))
            {
                builder.AddUse(form, at == 0);
                builder.AddTag(form, sentence.Words[at].Upos, TreebankTag);
                at += words?.Length ?? 1;
            }
        }
    }

    private static void AddTaggedWords(WordClassBuilder builder, string path)
    {
        using StreamReader reader = LabelledText.Open(path);
        bool first = true;
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            if (fields.Length == 3 && UposNames.TryParse(fields[2], out Upos upos))
            {
                builder.AddUse(fields[0], first);
                builder.AddTag(fields[0], upos, TreebankTag);
            }

            first = line.Length == 0;
        }
    }

    private static void AddPlainText(WordClassBuilder builder, string path)
    {
        using StreamReader reader = LabelledText.Open(path);
        while (reader.ReadLine() is { } line)
        {
            bool first = true;
            var atoms = new AtomReader(line, 0);
            Atom atom = default;
            for (atoms.Next(ref atom); atom.Kind != AtomKind.None; atoms.Next(ref atom))
            {
                if (atom.Kind == AtomKind.Letters) builder.AddUse(line.AsSpan(atom.Start, atom.Length), first);
                first = atom.Kind == AtomKind.Symbol && atom.First is not ',';
            }
        }
    }

    private static void AddLexicon(WordClassBuilder builder, string path)
    {
        using StreamReader reader = LabelledText.Open(path);
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            if (fields.Length == 4 && UposNames.TryParse(fields[2], out Upos upos)) builder.AddTag(fields[0], upos, LexiconTag);
        }
    }
}
