using FsCheck;
using FsCheck.Fluent;
using Lingotto.Domain;

namespace Lingotto.Automotive.Tests.Domain;

/// <summary>Random analyses, not sensible ones: every field with every sort of value.</summary>
internal static class AnalysisGenerator
{
    private static readonly Gen<string> Texts = Gen.Elements("", "Torino", "è — “x”", "🚗\t\n", "<b>&amp;</b>", "\\\"/", "日本", "\u0000\u2028");
    private static readonly Gen<int> Offsets = Gen.Choose(0, 10_000);
    private static readonly Gen<double?> Confidences = Gen.Choose(-1, 1000).Select(n => n < 0 ? (double?)null : n / 1000.0);
    private static readonly Gen<EntityId?> Ids = Gen.Elements<EntityId?>(null, EntityId.Parse("org:fiat"), EntityId.Parse("model:alfa-romeo/giulia"), EntityId.Parse("place:it-21"));
    private static readonly Gen<decimal> Numbers = Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 1000m);

    private static readonly Gen<TextRange> Ranges = Offsets.SelectMany(s => Offsets.Select(e => new TextRange(s, e)));
    private static readonly Gen<Trigger> Triggers = Ranges.SelectMany(r => Texts.Select(t => new Trigger(r.Start, r.End, t)));
    private static readonly Gen<Mention> Mentions = Triggers.SelectMany(t => Confidences.Select(c => new Mention(t.Start, t.End, t.Text, t.Start % 2 == 0) { Confidence = c }));
    private static readonly Gen<EventArgument> Arguments = Gen.Elements("site", "time", "place").SelectMany(r => Texts.Select(t => new EventArgument(r, t)));

    private static readonly Gen<Entity> Entities =
        from id in Texts
        from kind in Gen.Elements(EntityKind.All.Append(new EntityKind("Ship")))
        from subkind in Gen.Elements<EntitySubkind?>(null, EntitySubkind.Brand, new EntitySubkind("Ferry"))
        from kb in Ids
        from name in Texts
        from mentions in List(Mentions)
        from confidence in Confidences
        select new Entity { Id = id, Kind = kind, Subkind = subkind, Kb = kb, Name = name, Mentions = mentions, Confidence = confidence };

    private static readonly Gen<AutomotiveEvent> Events =
        from id in Texts
        from type in Gen.Elements(EventSchema.Types.Append(new EventType("Launch")))
        from trigger in Triggers
        from arguments in List(Arguments)
        from modality in Gen.Elements(Enum.GetValues<Modality>())
        from polarity in Gen.Elements(Enum.GetValues<Polarity>())
        from confidence in Confidences
        from evidence in List(Ranges)
        select new AutomotiveEvent { Id = id, Type = type, Trigger = trigger, Arguments = arguments, Modality = modality, Polarity = polarity, Confidence = confidence, Evidence = evidence };

    public static Gen<ArticleAnalysis> Analyses { get; } =
        from id in Texts
        from confidence in Confidences
        from text in Gen.Elements(null, "", "Ciao 🚗")
        from entities in List(Entities)
        from mentions in List(Triggers)
        from numbers in List(Numbers)
        from events in List(Events)
        from ranges in List(Ranges)
        select new ArticleAnalysis
        {
            Id = id.Length == 0 ? null : id, Language = "it", LanguageConfidence = confidence ?? 0, Text = text, Entities = entities, Events = events, Boilerplate = ranges,
            Roles = mentions.Select(m => new RoleMention("r", m.Start, m.End, m.Text)).ToValueList(),
            Times = mentions.Select(m => new TimeExpression("t", m.Start, m.End, m.Text, m.Text)).ToValueList(),
            Quantities = numbers.Select(n => new Quantity("q", 0, 1, "x", n, "EUR")).ToValueList(),
            Affiliations = mentions.Select(m => new Affiliation("e1", "e2", m.Start % 2 == 0 ? null : m.Text)).ToValueList(),
            Quotes = mentions.Select(m => new Quote("e1", m.Start, m.End, m.Text)).ToValueList(),
            Regions = entities.Where(e => e.Kb is not null).Select(e => e.Kb!.Value).ToValueList(), Error = text,
            SentenceLanguages = ranges.Select(r => new LanguageRange(r.Start, r.End, "en")).ToValueList(),
            MergedEvents = events.Select(e => new MergedEvent { Id = "m", Type = e.Type, Trigger = e.Trigger, Mentions = [e.Id], Key = e.Id, Arguments = e.Arguments, Evidence = e.Evidence }).ToValueList(),
        };

    private static Gen<ValueList<T>> List<T>(Gen<T> items) => Gen.Choose(0, 3).SelectMany(n => items.ListOf(n)).Select(l => l.ToValueList());
}
