using System.Globalization;

namespace Lingotto.Training;

/// <summary>A word that the system often gets wrong.</summary>
/// <param name="Form">Its form in lower case.</param>
/// <param name="Gold">What it is.</param>
/// <param name="System">What the system says.</param>
/// <param name="Count">How often.</param>
public sealed record Confusion(string Form, Upos Gold, Upos System, int Count);

/// <summary>The measures of linguistic analysis from raw text (tokens to labelled trees) against a treebank.</summary>
public sealed record TreebankScore
{
    /// <summary>Tokens by their place.</summary>
    public required Measure Tokens { get; init; }

    /// <summary>Sentences by their place.</summary>
    public required Measure Sentences { get; init; }

    /// <summary>Syntactic words.</summary>
    public required Measure Words { get; init; }

    /// <summary>Universal parts of speech.</summary>
    public required Measure Upos { get; init; }

    /// <summary>Universal features, all of a word.</summary>
    public required Measure UFeats { get; init; }

    /// <summary>Lemmas.</summary>
    public required Measure Lemmas { get; init; }

    /// <summary>Heads.</summary>
    public required Measure Uas { get; init; }

    /// <summary>Heads and relations.</summary>
    public required Measure Las { get; init; }

    /// <summary>How often a part of speech (first) was taken for another or itself (second), on aligned words.</summary>
    public required IReadOnlyDictionary<(Upos Gold, Upos System), int> UposConfusion { get; init; }

    /// <summary>The words whose part of speech is most often wrong, worst first.</summary>
    public required IReadOnlyList<Confusion> WorstWords { get; init; }

    /// <summary>The measures with the names under which they are printed.</summary>
    public IEnumerable<(string Name, Measure Measure)> Rows =>
    [
        ("Tokens", Tokens), ("Sentences", Sentences), ("Words", Words), ("UPOS", Upos),
        ("UFeats", UFeats), ("Lemmas", Lemmas), ("UAS", Uas), ("LAS", Las),
    ];

    /// <summary>Writes the table, one measure a line, as the treebank script prints it.</summary>
    public void WriteTo(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach ((string name, Measure m) in Rows)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{name,-10} P {PythonFormat.Percent(m.Precision, 2, 7)}  R {PythonFormat.Percent(m.Recall, 2, 7)}  F1 {PythonFormat.Percent(m.F1, 2, 7)}\n"));
        }
    }
}
