using Xunit;

namespace Claims.Cli.Tests;

/// <summary>What holds for every command: help, exit codes of wrong lines, and where output goes.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly ClaimsProcess _claims = new();

    public static TheoryData<string> Commands =>
    [
        "import", "run", "conflicts", "show", "decide", "undo", "history", "failed", "retry", "sources", "groups", "explain",
        "evaluate", "feeds", "feeds add", "feeds remove", "serve", "demo", "db migrate", "train language", "train ngrams", "train encoder", "train vectors",
    ];

    /// <summary>Commands that list what is there, which on an empty database is nothing.</summary>
    public static TheoryData<string> Listings => ["conflicts", "history", "failed", "feeds", "sources", "groups", "run", "db migrate"];

    public void Dispose() => _claims.Dispose();

    [Fact]
    public async Task Help_ListsEveryCommandAndExitCode()
    {
        var help = await _claims.RunAsync("--help");

        Assert.Equal(0, help.ExitCode);
        Assert.All(Commands, command => Assert.Contains($"  {command.Data.Split(' ')[0]}", help.Output));
        Assert.Contains("Exit codes:", help.Output);
        Assert.Contains("part of the batch failed", help.Output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_ShowsExamples_ForEveryCommand(string command)
    {
        var help = await _claims.RunAsync([.. command.Split(' '), "--help"]);

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Examples:", help.Output);
        Assert.Contains($"claims {command}", help.Output);
    }

    [Theory]
    [InlineData("conflict")]
    [InlineData("import")]
    [InlineData("decide abcd maybe")]
    [InlineData("conflicts --kind guess")]
    [InlineData("conflicts --take 0")]
    [InlineData("conflicts --take 501")]
    [InlineData("conflicts --source Nobody")]
    [InlineData("run --workers 65")]
    [InlineData("run --workers many")]
    [InlineData("show zzzz")]
    [InlineData("undo")]
    [InlineData("retry")]
    [InlineData("retry --all abcd")]
    [InlineData("retry abcd")]
    [InlineData("groups zzzz")]
    [InlineData("explain nowhere.html")]
    [InlineData("evaluate guess")]
    [InlineData("evaluate all --data not-there")]
    [InlineData("feeds add nonsense")]
    [InlineData("feeds add ftp://example.org/feed.xml")]
    [InlineData("feeds add https://example.org/feed.xml --every 30s")]
    [InlineData("feeds remove zzzz")]
    [InlineData("serve --port 70000")]
    [InlineData("--settings not-there.json run")]
    public async Task WrongLine_Exits2WithAMessage_AndWritesNothingToOutput(string line)
    {
        var result = await _claims.RunAsync(line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Error.Trim());
        Assert.Empty(result.Output.Trim());
        Assert.DoesNotContain("   at ", result.Error);
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public async Task EmptyDatabase_IsNoError(string command)
    {
        var people = await _claims.RunAsync(command.Split(' '));
        var program = await _claims.RunAsync([.. command.Split(' '), "--json"]);

        Assert.Equal((0, 0), (people.ExitCode, program.ExitCode));
        Assert.NotEmpty(people.Output.Trim());
        program.Json();
    }

    [Fact]
    public async Task Feed_IsListedUntilItIsRemoved()
    {
        var added = await _claims.RunAsync("feeds", "add", "https://news.example.org/feed.xml", "--every", "2h");
        var listed = (await _claims.RunAsync("feeds", "--json")).Json();
        var removed = await _claims.RunAsync("feeds", "remove", listed[0].GetProperty("id").GetString()![..6]);
        var after = (await _claims.RunAsync("feeds", "--json")).Json();

        Assert.Equal((0, 0), (added.ExitCode, removed.ExitCode));
        Assert.Contains("every 2h", added.Output);
        Assert.Equal((1, 0), (listed.GetArrayLength(), after.GetArrayLength()));
    }

    [Fact]
    public async Task BrokenDatabase_Exits4WithAMessage()
    {
        _claims.Write("broken.db", new string('x', 5000));

        var result = await _claims.RunAsync("sources", "--database", "broken.db");

        Assert.Equal(4, result.ExitCode);
        Assert.NotEmpty(result.Error.Trim());
    }
}
