using System.Collections;
using Lingotto.Automotive;
using Lingotto.Domain;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Lingotto.Packaging.Tests;

/// <summary>Every cell of the sample notebooks is executed in order, and each must give something to see.</summary>
public sealed class NotebookTests
{
    private const string PackageDirective = "#r \"nuget: ";

    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(Article).Assembly, typeof(ArticleAnalysis).Assembly, typeof(AutomotivePipeline).Assembly, typeof(Enumerable).Assembly)
        .WithImports("System", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks")   // as notebooks have them
        .WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest);

    public static TheoryData<string> Notebooks => new(Directory.EnumerateFiles(Repository.PathOf("samples", "notebooks"), "*.ipynb").Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Notebook_CellByCell_GivesSomethingToSee(string name)
    {
        IReadOnlyList<string> cells = Notebook.CodeCells(Repository.PathOf("samples", "notebooks", name));

        cells[0].Should().StartWith(PackageDirective, "the first cell brings the package");
        ScriptState<object>? state = null;
        foreach (string cell in cells.Skip(1))
        {
            cell.Should().NotStartWith("#", "cells use no magic");
            state = state is null ? await CSharpScript.RunAsync<object>(cell, Options) : await state.ContinueWithAsync<object>(cell, Options);
            state.ReturnValue.Should().NotBeNull("every cell ends in an expression: {0}", cell);
            if (state.ReturnValue is IList list) list.Count.Should().BePositive("a cell shows something: {0}", cell);
        }
    }

    [Theory]
    [InlineData("01-first-analysis.ipynb", "<mark class=\"Plant\" title=\"Mirafiori (plant:mirafiori)\">Mirafiori</mark>")]
    [InlineData("01-prima-analisi.ipynb", "<mark class=\"Plant\" title=\"Mirafiori (plant:mirafiori)\">Mirafiori</mark>")]
    public async Task AnalyzedArticle_InANotebook_IsHighlightedText(string name, string expected)
    {
        object[] shown = await Outputs(name);

        shown.OfType<AnalyzedArticle>().Select(Notebook.Render).Should().ContainSingle().Which.Should().Contain(expected);
        shown.OfType<Sentence>().Select(s => Notebook.Render(s)).Should().ContainSingle().Which.Should().StartWith("<svg").And.Contain("nsubj");
        shown.OfType<Document>().Select(Notebook.Render).Should().ContainSingle().Which.Should().StartWith("<table");
        shown.OfType<ValueList<Entity>>().Select(e => Notebook.Render(e)).Should().ContainSingle().Which.Should().Contain("org:stellantis");
    }

    [Theory]
    [InlineData("03-own-knowledge-base.ipynb")]
    [InlineData("03-base-di-conoscenza.ipynb")]
    public async Task OwnTable_AddedInANotebook_LinksItsNames(string name)
    {
        ValueList<Entity>[] entities = [.. (await Outputs(name)).OfType<ValueList<Entity>>()];

        entities[0].Should().NotContain(e => e.Kb == EntityId.Parse("org:torino-motori"));
        entities[^1].Should().Contain(e => e.Kb == EntityId.Parse("org:torino-motori"));
    }

    private static async Task<object[]> Outputs(string name)
    {
        var outputs = new List<object>();
        ScriptState<object>? state = null;
        foreach (string cell in Notebook.CodeCells(Repository.PathOf("samples", "notebooks", name)).Skip(1))
        {
            state = state is null ? await CSharpScript.RunAsync<object>(cell, Options) : await state.ContinueWithAsync<object>(cell, Options);
            outputs.Add(state.ReturnValue);
        }

        return [.. outputs];
    }
}
