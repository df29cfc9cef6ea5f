namespace Lingotto.Training.Ner;

/// <summary>A corpus to train on.</summary>
/// <param name="Path">Its file.</param>
/// <param name="HasMisc">Whether names of no other type are marked; else it is not known which words are such names.</param>
/// <param name="Origin">0 for corpora annotated as the tagger shall annotate; others get a number, so that their habits are learned apart.</param>
internal sealed record NerSource(string Path, bool HasMisc, int Origin)
{
    /// <summary>How much its sentences count.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>Whether it is in another language than the tagger's: names are much the same, the words around them are not.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Shorter sentences are not read: what people say everywhere ("Thank you very much.") is in test files as well.</summary>
    public int FewestTokens { get; init; }

    /// <summary>The sentences to learn from.</summary>
    /// <exception cref="CorpusFormatException">The corpus is malformed.</exception>
    public IEnumerable<NerSentence> Read() => NerCorpus.Read(Path, MapType).Where(s => s.Text.AsSpan().Count(' ') + 1 >= FewestTokens);

    // No recipe is chosen by the development parts of these two.
    private static readonly string[] Parts = ["train", "dev"];
    private static readonly string[] CrossNer = ["ai", "literature", "music", "politics", "science"];

    private const int Phrase = 6;

    /// <summary>The corpora that a language's tagger learns from.</summary>
    public static IReadOnlyList<NerSource> TrainingOf(string data, Language language)
    {
        string ner = System.IO.Path.Combine(data, "ner");
        if (language == Language.Italian)
        {
            return
            [
                new(System.IO.Path.Combine(ner, "it_kind", "WN_train.tsv.gz"), false, 0),
                new(System.IO.Path.Combine(ner, "it_kind", "FIC_train.tsv.gz"), false, 1) { Weight = 0.5f },
                new(System.IO.Path.Combine(ner, "it_kind", "ADG_train.tsv.gz"), false, 2) { Weight = 0.5f },
                new(System.IO.Path.Combine(ner, "it_kind", "MORO_train.tsv.gz"), false, 3) { Weight = 0.5f },
                new(System.IO.Path.Combine(ner, "it_wikineural", "val.tsv.gz"), true, 4) { Weight = 0.7f },
            ];
        }

        return
        [
            new(System.IO.Path.Combine(ner, "en_uner_ewt", "train.tsv.gz"), false, 0),
            new(System.IO.Path.Combine(ner, "en_wikineural", "val.tsv.gz"), true, 1) { Weight = 0.7f },
            .. "abefgh".Select(part => new NerSource(System.IO.Path.Combine(ner, "en_btc", part + ".tsv.gz"), false, 2) { Weight = 0.5f }),
            .. Parts.Select(part => new NerSource(System.IO.Path.Combine(ner, "en_wnut17", part + ".tsv.gz"), false, 3) { Weight = 0.5f, FewestTokens = Phrase }),
            .. Parts.SelectMany(part => CrossNer.Select(domain => new NerSource(System.IO.Path.Combine(ner, "en_crossner", $"{domain}_{part}.tsv.gz"), false, 4) { Weight = 0.7f })),
            new(System.IO.Path.Combine(data, "ud", "en_gum", "en_gum-ud-train.conllu.gz"), false, 5) { Weight = 0.7f, FewestTokens = Phrase },
            new(System.IO.Path.Combine(ner, "it_kind", "WN_train.tsv.gz"), false, 6) { Weight = 0.3f, IsForeign = true },
            new(System.IO.Path.Combine(ner, "it_wikineural", "val.tsv.gz"), true, 7) { Weight = 0.3f, IsForeign = true },
        ];
    }

    /// <summary>The tagger's name of a corpus's type; null where it is not kept.</summary>
    public static string? MapType(string type) => type switch
    {
        "PER" or "person" or "politician" or "writer" or "musicalartist" or "scientist" or "researcher" => "PER",
        "ORG" or "corporation" or "group" or "organisation" or "politicalparty" or "university" or "band" => "ORG",
        "LOC" or "location" or "country" => "LOC",
        "MISC" or "misc" or "event" or "election" or "award" or "book" or "poem" or "song" or "album" or "conference" or "programlang" or "product" or "creative-work" => "MISC",
        _ => null,
    };
}
