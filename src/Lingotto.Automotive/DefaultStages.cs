namespace Lingotto.Automotive;

/// <summary>The built-in stages over a knowledge base.</summary>
internal static class DefaultStages
{
    /// <summary>Every built-in stage of the domain.</summary>
    public static AutomotiveStages Create(KnowledgeBase knowledgeBase) => new()
    {
        Cleaner = new PageCleaner(),
        Mentions = new GazetteerRecognizer(knowledgeBase),
        Entities = new EntityResolver(knowledgeBase),
    };
}
