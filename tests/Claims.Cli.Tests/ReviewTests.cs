using System.Text.Json;
using Xunit;

namespace Claims.Cli.Tests;

/// <summary>From pages to a decision that stands, typed one command after the other.</summary>
public sealed class ReviewTests : IDisposable
{
    private readonly ClaimsProcess _claims = new();

    public void Dispose() => _claims.Dispose();

    [Fact]
    public async Task Conflict_IsFoundShownDecidedAndTakenBack()
    {
        await ImportAndRunAsync();

        var row = await OnlyConflictAsync("open");
        var key = row.GetProperty("id").GetString()!;
        var quotes = new[] { "a", "b" }.Select(side => row.GetProperty(side).GetProperty("quote").GetString()).ToList();
        Assert.Contains(quotes, quote => quote!.Contains("14", StringComparison.Ordinal));
        Assert.Contains(quotes, quote => quote!.Contains("31", StringComparison.Ordinal));

        var shown = await _claims.RunAsync("show", key[..6]);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("Calder Courier", shown.Output);
        Assert.Contains("Strait Gazette", shown.Output);
        Assert.Contains("Why:", shown.Output);

        var decided = await _claims.RunAsync("decide", key, "real-conflict", "--note", "two morgues counted", "--reviewer", "Ines");
        Assert.Equal(0, decided.ExitCode);
        Assert.Equal(key, (await OnlyConflictAsync("decided")).GetProperty("id").GetString());

        var history = (await _claims.RunAsync("history", key, "--json")).Json();
        Assert.Equal("Ines", Assert.Single(history.EnumerateArray()).GetProperty("reviewer").GetString());

        var undone = await _claims.RunAsync("undo", "--reviewer", "Ines");
        Assert.Equal(0, undone.ExitCode);
        Assert.Equal(key, (await OnlyConflictAsync("open")).GetProperty("id").GetString());
        Assert.Equal(2, (await _claims.RunAsync("history", "--json")).Json().GetArrayLength());
        Assert.Equal(2, (await _claims.RunAsync("undo", key)).ExitCode);
    }

    [Fact]
    public async Task Decision_Stands_WhenEverythingIsRunAgain()
    {
        await ImportAndRunAsync();
        var key = (await OnlyConflictAsync("open")).GetProperty("id").GetString()!;
        await _claims.RunAsync("decide", key, "compatible");

        var again = await _claims.RunAsync("run", "--again", "--json");

        Assert.Equal((0, 0), (again.ExitCode, again.Json().GetProperty("counts").GetProperty("conflicts").GetInt32()));
        Assert.Equal("compatible", (await OnlyConflictAsync("decided")).GetProperty("decision").GetString());
    }

    [Fact]
    public async Task Ties_SplitClaimsForEver_UntilTakenBack()
    {
        await ImportAndRunAsync();
        var conflict = await OnlyConflictAsync("open");
        var group = conflict.GetProperty("group").GetString()!;
        var listed = await _claims.RunAsync("groups", group, "--json");
        var claim = listed.Json().GetProperty("claims")[0].GetProperty("claim").GetProperty("id").GetString()!;

        var split = await _claims.RunAsync("ties", "split", group[..8], claim, "--reviewer", "Ines", "--note", "another ferry", "--json");

        Assert.Equal(0, split.ExitCode);
        await _claims.RunAsync("run", "--again");
        Assert.Empty((await _claims.RunAsync("conflicts", "--json")).Json().GetProperty("rows").EnumerateArray());
        var act = Assert.Single((await _claims.RunAsync("ties", "list", "--json")).Json().EnumerateArray());
        Assert.Equal(("Ines", "another ferry"), (act.GetProperty("reviewer").GetString(), act.GetProperty("note").GetString()));

        Assert.Equal(0, (await _claims.RunAsync("ties", "undo", act.GetProperty("id").GetString()!)).ExitCode);
        await _claims.RunAsync("run");
        await OnlyConflictAsync("open");
        Assert.Equal(2, (await _claims.RunAsync("ties", "split", "zzzz", claim)).ExitCode);
        Assert.Equal(2, (await _claims.RunAsync("ties", "pin", claim, claim)).ExitCode);
    }

    [Fact]
    public async Task Run_SaysThatNothingWasDue_WhenRunTwice()
    {
        await ImportAndRunAsync();

        var again = await _claims.RunAsync("run");

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Nothing was due", again.Output);
    }

    [Fact]
    public async Task Listings_ShowWhatIsThere()
    {
        await ImportAndRunAsync();

        var sources = (await _claims.RunAsync("sources", "--json")).Json();
        Assert.Equal(["Calder Courier", "Strait Gazette"], sources.EnumerateArray().Select(s => s.GetProperty("source").GetProperty("name").GetString()));
        var group = (await _claims.RunAsync("groups", "--json")).Json().EnumerateArray().First();
        var claims = (await _claims.RunAsync("groups", group.GetProperty("id").GetString()![..8], "--json")).Json().GetProperty("claims");
        Assert.Equal(group.GetProperty("claims").GetInt32(), claims.GetArrayLength());
        var explained = await _claims.RunAsync("explain", "courier.example/ferry");
        Assert.Equal(0, explained.ExitCode);
        Assert.Contains("Ferry sinks off Port Calder", explained.Output);
        var none = await _claims.RunAsync("conflicts", "--text", "volcano", "--json");
        Assert.Equal(0, none.Json().GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Output_HoldsNoControlCharactersOfPages()
    {
        _claims.Write("evil.jsonl", Page("https://evil.example/x", "Evil \u001b[2J Times", "2026-03-04T08:00:00Z", "Ferry", "The \u001b]0;owned\u0007ferry killed 3 people off Port Calder on Tuesday, the mayor said."));
        await _claims.RunAsync("import", "evil.jsonl");
        await _claims.RunAsync("run");

        foreach (var command in new[] { "sources", "conflicts", "groups --minimum 1" })
        {
            Assert.DoesNotContain('\u001b', (await _claims.RunAsync(command.Split(' '))).Output);
        }
    }

    private async Task ImportAndRunAsync()
    {
        _claims.Write(
            "pages.jsonl",
            Page("https://courier.example/ferry", "Calder Courier", "2026-03-04T08:00:00Z", "Ferry sinks off Port Calder", "A ferry sank off Port Calder on Tuesday. The sinking of the ferry off Port Calder killed 14 people, the harbour master said.")
            + "\n"
            + Page("https://gazette.example/ferry", "Strait Gazette", "2026-03-04T09:00:00Z", "Ferry sinks off Port Calder", "A ferry sank off Port Calder on Tuesday. The sinking of the ferry off Port Calder killed 31 people, hospital officials said."));
        Assert.Equal(0, (await _claims.RunAsync("import", "pages.jsonl")).ExitCode);
        Assert.Equal(0, (await _claims.RunAsync("run")).ExitCode);
    }

    private async Task<JsonElement> OnlyConflictAsync(string status) =>
        Assert.Single((await _claims.RunAsync("conflicts", "--status", status, "--json")).Json().GetProperty("rows").EnumerateArray());

    private static string Page(string url, string source, string published, string title, string text) =>
        JsonSerializer.Serialize(new { url, source, published, title, text });
}
