using System.CommandLine;
using Claims.Cli.Output;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Claims.Storage;
using Spectre.Console;

namespace Claims.Cli.Commands;

/// <summary><c>claims ties</c>: what people say of groups.</summary>
internal sealed class TiesCommand : Command
{
    /// <summary>The command with its subcommands.</summary>
    public TiesCommand()
        : base("ties", "Say which claims belong together and which do not; obeyed by every later run")
    {
        Add(new List());
        Add(new Pin());
        Add(new Split());
        Add(new Undo());
    }

    private static async Task<ClaimId> FindAsync(IClaimsDatabase database, string key, CancellationToken cancel) =>
        await database.Claims.SearchAsync(key, 2, cancel) switch
        {
            [var only] => only.Claim.Id,
            [] => throw new InputException($"No claim has a key that starts with '{key}'; 'claims groups KEY' lists the keys of a group's claims."),
            _ => throw new InputException($"More than one claim has a key that starts with '{key}'; type more of it."),
        };

    private static async Task<List<ClaimId>> FindAsync(IClaimsDatabase database, IEnumerable<string> keys, CancellationToken cancel)
    {
        var result = new List<ClaimId>();
        foreach (var key in keys)
        {
            result.Add(await FindAsync(database, key, cancel));
        }

        return [.. result.Distinct()];
    }

    private static async Task<int> AddAsync(Session session, TieKind kind, IReadOnlyCollection<ClaimPair> pairs, Option<string?> note, Option<string?> reviewer)
    {
        var database = await session.DatabaseAsync();
        var act = await database.Ties.AddAsync(kind, pairs, ReviewerOption.Read(session, reviewer), session.Get(note), session.Cancel);
        session.Terminal.Result(act, terminal => terminal.WriteLine(
            $"{DisplayText.Count(pairs.Count, "pair")} {(kind == TieKind.Together ? "tied together" : "kept apart")}. 'claims run' compares what changed; 'claims ties undo {DisplayText.Key(act.Id.Value)}' takes it back."));
        return ExitCode.Ok;
    }

    private static Option<string?> NoteOption() => new("--note") { Description = "Why, for those who read it later", HelpName = "text" };

    private sealed class List : ClaimsCommand
    {
        private readonly Option<int> take = new("--take") { Description = "How many, 1 to 1000", DefaultValueFactory = _ => 50, HelpName = "number" };

        public List()
            : base("list", "What was said, newest first") => Add(take);

        public override IReadOnlyList<(string Line, string What)> Examples => [("claims ties list", "the newest fifty"), ("claims ties list --json", "for a program")];

        protected override async Task<int> RunAsync(Session session)
        {
            var wanted = session.Get(take);
            if (wanted is < 1 or > 1000)
            {
                throw new InputException("--take takes 1 to 1000.");
            }

            var acts = await (await session.DatabaseAsync()).Ties.RecentAsync(wanted, session.Cancel);
            session.Terminal.Result(acts, terminal => Show(terminal, acts));
            return ExitCode.Ok;
        }

        private static void Show(Terminal terminal, IReadOnlyList<TieAct> acts)
        {
            if (acts.Count == 0)
            {
                terminal.WriteLine("Nobody has tied or split anything.");
                return;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("Key", "At (UTC)", "Who", "What", "Note");
            foreach (var act in acts)
            {
                var what = act.Kind is { } kind
                    ? $"{DisplayText.Count(act.Pairs.Count, "pair")} {(kind == TieKind.Together ? "together" : "apart")}{(act.Stands ? "" : ", taken back")}"
                    : $"takes back {DisplayText.Key(act.Undoes!.Value.Value)}";
                table.AddRow(DisplayText.Key(act.Id.Value), DisplayText.Time(act.At), DisplayText.Escaped(act.Reviewer), what, DisplayText.Escaped(act.Note ?? ""));
            }

            terminal.Write(table);
        }
    }

    private sealed class Pin : ClaimsCommand
    {
        private readonly Argument<string[]> claims = new("claims") { Description = "Keys of two claims or more, or the starts of them", Arity = new ArgumentArity(2, 200) };
        private readonly Option<string?> note = NoteOption();
        private readonly Option<string?> reviewer = ReviewerOption.Create();

        public Pin()
            : base("pin", "These claims are about the same thing: one group, and compared")
        {
            Add(claims);
            Add(note);
            Add(reviewer);
        }

        public override IReadOnlyList<(string Line, string What)> Examples => [("claims ties pin 7k2m 9f3a", "both tell of one event"), ("claims ties pin 7k2m 9f3a --note 'the same bridge'", "with a note")];

        protected override async Task<int> RunAsync(Session session)
        {
            var found = await FindAsync(await session.DatabaseAsync(), session.Get(claims)!, session.Cancel);
            if (found.Count < 2)
            {
                throw new InputException("These keys name one claim; a tie takes two or more.");
            }

            return await AddAsync(session, TieKind.Together, [.. found.Skip(1).Select(claim => ClaimPair.Ordered(found[0], claim))], note, reviewer);
        }
    }

    private sealed class Split : ClaimsCommand
    {
        private readonly Argument<string> group = new("group") { Description = "Key of the group, or the start of it" };
        private readonly Argument<string[]> claims = new("claims") { Description = "Keys of the claims that do not belong to it", Arity = new ArgumentArity(1, 200) };
        private readonly Option<string?> note = NoteOption();
        private readonly Option<string?> reviewer = ReviewerOption.Create();

        public Split()
            : base("split", "Take claims out of a group and keep them apart from the rest of it")
        {
            Add(group);
            Add(claims);
            Add(note);
            Add(reviewer);
        }

        public override IReadOnlyList<(string Line, string What)> Examples => [("claims ties split 4c1d 7k2m", "this claim is about something else"), ("claims ties split 4c1d 7k2m 9f3a", "these two go together, away from the rest")];

        protected override async Task<int> RunAsync(Session session)
        {
            var database = await session.DatabaseAsync();
            var key = session.Get(group)!;
            var found = await database.Groups.FindAsync(key, session.Cancel)
                ?? throw new InputException($"No single group has a key that starts with '{key}'; 'claims groups' lists them.");
            var members = (await database.Groups.ClaimsOfAsync(found.Id, session.Cancel)).Select(claim => claim.Claim.Id).ToList();
            var leaving = await FindAsync(database, session.Get(claims)!, session.Cancel);
            if (leaving.Find(claim => !members.Contains(claim)) is { Value: not null } stranger)
            {
                throw new InputException($"Claim {stranger} is not in group {found.Id}.");
            }

            var staying = members.Except(leaving).ToList();
            if (staying.Count == 0)
            {
                throw new InputException("These are all claims of the group; a split leaves at least one.");
            }

            return await AddAsync(session, TieKind.Apart, [.. leaving.SelectMany(claim => staying.Select(other => ClaimPair.Ordered(claim, other)))], note, reviewer);
        }
    }

    private sealed class Undo : ClaimsCommand
    {
        private readonly Argument<string> key = new("key") { Description = "Key of the act as 'claims ties list' shows it, or the start of it" };
        private readonly Option<string?> reviewer = ReviewerOption.Create();

        public Undo()
            : base("undo", "Take back what was said; the history keeps both")
        {
            Add(key);
            Add(reviewer);
        }

        public override IReadOnlyList<(string Line, string What)> Examples => [("claims ties undo 01f4", "what was kept apart may be grouped again")];

        protected override async Task<int> RunAsync(Session session)
        {
            var database = await session.DatabaseAsync();
            var act = await database.Ties.UndoAsync(session.Get(key)!, ReviewerOption.Read(session, reviewer), session.Cancel)
                ?? throw new InputException($"No single act that stands has a key that starts with '{session.Get(key)}'; 'claims ties list' lists them.");
            session.Terminal.Result(act, terminal => terminal.WriteLine("Taken back. 'claims run' compares what changed."));
            return ExitCode.Ok;
        }
    }
}
