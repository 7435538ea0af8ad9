using Xunit;

namespace Claims.Cli.Tests;

/// <summary>Settings come from the file, the environment and the command line, in rising order.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly ClaimsProcess _claims = new();

    public void Dispose() => _claims.Dispose();

    [Fact]
    public async Task Database_IsDataClaimsDb_WhenNothingIsSet()
    {
        await _claims.RunAsync("db", "migrate");

        Assert.True(File.Exists(_claims.PathOf("data/claims.db")));
    }

    [Fact]
    public async Task Database_IsTheFileOfTheSettings_WhenOnlyTheySayIt()
    {
        _claims.Write("claims.json", """{ "database": "from-file.db" } // comments and""");

        await _claims.RunAsync("db", "migrate");

        Assert.True(File.Exists(_claims.PathOf("from-file.db")));
    }

    [Fact]
    public async Task Environment_WinsOverTheFile()
    {
        _claims.Write("claims.json", """{ "database": "from-file.db" }""");

        await _claims.RunAsync([("CLAIMS_DATABASE", "from-environment.db")], ["db", "migrate"]);

        Assert.True(File.Exists(_claims.PathOf("from-environment.db")));
        Assert.False(File.Exists(_claims.PathOf("from-file.db")));
    }

    [Fact]
    public async Task Flag_WinsOverTheEnvironment()
    {
        await _claims.RunAsync([("CLAIMS_DATABASE", "from-environment.db")], ["db", "migrate", "--database", "from-flag.db"]);

        Assert.True(File.Exists(_claims.PathOf("from-flag.db")));
        Assert.False(File.Exists(_claims.PathOf("from-environment.db")));
    }

    [Theory]
    [InlineData("""{ "databse": "x.db" }""", "databse")]
    [InlineData("""{ "workers": "many" }""", "workers")]
    [InlineData("""{ "workers": 65 }""", "Workers")]
    [InlineData("""{ "checkThreshold": 1.5 }""", "CheckThreshold")]
    [InlineData("""["database"]""", "no JSON object")]
    [InlineData("""{ "database": """, "not JSON")]
    public async Task SettingsFile_IsRefusedByName_WhenItMakesNoSense(string file, string named)
    {
        _claims.Write("claims.json", file);

        var result = await _claims.RunAsync("db", "migrate");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(named, result.Error);
        Assert.False(Directory.Exists(_claims.PathOf("data")));
    }

    [Fact]
    public async Task EnvironmentVariable_IsRefusedByName_WhenItCannotBeRead()
    {
        var result = await _claims.RunAsync([("CLAIMS_PORT", "eighty")], ["db", "migrate"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CLAIMS_PORT", result.Error);
    }
}
