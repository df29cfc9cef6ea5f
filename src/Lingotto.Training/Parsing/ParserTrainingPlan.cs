using Lingotto.Training.Tagging;

namespace Lingotto.Training.Parsing;

/// <summary>One treebank that a parser learns from.</summary>
/// <param name="Path">A CoNLL-U file, gzip where it ends in <c>.gz</c>.</param>
/// <param name="Treebank">Number of its conventions, 0 to 15; <see cref="ParserTrainingOptions.TargetTreebank"/> are those that the finished parser follows.</param>
/// <param name="Licence">Its licence, for the manifest.</param>
public sealed record ParserSource(string Path, int Treebank, string Licence);

/// <summary>All that the training of a language's parser reads.</summary>
public sealed record ParserTrainingPlan
{
    /// <summary>The treebanks.</summary>
    public required IReadOnlyList<ParserSource> Sources { get; init; }

    /// <summary>Files of sentences with words and tags but without trees, as the tagger reads them; the teachers parse them.</summary>
    public IReadOnlyList<TaggerSource> Texts { get; init; } = [];

    /// <summary>Sentences of texts without any annotation, tagged by the finished tagger (<see cref="UnlabelledSentences"/>).</summary>
    public IReadOnlyList<ParserSentence> Unlabelled { get; init; } = [];

    /// <summary>Names and licences of those texts.</summary>
    public IReadOnlyList<string> UnlabelledSources { get; init; } = [];

    /// <summary>The treebank that training is judged by.</summary>
    public required string DevelopmentPath { get; init; }

    /// <summary>How the tagger is trained, to repeat it without parts of its sources; null to learn from the treebanks' own tags.</summary>
    public TaggerTrainingOptions? Tagger { get; init; }

    /// <summary>Number of parts.</summary>
    public int Folds { get; init; } = 3;

    /// <summary>Settings.</summary>
    public ParserTrainingOptions Options { get; init; } = new();

    /// <summary>Trains the parser by the plan; the same bytes from the same files.</summary>
    /// <exception cref="CorpusFormatException">A file is malformed.</exception>
    public byte[] Train(ITrainingReport report)
    {
        List<ParserSentence> gold = [.. Sources.SelectMany(s => ParserSentence.Read(s.Path, s.Treebank))];
        List<ParserSentence> texts = WithoutTrees(gold);
        List<ParserSentence> development = ParserSentence.Read(DevelopmentPath, Options.TargetTreebank);
        List<ParserSentence> all = [.. gold, .. texts, .. development];
        List<ParserSentence> tagged = Tagger is null ? all : PredictedTags.Jackknife(Tagger, Folds, all, report);
        int trees = gold.Count, end = gold.Count + texts.Count;
        return ParserTrainer.Train(
            new ParserCorpus
            {
                Train = tagged[..trees],
                TeacherTrain = gold,
                Texts = [.. tagged[trees..end], .. Unlabelled],
                TeacherTexts = [.. tagged[trees..end].Select((t, i) => PredictedTags.Correct(t, texts[i])), .. Unlabelled],
                Development = tagged[end..],
                Sources = [.. Sources.Select(s => $"{Path.GetFileName(s.Path)} ({s.Licence})"), .. Texts.Select(s => $"{Path.GetFileName(s.Path)}, words and tags ({s.Licence})"), .. UnlabelledSources],
            },
            Options,
            report);
    }

    /// <summary>The sentences of the texts that no treebank has, by their letters and digits.</summary>
    private List<ParserSentence> WithoutTrees(List<ParserSentence> gold)
    {
        HashSet<string> known = [.. gold.Select(s => Key(s.Forms))];
        return [.. Texts.SelectMany(TaggerCorpus.Read).Where(s => known.Add(Key(s.Forms))).Select(From)];
    }

    private static ParserSentence From(TaggedSentence sentence) => new()
    {
        Forms = sentence.Forms,
        Lemmas = [.. sentence.Forms.Select((form, i) => sentence.Lemmas[i] ?? form)],
        Upos = [.. sentence.Upos.Select(name => UposNames.TryParse(name, out Upos upos) ? upos : Upos.X)],
        Feats = [.. sentence.Feats.Select(feats => feats is null or "_" ? "" : feats)],
        Heads = new int[sentence.Count],
        Relations = [.. sentence.Forms.Select(_ => "root")],
    };

    private static string Key(string[] forms) => string.Concat(string.Concat(forms).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
