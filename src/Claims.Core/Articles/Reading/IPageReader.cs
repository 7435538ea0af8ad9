namespace Claims.Core.Articles.Reading;

/// <summary>Reads the pages out of one format. Pure: what it needs to know of the world stands in the options.</summary>
public interface IPageReader
{
    /// <summary>Reads every page of <paramref name="item"/>; never throws for what the bytes hold.</summary>
    ReadResult Read(InputItem item, ReadOptions options);
}
