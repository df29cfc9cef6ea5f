using Catalyst.Models;
using CatalystLanguage = Mosaik.Core.Language;
using CatalystVersion = Mosaik.Core.Version;

namespace Lingotto.Catalyst;

/// <summary>
/// The Catalyst components of one language, loaded each by itself so that a missing one is an error and not, as in Catalyst's own pipeline, a silent
/// fall-back to English. Immutable; Catalyst's models are only read after loading, so the stages made from it are safe for concurrent use.
/// </summary>
public sealed class CatalystModels
{
    private const string EntityModel = "WikiNER";

    private static readonly Lock Registration = new();
    private static readonly HashSet<CatalystLanguage> Registered = [];

    private readonly SentenceDetector? _sentenceDetector;
    private readonly AveragePerceptronTagger? _tagger;
    private readonly AveragePerceptronEntityRecognizer? _entities;

    /// <summary>Components that a caller has trained or loaded; null for those that there are none of.</summary>
    /// <exception cref="ArgumentException">The language is neither Italian nor English.</exception>
    public CatalystModels(Language language, SentenceDetector? sentenceDetector = null, AveragePerceptronTagger? tagger = null, AveragePerceptronEntityRecognizer? entities = null)
    {
        Language = language;
        CatalystLanguage = ToCatalyst(language);
        _sentenceDetector = sentenceDetector;
        _tagger = tagger;
        _entities = entities;
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    internal CatalystLanguage CatalystLanguage { get; }

    internal SentenceDetector SentenceDetector => _sentenceDetector ?? throw Missing("sentence detector");

    internal AveragePerceptronTagger Tagger => _tagger ?? throw Missing("tagger");

    internal AveragePerceptronEntityRecognizer Entities => _entities ?? throw Missing("entity recogniser");

    /// <summary>
    /// Registers the language's model package with Catalyst, once in the process, and loads the sentence detector, the tagger and the entity recogniser
    /// that the package holds. What it does not hold is an error when a stage that needs it is made.
    /// </summary>
    /// <exception cref="ArgumentException">The language is neither Italian nor English.</exception>
    public static async Task<CatalystModels> LoadAsync(Language language, CancellationToken cancellation = default)
    {
        CatalystLanguage catalyst = ToCatalyst(language);
        Register(catalyst);
        SentenceDetector? sentences = await Find(() => SentenceDetector.FromStoreAsync(catalyst, CatalystVersion.Latest, "")).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        AveragePerceptronTagger? tagger = await Find(() => AveragePerceptronTagger.FromStoreAsync(catalyst, CatalystVersion.Latest, "")).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        AveragePerceptronEntityRecognizer? entities = await Find(() => AveragePerceptronEntityRecognizer.FromStoreAsync(catalyst, CatalystVersion.Latest, EntityModel)).ConfigureAwait(false);
        return new CatalystModels(language, sentences, tagger, entities);
    }

    private static CatalystLanguage ToCatalyst(Language language) =>
        language == Language.Italian ? CatalystLanguage.Italian
        : language == Language.English ? CatalystLanguage.English
        : throw new ArgumentException($"Lingotto uses Catalyst for 'it' and 'en', not for '{language}'.", nameof(language));

    internal static void Register(CatalystLanguage language)
    {
        lock (Registration)
        {
            if (!Registered.Add(language)) return;
            if (language == CatalystLanguage.Italian) Italian.Register();
            else English.Register();
        }
    }

    private static async Task<T?> Find<T>(Func<Task<T>> load)
        where T : class
    {
        try
        {
            return await load().ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return null;   // not in the package: an error only for who asks for it
        }
    }

    private CatalystModelException Missing(string component) => new(
        Language, component, $"the package Catalyst.Models.{CatalystLanguage} does not hold one; train one and give it to the constructor of CatalystModels, or leave the stage to the built-in engine.");
}
