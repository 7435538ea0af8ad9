using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Opens connections and transactions of one SQLite file with the settings that the stores rely on.</summary>
internal sealed class SqliteSession : IDisposable
{
    // Longer than any transaction of ours takes; a writer of another process that waits longer than this gets an error.
    private const int BusyMilliseconds = 60_000;

    private readonly string connectionString;

    // SQLite lets one connection write at a time and makes the others poll with sleeps. Writers of this process queue
    // here instead, which is fair and wakes the next one at once; only other processes are left to the busy timeout.
    private readonly SemaphoreSlim writers = new(1, 1);

    public SqliteSession(string path)
    {
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = BusyMilliseconds / 1000,
        }.ToString();
    }

    /// <summary>Runs a query on a connection of its own; it sees one snapshot a statement.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, Task<T>> query, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var connection = Open();
        return await query(connection);
    }

    /// <summary>Runs several queries that must see the same snapshot.</summary>
    public async Task<T> SnapshotAsync<T>(Func<SqliteConnection, Task<T>> query, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var connection = Open();
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await query(connection);
    }

    /// <summary>
    /// Runs a change in one transaction that holds the write lock from its start (BEGIN IMMEDIATE): what it reads cannot
    /// change before it writes, and it never fails for having read an old snapshot.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, SqliteTransaction, Task<T>> change, CancellationToken cancel)
    {
        await writers.WaitAsync(cancel);
        try
        {
            await using var connection = Open();
            await using var transaction = connection.BeginTransaction(deferred: false);
            var result = await change(connection, transaction);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            writers.Release();
        }
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        writers.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();

            // WAL lets readers go on while one writes. FULL because a decision that was acknowledged must survive a power
            // cut: in WAL mode NORMAL does not sync on commit (sqlite.org/pragma.html#pragma_synchronous).
            connection.Execute($"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
