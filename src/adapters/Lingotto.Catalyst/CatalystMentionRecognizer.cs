using Catalyst;
using Catalyst.Models;
using Lingotto.Automotive;
using Lingotto.Domain;
using CatalystSpan = Catalyst.Span;

namespace Lingotto.Catalyst;

/// <summary>
/// Catalyst's entity recogniser as the mention stage: persons, organizations and places only. Catalyst gives no probability, so the confidence of every mention is
/// <see cref="Confidence"/>. Safe for concurrent use.
/// </summary>
public sealed class CatalystMentionRecognizer : IMentionRecognizer
{
    /// <summary>What stands for the confidence that Catalyst does not give.</summary>
    public const double Confidence = 0.5;

    private readonly Dictionary<Language, CatalystModels> _models;

    /// <summary>A recogniser for the languages of the given models.</summary>
    /// <exception cref="CatalystModelException">One of them has no entity recogniser.</exception>
    public CatalystMentionRecognizer(params IReadOnlyList<CatalystModels> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        foreach (CatalystModels m in models) _ = m.Entities;
        _models = models.ToDictionary(m => m.Language);
    }

    /// <inheritdoc/>
    public IReadOnlyList<NameMention> Find(ArticleContext article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var mentions = new List<NameMention>();
        foreach (Sentence sentence in article.Document.Sentences)
        {
            if (!_models.TryGetValue(sentence.Language, out CatalystModels? models))
            {
                throw new CatalystModelException(sentence.Language, "entity recogniser", "give the recogniser models of this language too.");
            }

            Find(article, sentence, models, mentions);
        }

        return mentions;
    }

    private static void Find(ArticleContext article, Sentence sentence, CatalystModels models, List<NameMention> mentions)
    {
        CatalystSpan span = CatalystSentence.Of([.. sentence.Tokens.Select(t => t.Text.ToString())], models.CatalystLanguage);
        AveragePerceptronEntityRecognizer recognizer = models.Entities;
        recognizer.Predict(span);
        int token = -1, first = -1;
        string type = "";
        foreach (IToken catalyst in span.Tokens)
        {
            token++;
            EntityType[] types = [.. catalyst.EntityTypes ?? []];
            EntityTag tag = types.Length == 0 ? EntityTag.Outside : types[0].Tag;
            if (tag is EntityTag.Begin or EntityTag.Single) (first, type) = (token, types[0].Type);
            if (tag is EntityTag.Single or EntityTag.End && first >= 0) Add(article, sentence, first, token, type, mentions);
            if (tag is EntityTag.Outside or EntityTag.Single or EntityTag.End) first = -1;
        }
    }

    private static void Add(ArticleContext article, Sentence sentence, int first, int last, string type, List<NameMention> mentions)
    {
        EntityKind? kind = type switch { "Person" => EntityKind.Person, "Organization" => EntityKind.Organization, "Location" => EntityKind.Place, _ => null };
        var span = TextSpan.FromBounds(sentence.Tokens[first].Span.Start, sentence.Tokens[last].Span.End);
        if (kind is { } known && !article.IsBoilerplate(span)) mentions.Add(new NameMention(span, known, Confidence));
    }
}
