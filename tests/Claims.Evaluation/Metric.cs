namespace Claims.Evaluation;

/// <summary>One measured figure.</summary>
/// <param name="Name">Set and metric ("articles/conflict_recall"), with the kind where it is of one kind only ("articles/conflict_recall/seats").</param>
/// <param name="Value">The figure; a share from 0 to 1 unless the name ends in a count's name (see docs/evaluation.md).</param>
/// <param name="Count">How many cases it was measured on.</param>
/// <param name="Floor">The least value that CI accepts, or null.</param>
/// <param name="Seconds">How long the measuring took.</param>
public sealed record Metric(string Name, double Value, int Count, double? Floor, double Seconds)
{
    /// <summary>Least that a value must lie under its floor to count as below: room for rounding in the sum of shares.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Whether the value is under its floor. A metric measured on nothing is not.</summary>
    public bool IsBelowFloor => Count > 0 && Floor is { } floor && Value < floor - Tolerance;
}
