using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Discharge.Benchmarks.Load;

/// <summary>Threads that are there when they are meant to be, as far as the system lets them.</summary>
internal static partial class Precisely
{
    private const int ThisThread = 0;

    private const int FirstInFirstOut = 1;

    private const long NanosecondsPerSecond = 1_000_000_000;

    // As long as a thread takes to wake up; spinning for longer would take a core from whoever is measured.
    private static readonly long Waking = Stopwatch.Frequency / 25_000;

    /// <summary>Starts a thread that goes before all others of this machine, where the system lets it; where it does not, the lateness shows. A mere niceness would not be enough: it counts only among the threads of one session.</summary>
    public static void Start(string name, int priority, Action work)
    {
        new Thread(() =>
        {
            _ = SetScheduler(ThisThread, FirstInFirstOut, ref priority);
            work();
        })
        { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Waits for a moment on the stopwatch's scale.</summary>
    public static void WaitUntil(long moment)
    {
        for (long left; (left = moment - Stopwatch.GetTimestamp()) > 0;)
        {
            if (left > Waking)
            {
                _ = Sleep((uint)((left - Waking) * (NanosecondsPerSecond / Stopwatch.Frequency) / 1000));
            }
            else
            {
                Thread.SpinWait(10);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int Sleep(uint microseconds);

    // Of a thread, on Linux, and not of the whole process; the priority is all there is in its sched_param.
    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int which, int policy, ref int priority);
}
