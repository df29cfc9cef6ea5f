using Lingotto.Training;

namespace Lingotto.Engines;

/// <summary>What an engine is timed at.</summary>
public enum EngineTask
{
    /// <summary>Sentences and tokens.</summary>
    Tokens,

    /// <summary>The same with parts of speech, and whatever the engine cannot leave out of its tags.</summary>
    Tags,
}

/// <summary>An engine that is measured beside others on the same text. A member gives null for what the engine does not do.</summary>
public interface IEngine
{
    /// <summary>Its name in tables.</summary>
    string Name { get; }

    /// <summary>Reads a text and gives its number of tokens.</summary>
    Func<string, int>? Reader(Language language, EngineTask task);

    /// <summary>The sentences of a text with tokens, words and tags, in CoNLL-U's terms.</summary>
    Func<string, IEnumerable<ConlluSentence>>? Analyzer(Language language);

    /// <summary>The counts of the names of a corpus in IOB2, one of each sentence; see <see cref="NameCorpus"/>.</summary>
    Func<string, IReadOnlyList<Measure>>? NameScorer(Language language);

    /// <summary>The ISO code of the language of a text.</summary>
    Func<string, string>? Identifier();
}
