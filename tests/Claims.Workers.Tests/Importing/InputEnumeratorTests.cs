using Claims.Workers.Importing;
using Xunit;

namespace Claims.Workers.Tests.Importing;

public sealed class InputEnumeratorTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claims-input-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Find_ListsFolderRecursivelyInOrder_WithoutHiddenFiles()
    {
        Write("b.txt", "a/z.html", "a/a.txt", ".hidden", ".git/config");

        Assert.Equal(["a/a.txt", "a/z.html", "b.txt"], Relative(_folder.FullName));
    }

    [Theory]
    [InlineData("*.txt", "one.txt")]
    [InlineData("*/*.txt", "a/two.txt")]
    [InlineData("**/*.txt", "a/b/three.txt a/two.txt one.txt")]
    [InlineData("a/**", "a/b/three.txt a/page.html a/two.txt")]
    [InlineData("a/t?o.txt", "a/two.txt")]
    public void Find_MatchesGlobs(string glob, string expected)
    {
        Write("one.txt", "a/two.txt", "a/b/three.txt", "a/page.html");

        Assert.Equal(expected.Split(' '), Relative(Path.Combine(_folder.FullName, glob)));
    }

    [Theory]
    [InlineData("absent.txt", "no such file")]
    [InlineData("*.absent", "No file matches")]
    [InlineData("", "holds no files")]
    public void Find_SaysWhatIsWrong_WhenThereIsNothing(string name, string expected)
    {
        Assert.Empty(InputEnumerator.Find(Path.Combine(_folder.FullName, name), out var problem));
        Assert.Contains(expected, problem!.Message);
    }

    [Fact]
    public void Load_GivesBytesAndFileAddress()
    {
        Write("a page.txt");

        var item = InputEnumerator.Load(Path.Combine(_folder.FullName, "a page.txt"), 100).Item!;

        Assert.Equal("a page.txt"u8.ToArray(), item.Bytes.ToArray());
        Assert.EndsWith("/a%20page.txt", item.Url);
    }

    [Fact]
    public void Load_LoadsNothing_WhenFileIsOverTheLimit()
    {
        Write("long.txt");

        var item = InputEnumerator.Load(Path.Combine(_folder.FullName, "long.txt"), 3).Item!;

        Assert.Equal(8, item.Length);
        Assert.True(item.Bytes.IsEmpty);
    }

    [Fact]
    public void Load_ReportsWhyAFileCannotBeRead() =>
        Assert.Contains("cannot be read", InputEnumerator.Load(Path.Combine(_folder.FullName, "absent"), 3).Problem!.Message);

    [Theory]
    [InlineData("https://news.example/a", true)]
    [InlineData("ftp://news.example/a", true)]
    [InlineData("pages/a.html", false)]
    [InlineData(@"C:\pages\a.html", false)]
    public void IsUrl_TellsUrlsFromPaths(string argument, bool expected) => Assert.Equal(expected, InputEnumerator.IsUrl(argument));

    private IEnumerable<string> Relative(string argument) =>
        InputEnumerator.Find(argument, out _).Select(f => Path.GetRelativePath(_folder.FullName, f).Replace('\\', '/'));

    private void Write(params string[] names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, name);
        }
    }
}
