using System.IO.Compression;

namespace Lingotto.Training.Tagging;

/// <summary>Reads the sentences that a tagger learns from.</summary>
internal static class TaggerCorpus
{
    public static List<TaggedSentence> Read(TaggerSource source)
    {
        using StreamReader reader = Open(source.Path);
        return source.Path.EndsWith(".tsv.gz", StringComparison.Ordinal) ? ReadColumns(reader, source) : ReadConllu(reader, source);
    }

    public static StreamReader Open(string path)
    {
        Stream stream = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
    }

    public static TaggedSentence Of(ConlluSentence sentence, TaggerSource source) => new()
    {
        Forms = [.. sentence.Words.Select(w => w.Form)],
        Upos = [.. sentence.Words.Select(w => w.Upos.ToName())],
        Xpos = [.. sentence.Words.Select(w => w.Xpos)],
        Feats = [.. sentence.Words.Select(w => source.HasFeats ? w.Feats : null)],
        Lemmas = [.. sentence.Words.Select(w => source.HasLemmas && w.Lemma != "_" ? w.Lemma : null)],
        Domain = source.Domain,
    };

    private static List<TaggedSentence> ReadConllu(TextReader reader, TaggerSource source) =>
        [.. Conllu.Read(reader, source.Path).Select(s => Of(s, source))];

    private static List<TaggedSentence> ReadColumns(TextReader reader, TaggerSource source)
    {
        List<TaggedSentence> sentences = [];
        List<string> forms = [], xpos = [], upos = [];
        string? line;
        do
        {
            line = reader.ReadLine();
            if (!string.IsNullOrEmpty(line))
            {
                string[] fields = line.Split('\t');
                forms.Add(fields[0]);
                xpos.Add(fields[1]);
                upos.Add(fields[2]);
            }
            else if (forms.Count > 0)
            {
                sentences.Add(new TaggedSentence
                {
                    Forms = [.. forms], Xpos = [.. xpos], Upos = [.. upos], Domain = source.Domain,
                    Feats = new string?[forms.Count], Lemmas = new string?[forms.Count],
                });
                forms.Clear();
                xpos.Clear();
                upos.Clear();
            }
        }
        while (line is not null);
        return sentences;
    }
}
