using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Load;

namespace Discharge.Benchmarks.Harness;

/// <summary>The service as it is shipped, or the floor, in a process of its own.</summary>
public sealed partial class Service : IAsyncDisposable
{
    /// <summary>As whom everybody comes who sends a service something.</summary>
    public const string Callers = $"a hub lead of {Organisation}, an organisation that works for itself and for {Pattern.Hub}, the hub of every case, and for nobody else";

    private const string Organisation = "DEV01";

    private const string Listening = "Now listening on: ";

    private const int Tries = 10;

    private const int Stop = 19;

    private const int Cont = 18;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private readonly Child _child;
    private readonly Process _process;
    private readonly string _meter;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<string> _token = new();
    private readonly TaskCompletionSource<string> _address = new();

    private Service(Child child, string meter)
    {
        var process = child.Process;
        (_child, _process, _meter) = (child, process, meter);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"It ended: {Said}"));
        AppDomain.CurrentDomain.ProcessExit += Forget;
    }

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A hub lead's token.</summary>
    public string Token { get; private set; } = null!;

    /// <summary>The processor time it has used.</summary>
    public TimeSpan ProcessorTime => Machine.ProcessorTime(_process.Id);

    /// <summary>What it has said, the last of it.</summary>
    public string Said => string.Join('\n', _said.TakeLast(20));

    /// <summary>Starts the product.</summary>
    public static Task<Service> ProductAsync(Database database, int? through = null) => StartAsync(["Discharge.Api.dll"], database, through);

    /// <summary>Starts the floor's API.</summary>
    public static Task<Service> FloorAsync(Database database, int? through = null) => StartAsync(["Discharge.Benchmarks.dll", "floor"], database, through);

    /// <summary>Starts the product with settings of its own.</summary>
    public static Task<Service> ProductAsync(Database database, (string Name, string Value)[] settings) => StartAsync(["Discharge.Api.dll"], database, through: null, settings);

    /// <summary>Starts the product from a folder of its own.</summary>
    public static Task<Service> ProductAsync(Database database, string folder) => StartAsync([Path.Combine(folder, "Discharge.Api.dll")], database, through: null);

    /// <summary>Starts the floor's API from a folder of its own.</summary>
    public static Task<Service> FloorAsync(Database database, string folder) => StartAsync([Path.Combine(folder, "Discharge.Benchmarks.dll"), "floor"], database, through: null);

    /// <summary>Starts another program that serves HTTP as the floor does, from where it was built.</summary>
    public static Task<Service> OtherAsync(string[] program, Database database) => StartAsync(program, database, through: null);

    /// <summary>Starts a script of Node that serves HTTP as the floor does and finds its database in PEER_DATABASE.</summary>
    public static Task<Service> NodeAsync(string script, Database database)
    {
        var at = new Npgsql.NpgsqlConnectionStringBuilder(database.Owner);
        var start = new ProcessStartInfo("node", [script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(script) };
        start.Environment["NODE_ENV"] = "production";
        start.Environment["PEER_DATABASE"] = $"postgresql://{at.Username}:{Uri.EscapeDataString(at.Password ?? string.Empty)}@{at.Host}:{at.Port}/{at.Database}";
        return StartAsync(start, meter: string.Empty);
    }

    /// <summary>Runs one of the programs to its end, or until it is enough, telling what it says line by line.</summary>
    /// <returns>The processor time it used.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<TimeSpan> RunAsync(string[] program, Database database, Action<string> said, CancellationToken enough = default)
    {
        var before = Machine.Ended;
        using var child = Child.Start(Program(program, database, through: null));
        var process = child.Process;
        Machine.Owns(process.Id);
        await using var end = enough.Register(() => process.Kill());
        var wrong = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            said(line);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode == 0 || enough.IsCancellationRequested ? Machine.Ended - before : throw new InvalidOperationException($"{string.Join(' ', program)} ended with {process.ExitCode}: {await wrong}");
    }

    /// <summary>When it was begun, on the stopwatch's scale.</summary>
    public long Begun { get; private init; }

    /// <summary>The memory it holds, in bytes.</summary>
    public long ResidentBytes => Machine.ResidentBytes(_process.Id);

    /// <summary>The bytes it has allocated since it started.</summary>
    public async Task<long> AllocatedAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_meter));
        var buffer = new byte[64];
        var read = await socket.ReceiveAsync(buffer);
        return long.Parse(Encoding.ASCII.GetString(buffer, 0, read), CultureInfo.InvariantCulture);
    }

    /// <summary>Has it take a request: a cold service on a busy machine holds its first transactions for longer than the database lets it, so what is answered 503 is sent again.</summary>
    /// <exception cref="InvalidOperationException">It refused.</exception>
    public async Task TakeAsync(HttpConnection connection, byte[] request)
    {
        int status;
        for (var left = Tries; (status = await connection.SendAsync(request)) == 503 && left > 0; left--)
        {
        }

        if (status is not (200 or 201))
        {
            throw new InvalidOperationException($"{connection.LastText}\n{Said}");
        }
    }

    /// <summary>SIGSTOP.</summary>
    public void Freeze() => Signal(Stop);

    /// <summary>SIGCONT.</summary>
    public void Continue() => Signal(Cont);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Forget;
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _child.Dispose();
        Forget(this, EventArgs.Empty);
    }

    private void Forget(object? sender, EventArgs ended)
    {
        if (_meter is not "")
        {
            File.Delete(_meter);
        }
    }

    private static async Task<Service> StartAsync(string[] program, Database database, int? through, params (string Name, string Value)[] settings)
    {
        var meter = Path.Combine(Path.GetTempPath(), $"discharge-meter-{Guid.NewGuid():N}");
        var start = Program([.. program, "--urls", "http://127.0.0.1:0"], database, through);
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Service).Assembly.Location;
        start.Environment[AllocationMeter.Setting] = meter;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var service = await StartAsync(start, meter);
        try
        {
            // Of the role only now: the first start makes it.
            await RelaxedDurabilityException.ThrowIfRelaxedAsync(database.Application);
            await RelaxedDurabilityException.ThrowIfRelaxedAsync(database.Owner);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    private static async Task<Service> StartAsync(ProcessStartInfo start, string meter)
    {
        var begun = Stopwatch.GetTimestamp();
        var service = new Service(Child.Start(start), meter) { Begun = begun };
        Machine.Owns(service._process.Id);
        service.Address = new(await service._address.Task.WaitAsync(Longest));
        service.Token = await service._token.Task.WaitAsync(Longest);
        return service;
    }

    private static ProcessStartInfo Program(string[] program, Database database, int? through)
    {
        // A whole path stands for itself.
        var assembly = Path.Combine(AppContext.BaseDirectory, program[0]);
        var start = new ProcessStartInfo("dotnet", [assembly, .. program[1..]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment["ConnectionStrings__Discharge"] = Through(database.Application, through);
        start.Environment["ConnectionStrings__DischargeOwner"] = Through(database.Owner, through);
        // In Development the organisation would work for all, and nobody would be asked whether a case is theirs.
        start.Environment["Access__Organisations__0__Code"] = Organisation;
        start.Environment["Access__Organisations__0__Serves__0"] = Pattern.Hub;
        // What the product is shipped with, for the floor too.
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_gcConcurrent"] = "1";
        return start;
    }

    private static string Through(string connectionString, int? port) =>
        port is { } other ? new Npgsql.NpgsqlConnectionStringBuilder(connectionString) { Port = other }.ConnectionString : connectionString;

    // Sent from here: another program that sends it would take its time to start.
    private void Signal(int signal) => _ = Kill(_process.Id, signal);

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (line.Split(' ') is ["token", var role, var token])
        {
            _ = role is "hub-lead:" && _token.TrySetResult(token);
            return;
        }

        _said.Enqueue(line);
        if (line.Split(Listening) is [_, var address])
        {
            _address.TrySetResult(address);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
