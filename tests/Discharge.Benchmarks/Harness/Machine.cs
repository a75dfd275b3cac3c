using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Discharge.Benchmarks.Harness;

/// <summary>What the figures were taken on.</summary>
public static partial class Machine
{
    private const double TicksPerSecond = 100;

    private const int ByChildrenThatEnded = -1;

    private const double Quiet = 0.05;

    private static readonly ConcurrentDictionary<int, bool> Own = new() { [Environment.ProcessId] = false };

    /// <summary>The machine and the runtime, in pairs of name and value.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(string folder) =>
    [
        ("CPU", $"{CpuModel()}, {Environment.ProcessorCount} cores"),
        ("memory", string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB")),
        ("system", RuntimeInformation.OSDescription),
        (".NET", RuntimeInformation.FrameworkDescription),
        ("fdatasync of 8 kB, median of 200", string.Create(CultureInfo.InvariantCulture, $"{SyncMicroseconds(folder):0} µs")),
        ("load average at the start", File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not known"),
    ];

    /// <summary>How busy all cores have been over a time, from 0 to 1.</summary>
    public static async Task<double> BusyAsync(TimeSpan over)
    {
        var (busy, all) = Ticks();
        await Task.Delay(over);
        var (busyNow, allNow) = Ticks();
        return (busyNow - busy) / Math.Max(1, allNow - all);
    }

    /// <summary>Waits until the machine is quiet: less than a twentieth of it busy for two seconds. After a time it is gone on all the same; the report says how much others used.</summary>
    public static async Task QuietAsync(TimeSpan patience)
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < patience && await BusyAsync(TimeSpan.FromSeconds(2)) >= Quiet;)
        {
            // Somebody else is busy.
        }
    }

    /// <summary>A process is part of the measurement, and its children with it where it has some.</summary>
    public static void Owns(int process, bool withChildren = false) => Own[process] = withChildren;

    /// <summary>The share of all cores that others may use, from 0 to 1, before a measurement is one of them too.</summary>
    public const double MostByOthers = 0.03;

    /// <summary>What has been used until now, by all and by all that is part of the measurement.</summary>
    public static (long At, TimeSpan All, TimeSpan Ours) Used() => (Stopwatch.GetTimestamp(), Busy(), Ours());

    /// <summary>The share of all cores that others have used since, from 0 to 1.</summary>
    public static double OthersSince((long At, TimeSpan All, TimeSpan Ours) before)
    {
        var now = Used();
        return Math.Clamp((now.All - before.All - (now.Ours - before.Ours)) / Stopwatch.GetElapsedTime(before.At, now.At) / Environment.ProcessorCount, 0, 1);
    }

    /// <summary>The processor time that the programs this one started and saw end had used.</summary>
    public static TimeSpan Ended => ResourcesUsed(ByChildrenThatEnded, out var used) == 0 ? TimeSpan.FromSeconds(used.UserSeconds + used.SystemSeconds) + TimeSpan.FromMicroseconds(used.UserMicroseconds + used.SystemMicroseconds) : TimeSpan.Zero;

    private static TimeSpan Ours() => Own.Aggregate(Ended, (sum, own) => sum + ProcessorTime(own.Key, own.Value));

    private static TimeSpan Busy() => TimeSpan.FromSeconds(Ticks().Busy / TicksPerSecond);

    /// <summary>The processor time a process has used, with that of its children where it is asked for.</summary>
    public static TimeSpan ProcessorTime(int process, bool withChildren = false)
    {
        var ticks = 0.0;
        foreach (var folder in withChildren ? Directory.GetDirectories("/proc") : [$"/proc/{process}"])
        {
            if (StatOf(folder) is { } stat && (stat.Process == process || (withChildren && stat.Parent == process)))
            {
                ticks += stat.Ticks + (withChildren && stat.Process == process ? stat.OfEnded : 0);
            }
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>The memory a process holds now, in bytes.</summary>
    public static long ResidentBytes(int process) =>
        1024 * File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).First();

    private static (int Process, int Parent, double Ticks, double OfEnded)? StatOf(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            // The name may hold spaces and brackets; what comes after the last bracket does not.
            var rest = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(text.AsSpan(0, text.IndexOf(' ')), CultureInfo.InvariantCulture), int.Parse(rest[1], CultureInfo.InvariantCulture), Field(11) + Field(12), Field(13) + Field(14));

            double Field(int place) => double.Parse(rest[place], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static (double Busy, double All) Ticks()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(tick => double.Parse(tick, CultureInfo.InvariantCulture)).ToArray();
        // Idle and waiting for the disk; stolen time is time we did not have.
        return (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }

    private static string CpuModel() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "not named"
        : "not named";

    private static double SyncMicroseconds(string folder)
    {
        var file = Path.Combine(folder, "fsync.tmp");
        var page = new byte[8192];
        // As the server syncs its log: data alone, in a file that does not grow.
        var taken = new List<double>();
        using (var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(page);
            stream.Flush(flushToDisk: true);
            for (var time = 0; time < 200; time++)
            {
                stream.Position = 0;
                stream.Write(page);
                var start = Stopwatch.GetTimestamp();
                if (SyncData(stream.SafeFileHandle) != 0)
                {
                    throw new IOException($"{file} could not be synced.");
                }

                taken.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        File.Delete(file);
        return Figure.Median(taken);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int ResourcesUsed(int who, out Resources used);

    // What the system says beyond these four is not asked for, but written all the same.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Resources
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }

    [LibraryImport("libc", EntryPoint = "fdatasync")]
    private static partial int SyncData(Microsoft.Win32.SafeHandles.SafeFileHandle file);
}
