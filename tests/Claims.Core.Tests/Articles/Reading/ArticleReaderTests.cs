using System.Text;
using Claims.Core.Articles;
using Claims.Core.Articles.Reading;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Claims.Core.Tests.Articles.Reading;

public class ArticleReaderTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 8, 12, 0, 0, TimeSpan.Zero);
    private static readonly ReadOptions Options = new() { Now = Now };

    [Fact]
    public void Read_TakesPlainTextAsOnePage_WithTheFileAsItsSource()
    {
        var article = Single("Mayor quits\r\n\r\nMay 4, 2031\r\n\r\nThe mayor of Luko resigned\0 on Monday.\r\n", "/saved/mayor.txt");

        Assert.Equal("Mayor quits\n\nMay 4, 2031\n\nThe mayor of Luko resigned on Monday.\n", article.Text);
        Assert.Equal("Mayor quits", article.Title);
        Assert.Equal("file:///saved/mayor.txt", article.Url);
        Assert.Equal((SourceKind.File, "mayor.txt"), (article.Source.Kind, article.Source.Name));
        Assert.Equal(new DateTimeOffset(2031, 5, 4, 0, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Empty(article.Warnings);
        Assert.Equal(Article.IdOf(article.Url, article.ContentHash), article.Id);
    }

    [Fact]
    public void Read_GivesTheSameKey_WhenTheSameFileIsReadTwice() =>
        Assert.Equal(Single("The mayor resigned.", "/saved/a.txt").Id, Single("The mayor resigned.", "/saved/a.txt").Id);

    [Fact]
    public void Read_GivesTwoFilesTwoSources_WhenNeitherNamesOne() =>
        Assert.NotEqual(Single("The mayor resigned.", "/saved/a.b.txt").Source.Id, Single("The mayor resigned.", "/saved/ab.txt").Source.Id);

    [Fact]
    public void Read_UsesTheGivenSource_WhenThePageNamesNone()
    {
        var item = new InputItem("/saved/a.txt", "The mayor resigned."u8.ToArray());

        Assert.Equal("Velm Courier", ArticleReader.Read(item, Options with { Source = "Velm Courier" }).Articles.Single().Source.Name);
    }

    [Fact]
    public void Read_Warns_WhenThereIsNoDate() => Assert.Contains("No published date", Assert.Single(Single("The mayor resigned.", "a.txt").Warnings));

    [Fact]
    public void Read_KeepsAFutureDateAndWarns()
    {
        var article = Single("""{"text":"The mayor resigned.","published":"2031-06-01"}""", "a.jsonl");

        Assert.Equal(6, article.Published!.Value.Month);
        Assert.Contains(article.Warnings, w => w.Contains("future", StringComparison.Ordinal) && w.Contains("2031-06-01", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ReadsJsonLines_AndNamesTheLineThatIsCutInHalf()
    {
        var result = Read("""
            {"url":"https://news.courier.example/a","title":"Mayor quits","source":"The Velm Courier","published":"2031-05-04T08:00:00Z","text":"The mayor resigned."}

            {"url":"https://courier.example/b","text":"The may
            [1,2]
            {"url":"https://courier.example/c","title":"No text"}
            {"url":"c.html","published":"soon","html":"<html><body><article><p>The council met in Luko, and the mayor resigned after it.</p></article></body></html>"}
            {"text":"Half a pair \ud800 of surrogates."}
            """, "/saved/news.jsonl");

        Assert.Equal(["https://news.courier.example/a", "file:///saved/c.html"], result.Articles.Select(a => a.Url));
        Assert.Equal(["/saved/news.jsonl, line 3", "/saved/news.jsonl, line 4", "/saved/news.jsonl, line 5", "/saved/news.jsonl, line 7"], result.Problems.Select(p => p.Name));
        Assert.Contains("not whole JSON", result.Problems[0].Message);
        Assert.Equal(("The Velm Courier", "courier.example"), (result.Articles[0].Source.Name, result.Articles[0].Source.Domain));
        Assert.Contains(result.Articles[1].Warnings, w => w.Contains("\"soon\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\n  \"url\": \"https://courier.example/a\",\n  \"text\": \"The mayor resigned.\"\n}")]
    [InlineData("[\n  {\n  \"url\": \"https://courier.example/a\",\n  \"text\": \"The mayor resigned.\"\n}\n]")]
    public void Read_ReadsPagesThatArePrintedOverManyLines(string json) =>
        Assert.Equal("https://courier.example/a", Single(json, "/saved/page.json").Url);

    [Fact]
    public void Read_KnowsAPageByItsLine_WhenItHasNoUrl() =>
        Assert.Equal("file:///saved/news.jsonl#line=1", Single("""{"text":"The mayor resigned."}""", "/saved/news.jsonl").Url);

    [Fact]
    public void Read_TakesMetadataOfAPage_FromJsonLdFirst()
    {
        var article = Single("""
            <!doctype html><html lang="en-GB"><head><title>Mayor quits | The Velm Courier</title>
            <link rel="canonical" href="https://courier.example/mayor"><meta property="og:site_name" content="The Velm Courier">
            <meta property="article:published_time" content="2031-05-03T08:00:00Z">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Mayor quits",
              "datePublished":"2031-05-04T08:00:00Z","dateModified":"2031-05-05T08:00:00Z","author":[{"@type":"Person","name":"Jane Doe"}],"publisher":{"@type":"Organization","name":"Velm Courier"}}]}</script></head>
            <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
            <article><h1>Mayor quits</h1><p>The mayor of Luko resigned on Monday over a contract for the bridge, she said in a statement.</p>
            <figure><img src="x.jpg"><figcaption>The town hall in Luko. Ana Brek / NPA</figcaption></figure>
            <p>She denied wrongdoing, saying that the council had approved it by 19 votes to 4, with one member absent.</p>
            <table><thead><tr><th>Party</th><th>Votes</th></tr></thead><tbody><tr><td>Union</td><td>19</td></tr></tbody></table>
            <ul><li>The council meets on Thursday to choose a successor.</li></ul></article>
            <aside class="sidebar related"><h2>Related</h2><ul><li><a href="/a">Bridge shut again</a></li></ul></aside>
            <footer>© 2031 The Velm Courier</footer><script>var x = "<p>no</p>";</script></body></html>
            """, "/saved/mayor.html");

        Assert.Equal(("https://courier.example/mayor", "Mayor quits", "Jane Doe", "Velm Courier", "en-GB"), (article.Url, article.Title, article.Byline, article.Source.Name, article.Language));
        Assert.Equal((4, 5), (article.Published!.Value.Day, article.Modified!.Value.Day));
        Assert.Equal(
            ["Title", "Paragraph", "Caption", "Paragraph", "Table", "Table", "ListItem"],
            DocumentSplitter.Split(article).Single().Blocks.Select(b => b.Kind.ToString()));
        Assert.DoesNotContain("Bridge shut again", article.Text);
        Assert.DoesNotContain("©", article.Text);
    }

    [Theory]
    [InlineData("<time datetime=\"2031-05-04\">4 May</time>")]
    [InlineData("<span itemprop=\"datePublished\" content=\"2031-05-04T00:00:00Z\"></span>")]
    [InlineData("<meta name=\"date\" content=\"May 4, 2031\">")]
    [InlineData("<p>Published: May 4, 2031</p>")]
    public void Read_FindsThePagesDate_WhereverItIsMarked(string mark)
    {
        var article = Single($"<html><body><article><h1>Mayor quits in Luko</h1>{mark}<p>The mayor of Luko resigned on Monday, over a contract for the bridge.</p></article></body></html>", "a.html");

        Assert.Equal(new DateTimeOffset(2031, 5, 4, 0, 0, 0, TimeSpan.Zero), article.Published);
    }

    [Fact]
    public void Read_ReadsFeeds_AndGivesLinksOfEntriesWithoutText()
    {
        var result = Read("""
            <rss version="2.0"><channel><title>World news - Velm Courier</title>
            <item><title>Mayor quits</title><link>https://courier.example/a</link><pubDate>Sun, 04 May 2031 08:00:00 GMT</pubDate><description>&lt;p&gt;The mayor resigned.&lt;/p&gt;</description></item>
            <item><title>Ferry sinks</title><link>https://courier.example/b</link></item>
            <item><title>Nothing</title></item>
            </channel></rss>
            """, "https://courier.example/feed.xml");

        var article = Assert.Single(result.Articles);
        Assert.Equal(("https://courier.example/a", "Mayor quits\n\nThe mayor resigned.", "Velm Courier"), (article.Url, article.Text, article.Source.Name));
        Assert.Equal(["https://courier.example/b"], result.Links);
        Assert.Contains("neither a text nor a link", Assert.Single(result.Problems).Message);
    }

    public static TheoryData<string, byte[], string> BadInput() => new()
    {
        { "empty.txt", [], "empty" },
        { "blank.txt", "\n \n"u8.ToArray(), "white space only" },
        { "huge.txt", new byte[50 * 1024 * 1024], "too large: 50 MB, the limit is 20 MB" },
        { "picture.txt", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0], "a PNG picture, not text" },
        { "paper.txt", "%PDF-1.7 ..."u8.ToArray(), "a PDF, not text" },
        { "random.bin", [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7919 >> 3))], "not text" },
        { "latin.txt", [.. "The caf"u8, 0xE9, .. " closed."u8], "not valid UTF-8: byte 7 (0xE9)" },
        { "latin.html", [.. "<html><body>Caf"u8, 0xE9], "not valid UTF-8: byte 15" },
        { "odd.html", "<meta charset='klingon'><p>Words</p>"u8.ToArray(), "\"klingon\" is not known" },
        { "words.rss", "These are words, no feed."u8.ToArray(), "no feed" },
        { "catalog.xml", "<?xml version='1.0'?><catalog><item>x</item></catalog>"u8.ToArray(), "root element <catalog>" },
        { "none.rss", "<rss><channel><title>x</title></channel></rss>"u8.ToArray(), "holds no entries" },
        { "half.rss", "<rss><channel><item><title>x"u8.ToArray(), "breaks off" },
        { "void.html", "<html><head><title>x</title></head><body><script>1</script></body></html>"u8.ToArray(), "no text" },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public void Read_SaysWhatIsWrongAndWhatIsAccepted(string name, byte[] bytes, string expected)
    {
        var result = ArticleReader.Read(new InputItem(name, bytes), Options);

        Assert.Empty(result.Articles);
        var problem = result.Problems[0];
        Assert.Contains(expected, problem.Message);
        Assert.StartsWith(name, problem.Name);
        Assert.EndsWith(".", problem.Accepted);
    }

    [Fact]
    public void Read_ReadsWindows1252_WhenItIsDeclared()
    {
        byte[] page = [.. "<html><head><meta charset=\"iso-8859-1\"></head><body><p>The caf"u8, 0xE9, .. " in Luko closed \x93 no, "u8, 0x93, .. "shut"u8, 0x94, .. " on Monday, said the owner.</p></body></html>"u8];

        Assert.Contains("café", Assert.Single(ArticleReader.Read(new InputItem("a.html", page), Options).Articles).Text);
    }

    [Fact]
    public void Read_ReadsUtf16_WhenItHasAByteOrderMark()
    {
        byte[] page = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("The mayor of Luko resigned.")];

        Assert.Equal("The mayor of Luko resigned.", Assert.Single(ArticleReader.Read(new InputItem("a.txt", page), Options).Articles).Text);
    }

    [Fact]
    public void Read_SaysSo_WhenHtmlIsNested100000Deep()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "The mayor of Luko resigned.";

        var result = ArticleReader.Read(new InputItem("deep.html", Encoding.UTF8.GetBytes(html)), Options);

        Assert.Contains("nested more than 512 elements deep", Assert.Single(result.Problems).Message);
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><g>")]
    [InlineData("<p><a href=x>")]
    [InlineData("<form><button><p>")]
    [InlineData("<math><mi>")]
    [InlineData("<blockquote><font><i>")]
    public void Read_Ends_WhenATagIsOpened100000Times(string tags)
    {
        var html = string.Concat(Enumerable.Repeat(tags, 100_000)) + "The mayor of Luko resigned on Monday, she said.";

        var result = ArticleReader.Read(new InputItem("deep.html", Encoding.UTF8.GetBytes("<html><body><p>Words before it.</p>" + html)), Options);

        Assert.True(result.Articles.Length + result.Problems.Length == 1);
    }

    [Theory]
    [InlineData("<p>The mayor<p>resigned on Monday</b></i></div><td>she said in Luko")]
    [InlineData("<html><body><p>The mayor of Luko resigned <a href=\"x>on Monday</a></p><p title=' >she said")]
    [InlineData("<html><body><!-- no end <p>The mayor of Luko resigned</p>")]
    [InlineData("<html><body><article><p>The mayor <b>of <i>Luko</b> resigned</i> on <<Monday>>, 3 < 4 & 5 &nosuch; &#xD800; &#0;</article>")]
    public void Read_EndsWithoutAnException_WhenHtmlIsBroken(string html)
    {
        var result = ArticleReader.Read(new InputItem("broken.html", Encoding.UTF8.GetBytes(html)), Options);

        Assert.Equal(1, result.Articles.Length + result.Problems.Length);
    }

    [Fact]
    public void Read_EndsWithoutAnException_WhateverTheBytes() =>
        Prop.ForAll(Bytes(), bytes =>
        {
            foreach (var name in (string[])["a.txt", "a.html", "a.jsonl", "a.xml"])
            {
                var result = ArticleReader.Read(new InputItem(name, bytes), Options);
                Assert.All(result.Articles, AssertWhole);
                Assert.NotEqual(0, result.Articles.Length + result.Problems.Length + result.Links.Length);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Split_LosesAndOverlapsNothing_WhateverTheLines() =>
        Prop.ForAll(Pages(), text =>
        {
            var result = ArticleReader.Read(new InputItem("a.txt", Encoding.UTF8.GetBytes(text)), Options);
            Assert.All(result.Articles, AssertWhole);
        }).QuickCheckThrowOnFailure();

    /// <summary>Blocks in order, without overlap, trimmed, and together all of the text but white space.</summary>
    private static void AssertWhole(Article article)
    {
        var at = 0;
        foreach (var document in DocumentSplitter.Split(article))
        {
            Assert.All(document.Blocks, b => Assert.True(document.Span.Contains(b.Span)));
            foreach (var block in document.Blocks)
            {
                Assert.True(block.Span.Start >= at && block.Span.Length > 0);
                Assert.True(string.IsNullOrWhiteSpace(article.Text[at..block.Span.Start]), "Text between two blocks is lost.");
                Assert.False(char.IsWhiteSpace(article.Text[block.Span.Start]) || char.IsWhiteSpace(article.Text[block.Span.End - 1]));
                at = block.Span.End;
            }
        }

        Assert.True(string.IsNullOrWhiteSpace(article.Text[at..]));
    }

    /// <summary>Random bytes, and pieces of every format thrown together.</summary>
    private static Arbitrary<byte[]> Bytes()
    {
        string[] pieces =
        [
            "<html>", "<p>", "</p>", "<div class=\"content\">", "<", ">", "&", "&#", "\"", "'", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<rss>", "<channel>", "<item>", "</item>",
            "<feed>", "<entry>", "<title>", "{\"text\":\"", "\"}", "\n", "\r\n", "\t", "(", ")", "[", "](", "\\(", "**", "/", "By ", "May 4, 2031", "3h ago", "Reuters", " / AP ", "Subscribe.", "The mayor resigned.", "é", "\u0000", "🙂", "עברית", "\uD800",
        ];
        var mixed = Gen.Elements(pieces).ListOf().Select(p => Encoding.UTF8.GetBytes(string.Concat(p)));
        var random = Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf();
        return Gen.OneOf(mixed, random).ToArbitrary();
    }

    private static Arbitrary<string> Pages()
    {
        string[] lines =
        [
            "", " ", "Home", "Related Articles", "Velm Courier", "- Velm Courier", "3 hours ago", "May 4, 2031", "By Jane Doe", "About the author", "Ferry sinks off Velm, at least 14 dead",
            "A ferry sank off Velm on Sunday, killing 14 people, the coast guard said. The vessel went down in fog.", "VELM (AP) — The ferry sank. Ana Brek / AP It was old. Subscribe.",
            "• An item of a list.", "a\tb\tc", "Figure 1: Boats.", "[Link \\(/x\\)](#)", "(/x/y)", "Jane Doe is a reporter.", "“The vessel went down in fog.”", "The vessel went down in fog.", "-", "*", "1.", "é\u0301🙂",
        ];
        return Gen.Elements(lines).ListOf().Select(l => string.Join('\n', l)).ToArbitrary();
    }

    private static Article Single(string content, string name) => Assert.Single(Read(content, name).Articles);

    private static ReadResult Read(string content, string name) =>
        ArticleReader.Read(new InputItem(name, Encoding.UTF8.GetBytes(content)) { Url = name.Contains("://", StringComparison.Ordinal) ? name : null }, Options);
}
