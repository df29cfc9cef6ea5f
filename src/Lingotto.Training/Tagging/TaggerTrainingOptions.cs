namespace Lingotto.Training.Tagging;

/// <summary>One file that a tagger learns from.</summary>
/// <param name="Path">A CoNLL-U file, or lines of <c>word TAB XPOS TAB UPOS</c> where it ends in <c>.tsv.gz</c>; gzip where it ends in <c>.gz</c>.</param>
/// <param name="Domain">Number of the treebank's conventions; 0 are those that the finished tagger follows.</param>
/// <param name="Licence">Licence of the file, for the manifest.</param>
public sealed record TaggerSource(string Path, int Domain, string Licence)
{
    /// <summary>Whether its features count: false for treebanks with other conventions, or without features.</summary>
    public bool HasFeats { get; init; } = true;

    /// <summary>Whether its lemmas count.</summary>
    public bool HasLemmas { get; init; } = true;
}

/// <summary>What a tagger learns from, and how.</summary>
public sealed record TaggerTrainingOptions
{
    /// <summary>The language of the tagger.</summary>
    public required Language Language { get; init; }

    /// <summary>The treebanks.</summary>
    public required IReadOnlyList<TaggerSource> Sources { get; init; }

    /// <summary>The treebank that training is judged by.</summary>
    public required string DevelopmentPath { get; init; }

    /// <summary>Folder of the morphological lexicons; null to learn without.</summary>
    public string? LexiconFolder { get; init; }

    /// <summary>Texts without annotation, one sentence a line, to learn word clusters from.</summary>
    public IReadOnlyList<string> UnlabelledPaths { get; init; } = [];

    /// <summary>Seed of the order of sentences and of which are copied in other capitals.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Passes over the treebanks for classes.</summary>
    public int ClassEpochs { get; init; } = 6;

    /// <summary>Passes over the treebanks for features.</summary>
    public int FeatsEpochs { get; init; } = 10;

    /// <summary>Occurrences that a feature needs in the treebanks to get weights.</summary>
    public int FeatureCutoff { get; init; } = 2;

    /// <summary>Size that a weight needs to be kept, in updates: a little over one leaves out what was learned from one place alone.</summary>
    public double MinimumWeight { get; init; } = 1.15;

    /// <summary>Margin by which the gold class must win at each word, in units of one update of one weight.</summary>
    public int ClassMargin { get; init; } = 60;

    /// <summary>The same for features.</summary>
    public int FeatsMargin { get; init; } = 20;

    /// <summary>Occurrences from which a form has no tags but the seen ones.</summary>
    public int FrequentCount { get; init; } = 8;

    /// <summary>Of how many sentences one is also learned without its capitals.</summary>
    public int CaselessEvery { get; init; } = 10;

    /// <summary>Number of word clusters; 0 for none.</summary>
    public int Clusters { get; init; } = 256;

    /// <summary>Number of trainings in different orders of sentences whose weights are averaged.</summary>
    public int Runs { get; init; } = 3;

    /// <summary>Of how many words one is learned in a pass without the features of its own form, so that what stands around is learned too; 0 for none.</summary>
    public int Dropout { get; init; } = 7;

    /// <summary>Candidates whose score by the words alone is this much under the best are not searched, in steps of quantised weights.</summary>
    public int PruningMargin { get; init; } = 400;

    /// <summary>A class that a form has more seldom than once in so many times is taken for a slip of the annotators.</summary>
    public int SlipShare { get; init; } = 200;

    /// <summary>Of how many words one learns its features in a pass as if no lexicon had it; 0 for none.</summary>
    public int FeatsDropout { get; init; } = 8;
}
