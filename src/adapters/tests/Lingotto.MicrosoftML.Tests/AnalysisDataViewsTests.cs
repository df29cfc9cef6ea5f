using Lingotto.Domain;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Lingotto.MicrosoftML.Tests;

public sealed class AnalysisDataViewsTests
{
    private static readonly MLContext Context = new(seed: 1);

    private static ArticleAnalysis Analysis => new()
    {
        Id = "a1",
        Language = "en",
        Entities = [new Entity { Id = "e1", Kind = EntityKind.Organization, Kb = EntityId.Parse("org:fiat"), Name = "Fiat", Mentions = [new Mention(0, 4, "Fiat"), new Mention(20, 31, "the company", true)] }],
        Quantities = [new Quantity("q1", 10, 18, "300 jobs", 300, "jobs")],
        Events = [new AutomotiveEvent
        {
            Id = "v1", Type = new EventType("Hiring"), Trigger = new Trigger(5, 9, "adds"), Confidence = 0.75,
            Arguments = [new EventArgument("employer", "e1"), new EventArgument("headcount", "q1")],
        }],
    };

    [Fact]
    public void LoadDocuments_OneAnalysis_HasOneRowWithItsEventTypes()
    {
        IDataView view = Context.Data.LoadDocuments([(new Article("Fiat adds 300 jobs. The company …"), Analysis)]);

        DocumentRow row = Context.Data.CreateEnumerable<DocumentRow>(view, reuseRowObject: false).Single();
        row.EventTypes.Should().Equal("Hiring");
        row.EntityIds.Should().Equal("org:fiat");
    }

    [Fact]
    public void LoadEntities_EntityWithTwoMentions_HasTwoRows()
    {
        IDataView view = Context.Data.LoadEntities([Analysis]);

        view.GetColumn<string>("Kb").Should().Equal("org:fiat", "org:fiat");
        view.GetColumn<bool>("Nominal").Should().Equal(false, true);
    }

    [Fact]
    public void LoadEvents_EventWithTwoArguments_HasARowForEach()
    {
        IDataView view = Context.Data.LoadEvents([Analysis]);

        view.GetColumn<string>("Role").Should().Equal("employer", "headcount");
        view.GetColumn<string>("Filler").Should().Equal("org:fiat", "300 jobs");
        view.GetColumn<float>("Confidence").Should().Equal(0.75f, 0.75f);
    }

    [Fact]
    public void LoadEvents_ReadTwice_GivesTheSameRows()
    {
        IDataView view = Context.Data.LoadEvents([Analysis]);

        view.GetColumn<string>("Role").Should().Equal(view.GetColumn<string>("Role"));
    }
}
