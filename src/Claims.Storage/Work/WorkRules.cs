namespace Claims.Storage.Work;

/// <summary>When work is tried again and when it is given to a person; the same for every database.</summary>
public static class WorkRules
{
    /// <summary>The failure at which work is set aside: tries come after pauses of 2, 4, 8 and 16 seconds.</summary>
    public const int MostFailures = 5;

    /// <summary>
    /// How many workers may die or stall over one row before it is set aside. Higher than <see cref="MostFailures"/>,
    /// since a process is also killed for reasons that no page is to blame for.
    /// </summary>
    public const int MostLosses = 10;

    /// <summary>What is told of work set aside for <see cref="MostLosses"/>.</summary>
    public const string LostMessage = "The process that worked on it ended or stalled 10 times before it was done.";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>The pause after a failure, doubling from 2 seconds.</summary>
    /// <param name="failures">How often it has failed, from 1.</param>
    public static TimeSpan PauseAfter(int failures) => FirstPause * Math.Pow(2, failures - 1);
}
