using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Claims.Cli.Tests;

/// <summary>What cannot be read is named with a reason, and the rest of the batch is done.</summary>
public sealed class ImportTests : IDisposable
{
    private const string GoodPage = """
        <!doctype html><html><head><title>Ferry sinks off Port Calder</title>
        <meta property="article:published_time" content="2026-03-04T08:00:00Z"><meta property="og:site_name" content="Calder Courier"></head>
        <body><article><h1>Ferry sinks off Port Calder</h1>
        <p>At least 14 people were killed when a ferry sank off Port Calder on Tuesday, the harbour master said.</p>
        <p>Rescue boats searched the strait through the night for 9 people who were still missing.</p></article></body></html>
        """;

    private readonly ClaimsProcess _claims = new();

    public void Dispose() => _claims.Dispose();

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task BadFile_IsNamedWithAReason_AndTheRestIsDone(string name, string what)
    {
        _claims.Write("batch/good.html", GoodPage);
        WriteBad(Path.Combine(_claims.Folder, "batch", name), what);

        var result = await _claims.RunAsync("import", "batch", "--json");

        var report = result.Json();
        Assert.Equal(3, result.ExitCode);
        Assert.Equal(1, report.GetProperty("added").GetInt32());
        var problem = Assert.Single(report.GetProperty("problems").EnumerateArray());
        Assert.Contains(name, problem.GetProperty("name").GetString());
        Assert.NotEmpty(problem.GetProperty("message").GetString()!);
    }

    public static TheoryData<string, string> BadFiles => new()
    {
        { "empty.html", "empty" },
        { "huge.txt", "huge" },
        { "binary.html", "binary" },
        { "feed.xml", "no feed" },
    };

    [Theory]
    [MemberData(nameof(OddFiles))]
    public async Task OddFile_NeverStopsTheBatch(string name, string what)
    {
        _claims.Write("batch/good.html", GoodPage);
        WriteBad(Path.Combine(_claims.Folder, "batch", name), what);

        var result = await _claims.RunAsync("import", "batch", "--json");

        // What is odd may be read or refused; either way the good page is there and the odd one is spoken of.
        var report = result.Json();
        Assert.Contains(result.ExitCode, new[] { 0, 3 });
        Assert.InRange(report.GetProperty("added").GetInt32(), 1, 2);
        Assert.Contains(
            report.GetProperty("problems").EnumerateArray().Concat(report.GetProperty("warnings").EnumerateArray()),
            message => message.GetProperty("name").GetString()!.Contains(name, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> OddFiles => new()
    {
        { "latin.txt", "invalid UTF-8" },
        { "deep.html", "nested 100,000 deep" },
        { "undated.html", "no date" },
        { "future.html", "future date" },
    };

    [Fact]
    public async Task BrokenHtml_IsReadAsFarAsItGoes()
    {
        _claims.Write("broken.html", "<html><body><p>Three bridges over the Anselm <b>were closed</i> after the flood, the town said.<div><p>Unclosed");

        var result = await _claims.RunAsync("import", "broken.html", "--json");

        Assert.Equal((0, 1), (result.ExitCode, result.Json().GetProperty("added").GetInt32()));
    }

    [Fact]
    public async Task JsonLineCutInHalf_IsNamedByItsLine_AndTheOthersAreRead()
    {
        _claims.Write("wire.jsonl", $"{Line("a", "The dam at Orrin held, the council said.")}\n{Line("b", "x")[..40]}\n{Line("c", "The dam at Orrin broke, a farmer said.")}\n");

        var result = await _claims.RunAsync("import", "wire.jsonl", "--json");

        Assert.Equal((3, 2), (result.ExitCode, result.Json().GetProperty("added").GetInt32()));
        Assert.Contains("2", Assert.Single(result.Json().GetProperty("problems").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task SameFileTwice_AddsOnce()
    {
        _claims.Write("good.html", GoodPage);

        var both = await _claims.RunAsync("import", "good.html", "good.html", "--json");
        var again = await _claims.RunAsync("import", "good.html", "--json");

        Assert.Equal(1, both.Json().GetProperty("added").GetInt32());
        Assert.Equal((0, 1), (again.Json().GetProperty("added").GetInt32(), again.Json().GetProperty("unchanged").GetInt32()));
        Assert.Equal(0, again.ExitCode);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("ftp://example.org/page.html")]
    [InlineData("file:///etc/passwd")]
    public async Task PrivateOrStrangeUrl_IsRefused(string url)
    {
        _claims.Write("good.html", GoodPage);

        var result = await _claims.RunAsync("import", url, "good.html", "--json");

        Assert.Equal((3, 1), (result.ExitCode, result.Json().GetProperty("added").GetInt32()));
        Assert.Contains(url, Assert.Single(result.Json().GetProperty("problems").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task LoopbackUrl_IsRefusedWithoutAConnection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var result = await _claims.RunAsync("import", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/page.html");

        Assert.Equal(2, result.ExitCode);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task UnreachableUrl_IsNamed()
    {
        // A name under .invalid never resolves (RFC 2606).
        var result = await _claims.RunAsync("import", "http://unreachable.invalid/page.html");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("unreachable.invalid", result.Output + result.Error);
    }

    [Fact]
    public async Task NothingReadable_Exits2()
    {
        var result = await _claims.RunAsync("import", "not-there.html");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("not-there.html", result.Output + result.Error);
    }

    private static string Line(string page, string text) => JsonSerializer.Serialize(new
    {
        url = $"https://wire.example.org/{page}",
        title = "A dam",
        source = "Example Wire",
        published = "2026-05-01T10:00:00Z",
        text,
    });

    private static void WriteBad(string path, string what)
    {
        const string Sentence = "The council of Orrin said on Monday that 40 houses were flooded. ";
        switch (what)
        {
            case "empty":
                File.WriteAllText(path, "");
                break;
            case "huge":
                using (var file = new StreamWriter(path))
                {
                    for (var written = 0; written < 50 * 1024 * 1024; written += Sentence.Length)
                    {
                        file.Write(Sentence);
                    }
                }

                break;
            case "binary":
                // The start of a PNG, then bytes of every value.
                File.WriteAllBytes(path, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, .. Enumerable.Range(0, 4096).Select(i => (byte)(i * 31))]);
                break;
            case "no feed":
                File.WriteAllText(path, "<?xml version=\"1.0\"?><inventory><item>14 chairs</item></inventory>");
                break;
            case "invalid UTF-8":
                File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes(Sentence), 0xff, 0xfe, 0xc3, 0x28, .. Encoding.UTF8.GetBytes(" " + Sentence)]);
                break;
            case "nested 100,000 deep":
                File.WriteAllText(path, "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + $"<p>{Sentence}</p></body></html>");
                break;
            case "no date":
                File.WriteAllText(path, $"<html><head><title>Flood</title></head><body><article><p>{Sentence}</p></article></body></html>");
                break;
            case "future date":
                File.WriteAllText(path, $"<html><head><title>Flood</title><meta property=\"article:published_time\" content=\"2999-01-01T00:00:00Z\"></head><body><article><p>{Sentence}</p></article></body></html>");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "No such file.");
        }
    }
}
