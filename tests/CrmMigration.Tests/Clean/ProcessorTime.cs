using System.Runtime.InteropServices;

namespace CrmMigration.Tests.Clean;

/// <summary>The time that a processor worked for this thread: that of the work alone, however loaded the machine is.</summary>
internal static partial class ProcessorTime
{
    private const int OfThisThread = 3; // CLOCK_THREAD_CPUTIME_ID of Linux
    private const int Tries = 3;

    /// <summary>The least of some tries, as the first ones are compiled on the way.</summary>
    public static TimeSpan Of(Action work) => Enumerable.Range(0, Tries).Min(_ => OfOnce(work));

    private static TimeSpan OfOnce(Action work)
    {
        var began = Now();
        work();
        return Now() - began;
    }

    private static TimeSpan Now() => GetTime(OfThisThread, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
        : throw new InvalidOperationException("The clock of the thread's processor time cannot be read.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Timespec(long Seconds, long Nanoseconds);
}
