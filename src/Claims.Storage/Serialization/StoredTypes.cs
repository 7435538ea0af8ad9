using System.Data;
using Claims.Core.Articles;
using Claims.Core.Comparison;
using Claims.Core.Extraction;
using Claims.Core.Grouping;
using Claims.Core.Review;
using Dapper;

namespace Claims.Storage.Serialization;

/// <summary>Writes a key struct as its text and reads it back, so that queries take and give keys, never loose strings.</summary>
internal sealed class KeyHandler<T>(Func<T, string> write, Func<string, T> read) : SqlMapper.TypeHandler<T>
{
    /// <inheritdoc/>
    public override void SetValue(IDbDataParameter parameter, T? value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value is null ? DBNull.Value : write(value);
    }

    /// <inheritdoc/>
    public override T Parse(object value) => read((string)value);
}

/// <summary>Tells Dapper how the values of the domain are stored; the same for every database.</summary>
internal static class StoredTypes
{
    /// <summary>Registers the handlers; Dapper keeps them for the process, so once is enough and twice does no harm.</summary>
    public static void Register()
    {
        // Column source_id is property SourceId.
        DefaultTypeMap.MatchNamesWithUnderscores = true;

        SqlMapper.AddTypeHandler(new KeyHandler<ArticleId>(id => id.Value, text => new(text)));
        SqlMapper.AddTypeHandler(new KeyHandler<ClaimId>(id => id.Value, text => new(text)));
        SqlMapper.AddTypeHandler(new KeyHandler<ConflictId>(id => id.Value, text => new(text)));
        SqlMapper.AddTypeHandler(new KeyHandler<DocumentId>(id => id.Value, text => new(text)));
        SqlMapper.AddTypeHandler(new KeyHandler<GroupId>(id => id.Value, text => new(text)));
        SqlMapper.AddTypeHandler(new KeyHandler<RunId>(id => id.Value, text => new(text)));
        SqlMapper.AddTypeHandler(new KeyHandler<SourceId>(id => id.Value, text => new(text)));
        SqlMapper.AddTypeHandler(new KeyHandler<TieId>(id => id.Value, text => new(text)));
        SqlMapper.AddTypeHandler(new KeyHandler<VerdictId>(id => id.Value, text => new(text)));

        // Dapper knows DateTimeOffset itself, as a driver's own type; without this line the handler would not be asked.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new TimestampHandler());
    }
}
