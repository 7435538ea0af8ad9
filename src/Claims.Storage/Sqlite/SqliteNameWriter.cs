using Claims.Core.Extraction;
using Claims.Core.Naming;
using Claims.Storage.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Writes the names of an article in the transaction that stores its claims.</summary>
internal static class SqliteNameWriter
{
    /// <summary>Puts the names and declarations of an extraction in place of those that its article had.</summary>
    public static async Task SaveAsync(SqliteConnection connection, SqliteTransaction transaction, ExtractedArticle extraction)
    {
        var article = extraction.ArticleId;
        var before = (await connection.QueryAsync<string>(
            "SELECT DISTINCT m.name_key FROM name_mention m JOIN document d ON d.id = m.document_id WHERE d.article_id = @article", new { article }, transaction)).ToList();
        var declaredBefore = await DeclaredAsync(connection, transaction, article.Value);
        await connection.ExecuteAsync(
            """
            DELETE FROM name_mention WHERE document_id IN (SELECT id FROM document WHERE article_id = @article);
            DELETE FROM name_declaration WHERE document_id IN (SELECT id FROM document WHERE article_id = @article);
            """,
            new { article },
            transaction);
        await AddAsync(connection, transaction, extraction);
        var declared = await DeclaredAsync(connection, transaction, article.Value);
        declared.SymmetricExceptWith(declaredBefore);
        if (declared.Count > 0)
        {
            // What a short form stands for elsewhere bears on each of its long forms.
            var keys = JsonArray.Of(declared.SelectMany(pair => new[] { pair.Short, pair.Long }).Distinct());
            await connection.ExecuteAsync(
                """
                UPDATE name SET linked = NULL, changes = changes + 1
                WHERE key IN (SELECT value FROM json_each(@keys)
                              UNION SELECT long_key FROM name_declaration WHERE short_key IN (SELECT value FROM json_each(@keys)))
                """,
                new { keys },
                transaction);
        }

        await connection.ExecuteAsync(
            "DELETE FROM name WHERE key IN (SELECT value FROM json_each(@before)) AND NOT EXISTS (SELECT 1 FROM name_mention m WHERE m.name_key = name.key)",
            new { before = JsonArray.Of(before) },
            transaction);
    }

    private static async Task AddAsync(SqliteConnection connection, SqliteTransaction transaction, ExtractedArticle extraction)
    {
        var declarations = extraction.Declarations
            .Select(declaration => new { document = declaration.Document, shortKey = NameForm.KeyOf(declaration.Short), longKey = NameForm.KeyOf(declaration.Long), shortText = declaration.Short, longText = declaration.Long })
            .Where(row => row.shortKey.Length > 0 && row.longKey.Length > 0 && row.shortKey != row.longKey)
            .ToList();

        // What stands in brackets is not always read as a name of its own; declared, it is one.
        var mentions = extraction.Names
            .Concat(declarations.SelectMany(row => new[] { row.shortText, row.longText }, (row, text) => new DocumentName(row.document, text, 1)))
            .GroupBy(name => (Key: NameForm.KeyOf(name.Text), name.Document))
            .Where(names => names.Key.Key.Length > 0)
            .ToList();
        await connection.ExecuteAsync(
            """
            INSERT INTO name (key, text) VALUES (@key, @text)
            ON CONFLICT (key) DO UPDATE SET text = excluded.text, linked = NULL, changes = changes + 1 WHERE excluded.text < name.text
            """,
            mentions.SelectMany(names => names, (names, name) => (names.Key.Key, name.Text)).GroupBy(name => name.Key)
                .Select(writings => new { key = writings.Key, text = writings.Select(name => name.Text).Min(StringComparer.Ordinal) }),
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO name_mention (name_key, document_id, mentions) VALUES (@key, @document, @count)",
            mentions.Select(names => new { key = names.Key.Key, document = names.Key.Document, count = names.Sum(name => name.Mentions) }),
            transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO name_declaration (short_key, long_key, document_id, short_text, long_text) VALUES (@shortKey, @longKey, @document, @shortText, @longText)
            ON CONFLICT DO UPDATE SET short_text = MIN(short_text, excluded.short_text), long_text = MIN(long_text, excluded.long_text)
            """,
            declarations,
            transaction);
    }

    private static async Task<HashSet<(string Short, string Long)>> DeclaredAsync(SqliteConnection connection, SqliteTransaction transaction, string article) =>
        [.. await connection.QueryAsync<(string, string)>(
            "SELECT n.short_key, n.long_key FROM name_declaration n JOIN document d ON d.id = n.document_id WHERE d.article_id = @article", new { article }, transaction)];
}
