using System.Text.Json;
using Claims.Core.Articles;
using Claims.Storage.Articles;
using Claims.Storage.Serialization;
using Claims.Storage.Work;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>Articles in SQLite.</summary>
internal sealed class SqliteArticleStore(SqliteSession session, TimeProvider time) : IArticleStore
{
    /// <summary>An article without its text, with its source and counts; the caller adds WHERE and ORDER BY.</summary>
    internal const string Headers = """
        SELECT a.id, a.url, a.revision, a.title, a.published, a.fetched,
               s.id AS source_id, s.name AS source_name, s.kind AS source_kind, s.domain AS source_domain,
               (SELECT COUNT(*) FROM document d WHERE d.article_id = a.id AND d.is_retired = 0) AS document_count,
               (SELECT COUNT(*) FROM claim c WHERE c.article_id = a.id AND c.is_retired = 0) AS claim_count
        FROM article a JOIN source s ON s.id = a.source_id
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<AddedArticle>> AddAsync(IReadOnlyList<Article> articles, CancellationToken cancel = default) =>
        session.WriteAsync<IReadOnlyList<AddedArticle>>(
            async (connection, transaction) =>
            {
                var added = new List<AddedArticle>(articles.Count);
                foreach (var article in articles)
                {
                    added.Add(await AddAsync(connection, transaction, article));
                }

                return added;
            },
            cancel);

    /// <inheritdoc/>
    public Task<Article?> FindAsync(ArticleId id, CancellationToken cancel = default) =>
        session.ReadAsync(
            async connection => (await connection.QuerySingleOrDefaultAsync<ArticleRecord>(
                """
                SELECT a.id, a.url, a.revision, a.title, a.published, a.fetched, a.content_hash, a.text, a.details,
                       s.id AS source_id, s.name AS source_name, s.kind AS source_kind, s.domain AS source_domain
                FROM article a JOIN source s ON s.id = a.source_id
                WHERE a.id = @id
                """,
                new { id }))?.ToArticle(),
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArticleHeader>> SearchAsync(string keyOrUrl, int limit, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyOrUrl);
        return session.ReadAsync<IReadOnlyList<ArticleHeader>>(
            async connection => [.. (await connection.QueryAsync<ArticleRecord>(
                $"""
                {Headers}
                WHERE a.id >= @text AND a.id < @after
                   OR LENGTH(a.url) >= LENGTH(@text) AND SUBSTR(a.url, -LENGTH(@text)) = @text
                ORDER BY a.fetched DESC, a.id
                LIMIT @limit
                """,
                new { text = keyOrUrl, after = keyOrUrl + '\uffff', limit })).Select(row => row.ToHeader())],
            cancel);
    }

    /// <inheritdoc/>
    public Task<bool> IsKnownAsync(string url, CancellationToken cancel = default) =>
        session.ReadAsync(
            async connection => await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM article WHERE url = @url)", new { url }),
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArticleHeader>> ListAsync(int skip, int take, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<ArticleHeader>>(
            async connection => [.. (await connection.QueryAsync<ArticleRecord>(
                $"{Headers} ORDER BY a.fetched DESC, a.id DESC LIMIT @take OFFSET @skip",
                new { take, skip })).Select(row => row.ToHeader())],
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArticleHeader>> OfSourceAsync(SourceId source, int skip, int take, CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<ArticleHeader>>(
            async connection => [.. (await connection.QueryAsync<ArticleRecord>(
                $"{Headers} WHERE a.source_id = @source ORDER BY a.fetched DESC, a.id DESC LIMIT @take OFFSET @skip",
                new { source, take, skip })).Select(row => row.ToHeader())],
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ArticleId>> AllIdsAsync(CancellationToken cancel = default) =>
        session.ReadAsync<IReadOnlyList<ArticleId>>(
            async connection => [.. (await connection.QueryAsync<string>("SELECT id FROM article ORDER BY fetched, id")).Select(id => new ArticleId(id))],
            cancel);

    private async Task<AddedArticle> AddAsync(SqliteConnection connection, SqliteTransaction transaction, Article article)
    {
        var present = await connection.QuerySingleOrDefaultAsync<int?>(
            "SELECT revision FROM article WHERE id = @id", new { id = article.Id }, transaction);
        if (present is { } known)
        {
            return new(article.Id, Added: false, known);
        }

        await SqliteSourceStore.UpsertAsync(connection, transaction, article.Source);
        var revision = await connection.QuerySingleAsync<int>(
            "SELECT COALESCE(MAX(revision), 0) + 1 FROM article WHERE url = @url", new { url = article.Url }, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO article (id, url, revision, source_id, title, published, fetched, content_hash, text, details)
            VALUES (@id, @url, @revision, @source, @title, @published, @fetched, @hash, @text, @details)
            """,
            new
            {
                id = article.Id,
                url = article.Url,
                revision,
                source = article.Source.Id,
                title = article.Title,
                published = article.Published,
                fetched = article.Fetched,
                hash = article.ContentHash,
                text = article.Text,
                details = JsonSerializer.Serialize(new ArticleDetails(article.Blocks, article.Warnings, article.Modified, article.Byline, article.Language), StoredJson.Default.ArticleDetails),
            },
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO work (subject, stage, due) VALUES (@id, @stage, @now)",
            new { id = article.Id, stage = nameof(WorkStage.Extract), now = time.GetUtcNow() },
            transaction);
        return new(article.Id, Added: true, revision);
    }
}
