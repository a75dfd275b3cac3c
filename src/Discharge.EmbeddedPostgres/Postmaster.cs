using System.Diagnostics;
using System.Globalization;

namespace Discharge.EmbeddedPostgres;

/// <summary>A running server, as the postmaster.pid in its data folder tells of it.</summary>
internal sealed record Postmaster(int ProcessId, string Data, int Port, bool IsReady)
{
    /// <summary>The server that runs on a data folder, or null; what a server that was killed left behind is not one.</summary>
    public static Postmaster? Of(string data) => ReadIn(data) is { } written && written.IsRunning() ? written : null;

    /// <summary>
    /// Whether a postmaster.pid is there that names no process at all, or a live one that did not write it. PostgreSQL would refuse to start beside it.
    /// A process that no longer lives is left to PostgreSQL, which then also looks for children that outlived their server.
    /// </summary>
    public static bool IsMistakenIn(string data) =>
        File.Exists(FileIn(data)) && (ReadIn(data) is not { } written || (Lives(written.ProcessId) && !written.IsRunning()));

    public static string FileIn(string data) => Path.Combine(data, "postmaster.pid");

    private static Postmaster? ReadIn(string data)
    {
        // Its lines: process, data folder, start, port, socket folder, address, shared memory, status; the last three are added while the server starts.
        var lines = File.Exists(FileIn(data)) ? File.ReadAllLines(FileIn(data)) : [];
        return lines.Length > 3 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process) && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
            ? new Postmaster(process, lines[1], port, lines.Length > 7 && lines[7].Trim() == "ready")
            : null;
    }

    /// <summary>Whether the process lives and is the server of this data folder.</summary>
    public bool IsRunning()
    {
        try
        {
            // Only Linux lets every account read the command line, and with it which data folder the process was started on.
            if (OperatingSystem.IsLinux())
                return File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0').Contains(Data);
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Lives(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
