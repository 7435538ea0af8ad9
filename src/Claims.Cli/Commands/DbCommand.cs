using System.CommandLine;
using Claims.Cli.Output;
using Claims.Storage;

namespace Claims.Cli.Commands;

/// <summary><c>claims db</c>: looks after the database.</summary>
internal sealed class DbCommand : Command
{
    /// <summary>The command with its subcommands.</summary>
    public DbCommand()
        : base("db", "Look after the database") => Add(new Migrate());

    /// <summary><c>claims db migrate</c>: brings the schema up to the newest script.</summary>
    private sealed class Migrate() : ClaimsCommand("migrate", "Bring the database up to the newest schema; every command does so when it opens one")
    {
        public override IReadOnlyList<(string Line, string What)> Examples =>
        [
            ("claims db migrate", "before the first start of a new version, say"),
            ("claims db migrate --database archive.db", "another file"),
        ];

        protected override async Task<int> RunAsync(Session session)
        {
            var database = session.Part<IClaimsDatabase>();
            var applied = await database.MigrateAsync(session.Cancel);
            session.Terminal.Result(new { database = database.Description, applied }, terminal => terminal.WriteLine(
                applied.Count == 0 ? $"{database.Description} is up to date." : $"{database.Description}: applied {string.Join(", ", applied)}."));
            return ExitCode.Ok;
        }
    }
}
