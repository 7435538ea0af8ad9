using System.CommandLine;
using System.Globalization;
using Claims.Cli.Output;
using Claims.Storage.Feeds;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims feeds</c>: feeds that <c>serve</c> polls.</summary>
internal sealed class FeedsCommand : ClaimsCommand
{
    /// <summary>The command with its subcommands; without one it lists.</summary>
    public FeedsCommand()
        : base("feeds", "List the feeds that 'serve' polls; add and remove them")
    {
        Add(new AddFeed());
        Add(new RemoveFeed());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("claims feeds", "all of them, with what went wrong last time"),
        ("claims feeds add https://news.example.org/feed.xml --every 15m", "poll one every quarter of an hour"),
        ("claims feeds remove 7k2m", "stop polling one; what it brought stays"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Session session)
    {
        var feeds = await (await session.DatabaseAsync()).Feeds.ListAsync(session.Cancel);
        session.Terminal.Result(feeds, terminal =>
        {
            if (feeds.Count == 0)
            {
                terminal.WriteLine("No feeds: 'claims feeds add URL' adds one.");
                return;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("Key", "Feed", "Every", "Last polled (UTC)", "Next (UTC)", "Last error");
            foreach (var feed in feeds)
            {
                table.AddRow(
                    DisplayText.Key(feed.Id),
                    DisplayText.Escaped(feed.Url),
                    Rhythm(feed.Every),
                    feed.LastPolled is null ? "never" : DisplayText.Time(feed.LastPolled),
                    DisplayText.Time(feed.NextPoll),
                    DisplayText.Escaped(feed.LastError));
            }

            terminal.Write(table);
        });
        return ExitCode.Ok;
    }

    private static string Rhythm(TimeSpan every) =>
        every.TotalDays >= 1 && every == TimeSpan.FromDays((int)every.TotalDays) ? $"{(int)every.TotalDays}d"
        : every.TotalHours >= 1 && every == TimeSpan.FromHours((int)every.TotalHours) ? $"{(int)every.TotalHours}h"
        : $"{(int)every.TotalMinutes}m";

    /// <summary><c>claims feeds add</c>.</summary>
    private sealed class AddFeed : ClaimsCommand
    {
        private static readonly TimeSpan Least = TimeSpan.FromMinutes(1);
        private static readonly TimeSpan Most = TimeSpan.FromDays(30);

        private readonly Argument<string> _url = new("url") { Description = "The feed's address, http or https" };
        private readonly Option<string> _every = new("--every") { Description = "How often, from 1m to 30d", HelpName = "15m|2h|1d", DefaultValueFactory = _ => "15m" };

        public AddFeed()
            : base("add", "Poll a feed, or change how often")
        {
            Add(_url);
            Add(_every);
        }

        public override IReadOnlyList<(string Line, string What)> Examples =>
            [("claims feeds add https://news.example.org/feed.xml --every 1h", "once an hour, while 'claims serve' runs")];

        protected override async Task<int> RunAsync(Session session)
        {
            var address = session.Get(_url)!;
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                throw new InputException($"'{address}' is no address of a feed; it takes one that starts with http:// or https://.");
            }

            var feed = await (await session.DatabaseAsync()).Feeds.AddAsync(url.AbsoluteUri, Every(session.Get(_every)!), session.Cancel);
            session.Terminal.Result(feed, terminal => terminal.WriteLine($"{feed.Url} is polled every {Rhythm(feed.Every)} while 'claims serve' runs."));
            return ExitCode.Ok;
        }

        private static TimeSpan Every(string text)
        {
            var unit = text.Length > 1 ? text[^1] : ' ';
            if (int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000)
            {
                TimeSpan? every = unit switch
                {
                    'm' => TimeSpan.FromMinutes(number),
                    'h' => TimeSpan.FromHours(number),
                    'd' => TimeSpan.FromDays(number),
                    _ => null,
                };
                if (every >= Least && every <= Most)
                {
                    return every.Value;
                }
            }

            throw new InputException($"--every is '{text}'; it takes a time from 1m to 30d such as 15m, 2h or 1d.");
        }
    }

    /// <summary><c>claims feeds remove</c>.</summary>
    private sealed class RemoveFeed : ClaimsCommand
    {
        private readonly Argument<string> _feed = new("feed") { Description = "The start of the feed's key, or its address" };

        public RemoveFeed()
            : base("remove", "Stop polling a feed; what it brought stays") => Add(_feed);

        public override IReadOnlyList<(string Line, string What)> Examples =>
            [("claims feeds remove https://news.example.org/feed.xml", "by its address")];

        protected override async Task<int> RunAsync(Session session)
        {
            var named = session.Get(_feed)!;
            var feeds = (await session.DatabaseAsync()).Feeds;
            Feed[] fitting = [.. (await feeds.ListAsync(session.Cancel)).Where(feed => feed.Url == named || feed.Id.StartsWith(named, StringComparison.Ordinal))];
            if (fitting is not [var only])
            {
                throw new InputException($"{(fitting.Length == 0 ? "No" : "More than one")} feed fits '{named}'; 'claims feeds' lists them.");
            }

            await feeds.RemoveAsync(only.Id, session.Cancel);
            session.Terminal.Result(only, terminal => terminal.WriteLine($"{only.Url} is no longer polled."));
            return ExitCode.Ok;
        }
    }
}
