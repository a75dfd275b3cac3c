using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Discharge.Benchmarks.Harness;

namespace Discharge.Faults;

/// <summary>One node of the service, as it is shipped, in a process of its own that can be killed, frozen and continued.</summary>
internal sealed class Node : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    /// <summary>The secret that nodes are given.</summary>
    public static readonly byte[] Secret = SHA256.HashData("faults"u8);

    /// <summary>The secret that they seal personal data under.</summary>
    public static readonly byte[] EncryptionSecret = SHA256.HashData("faults encryption"u8);

    // The site, the hub and the provider of places.
    private static readonly string[] Served = ["RTEST", "QTEST", "VRACE"];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private readonly Child _child;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<string> _token = new();
    private readonly TaskCompletionSource<string> _address = new();

    private Node(Child child)
    {
        var process = child.Process;
        (_child, _process) = (child, process);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) =>
        {
            // Without this the last it wrote may not have been read yet.
            process.WaitForExit();
            _address.TrySetException(new InvalidOperationException($"The node ended with {process.ExitCode}: {string.Join('\n', _said)}"));
        };
    }

    /// <summary>Where the service is started from: as it was built, unless another folder is named.</summary>
    public static string Folder { get; set; } = AppContext.BaseDirectory;

    /// <summary>Who its token says the caller is: id, role and organisation, a line each.</summary>
    public string Caller { get; private set; } = string.Empty;

    /// <summary>What it has written so far.</summary>
    public IReadOnlyCollection<string> Said => _said;

    /// <summary>How it is reached.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Starts a node.</summary>
    /// <param name="database">The database it works on.</param>
    /// <param name="wallClockOff">By how much its wall clock is off, as faketime writes it, such as "+1d"; null where it is right.</param>
    /// <param name="through">The port of a proxy it is to reach the database by; null where it goes there itself.</param>
    /// <param name="settings">More of its connection string, such as the size of its pool.</param>
    public static async Task<Node> StartAsync(FaultyDatabase database, string? wallClockOff = null, int? through = null, string settings = "")
    {
        var start = Program(database, through, settings, "--urls", "http://127.0.0.1:0");
        if (wallClockOff is not null)
        {
            start.Environment["LD_PRELOAD"] = FakeTime.Library;
            start.Environment["FAKETIME"] = wallClockOff;
            start.Environment["DONT_FAKE_MONOTONIC"] = "1";

            // .NET waits by the monotonic clock; taken for the wall clock, every wait would be over at once or never.
            start.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        }

        var node = new Node(Child.Start(start));
        node.Http.BaseAddress = new Uri(await node._address.Task.WaitAsync(Longest));
        var token = await node._token.Task.WaitAsync(Longest);
        node.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        node.Caller = CallerOf(token);
        return node;
    }

    /// <summary>The auditor's command on a database: what it ended with, and what it said.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Said)> ProveAsync(FaultyDatabase database)
    {
        using var child = Child.Start(Program(database, through: null, settings: "", "prove"));
        var proving = child.Process;
        var said = await proving.StandardOutput.ReadToEndAsync();
        await proving.WaitForExitAsync();
        return (proving.ExitCode, said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A moment as the service reads it.</summary>
    public static string Say(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    /// <summary>SIGKILL: nothing is finished, nothing said goodbye to.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: it is asked to end, and waited for.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var start = Stopwatch.GetTimestamp();
        Signal("-TERM");
        await _process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>SIGSTOP: it holds all it has and does nothing.</summary>
    public void Freeze() => Signal("-STOP");

    /// <summary>SIGCONT: it goes on as if no time had passed.</summary>
    public void Continue() => Signal("-CONT");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Continue();
            await KillAsync();
        }

        Http.Dispose();
        _child.Dispose();
    }

    private static ProcessStartInfo Program(FaultyDatabase database, int? through, string settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder, "Discharge.Api.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["PersonalData__PersonIndexKey"] = Convert.ToBase64String(Secret);
        start.Environment["PersonalData__EncryptionKey"] = Convert.ToBase64String(EncryptionSecret);
        // Development's own tokens speak for an organisation that may see everything; here it serves who the cases are of and no others, so that each command and each question is looked at.
        foreach (var (place, organisation) in Served.Index())
        {
            start.Environment[$"Access__Organisations__0__Serves__{place}"] = organisation;
        }

        start.Environment["Access__Organisations__0__Code"] = "DEV01";
        // Whoever is killed takes away no files by which debuggers would find it.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment["ConnectionStrings__Discharge"] = FaultyDatabase.By(database.Application, through) + settings;
        start.Environment["ConnectionStrings__DischargeOwner"] = FaultyDatabase.By(database.Owner, through);
        return start;
    }

    private static string CallerOf(string token)
    {
        var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        using var claims = JsonDocument.Parse(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '=')));
        return string.Join('\n', ((string[])["sub", "role", "organisation"]).Select(claim => claims.RootElement.GetProperty(claim).GetString()));
    }

    private void Signal(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_process.Id}"]);
        kill.WaitForExit();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _said.Enqueue(line);
        if (line.Split(' ') is ["token", "hub-lead:", var token])
        {
            _token.TrySetResult(token);
        }
        else if (line.Split(Listening) is [_, var address])
        {
            _address.TrySetResult(address);
        }
    }
}

/// <summary>The library that shows a process another wall clock than there is.</summary>
internal static class FakeTime
{
    private static readonly string[] Places = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/faketime/libfaketimeMT.so.1"];

    public static bool IsThere => Places.Any(File.Exists);

    public static string Library => Places.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Stepping a node's clock needs libfaketime: apt-get install faketime.");
}
