using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Storage.Serialization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Claims.Storage.Sqlite;

/// <summary>
/// What stories are about and the vectors of their claims. The claims of one story share one object, since grouping works
/// out once for two such objects whether they report one story.
/// </summary>
internal sealed class SqliteStories
{
    /// <summary>Stories that are kept; about 20 MB. When they are full all go.</summary>
    private const int Capacity = 2_000;

    private readonly Lock gate = new();
    private readonly Dictionary<DocumentId, (string Text, Story Story)> known = [];

    /// <summary>Writes the stories and vectors of an article; what an earlier extraction wrote and this one does not is deleted.</summary>
    public static async Task SaveAsync(SqliteConnection connection, SqliteTransaction transaction, ExtractedArticle extraction)
    {
        var article = extraction.ArticleId;
        await connection.ExecuteAsync(
            """
            DELETE FROM document_story WHERE document_id IN (SELECT id FROM document WHERE article_id = @article);
            DELETE FROM claim_vector WHERE claim_id IN (SELECT id FROM claim WHERE article_id = @article);
            """,
            new { article },
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO document_story (document_id, story) VALUES (@document, @story)",
            extraction.Stories.Select(pair => new { document = pair.Key, story = pair.Value.ToString() }),
            transaction);
        await connection.ExecuteAsync(
            "INSERT INTO claim_vector (claim_id, model, vector) VALUES (@claim, @model, @vector)",
            extraction.Vectors.Select(pair => new { claim = pair.Key, model = pair.Value.Model, vector = pair.Value.Values }),
            transaction);
    }

    /// <summary>The claims with what their stories are about, where that is stored.</summary>
    public async Task<IReadOnlyList<ClaimInContext>> AttachAsync(SqliteConnection connection, IReadOnlyList<ClaimInContext> claims)
    {
        if (claims.Count == 0)
        {
            return claims;
        }

        var read = (await connection.QueryAsync<StoryRecord>(
            "SELECT document_id, story FROM document_story WHERE document_id IN (SELECT value FROM json_each(@ids))",
            new { ids = JsonArray.Of(claims.Select(claim => claim.Claim.DocumentId.Value).Distinct()) }))
            .ToDictionary(row => row.DocumentId, row => Keep(row.DocumentId, row.Story));
        return [.. claims.Select(claim => claim with { Story = read.GetValueOrDefault(claim.Claim.DocumentId) })];
    }

    private Story Keep(DocumentId document, string text)
    {
        lock (gate)
        {
            if (known.TryGetValue(document, out var kept) && kept.Text == text)
            {
                return kept.Story;
            }

            if (known.Count >= Capacity)
            {
                known.Clear();
            }

            var story = Story.Parse(text);
            known[document] = (text, story);
            return story;
        }
    }

    private sealed class StoryRecord
    {
        public DocumentId DocumentId { get; init; }

        public string Story { get; init; } = "";
    }
}
