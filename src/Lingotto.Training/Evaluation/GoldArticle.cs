using Lingotto.Domain;

namespace Lingotto.Training;

/// <summary>An annotated article (DOMAIN section 5): its text and the analysis that it should get. Immutable.</summary>
public sealed record GoldArticle
{
    /// <summary>The article's name.</summary>
    public required string Id { get; init; }

    /// <summary>The language it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>The day of publication, null where the file does not say.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>The text without marks, the title first where there is one.</summary>
    public required string Text { get; init; }

    /// <summary>Where boilerplate begins at the end of the text, by the annotators' note; the length of the text where there is none.</summary>
    public int BoilerplateStart { get; init; } = int.MaxValue;

    /// <summary>All mentions, roles too, in order of the notes.</summary>
    public required IReadOnlyList<GoldMention> Mentions { get; init; }

    /// <summary>
    /// The right analysis. Mentions of one identifier, or of one <c>NIL:slug</c>, and of one kind are one entity; ids are <c>e1</c>, <c>r1</c>, <c>t1</c>,
    /// <c>q1</c>, <c>v1</c>, … The times, quantities, affiliations, quotes and events stand in order of the notes.
    /// </summary>
    public required ArticleAnalysis Analysis { get; init; }

    /// <summary>The values, affiliations, quotes and events under the file's own marks (<c>T3</c>), which name a mention rather than an entity.</summary>
    internal ArticleAnalysis Marked { get; init; } = new() { Language = "und" };

    /// <summary>The id within <see cref="Analysis"/> of every mark (<c>T3</c>) that is a mention, a time or a quantity.</summary>
    public required IReadOnlyDictionary<string, string> IdOfTag { get; init; }

    /// <summary>The article as a caller of the pipeline would give it.</summary>
    public Article ToArticle() => new(Text) { Id = Id, Published = Published };

    /// <summary>
    /// The article as it is for a knowledge base that lacks some entries: mentions whose identifier <paramref name="isUnknown"/> become NIL, together where
    /// they shared it. Ids of the analysis stay.
    /// </summary>
    public GoldArticle WithoutLinks(Func<EntityId, bool> isUnknown) => this with
    {
        Mentions = [.. Mentions.Select(m => m.Kb is { } id && isUnknown(id) ? m with { Kb = null, NilSlug = "NIL:" + id.Value } : m)],
        Analysis = Analysis with { Entities = Analysis.Entities.Select(e => e.Kb is { } id && isUnknown(id) ? e with { Kb = null } : e).ToValueList() },
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="CorpusFormatException">The file is malformed.</exception>
    public static GoldArticle ReadFile(string path) => new GoldReader(path).Read(File.ReadAllText(path));

    /// <summary>Reads the files <c>*.gold</c> of a folder in ordinal order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="CorpusFormatException">A file is malformed.</exception>
    public static IReadOnlyList<GoldArticle> ReadFolder(string folder) =>
        [.. Directory.GetFiles(folder, "*.gold").Order(StringComparer.Ordinal).Select(ReadFile)];

    /// <inheritdoc/>
    public override string ToString() => $"{Id} ({Language}, {Mentions.Count} mentions, {Analysis.Events.Count} events)";
}
