using System.Reflection;
using Dapper;

namespace Claims.Storage.Sqlite;

/// <summary>Applies the numbered scripts of <c>sql/sqlite</c> that a database does not have yet, in order, each once.</summary>
internal static class SqliteMigrator
{
    private const string Folder = "sql/sqlite/";

    /// <summary>Applies what is missing, in one transaction, so that two processes that start together take turns.</summary>
    /// <returns>The names of the scripts applied.</returns>
    public static Task<IReadOnlyList<string>> MigrateAsync(SqliteSession session, TimeProvider time, CancellationToken cancel) =>
        session.WriteAsync<IReadOnlyList<string>>(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "CREATE TABLE IF NOT EXISTS schema_version (script TEXT NOT NULL PRIMARY KEY, applied TEXT NOT NULL) WITHOUT ROWID",
                    transaction: transaction);
                var present = (await connection.QueryAsync<string>("SELECT script FROM schema_version", transaction: transaction)).ToHashSet();
                var applied = new List<string>();
                foreach (var (name, script) in Scripts().Where(script => !present.Contains(script.Name)))
                {
                    await connection.ExecuteAsync(script, transaction: transaction);
                    await connection.ExecuteAsync(
                        "INSERT INTO schema_version (script, applied) VALUES (@name, @now)",
                        new { name, now = time.GetUtcNow() },
                        transaction);
                    applied.Add(name);
                }

                return applied;
            },
            cancel);

    /// <summary>The scripts of the assembly by name, which is their order.</summary>
    internal static IEnumerable<(string Name, string Script)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Folder.Length..^".sql".Length], reader.ReadToEnd());
        }
    }
}
