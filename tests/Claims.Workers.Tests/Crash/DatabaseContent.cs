using Microsoft.Data.Sqlite;

namespace Claims.Workers.Tests.Crash;

/// <summary>
/// All rows of a database as text, but for what has to differ between two runs: times of the clock, random keys of runs
/// and verdicts, and the names of groups, which remember history; which claims a group holds is compared.
/// </summary>
internal static class DatabaseContent
{
    private static readonly Dictionary<string, string[]> LeftOut = new()
    {
        ["article"] = ["fetched"],
        ["conflict"] = ["found"],
        ["schema_version"] = ["applied"],
        ["verdict"] = ["id", "undoes", "at"],
        ["work"] = ["due"],
    };

    /// <summary>The rows, sorted, each with the name of its table.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        var rows = new List<string>();
        foreach (var table in Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").Except(["run", "group_member"]))
        {
            var columns = Column(connection, $"SELECT name FROM pragma_table_info('{table}')").Except(LeftOut.GetValueOrDefault(table, []));
            rows.AddRange(Column(connection, $"SELECT {string.Join(" || '|' || ", columns.Select(column => $"ifnull({column}, '')"))} FROM {table}").Select(row => $"{table}: {row}"));
        }

        rows.AddRange(Column(connection, "SELECT group_concat(claim_id) FROM (SELECT claim_id, group_id FROM group_member ORDER BY claim_id) GROUP BY group_id").Select(row => $"group: {row}"));
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static List<string> Column(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
