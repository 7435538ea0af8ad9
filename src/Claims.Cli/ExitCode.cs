namespace Claims.Cli;

/// <summary>What the process says with its exit code. A contract with scripts: numbers never change meaning.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Ok = 0;

    /// <summary>A check did not hold: an evaluation below its floor.</summary>
    public const int CheckFailed = 1;

    /// <summary>The command line, a setting or all of the input was wrong; nothing was changed.</summary>
    public const int BadInput = 2;

    /// <summary>Some of the batch was done and some was not: pages that could not be read, pages set aside.</summary>
    public const int PartlyDone = 3;

    /// <summary>Something broke that no input should break: the database cannot be opened, the disk is full, a fault of ours.</summary>
    public const int Broken = 4;

    /// <summary>Stopped by Ctrl+C or SIGTERM (128 + SIGINT); work not done stays due.</summary>
    public const int Interrupted = 130;

    /// <summary>The codes with their meaning, for <c>--help</c>.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Ok, "done"),
        (CheckFailed, "a check did not hold (an evaluation below its floor)"),
        (BadInput, "wrong command line, setting or input; nothing was changed"),
        (PartlyDone, "part of the batch failed; the rest was done"),
        (Broken, "something broke (database, disk, a fault of the program)"),
        (Interrupted, "interrupted; work not done stays due"),
    ];
}
