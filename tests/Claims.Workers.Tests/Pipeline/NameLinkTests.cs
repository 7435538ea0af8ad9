using Claims.Core.Comparison;
using Claims.Storage.Comparison;
using Xunit;

namespace Claims.Workers.Tests.Pipeline;

public sealed class NameLinkTests
{
    private const string Quiet = "The Qadhiri Brigades stayed out of the fighting around Tolven in March.";
    private const string Loud = "The Gadhiri Brigades shelled two villages near Tolven in March.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_TakesSpellingsForOneActor_AndSaysSo_WhateverTheOrder(bool atOnce)
    {
        await using var bench = await Workbench.OpenAsync();
        await bench.Importer.ImportAsync([bench.Write("a.txt", Quiet)], new());
        if (!atOnce)
        {
            await bench.Pipeline.RunAsync("test");
        }

        await bench.Importer.ImportAsync([bench.Write("b.txt", Loud)], new());
        await bench.Pipeline.RunAsync("test");

        var alias = Assert.Single(await bench.Database.Names.InForceAsync(), pair => pair.A == "Gadhiri Brigades");
        Assert.Equal("Qadhiri Brigades", alias.B);
        var row = Assert.Single(await OpenAsync(bench));
        Assert.Contains(row.Reasons, reason => reason.Rule == "names.alias" && reason.Sentence.Contains("taken for one name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_ObeysAPerson_WhoSaysTheyAreTwo()
    {
        await using var bench = await Workbench.OpenAsync();
        await bench.Importer.ImportAsync([bench.Write("a.txt", Quiet), bench.Write("b.txt", Loud)], new());
        await bench.Pipeline.RunAsync("test");
        await bench.Database.Names.DecideAsync("Qadhiri Brigades", "Gadhiri Brigades", isSame: false, "Ana", note: null);

        await bench.Pipeline.RunAsync("test");
        Assert.Empty(await OpenAsync(bench));

        await bench.Pipeline.RequeueAllAsync();
        await bench.Pipeline.RunAsync("test");
        Assert.Empty(await OpenAsync(bench));
    }

    private static async Task<IReadOnlyList<ConflictRow>> OpenAsync(Workbench bench) =>
        [.. (await bench.Database.Conflicts.ListAsync(new())).Rows.Where(row => row.Kind is ConflictKind.Description)];
}
