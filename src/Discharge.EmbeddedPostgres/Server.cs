using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Discharge.EmbeddedPostgres;

/// <summary>The server of one cluster: made, started, waited for and stopped. Whoever calls holds the start lock.</summary>
internal sealed class Server(PrivateCluster cluster, ClusterFolder folder, ServerAccount account, Action<string> progress)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly BinarySearch _search = BinarySearch.OfThisMachine();
    private readonly string _settings = "# Written at each start by Discharge.EmbeddedPostgres.\n" + cluster.SettingsText();

    /// <summary>Brings the server to where it takes connections, whatever an earlier run left behind.</summary>
    /// <param name="alone">Whether no other program uses the server, so that it may be started anew.</param>
    /// <param name="mayRemake">Whether a throw-away cluster that does not start may be made anew.</param>
    /// <param name="cancellation">Gives up; a server that is starting goes on and is found by the next start.</param>
    public async Task<Postmaster> BringUpAsync(bool alone, bool mayRemake, CancellationToken cancellation)
    {
        if (await SettledAsync(cancellation) is { } running)
        {
            if (IsAsConfigured(running.Port))
            {
                progress($"Using the private PostgreSQL that runs in {folder.Path}.");
                return running;
            }

            if (!alone)
                throw new PrivatePostgresException($"The private PostgreSQL in {folder.Path} is in use with other settings. End the other program, or give this cluster another name.");
            await StopAsync(immediate: false, cancellation);
        }

        var binaries = await PrepareAsync(cancellation);
        try
        {
            return await StartAsync(binaries, cancellation);
        }
        catch (PrivatePostgresException) when (mayRemake && cluster.Keeping is Keeping.ThrowAway)
        {
            // It did not wait for the disk, so after a power cut it may be past recovery. Nothing in it is missed.
            progress($"The throw-away cluster in {folder.Path} does not start and is made anew.");
            SetAside(folder.Path);
            return await StartAsync(await PrepareAsync(cancellation), cancellation);
        }
    }

    public async Task StopAsync(bool immediate, CancellationToken cancellation)
    {
        if (Postmaster.Of(folder.Data) is not { } running)
            return;
        var stopped = await account.RunAsync((await AnyBinariesAsync(cancellation)).PgCtl, ["stop", "-D", folder.Data, "-m", immediate ? "immediate" : "fast", "-t", "300", "-s"], cancellation);
        if (!stopped.Succeeded && Postmaster.Of(folder.Data) is not null)
            throw new PrivatePostgresException($"The private PostgreSQL in {folder.Path} could not be stopped: {stopped.Said}");
        // It takes its file away a moment before it ends, and who is told that it has stopped may want its folder or its port.
        for (var waited = Stopwatch.StartNew(); running.IsRunning() && waited.Elapsed < Patience; await Task.Delay(5, cancellation))
        {
        }
    }

    /// <summary>The running server once it takes connections; null when there is none, or none any more.</summary>
    private async Task<Postmaster?> SettledAsync(CancellationToken cancellation)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(50, cancellation))
        {
            switch (Postmaster.Of(folder.Data))
            {
                case null:
                    return null;
                case { } elsewhere when OperatingSystem.IsLinux() && elsewhere.Data != folder.Data:
                    throw new PrivatePostgresException(
                        $"{folder.Path} is a copy of a cluster that was running, or its server (process {elsewhere.ProcessId}) was started by another path, {elsewhere.Data}. "
                        + $"End that server, or if this is a copy remove {Postmaster.FileIn(folder.Data)}.");
                case { IsReady: true } ready:
                    return ready;
            }
        }

        throw new PrivatePostgresException($"The private PostgreSQL in {folder.Path} has been starting or stopping for five minutes. {LogTail()}");
    }

    /// <summary>Makes the cluster where there is none that can be opened: beside its place, and moved there when it is whole.</summary>
    private async Task<Binaries> PrepareAsync(CancellationToken cancellation)
    {
        RemoveParts();
        if (Directory.Exists(folder.Path))
        {
            if (folder.Major is { } major && await Binaries.FindAsync(_search, major, cancellation) is { } fitting)
                return fitting;
            if (cluster.Keeping is Keeping.Kept)
                throw new PrivatePostgresException(CannotBeOpened());
            SetAside(folder.Path);
        }

        var binaries = await AnyBinariesAsync(cancellation);
        progress($"Preparing a private PostgreSQL {binaries.Major} in {folder.Path} (first start only).");
        var part = folder.NewPart;
        await account.MakeFolderAsync(part, cancellation);
        await account.WriteAsync(ClusterFolder.PasswordIn(part), RandomNumberGenerator.GetHexString(32, lowercase: true), cancellation);
        var made = await account.RunAsync(
            binaries.InitDb,
            [
                "-D", Path.Combine(part, "data"), "-U", "postgres", "-A", "scram-sha-256", "--pwfile", ClusterFolder.PasswordIn(part), "-E", "UTF8", "--locale=C",
                .. cluster.Keeping is Keeping.ThrowAway ? ["--no-sync"] : Array.Empty<string>(),
            ],
            cancellation);
        if (!made.Succeeded)
            throw new PrivatePostgresException($"A private PostgreSQL could not be prepared in {folder.Path}: {made.Said}");
        Directory.Move(part, folder.Path);
        return binaries;
    }

    private async Task<Binaries> AnyBinariesAsync(CancellationToken cancellation) => (await Binaries.FindAsync(_search, major: null, cancellation))!;

    private string CannotBeOpened() => folder.Major is { } major
        ? $"The cluster in {folder.Path} was made by PostgreSQL {major}, which is not on this machine. Install it, or move that folder away to begin with an empty one."
        : $"The cluster in {folder.Path} is not whole. Move that folder away to begin with an empty one.";

    private async Task<Postmaster> StartAsync(Binaries binaries, CancellationToken cancellation)
    {
        if (Postmaster.IsMistakenIn(folder.Data))
            File.Delete(Postmaster.FileIn(folder.Data));
        if (File.Exists(folder.Log))
            File.Move(folder.Log, folder.Log + ".before", overwrite: true);

        var port = folder.LastPort is { } last && IsFree(last) ? last : FreePort();
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100, cancellation))
        {
            progress($"Starting the private PostgreSQL {binaries.Major} in {folder.Path} on port {port.ToString(CultureInfo.InvariantCulture)}.");
            await account.WriteAsync(folder.Settings, _settings + PortSetting(port), cancellation);
            var started = await account.RunAsync(binaries.PgCtl, ["start", "-D", folder.Data, "-l", folder.Log, "-w", "-t", "300", "-s"], cancellation);
            if (started.Succeeded && Postmaster.Of(folder.Data) is { IsReady: true } ready)
                return ready;

            // Children of a killed server need a moment to see that it is gone, and anyone may have taken the port just now.
            var why = LogTail();
            var mayPass = why.Contains("is still in use", StringComparison.Ordinal) || why.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal);
            if (!mayPass || waited.Elapsed > TimeSpan.FromSeconds(30))
                throw new PrivatePostgresException($"The private PostgreSQL in {folder.Path} does not start. {started.Said} {why}");
            if (!IsFree(port))
                port = FreePort();
        }
    }

    private bool IsAsConfigured(int port) => File.ReadAllText(folder.Settings) == _settings + PortSetting(port);

    private static string PortSetting(int port) => string.Create(CultureInfo.InvariantCulture, $"port = '{port}'\n");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string LogTail() => File.Exists(folder.Log)
        ? $"The end of {folder.Log}:{Environment.NewLine}{string.Join(Environment.NewLine, File.ReadLines(folder.Log).TakeLast(15))}"
        : "";

    /// <summary>Throws a folder away, so that what is left of it after a kill is never taken for a cluster.</summary>
    private void SetAside(string unwanted)
    {
        Directory.Move(unwanted, folder.NewPart);
        RemoveParts();
    }

    private void RemoveParts()
    {
        foreach (var part in Directory.GetDirectories(Path.GetDirectoryName(folder.Path)!, Path.GetFileName(folder.Path) + ".part-*"))
        {
            try
            {
                Directory.Delete(part, recursive: true);
            }
            catch (IOException)
            {
                // An initdb whose caller was killed may still write into it; a later start removes it.
            }
        }
    }
}
