using Claims.Storage.Comparison;
using Claims.Web.Presentation;

namespace Claims.Web.Pages;

/// <summary>A conflict in a list.</summary>
/// <param name="Row">The conflict.</param>
/// <param name="Url">Where it is read.</param>
public sealed record ConflictRowModel(ConflictRow Row, string Url)
{
    /// <summary>A row of a queue that is worked with a filter.</summary>
    public static ConflictRowModel In(QueueFilter filter, ConflictRow row) => new(row, filter.ConflictUrl(row.Id));
}
