using Claims.Storage.Sqlite;
using Claims.Storage.Tests.Compliance;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Claims.Storage.Tests.Sqlite;

/// <summary>What holds of SQLite alone.</summary>
public sealed class SqliteSchemaTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("claims-schema-").FullName;

    private string File => Path.Combine(folder, "claims.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Scripts_AreSafeToRunTwice()
    {
        await using (var database = SqliteDatabase.Open(File))
        {
            Assert.Equal(SqliteMigrator.Scripts().Select(script => script.Name), await database.MigrateAsync());
        }

        foreach (var (_, script) in SqliteMigrator.Scripts())
        {
            Execute(script);
        }
    }

    [Fact]
    public async Task Migrate_TakesTurns_WhenSeveralStartAtOnce()
    {
        var databases = Enumerable.Range(0, 4).Select(_ => SqliteDatabase.Open(File)).ToList();
        var applied = await Task.WhenAll(databases.Select(database => Task.Run(() => database.MigrateAsync())));
        Assert.Equal(SqliteMigrator.Scripts().Count(), applied.Sum(names => names.Count));
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Verdicts_CanBeNeitherChangedNorDeleted()
    {
        await using (var database = SqliteDatabase.Open(File))
        {
            await database.MigrateAsync();
        }

        Execute("PRAGMA foreign_keys = OFF; INSERT INTO verdict (id, conflict_id, decision, reviewer, at) VALUES ('v', 'c', 'Unclear', 'Ana', 'now')");
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Execute("UPDATE verdict SET decision = 'Compatible'")).Message);
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Execute("DELETE FROM verdict")).Message);
    }

    /// <summary>A look-up that walks a whole table costs more with each article; these are asked for every claim, lease or page of the queue.</summary>
    [Theory]
    [InlineData(SqliteClaimStore.CandidateKeys)]
    [InlineData(SqliteClaimStore.InContext + " WHERE c.article_id = @article AND c.is_retired = 0")]
    [InlineData(SqliteConflictStore.Rows + " WHERE x.status = @status ORDER BY x.priority DESC, x.id LIMIT 50")]
    [InlineData("SELECT MAX(revision) FROM article WHERE url = @url")]
    [InlineData(SqliteClaimStore.InContext + " JOIN group_member m ON m.claim_id = c.id WHERE m.group_id = @group")]
    public async Task FrequentQueries_WalkNoTable(string query)
    {
        await using (var database = SqliteDatabase.Open(File))
        {
            await database.MigrateAsync();
        }

        var tables = Column("SELECT name FROM sqlite_master WHERE type = 'table'");
        var aliases = new[] { "c", "d", "a", "s", "x", "ca", "cb", "aa", "ab", "da", "db", "sa", "sb", "p", "m", "ga", "gb" };
        var plan = Column($"EXPLAIN QUERY PLAN {query}", column: 3);
        Assert.NotEmpty(plan);

        // SQLite 3.35 says "SCAN TABLE claim AS c", later ones "SCAN c".
        Assert.DoesNotContain(plan, step => tables.Any(table => step == $"SCAN TABLE {table}" || step.StartsWith($"SCAN TABLE {table} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(plan, step => tables.Concat(aliases).Any(name => step == $"SCAN {name}" || step.StartsWith($"SCAN {name} ", StringComparison.Ordinal)));
    }

    private void Execute(string statement)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private List<string> Column(string query, int column = 0)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        foreach (var name in new[] { "@keys", "@claim", "@limit", "@article", "@status", "@url", "@group" }.Where(name => query.Contains(name, StringComparison.Ordinal)))
        {
            command.Parameters.AddWithValue(name, name == "@keys" ? "[]" : "1");
        }

        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(column));
        }

        return values;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
