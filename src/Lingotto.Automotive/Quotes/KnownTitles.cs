using Lingotto.Automotive.Affiliations;
using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>Whether the knowledge base gives a person a title of the sort that an article prints. Immutable, safe for concurrent use.</summary>
internal sealed class KnownTitles(KnowledgeBase? knowledge)
{
    private static readonly string[] Sorts = ["roleminister", "roletown", "rolepresident", "rolecompany", "roleuniversity", "roleunion"];

    /// <summary>Whether a title, printed in a language, is of a sort that a person is known to have.</summary>
    public bool Fits(Entity person, ReadOnlySpan<char> title, Language language)
    {
        if (knowledge is null || person.Kb is not { } id || knowledge.Find(id)?.Attribute("roles") is not { } posts) return false;
        if (Sort(title, AffiliationWords.Of(language)) is not { } sort) return false;
        foreach (string post in posts.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Sort(post.AsSpan(0, post.IndexOf('@') is var at and >= 0 ? at : post.Length), AffiliationWords.Of(Language.English)) == sort) return true;
        }

        return false;
    }

    private static string? Sort(ReadOnlySpan<char> title, AffiliationWords words)
    {
        foreach (Range part in title.Split(' '))
        {
            foreach (string sort in Sorts)
            {
                if (title[part].Length > 0 && words.Is(sort, title[part])) return sort;
            }
        }

        return null;
    }
}
