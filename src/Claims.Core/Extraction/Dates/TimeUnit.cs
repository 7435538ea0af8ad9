namespace Claims.Core.Extraction.Dates;

/// <summary>Units of time, from short to long.</summary>
internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}
