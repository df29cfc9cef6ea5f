using Lingotto.Training.Tagging;

namespace Lingotto.Training.Parsing;

/// <summary>One treebank that a parser learns from.</summary>
/// <param name="Path">A CoNLL-U file, gzip where it ends in <c>.gz</c>.</param>
/// <param name="Treebank">Number of its conventions, 0 to 15; <see cref="ParserTrainingOptions.TargetTreebank"/> are those that the finished parser follows.</param>
/// <param name="Licence">Its licence, for the manifest.</param>
public sealed record ParserSource(string Path, int Treebank, string Licence);

/// <summary>A text without annotation.</summary>
/// <param name="Path">A file of one sentence or paragraph a line, gzip where it ends in <c>.gz</c>.</param>
/// <param name="Sentences">How many sentences of it are read.</param>
/// <param name="Licence">Its licence, for the manifest.</param>
public sealed record UnlabelledSource(string Path, int Sentences, string Licence);

/// <summary>All that the training of a language's parser reads.</summary>
public sealed record ParserTrainingPlan
{
    /// <summary>The treebanks.</summary>
    public required IReadOnlyList<ParserSource> Sources { get; init; }

    /// <summary>Files of sentences with words and tags but without trees, as the tagger reads them; the teachers parse them.</summary>
    public IReadOnlyList<TaggerSource> Texts { get; init; } = [];

    /// <summary>Texts without any annotation; the teachers parse them as the finished stages cut and tag them.</summary>
    public IReadOnlyList<UnlabelledSource> Unlabelled { get; init; } = [];

    /// <summary>The treebank that training is judged by.</summary>
    public required string DevelopmentPath { get; init; }

    /// <summary>Settings.</summary>
    public ParserTrainingOptions Options { get; init; } = new();

    /// <summary>Trains the parser by the plan; the same bytes from the same files and the same finished stages.</summary>
    /// <param name="tokenizer">The finished tokenizer; null to do without texts that no treebank has.</param>
    /// <param name="tagger">The finished tagger, likewise.</param>
    /// <param name="report">Receives progress.</param>
    /// <exception cref="CorpusFormatException">A file is malformed.</exception>
    public byte[] Train(ITokenizer? tokenizer, ITagger? tagger, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ParserTrainer.Train(Corpus(tokenizer, tagger), Options, report);
    }

    /// <summary>The sentences of the plan.</summary>
    internal ParserCorpus Corpus(ITokenizer? tokenizer, ITagger? tagger)
    {
        List<ParserSentence> gold = [.. Sources.SelectMany(s => ParserSentence.Read(s.Path, s.Treebank))];
        List<ParserSentence> texts = tokenizer is null || tagger is null ? [] : [.. Tagged(gold, tagger), .. Unlabelled.SelectMany(u => UnlabelledSentences.Read(u.Path, u.Sentences, tokenizer, tagger))];
        return new ParserCorpus
        {
            Train = gold,
            Texts = texts,
            Development = ParserSentence.Read(DevelopmentPath, Options.TargetTreebank),
            Sources =
            [
                .. Sources.Select(s => $"{Path.GetFileName(s.Path)} ({s.Licence})"),
                .. Texts.Where(_ => texts.Count > 0).Select(s => $"{Path.GetFileName(s.Path)}, words and tags ({s.Licence})"),
                .. Unlabelled.Where(_ => texts.Count > 0).Select(s => $"{Path.GetFileName(s.Path)}, first {s.Sentences} sentences, text only ({s.Licence})"),
            ],
        };
    }

    /// <summary>The sentences of the texts that no treebank has, with what they lack from the tagger.</summary>
    private IEnumerable<ParserSentence> Tagged(List<ParserSentence> gold, ITagger tagger)
    {
        List<ParserSentence> texts = WithoutTrees(gold);
        return PredictedTags.Apply(tagger, texts).Select((predicted, i) => PredictedTags.Correct(predicted, texts[i]));
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
