using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Observes the words around a name that may mean a town or the works there. Immutable, safe for concurrent use.</summary>
internal sealed class SiteFeatures(KnowledgeBase knowledgeBase)
{
    private const int Window = 9;
    private static readonly Lazy<SiteCues> Italian = new(() => new SiteCues("it")), English = new(() => new SiteCues("en"));

    /// <summary>Whether a name may mean a town of the tables.</summary>
    public bool MayBeTown(ReadOnlySpan<char> name)
    {
        foreach (GazetteerCandidate candidate in knowledgeBase.Gazetteer.Lookup(name))
        {
            if (candidate.Entry.Kind == EntityKind.Place && candidate.Entry.Subkind != EntitySubkind.Country && candidate.Entry.Subkind != EntitySubkind.Region) return true;
        }

        return false;
    }

    /// <summary>What the observations of one article's names have in common.</summary>
    public SiteArticle Read(ArticleContext article, IReadOnlyList<NameMention> names) => new(knowledgeBase, article.Document, CuesOf(article.Document.Language), names);

    /// <summary>What speaks for the works, by name.</summary>
    public List<string> Of(SiteArticle article, int index)
    {
        (Document document, SiteCues cues, IReadOnlyList<NameMention> names) = (article.Document, article.Cues, article.Names);
        NameMention name = names[index];
        int first = document.TokenAtOrAfter(name.Span.Start), end = document.TokenAtOrAfter(name.Span.End - 1) + 1;
        Sentence sentence = document.Sentences[document.SentenceOfToken(first)];
        int floor = sentence.Tokens.First, ceiling = floor + sentence.Tokens.Count;
        var features = new List<string> { "site" };
        int before = first - 1;
        string preposition = before >= floor ? Lower(document, before) : "^";
        if (cues.IsArticle(preposition)) preposition = "the";
        features.Add($"prep.{(cues.IsPreposition(preposition) ? preposition : char.IsLetter(preposition[0]) ? "word" : "mark")}");
        if (before - 1 >= floor && cues.IsWorks(Lower(document, before - 1)) && preposition.Length <= 6) features.Add("governed");
        else if (before >= floor && cues.IsWorks(preposition)) features.Add("governed");
        if (before - 1 >= floor && cues.IsTown(Lower(document, before - 1))) features.Add("town.governed");
        if (end < ceiling) Following(document, cues, end, ceiling, names, index, features);
        if (IsDateline(document.Text, name.Span)) features.Add("dateline");
        if (name.Span.Start < Math.Max(0, document.Text.IndexOf('\n'))) features.Add("headline");
        Around(document, cues, Math.Max(floor, first - Window), first, "left", features);
        Around(document, cues, end, Math.Min(ceiling, end + Window), "right", features);
        Sentence(names, index, sentence.Span, features);
        Known(name.Span.Of(document.Text), article, features);
        Neighbours(names, index, document.Text, features);
        if (!features.Contains("governed") && !features.Contains("works.next") && article.Elsewhere(index) is { } elsewhere) features.Add(elsewhere);
        return features;
    }

    /// <summary>Whether a product, a person or another place is named in the sentence.</summary>
    private static void Sentence(IReadOnlyList<NameMention> names, int index, TextSpan sentence, List<string> features)
    {
        bool product = false, person = false;
        int first = index;
        while (first > 0 && names[first - 1].Span.End > sentence.Start) first--;
        for (int i = first; i < names.Count && names[i].Span.Start < sentence.End; i++)
        {
            product |= names[i].Kind == EntityKind.VehicleModel || names[i].Kind == EntityKind.Platform;
            person |= names[i].Kind == EntityKind.Person || names[i].Kind == EntityKind.Role;
        }

        if (product) features.Add("sentence.product");
        if (person) features.Add("sentence.person");
        if (product && !person) features.Add("sentence.product.only");
    }

    private static void Following(Document document, SiteCues cues, int end, int ceiling, IReadOnlyList<NameMention> names, int index, List<string> features)
    {
        string next = Lower(document, end);
        if (cues.IsWorks(next)) features.Add("works.next");
        else if (next is "'s" or "’s" && end + 1 < ceiling && cues.IsWorks(Lower(document, end + 1))) features.Add("works.next");
        features.Add(next is "," or "(" or "." or ":" or ";" ? $"next.{next}" : "next.word");
        if (next is not ("," or "(" or "in") || index + 1 >= names.Count || names[index + 1].Kind != EntityKind.Place) return;
        int gap = names[index + 1].Span.Start - names[index].Span.End;
        if (gap <= 5) features.Add($"apposition.{(next is "in" ? "," : next)}");
    }

    private static void Around(Document document, SiteCues cues, int from, int to, string side, List<string> features)
    {
        bool works = false, town = false;
        for (int token = from; token < to; token++)
        {
            string word = Lower(document, token);
            works |= cues.IsWorks(word);
            town |= cues.IsTown(word);
        }

        if (works) features.Add($"{side}.works");
        if (town) features.Add($"{side}.town");
        if (!works) features.Add($"{side}.noworks");
    }

    /// <summary>What the tables have of the name: works in the town, and whether their maker is named.</summary>
    private void Known(ReadOnlySpan<char> name, SiteArticle article, List<string> features)
    {
        bool isPlant = false, hasPlants = false, makerNamed = false, large = false;
        foreach (GazetteerCandidate candidate in knowledgeBase.Gazetteer.Lookup(name))
        {
            if (candidate.Entry.Kind == EntityKind.Plant) isPlant = true;
            if (candidate.Entry.Kind != EntityKind.Place) continue;
            large |= candidate.Entry.Population > 300_000;
            foreach (KnowledgeBaseEntry plant in knowledgeBase.PlantsIn(candidate.Entry.Id))
            {
                hasPlants = true;
                makerNamed |= plant.Parent is { } maker && article.Makers.Contains(maker);
            }
        }

        features.Add(isPlant ? "known.plant" : hasPlants ? "known.plants" : "known.none");
        if (makerNamed) features.Add("known.maker");
        if (large) features.Add("large");
    }

    /// <summary>Whether a sure works, or a sure place, stands right beside the name in a list.</summary>
    private void Neighbours(IReadOnlyList<NameMention> names, int index, string text, List<string> features)
    {
        foreach (int other in (int[])[index - 1, index + 1])
        {
            if (other < 0 || other >= names.Count) continue;
            NameMention left = names[Math.Min(other, index)], right = names[Math.Max(other, index)];
            if (right.Span.Start - left.Span.End > 6) continue;
            if (names[other].Kind == EntityKind.Plant && !MayBeTown(names[other].Span.Of(text))) features.Add("beside.plant");
            if (names[other].Kind == EntityKind.VehicleModel) features.Add("beside.model");
            if (names[other].Kind == EntityKind.Organization) features.Add("beside.organization");
        }
    }

    private static bool IsDateline(string text, TextSpan span)
    {
        int start = span.Start == 0 ? -1 : text.LastIndexOf('\n', span.Start - 1), end = Math.Min(text.Length, span.End + 40);
        if (span.Start - start - 1 > 3) return false;
        ReadOnlySpan<char> after = text.AsSpan(span.End, end - span.End);
        int dash = after.IndexOfAny('-', '–', '—');
        return dash >= 0 && dash < 36 && !after[..dash].ContainsAny('.', '\n', ':') || span.Of(text).SequenceEqual(span.Of(text).ToString().ToUpperInvariant());
    }

    private static SiteCues CuesOf(Language language) => (language == Language.Italian ? Italian : English).Value;

    private static string Lower(Document document, int token) => SiteArticle.Lower(document, token);
}
