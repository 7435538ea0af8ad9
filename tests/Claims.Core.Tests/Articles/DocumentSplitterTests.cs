using System.Collections.Immutable;
using Claims.Core.Articles;
using Claims.Core.Articles.Reading;
using Xunit;

namespace Claims.Core.Tests.Articles;

/// <summary>Pages of invented outlets, in the layouts that saved pages come in. Each line is checked as "kind: text".</summary>
public class DocumentSplitterTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 8, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Split_KeepsTheStory_OutOfANewsPage()
    {
        var documents = Split("""
            Home
            World
            Sport
            Ferry sinks off Velm, at least 14 dead
            Rescuers search through the night for missing passengers
            By Jane Doe and Ana Brek, Velm
            Published 4 May 2031 | Updated 5 May 2031 | 3 min read
            Share
            VELM, Norland (AP) — A ferry with 60 people on board sank off Velm on Sunday, the coast guard said.
            Advertisement
            People gather at the harbour in Velm, Norland, Sunday, May 4, 2031. (AP Photo/Ana Brek)
            Related: Norland bans night ferries
            What we know
            The ferry left Port Luko at 9 p.m. with 41 passengers and 19 crew.
            READ MORE: Ten ferry disasters that changed the law
            Sign up for our Morning Briefing newsletter to get the day's news in your inbox.
            The prime minister, Ina Vors, ordered an inquiry.
            Jane Doe is a reporter covering shipping for The Velm Courier.
            (Reporting by Jane Doe; Editing by Olaf Tern)
            Most read
            1. Ten ways to cook cod
            2. Luko mayor resigns
            Comments (12)
            We use cookies to improve your experience. By clicking Accept you agree to our terms.
            © 2031 The Velm Courier. All rights reserved.
            """);

        var story = Assert.Single(documents);
        Assert.Equal("Ferry sinks off Velm, at least 14 dead", story.Title);
        Assert.Equal(new DateTimeOffset(2031, 5, 4, 0, 0, 0, TimeSpan.Zero), story.Published);
        Assert.Equal(
            [
                "Furniture: Home", "Furniture: World", "Furniture: Sport", "Title: Ferry sinks off Velm, at least 14 dead",
                "Standfirst: Rescuers search through the night for missing passengers", "Byline: By Jane Doe and Ana Brek, Velm",
                "Byline: Published 4 May 2031 | Updated 5 May 2031 | 3 min read", "Furniture: Share", "Byline: VELM, Norland (AP) —",
                "Paragraph: A ferry with 60 people on board sank off Velm on Sunday, the coast guard said.", "Furniture: Advertisement",
                "Caption: People gather at the harbour in Velm, Norland, Sunday, May 4, 2031. (AP Photo/Ana Brek)",
                "Furniture: Related: Norland bans night ferries", "Heading: What we know",
                "Paragraph: The ferry left Port Luko at 9 p.m. with 41 passengers and 19 crew.",
                "Furniture: READ MORE: Ten ferry disasters that changed the law",
                "Furniture: Sign up for our Morning Briefing newsletter to get the day's news in your inbox.",
                "Paragraph: The prime minister, Ina Vors, ordered an inquiry.",
                "Byline: Jane Doe is a reporter covering shipping for The Velm Courier.",
                "Byline: (Reporting by Jane Doe; Editing by Olaf Tern)",
            ],
            story.Lines.Take(20));
        Assert.All(story.Lines.Skip(20), line => Assert.StartsWith("Furniture", line));
    }

    [Theory]
    [InlineData("Velm Courier\n3 hours ago\n- Velm Courier\nStorm cuts power to the north\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Velm Courier\n3 hours ago\nPolitics\n- Velm Courier\nStorm cuts power to the north\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Velm Courier\n3 hours ago\n- Politics\n- Velm Courier\nStorm cuts power to the north\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Velm Courier\n·\n3h\nStorm cuts power to the north\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Velm Courier\n3 hours ago\nStorm cuts power to the north\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Velm Courier • 3h ago\nStorm cuts power to the north\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Velm Courier 3 hours ago\nStorm cuts power to the north\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("3h ago · Velm Courier\nStorm cuts power to the north\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Storm cuts power to the north\nVelm Courier\n3 hours ago\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Storm cuts power to the north\n3 hours ago\nVelm Courier\n{0}", "2031-05-08T09:00:00Z")]
    [InlineData("Storm cuts power to the north\nVelm Courier | May 6, 2031\n{0}", "2031-05-06T00:00:00Z")]
    [InlineData("Storm cuts power to the north\nBy Per Hald\nVelm Courier\nyesterday\n{0}", "2031-05-07T12:00:00Z")]
    [InlineData("Storm cuts power to the north\nSource: Velm Courier\nPublished: 6 May 2031\n{0}", "2031-05-06T00:00:00Z")]
    [InlineData("Velm Courier\nStorm cuts power to the north\n6 May 2031\n{0}", "2031-05-06T00:00:00Z")]
    public void Split_FindsAppendedStories_WhateverTheOrderOfTheirHeads(string layout, string published)
    {
        const string Body = "A storm cut power to 200,000 homes overnight, the grid operator said. Repairs could take two days.";
        var documents = Split(
            "Parliament passes budget\n\nThe parliament passed the budget by 88 votes to 62 on Tuesday. Spending rises by 4%.\n\nMore stories\n\n"
            + layout.Replace("{0}", Body, StringComparison.Ordinal)
            + "\n\n\n" + layout.Replace("{0}", "The bridge at Osk reopened on Friday after six weeks. The city expects 30,000 cars a day.", StringComparison.Ordinal)
                .Replace("Storm cuts power to the north", "Bridge reopens after six weeks", StringComparison.Ordinal)
                .Replace("Velm Courier", "Luko Gazette", StringComparison.Ordinal));

        Assert.Equal(["Parliament passes budget", "Storm cuts power to the north", "Bridge reopens after six weeks"], documents.Select(d => d.Title));
        Assert.Equal([null, "Velm Courier", "Luko Gazette"], documents.Select(d => d.Source?.Name));
        Assert.Equal(DateTimeOffset.Parse(published), documents[1].Published);
        Assert.Equal([$"Paragraph: {Body}"], documents[1].Prose);
    }

    [Fact]
    public void Split_TakesNoStory_OutOfABareListOfLinks()
    {
        var documents = Split("""
            Mayor quits

            The mayor of Luko resigned on Monday over a contract for the bridge. She denied wrongdoing.

            Recommended

            Ferry sinks off Velm
            Velm Courier
            2 hours ago
            Bridge shut again
            Luko Gazette
            3 hours ago
            TOPICS
            Bridges (/topics/bridges)
            """);

        Assert.Equal(["Paragraph: The mayor of Luko resigned on Monday over a contract for the bridge. She denied wrongdoing."], Assert.Single(documents).Prose);
    }

    [Theory]
    [InlineData("The dam held. Residents wait for boats in Osk, Norland, Monday, May 5, 2031. Ana Brek / AP The army sent boats.", "Residents wait for boats in Osk, Norland, Monday, May 5, 2031. Ana Brek / AP")]
    [InlineData("The dam held. Residents wait for boats in Osk. Ana Brek/NPA via Getty Images The army sent boats.", "Residents wait for boats in Osk. Ana Brek/NPA via Getty Images")]
    [InlineData("The dam held. Residents wait for boats in Osk. (Photo by Ana Brek/Norland Press) The army sent boats.", "Residents wait for boats in Osk. (Photo by Ana Brek/Norland Press)")]
    [InlineData("The dam held. Residents wait for boats in Osk. [Ana Brek/Reuters] The army sent boats.", "Residents wait for boats in Osk. [Ana Brek/Reuters]")]
    [InlineData("The dam held. Residents wait for boats in Osk. Jean-Luc O. Tern / Norland News Agency The army sent boats.", "Residents wait for boats in Osk. Jean-Luc O. Tern / Norland News Agency")]
    [InlineData("The dam held. AP Photo/Ana Brek The army sent boats.", "The dam held. AP Photo/Ana Brek")]
    [InlineData("The dam held. Residents wait for boats in Osk, Norland, Monday, May 5, 2031. The army sent boats.", "Residents wait for boats in Osk, Norland, Monday, May 5, 2031.")]
    [InlineData("The dam held, she said. Ana Brek / AP The army sent boats.", "Ana Brek / AP")]
    public void Split_CutsCaptions_OutOfRunningText(string paragraph, string caption)
    {
        var story = Assert.Single(Split(paragraph + " It has eleven of them."));

        Assert.Equal($"Caption: {caption}", Assert.Single(story.Lines, l => l.StartsWith("Caption", StringComparison.Ordinal)));
        Assert.Equal("Paragraph: The army sent boats. It has eleven of them.", story.Lines[^1]);
    }

    [Fact]
    public void Split_KeepsTheProse_OfAParagraphThatEndsInACredit()
    {
        var story = Assert.Single(Split("The dam held through the night, the mayor said. Eleven boats were sent from the coast. The lower town of Osk was dry by noon. Residents wait for boats. Ana Brek / Luko Courier"));

        Assert.Equal(["Paragraph: The dam held through the night, the mayor said. Eleven boats were sent from the coast. The lower town of Osk was dry by noon."], story.Prose);
    }

    [Theory]
    [InlineData("The vote is set for Sunday, May 4, 2031. It was put off twice.")]
    [InlineData("He signed it in Velm, Norland, on Sunday, May 4, 2031. It holds.")]
    [InlineData("The and/or clause was struck. The Tern/Vell bill passed.")]
    [InlineData("They won 3/4 of the seats. Turnout was 61%.")]
    [InlineData("Support for the new app fell to 30%. Share prices followed here.")]
    [InlineData("Sign language is taught in all schools. Email alerts were sent to 400 people.")]
    [InlineData("“Subscribe to our cause,” he told them. Nobody did.")]
    [InlineData("Luko — the largest port — was shut. Velm stayed open.")]
    [InlineData("For more than 20 years the dike was too low. Terms of the loan were not disclosed.")]
    [InlineData("By noon the river had risen by two metres. Click beetles are common there.")]
    public void Split_LeavesProseWhole(string paragraph) => Assert.Equal([$"Paragraph: {paragraph}"], Assert.Single(Split(paragraph)).Lines);

    [Theory]
    [InlineData("Want all of the Courier? Subscribe.")]
    [InlineData("Sign up for our daily newsletter.")]
    [InlineData("Follow us on Telegram for updates.")]
    [InlineData("Click here to read the whole report.")]
    [InlineData("Get the latest news in your inbox.")]
    [InlineData("Download our app.")]
    [InlineData("Already a member? Log in here.")]
    [InlineData("Read more about the flood.")]
    [InlineData("Get the Courier delivered to your doorstep.")]
    [InlineData("Tune in at 101.4 FM.")]
    public void Split_CutsCallsToTheReader_OutOfRunningText(string call)
    {
        var story = Assert.Single(Split($"The dam held through the night. {call} The army sent eleven boats."));

        Assert.Equal(["Paragraph: The dam held through the night.", "Paragraph: The army sent eleven boats."], story.Prose);
    }

    [Fact]
    public void Split_MarksPullQuotes_OnceWhereverTheyStand()
    {
        var story = Assert.Single(Split("""
            The council voted on Monday. Nobody had expected the vote to be so close.

            The dike could have been built for half of the price.

            Engineers warned the council in 2029. The dike could have been built for half of the price. Now it costs 90 million.

            “Nobody had expected the vote to be so close.”

            The council voted on Monday. Nobody had expected the vote to be so close.
            """));

        Assert.Equal(
            ["Paragraph", "PullQuote", "Paragraph", "PullQuote", "PullQuote"],
            story.Lines.Select(l => l.Split(':')[0]));
    }

    [Fact]
    public void Split_KeepsTablesListsAndCaptionsApart()
    {
        var story = Assert.Single(Split("""
            Seats by party

            The commission gave the seats of the four largest parties:

            Party	Seats	Change
            Union	41	+3
            Table 1: Seats in the Norland parliament, May 2031.

            - The Union gained three seats in the north.
            - The Greens lost two.

            2) The Farmers kept all of theirs in Osk.

            Figure 2: Turnout by region, May 4, 2031.

            Guards outside the hall. Velm, Norland May 4, 2031.

            Guards outside the hall. Velm, Norland May 4, 2031.

            Shutterstock

            The commission meets again on Friday.
            """));

        Assert.Equal(
            [
                "Title", "Paragraph", "Table", "Table", "Caption", "Furniture", "ListItem", "Furniture", "ListItem", "Furniture", "ListItem",
                "Caption", "Caption", "Caption", "Caption", "Paragraph",
            ],
            story.Lines.Select(l => l.Split(':')[0]));
    }

    [Fact]
    public void Split_SeesThroughLinksThatWereSavedAsText()
    {
        var story = Assert.Single(Split("""
            A Port Divided

            by [Jane Doe \(/experts/jane-doe\)](#), [Per Hald \(/experts/per-hald\)](#)

            May 4, 2031

            ABOUT THE AUTHORS

            [Jane Doe \(/experts/jane-doe\)](#)

            Jane Doe is a senior fellow at the Luko Institute. She writes on ports.

            Who runs the docks decides who runs Luko.

            The [dockers' union \(/node/12\)](#) called a strike on Monday that shut all six terminals. It wants a raise of **9%** (<https://union.example/claims>), more than twice what the owners offered in a letter to its members last week.

            Owners say they cannot pay. Talks go on.

            (/sites/default/files/docks.jpeg)

            RECOMMENDED

            BRIEF ANALYSIS

            The Long Decline of Osk

            May 3, 2031

            •
            Ana Brek
            (/analysis/long-decline-osk)

            REGIONS

            Norland (/analysis/norland)
            """));

        Assert.Equal("A Port Divided", story.Title);
        Assert.Contains("Standfirst: Who runs the docks decides who runs Luko.", story.Lines);
        Assert.Contains("Byline: Jane Doe is a senior fellow at the Luko Institute. She writes on ports.", story.Lines);
        Assert.Equal(2, story.Prose.Length);
        Assert.StartsWith("Paragraph: The [dockers' union", story.Prose[0]);
    }

    [Theory]
    [InlineData("The brigades earn 1.2 billion crowns a year, the ministry said.[1]")]
    [InlineData("The brigades earn 1.2 billion crowns a year, the ministry said.[1][23]")]
    [InlineData("The men left. Their commander said that 12,000 were ready to fight. END")]
    [InlineData("This story has been corrected to show that 14 people died, not 12.")]
    [InlineData("Read More\n\"We will keep every rifle,\" the commander told 3,000 people.")]
    [InlineData("Explore more\nThe dam held through the night of Sunday.")]
    public void Split_KeepsSentences_WhateverStandsAroundThem(string text)
    {
        var story = Assert.Single(Split("The brigades hold 40 camps in the hills. They have kept to them.\n\n" + text));

        Assert.Equal(2, story.Prose.Length);
    }

    [Fact]
    public void Split_KeepsCommentsOutOfTheStory()
    {
        var story = Assert.Single(Split("""
            Flood in Osk: number of dead rises to 16
            NPA | 06.05.2031 16:20
            Rescuers found two bodies in a cellar in the old town, according to police. Nine people are missing.
            Comments (2)
            Karl — 6 May 2031
            Terrible news. My thoughts are with the families of all those who died in the flood.
            Anna — 6 May 2031
            Why was the dike never built? The council has known since 2029 that it was too low.
            """));

        Assert.Single(story.Prose);
        Assert.Equal(6, story.Published!.Value.Day);
    }

    [Fact]
    public void Split_TakesLinesOfALiveReport_AsOneStory()
    {
        var story = Assert.Single(Split("""
            Live: Flood in Osk
            14:32 6 May 2031
            Water falls by 20 centimetres
            The water in Osk has fallen by 20 centimetres since noon, the hydrology office says.
            14:05 6 May 2031
            Two bodies found
            Rescuers have found two bodies in a cellar in the old town, police say. The number of dead is now 16.
            """));

        Assert.Equal(2, story.Prose.Length);
        Assert.Equal(32, story.Published!.Value.Minute);
    }

    [Theory]
    [InlineData("Home | News | Crime | Sport")]
    [InlineData("News › World › Norland")]
    [InlineData("3 of 12 stories")]
    [InlineData("skip past newsletter promotion")]
    [InlineData("Free daily newsletter")]
    [InlineData("Our morning email breaks down the key stories of the day")]
    [InlineData("View image in fullscreen")]
    [InlineData("Read full story")]
    [InlineData("We use cookies to improve your experience.")]
    [InlineData("Already a subscriber? Log in here.")]
    [InlineData("(/topics/bridges)")]
    [InlineData("https://courier.example/topics/bridges")]
    [InlineData("[Bridges \\(/topics/bridges\\)](#)")]
    [InlineData("Share this article")]
    [InlineData("© 2031 The Velm Courier. All rights reserved.")]
    public void Split_TakesFurnitureForWhatItIs_BetweenTwoParagraphs(string line)
    {
        var story = Assert.Single(Split($"The dam held through the night, the army said. It took 300 soldiers.\n\n{line}\n\nThe mayor of Osk thanked them. She spoke to reporters at noon."));

        Assert.Equal(["Paragraph", "Furniture", "Paragraph"], story.Lines.Select(l => l.Split(':')[0]));
    }

    [Theory]
    [InlineData("Tor Vell at a rally in Osk. Photograph: Ana Brek/NPA")]
    [InlineData("A rally in Osk. Photo: Ana Brek")]
    [InlineData("1 of 3 | A guard outside a camp in Osk.")]
    [InlineData("[Photo caption: A camp above Osk, April 2031.]")]
    [InlineData("Figure 3: Turnout by region, May 4, 2031.")]
    [InlineData("A guard outside a camp in Osk, Norland, Friday, May 2, 2031. (NPA Photo/Ana Brek)")]
    [InlineData("A guard outside a camp in Osk, May 2, 2031 [Ana Brek/Reuters]")]
    [InlineData("Photo by Ana Brek")]
    [InlineData("Ana Brek / AFP")]
    public void Split_TakesCaptionsForWhatTheyAre_BetweenTwoParagraphs(string line)
    {
        var story = Assert.Single(Split($"The dam held through the night, the army said. It took 300 soldiers.\n\nWater was two metres high. It fell on Friday.\n\nRoads stayed shut. Trains ran.\n\n{line}\n\nThe mayor of Osk thanked them. She spoke to reporters at noon."));

        Assert.Contains($"Caption: {line}", story.Lines);
    }

    [Fact]
    public void Split_ReadsMarkdown()
    {
        var story = Assert.Single(Split("""
            # Hill brigades refuse to disarm

            *By Per Hald*

            **Published:** 4 May 2031

            ![A rally in Osk](https://img.courier.example/rally.jpg)

            The largest of the [hill brigades](https://courier.example/brigades) said that it would **not** hand over its weapons.

            ## What the government says

            | Brigade | Men |
            |---|---|
            | North | 7,000 |

            It says they have 12,000 men.
            """));

        Assert.Equal("Hill brigades refuse to disarm", story.Title);
        Assert.Equal(["Title", "Byline", "Byline", "Furniture", "Paragraph", "Heading", "Table", "Furniture", "Table", "Paragraph"], story.Lines.Select(l => l.Split(':')[0]));
    }

    [Fact]
    public void Split_JoinsLinesThatAProgramWrapped()
    {
        var story = Assert.Single(Split(
            "The river at Osk crested at 7.2 metres on Monday, the hydrology office said, the\nhighest since records began in 1901. About 1,200 people left their homes along the\nlower Osk and in the old town of Luko.\n\nThe army sent 300 soldiers and eleven boats to the town on Monday night, and more\nwere on their way."));

        Assert.Equal(2, story.Prose.Length);
    }

    [Fact]
    public void Split_GivesTheWholeText_WhenThereIsNoLine()
    {
        var document = Assert.Single(DocumentSplitter.Split(ArticleOf("x") with { Text = " \n ", Title = null }));

        Assert.Empty(document.Blocks);
    }

    [Fact]
    public void Split_LeavesAgesUnknown_WhenNothingSaysWhenTheFileWasSaved()
    {
        var article = ArticleOf("Budget passes\n\nThe parliament passed the budget on Tuesday. It was close.\n\nVelm Courier\n3 hours ago\nStorm cuts power again\nA storm cut power overnight. Repairs go on.") with { Url = "file:///saved/page.txt" };

        Assert.Null(DocumentSplitter.Split(article)[1].Published);
    }

    private static ImmutableArray<Page> Split(string text)
    {
        var article = ArticleOf(text);
        return [.. DocumentSplitter.Split(article).Select(d => new Page(d.Title, d.Source, d.Published, [.. d.Blocks.Select(b => $"{b.Kind}: {b.Span.Of(article.Text)}")]))];
    }

    private static Article ArticleOf(string text) =>
        ArticleReader.Read(
            new InputItem("page.txt", System.Text.Encoding.UTF8.GetBytes(text)) { Url = "https://pages.example/1" },
            new ReadOptions { Now = Now }).Articles.Single();

    private sealed record Page(string? Title, Source? Source, DateTimeOffset? Published, ImmutableArray<string> Lines)
    {
        public ImmutableArray<string> Prose => [.. Lines.Where(l => l.StartsWith("Paragraph", StringComparison.Ordinal))];
    }
}
