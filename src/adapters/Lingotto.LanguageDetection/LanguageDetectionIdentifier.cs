using System.Text;
using LanguageDetector = global::LanguageDetection.LanguageDetector;
using DetectedLanguage = global::LanguageDetection.LanguageDetector.DetectedLanguage;

namespace Lingotto.LanguageDetection;

/// <summary>
/// Identifies languages by the LanguageDetection package (a port of Nakatani Shuyo's detector): naive Bayes over character trigrams with
/// random trials. Safe for concurrent use: the detector is set up once here and only read afterwards, and each call makes its own random numbers from the seed.
/// </summary>
public sealed class LanguageDetectionIdentifier : ILanguageIdentifier
{
    private readonly LanguageDetector _detector;
    private readonly double _minimumConfidence;

    /// <summary>Loads the language profiles, which takes a few hundred milliseconds for all of them.</summary>
    /// <exception cref="ArgumentException">The package has no profile of one of the languages, or an option is out of its range.</exception>
    public LanguageDetectionIdentifier(LanguageDetectionOptions? options = null)
    {
        options ??= new LanguageDetectionOptions();
        if (options.Trials < 1) throw new ArgumentException($"Trials is 1 or more, not {options.Trials}.", nameof(options));
        if (options.MaxTextLength < 1) throw new ArgumentException($"MaxTextLength is 1 or more, not {options.MaxTextLength}.", nameof(options));
        if (options.MinimumConfidence is < 0 or > 1) throw new ArgumentException($"MinimumConfidence is from 0 to 1, not {options.MinimumConfidence}.", nameof(options));
        _minimumConfidence = options.MinimumConfidence;
        _detector = new LanguageDetector { RandomSeed = options.RandomSeed, Trials = options.Trials, MaxTextLength = options.MaxTextLength };
        if (options.Languages.Count == 0) _detector.AddAllLanguages();
        else foreach (string code in options.Languages) Add(code);
    }

    /// <inheritdoc/>
    public LanguagePrediction Identify(ReadOnlySpan<char> text)
    {
        if (!HasLetter(text)) return new LanguagePrediction(Language.Undetermined, 0);
        DetectedLanguage? best = _detector.DetectAll(text.ToString()).FirstOrDefault();
        if (best is null || best.Probability < _minimumConfidence) return new LanguagePrediction(Language.Undetermined, best?.Probability ?? 0);
        string code = best.Language.Split('-')[0];
        return new LanguagePrediction(Language.Parse(code), Math.Clamp(best.Probability, 0, 1));
    }

    /// <summary>Whether the text holds a letter: without one the package still names a language for some code units, such as half of a surrogate pair.</summary>
    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune)) return true;
        }

        return false;
    }

    private void Add(string code)
    {
        try
        {
            _detector.AddLanguages(code);
        }
        catch (ArgumentNullException e)
        {
            // The package opens a missing profile as a null stream.
            throw new ArgumentException($"The LanguageDetection package has no profile of '{code}': its codes are those of ISO 639-1, and zh-cn and zh-tw.", "options", e);
        }
    }
}

/// <summary>Switches the LanguageDetection package in.</summary>
public static class LanguageDetectionExtensions
{
    /// <summary>Identifies languages by the LanguageDetection package.</summary>
    public static LinguisticPipelineBuilder UseLanguageDetection(this LinguisticPipelineBuilder builder, LanguageDetectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithLanguageIdentifier(new LanguageDetectionIdentifier(options));
    }
}
