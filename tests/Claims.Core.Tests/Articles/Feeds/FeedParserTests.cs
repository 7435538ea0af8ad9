using Claims.Core.Articles.Feeds;
using Xunit;

namespace Claims.Core.Tests.Articles.Feeds;

public class FeedParserTests
{
    [Fact]
    public void Parse_ReadsRss2()
    {
        var feed = FeedParser.Parse("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Velm Courier</title><link>https://courier.example/</link><language>en-gb</language>
            <item><title>Ferry &amp;amp; bridge</title><link>/ferry</link><pubDate>Sun, 04 May 2031 10:00:00 GMT</pubDate>
            <dc:creator>Jane Doe</dc:creator><source url="https://npa.example/">Norland Press Agency</source>
            <description>Short.</description><content:encoded><![CDATA[<p>The ferry sank.</p>]]></content:encoded></item>
            </channel></rss>
            """, "https://courier.example/feed.xml");

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Velm Courier", "en-gb", null), (feed.Title, feed.Language, feed.Problem));
        Assert.Equal(("Ferry & bridge", "https://courier.example/ferry", "Jane Doe", "Norland Press Agency"), (entry.Title, entry.Link, entry.Author, entry.Source));
        Assert.Equal(new DateTimeOffset(2031, 5, 4, 10, 0, 0, TimeSpan.Zero), entry.Published);
        Assert.Equal("<p>The ferry sank.</p>", entry.Html);
    }

    [Fact]
    public void Parse_ReadsAtom()
    {
        var feed = FeedParser.Parse("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/news/" xml:lang="en">
            <title type="text">Velm Courier</title>
            <entry><title type="html">&lt;b&gt;Ferry&lt;/b&gt; sinks</title><link rel="self" href="self.xml"/><link href="ferry"/>
            <published>2031-05-04T10:00:00+02:00</published><updated>2031-05-05T10:00:00Z</updated><author><name>Jane Doe</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry <i>Ina</i> sank.</p></div></content></entry>
            </feed>
            """, null);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Ferry sinks", "https://courier.example/news/ferry", "Jane Doe"), (entry.Title, entry.Link, entry.Author));
        Assert.Equal((4, 5), (entry.Published!.Value.Day, entry.Updated!.Value.Day));
        Assert.Equal("<div><p>The ferry <i>Ina</i> sank.</p></div>", entry.Html);
    }

    [Fact]
    public void Parse_ReadsRss1()
    {
        var feed = FeedParser.Parse("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://courier.example/"><title>Velm Courier</title><items><rdf:Seq><rdf:li resource="https://courier.example/a"/></rdf:Seq></items></channel>
            <item rdf:about="https://courier.example/a"><title>Ferry sinks</title><description>It sank.</description><dc:date>2031-05-04</dc:date></item>
            </rdf:RDF>
            """, null);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Ferry sinks", "https://courier.example/a", "It sank."), (entry.Title, entry.Link, entry.Html));
        Assert.NotNull(entry.Published);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>Caf&eacute;&nbsp;&amp; more &nosuch; & on</title></item></channel></rss>", "Café & more &nosuch; & on")]
    [InlineData("<!-- first --><?xml version='1.0'?><rss><channel><item><title>T</title></item></channel></rss>", "T")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y '&x;&x;'>]><rss><channel><item><title>a&x;b&y;</title></item></channel></rss>", "a&x;b&y;")]
    [InlineData("<rss><channel><item><title>T</title><media:title>no</media:title><undeclared:a b:c='1'/></item></channel></rss>", "T")]
    [InlineData("<rss><channel><item><title>a\u0001b\uFFFF</title></item></channel></rss>", "ab")]
    [InlineData("<rss><channel><item><title><![CDATA[5 < 6 & 7]]></title></item></channel></rss>", "5 < 6 & 7")]
    public void Parse_MendsWhatFeedsGetWrong(string xml, string title) => Assert.Equal(title, Assert.Single(FeedParser.Parse(xml, null).Entries).Title);

    [Fact]
    public void Parse_KeepsEntriesBeforeTheBreak_WhenAFeedBreaksOff()
    {
        var feed = FeedParser.Parse("<rss><channel><item><title>One</title></item>\n<item><title>Two", null);

        Assert.Equal("One", Assert.Single(feed.Entries).Title);
        Assert.Contains("line 2", feed.Problem);
    }

    [Theory]
    [InlineData("plain words", "not XML")]
    [InlineData("", "not XML")]
    [InlineData("<catalog><item/></catalog>", "<catalog>")]
    public void Parse_SaysSo_WhenItIsNoFeed(string xml, string expected)
    {
        var feed = FeedParser.Parse(xml, null);

        Assert.False(feed.IsFeed);
        Assert.Contains(expected, feed.Problem);
    }

    [Fact]
    public void Parse_Refuses_WhenNestingIsMadeToOverflow()
    {
        var feed = FeedParser.Parse("<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 200_000)), null);

        Assert.Contains("nested", feed.Problem);
    }

    /// <summary>The test feeds of the feedparser project: none may crash, and each that is well formed gives its entries.</summary>
    [Fact]
    public void Parse_GivesTheEntriesOfEveryFeed_OfTheMeasuringSet()
    {
        var (files, entries, missing) = (0, 0, new List<string>());
        foreach (var path in Directory.EnumerateFiles(SharedData.PathOf("data/feeds/feedparser"), "*.xml", SearchOption.AllDirectories))
        {
            var text = Claims.Core.Articles.Reading.TextDecoder.DecodeLeniently(File.ReadAllBytes(path), null, out _);
            var found = FeedParser.Parse(text, "https://feeds.example/feed.xml").Entries.Length;
            files++;
            entries += found;
            var wanted = path.Contains("wellformed", StringComparison.Ordinal) ? CountEntries(path) : 0;
            if (found < wanted)
            {
                missing.Add($"{Path.GetFileName(path)}: {found} of {wanted}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{files} feeds, {entries} entries");
        Assert.Empty(missing);
    }

    private static int CountEntries(string path)
    {
        try
        {
            var settings = new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Ignore };
            using var reader = System.Xml.XmlReader.Create(path, settings);
            var root = System.Xml.Linq.XElement.Load(reader);
            return root.Descendants().Count(e => e.Name.LocalName.ToLowerInvariant() is "item" or "entry" && e.Parent!.Name.LocalName.ToLowerInvariant() is "channel" or "feed" or "rdf");
        }
        catch (System.Xml.XmlException)
        {
            return 0;
        }
    }
}
