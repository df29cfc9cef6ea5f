namespace Lingotto.Training.Ner;

/// <summary>A corpus to train on.</summary>
/// <param name="Path">Its file.</param>
/// <param name="HasMisc">Whether names of no other type are marked; else it is not known which words are such names.</param>
/// <param name="Origin">0 for corpora annotated as the tagger shall annotate; others get a number, so that their habits are learned apart.</param>
internal sealed record NerSource(string Path, bool HasMisc, int Origin)
{
    /// <summary>The corpora that a language's tagger learns from.</summary>
    public static IReadOnlyList<NerSource> TrainingOf(string data, Language language)
    {
        string ner = System.IO.Path.Combine(data, "ner");
        if (language == Language.Italian)
        {
            return
            [
                new(System.IO.Path.Combine(ner, "it_kind", "WN_train.tsv.gz"), false, 0),
                new(System.IO.Path.Combine(ner, "it_kind", "FIC_train.tsv.gz"), false, 1),
                new(System.IO.Path.Combine(ner, "it_kind", "ADG_train.tsv.gz"), false, 2),
                new(System.IO.Path.Combine(ner, "it_kind", "MORO_train.tsv.gz"), false, 3),
                new(System.IO.Path.Combine(ner, "it_wikineural", "val.tsv.gz"), true, 4),
            ];
        }

        return
        [
            new(System.IO.Path.Combine(ner, "en_uner_ewt", "train.tsv.gz"), false, 0),
            new(System.IO.Path.Combine(ner, "en_wikineural", "val.tsv.gz"), true, 1),
            .. "abefgh".Select(part => new NerSource(System.IO.Path.Combine(ner, "en_btc", part + ".tsv.gz"), false, 2)),
        ];
    }

    /// <summary>The tagger's name of a corpus's type; null where it is not kept.</summary>
    public static string? MapType(string type) => type switch
    {
        "PER" or "person" => "PER",
        "ORG" or "corporation" or "organisation" => "ORG",
        "LOC" or "location" or "country" => "LOC",
        "MISC" => "MISC",
        _ => null,
    };
}
