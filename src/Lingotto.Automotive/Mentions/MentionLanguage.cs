using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>What recognising mentions in one language needs. Immutable, safe for concurrent use.</summary>
/// <param name="Names">The tagger of persons, organizations and places.</param>
/// <param name="Cues">The words that say what a name names.</param>
/// <param name="Mentions">The labeller of all kinds; null while it is trained.</param>
internal sealed record MentionLanguage(NameTagger Names, MentionCues Cues, SequenceModel? Mentions)
{
    /// <summary>Reads a language's model.</summary>
    /// <exception cref="ModelFormatException">A section is missing or corrupted.</exception>
    public static MentionLanguage Open(ModelFile model, Language language) =>
        new(new NameTagger(model), MentionCues.Of(language), SequenceModel.Open(model, "mentions"));
}
