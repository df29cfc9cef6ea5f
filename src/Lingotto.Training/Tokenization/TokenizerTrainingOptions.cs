namespace Lingotto.Training.Tokenization;

/// <summary>A treebank or word list to train on, with the weight of its examples.</summary>
/// <param name="Path">Path of a CoNLL-U file, may be gzip.</param>
/// <param name="Weight">How much an example of tokens and words counts, 1 for the main treebank.</param>
/// <param name="SentenceWeight">How much an example of sentence ends counts: treebanks differ most in where they end sentences.</param>
public sealed record TrainingSource(string Path, float Weight = 1, float SentenceWeight = 1);

/// <summary>What a tokenizer is trained from.</summary>
public sealed record TokenizerTrainingOptions
{
    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>The treebanks to learn from, beside the examples that every tokenizer learns.</summary>
    public required IReadOnlyList<TrainingSource> Treebanks { get; init; }

    /// <summary>The treebank that is scored after training, null for none; nothing is learned from it.</summary>
    public string? Development { get; init; }

    /// <summary>Sentences as <c>word TAB tag TAB UPOS</c> lines, whose spacing and multiword tokens are restored; null for none.</summary>
    public string? TaggedWords { get; init; }

    /// <summary>A lexicon as <c>form TAB lemma TAB UPOS TAB features</c> lines; null for none.</summary>
    public string? Lexicon { get; init; }

    /// <summary>Files with a sentence a line, for the counts of word classes.</summary>
    public IReadOnlyList<string> Unlabelled { get; init; } = [];

    /// <summary>Licences of the sources, for the manifest.</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];

    /// <summary>Seed of every random choice.</summary>
    public int Seed { get; init; } = 1;

    internal HashedLinearOptions JoinLearning { get; init; } = new() { Bits = 16 };

    internal HashedLinearOptions SplitLearning { get; init; } = new() { Bits = 16 };

    internal HashedLinearOptions SentenceLearning { get; init; } = new() { Bits = 19, LeastCount = 2, LearningRate = 0.1, Epochs = 6, Dropout = 0.1 };

    internal HashedLinearOptions Learning(Decision decision) =>
        (decision switch { Decision.Join => JoinLearning, Decision.Split => SplitLearning, _ => SentenceLearning }) with { Seed = Seed };

    /// <summary>The files of the data folder that the language is trained from by the recommended splits.</summary>
    /// <exception cref="ArgumentException">The language is neither Italian nor English.</exception>
    public static TokenizerTrainingOptions FromData(string data, Language language)
    {
        string Ud(string name, string part) => Path.Combine(data, "ud", name, $"{name}-ud-{part}");
        if (language == Language.Italian)
        {
            return new TokenizerTrainingOptions
            {
                Language = language,
                SentenceLearning = new() { Bits = 19, LeastCount = 4, LearningRate = 0.05, Epochs = 4 },
                Treebanks =
                [
                    new(Ud("it_partut", "train.conllu.gz"), 0.5f, 0.2f), new(Ud("it_vit", "dev.conllu.gz"), 0.5f, 0.2f), new(Ud("it_vit", "test.conllu.gz"), 0.5f, 0.2f),
                    new(Ud("it_markit", "train.conllu.gz"), 0.2f, 0.2f), new(Ud("it_markit", "dev.conllu.gz"), 0.2f, 0.2f), new(Ud("it_twittiro", "train.conllu.gz"), 0.1f, 0.1f),
                ],
                Development = Ud("it_isdt", "dev.conllu"),
                TaggedWords = Path.Combine(data, "pos", "it_isdt_train_pos.tsv.gz"),
                Lexicon = Path.Combine(data, "lexicons", "it_morph_lexicon.tsv.gz"),
                Unlabelled = UnlabelledFiles(data, "it_kind_wikinews", "it_wikineural_wikipedia", "it_kind_other", "it_apertium_wikipedia"),
                Licences = ["CC BY-NC-SA 3.0 (ISDT, VIT)", "CC BY-NC-SA 4.0 (ParTUT, KIND)", "CC BY 4.0 (MarkIT)", "CC BY-SA 4.0 (TWITTIRO)", "CC BY-SA 2.0 (Morph-it!)", "CC BY-SA 3.0 (Wikipedia)"],
            };
        }

        if (language == Language.English)
        {
            return new TokenizerTrainingOptions
            {
                Language = language,
                Treebanks = [new(Ud("en_ewt", "train.conllu.gz")), new(Ud("en_gum", "train.conllu.gz"), 0.5f, 0.5f)],
                Development = Ud("en_ewt", "dev.conllu"),
                Unlabelled = UnlabelledFiles(data, "en_digitalgov", "en_18f", "en_wikineural_wikipedia"),
                Licences = ["CC BY-SA 4.0 (EWT)", "CC BY-NC-SA 4.0 (GUM)", "CC0 (18F, digital.gov)", "CC BY-SA 3.0 (Wikipedia)"],
            };
        }

        throw new ArgumentException($"There are no recommended splits for '{language}'.", nameof(language));
    }

    private static string[] UnlabelledFiles(string data, params string[] names) => [.. names.Select(n => Path.Combine(data, "unlabelled", n + ".txt.gz"))];
}
