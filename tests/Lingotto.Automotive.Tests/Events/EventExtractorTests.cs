using FsCheck;
using FsCheck.Fluent;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests;

/// <summary>Laws of the engine on texts without tags and trees: it degrades, and never gives what the schema forbids.</summary>
public sealed class EventExtractorTests
{
    private static readonly string[] Words =
        ["Alfa", "Beta", "Gamma", "visited", "closed", "sold", "100", "cars", "in", "of", "the", "strike", "and", "agreement", "with", ",", "will", "not", "open", "Output", "\n", "|", "invest", "2026", "."];

    private static readonly EventExtractor Extractor = new();

    [Fact]
    public void Extract_EmptyText_NothingFound()
    {
        (ValueList<AutomotiveEvent> events, ValueList<MergedEvent> merged) = Extractor.Extract(Context(""), new ArticleAnalysis { Language = "en" });

        events.Should().BeEmpty();
        merged.Should().BeEmpty();
    }

    [Fact]
    public void Extract_AnyText_KeepsTheSchema() => Prop.ForAll(Gen.Elements(Words).ListOf(60).ToArbitrary(), words =>
    {
        (ArticleContext context, ArticleAnalysis input) = Article(string.Join(' ', words));
        (ValueList<AutomotiveEvent> events, ValueList<MergedEvent> merged) = Extractor.Extract(context, input);
        var ids = input.Entities.Select(e => e.Id).Concat(input.Times.Select(t => t.Id)).Concat(input.Quantities.Select(q => q.Id)).ToHashSet();
        events.Select(e => e.Id).Should().OnlyHaveUniqueItems();
        foreach (AutomotiveEvent e in events)
        {
            context.Document.Text[e.Trigger.Start..e.Trigger.End].Should().Be(e.Trigger.Text);
            e.Arguments.Should().NotBeEmpty("an event says something about something");
            CheckSchema(e.Type, e.Arguments, ids);
        }

        foreach (MergedEvent e in merged) CheckSchema(e.Type, e.Arguments, ids);
        merged.SelectMany(m => m.Mentions).Should().BeEquivalentTo(events.Select(e => e.Id));
        Extractor.Extract(context, input).Events.Should().Equal(events);
    }).QuickCheckThrowOnFailure();

    private static void CheckSchema(EventType type, ValueList<EventArgument> arguments, HashSet<string> ids)
    {
        arguments.Should().OnlyHaveUniqueItems();
        foreach (IGrouping<string, EventArgument> role in arguments.GroupBy(a => a.Role))
        {
            EventRole? known = EventSchema.FindRole(type, role.Key);
            known.Should().NotBeNull();
            if (!known!.Value.Repeats) role.Should().ContainSingle();
            role.Should().OnlyContain(a => ids.Contains(a.Ref));
        }
    }

    [Fact]
    public void Explain_SentenceWithoutTrigger_NamesNearestWords()
    {
        (ArticleContext context, ArticleAnalysis input) = Article("Nobody vizited anything .");

        EventExplanation explanation = Extractor.Explain(context, input);

        explanation.Sentences.Should().ContainSingle();
        explanation.ToString().Should().Contain("no trigger").And.Contain("visit");
    }

    [Fact]
    public void Explain_Trigger_NamesFrameAndOutcome()
    {
        (ArticleContext context, ArticleAnalysis input) = Article("Alfa closed Beta in 2026 .");

        TriggerExplanation trigger = Extractor.Explain(context, input).Sentences[0].Triggers.First(t => t.Type == "PlantClosure");

        trigger.Source.Should().MatchRegex(@"PlantClosure\.frame:\d+");
        trigger.Outcome.Should().MatchRegex("^(event|below|a better)");
    }

    [Fact]
    public void Explain_BlockedPhrase_IsShown()
    {
        (ArticleContext context, ArticleAnalysis input) = Article("Alfa close higher today .");

        Extractor.Explain(context, input).Sentences[0].Triggers.Should().Contain(t => t.Outcome.StartsWith("blocked"));
    }

    private static (ArticleContext Context, ArticleAnalysis Input) Article(string text)
    {
        ArticleContext context = Context(text);
        var entities = new Dictionary<string, List<Mention>>();
        var times = new List<TimeExpression>();
        var quantities = new List<Quantity>();
        foreach (Token token in context.Document.Tokens)
        {
            string words = token.Text.ToString();
            if (words is "Alfa" or "Beta" or "Gamma") (entities.TryGetValue(words, out List<Mention>? list) ? list : entities[words] = []).Add(new Mention(token.Span.Start, token.Span.End, words));
            else if (words == "2026") times.Add(new TimeExpression($"t{times.Count + 1}", token.Span.Start, token.Span.End, words, words));
            else if (words == "100") quantities.Add(new Quantity($"q{quantities.Count + 1}", token.Span.Start, token.Span.End, words, 100, "vehicles"));
        }

        return (context, new ArticleAnalysis
        {
            Language = "en", Times = times.ToValueList(), Quantities = quantities.ToValueList(),
            Entities = entities.Select((e, i) => new Entity { Id = $"e{i + 1}", Kind = e.Key == "Beta" ? EntityKind.Plant : EntityKind.Organization, Name = e.Key, Mentions = e.Value.ToValueList() }).ToValueList(),
        });
    }

    private static ArticleContext Context(string text)
    {
        var builder = new DocumentBuilder();
        builder.Reset(text);
        builder.Language = Language.English;
        bool begin = true;
        for (int at = 0; at < text.Length; at++)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                begin |= text[at] == '\n';
                continue;
            }

            int end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (begin) builder.BeginSentence(Language.English);
            builder.AddToken(at, end - at);
            begin = text[at] == '.';
            at = end - 1;
        }

        return new ArticleContext(builder.Build(), new PageStructure([], null), new DateOnly(2025, 11, 25));
    }
}
