using System.Data;
using System.Globalization;
using Dapper;

namespace Claims.Storage.Serialization;

/// <summary>
/// Writes an instant as UTC text of fixed width, to the tick, so that the order of the texts is the order of the
/// instants; SQLite has no type for instants.
/// </summary>
internal sealed class TimestampHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The text of an instant.</summary>
    public static string Write(DateTimeOffset value) => value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The instant of a text.</summary>
    public static DateTimeOffset Read(string text) =>
        new(DateTime.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));

    /// <inheritdoc/>
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = Write(value);
    }

    /// <inheritdoc/>
    public override DateTimeOffset Parse(object value) => Read((string)value);
}
