namespace Claims.Core.Extraction.Dates;

/// <summary>When the clause that holds a time takes place; decides between last and next "Friday".</summary>
public enum Tense
{
    /// <summary>What happened: the latest such day up to the published date. News is told in it unless it says otherwise.</summary>
    Past,

    /// <summary>What is to come: the first such day from the published date.</summary>
    Future,
}
