using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Claims.Workers.Pipeline;

/// <summary>
/// The name under which a process leases work: host, process id and start time, so that another process on the same host
/// can tell that its holder is dead and need not wait for the lease to run out. A process id alone would not do, since
/// the system gives it out again.
/// </summary>
public static class WorkerName
{
    private const char Separator = '/';

    // Linux derives the start time from the time of boot, which two processes may reckon a little differently. No system
    // gives a process id out again within seconds of its last use.
    private const long ToleranceSeconds = 5;

    /// <summary>The name of this process.</summary>
    public static string Own { get; } = Of(Process.GetCurrentProcess());

    /// <summary>Whether the process behind a name is known to be gone: it ran on this host and does not any more.</summary>
    public static bool IsDead(string name)
    {
        var parts = name.Split(Separator);
        if (parts.Length != 3 || parts[0] != Environment.MachineName
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var started))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited || Math.Abs(StartOf(process) - started) > ToleranceSeconds;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or NotSupportedException)
        {
            // Another user's process that we may not look at: alive as far as we know.
            return false;
        }
    }

    private static string Of(Process process) => string.Join(Separator, Environment.MachineName, process.Id, StartOf(process));

    private static long StartOf(Process process) => new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
}
