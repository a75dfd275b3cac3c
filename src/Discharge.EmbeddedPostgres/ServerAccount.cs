using System.ComponentModel;

namespace Discharge.EmbeddedPostgres;

/// <summary>Whose rights the server runs with: the caller's own, or, since PostgreSQL refuses to run as root, those of an unprivileged user.</summary>
internal sealed class ServerAccount
{
    private readonly string[] _actAs;

    private ServerAccount(string? user, string[] actAs) => (User, _actAs) = (user, actAs);

    /// <summary>The unprivileged user, or null where the caller is not root.</summary>
    public string? User { get; }

    public static Task<ServerAccount> ChooseAsync(CancellationToken cancellation) => ChooseAsync(["postgres", "nobody"], cancellation);

    /// <summary>As root, the first of the users that exists and that root can act as.</summary>
    /// <exception cref="PrivatePostgresException">The caller is root and cannot act as an unprivileged user.</exception>
    public static async Task<ServerAccount> ChooseAsync(IReadOnlyList<string> users, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ServerAccount(null, []);

        foreach (var user in users)
        {
            foreach (var actAs in await WaysToActAsAsync(user, cancellation))
            {
                if (await SucceedsAsync([.. actAs, "true"], cancellation))
                    return new ServerAccount(user, actAs);
            }
        }

        throw new PrivatePostgresException(
            $"PostgreSQL does not run as root, and neither setpriv, runuser nor su could act as {string.Join(" or ", users)}. "
            + "Start this program as an ordinary user, or set ConnectionStrings__Discharge to use a PostgreSQL that already runs.");
    }

    public Task<Outcome> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation, string? input = null)
    {
        string[] all = [.. _actAs, program, .. arguments];
        return Outcome.OfAsync(all[0], all[1..], input, cancellation);
    }

    /// <summary>Makes a folder that is the server's alone.</summary>
    public async Task MakeFolderAsync(string folder, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else if (User is null)
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        else if (await Outcome.OfAsync("install", ["-d", "-m", "700", "-o", User, folder], null, cancellation) is { Succeeded: false } refused)
            throw new PrivatePostgresException($"{folder} could not be made for the user {User}: {refused.Said}");
    }

    /// <summary>Writes a file that is the server's alone. As root, never with root's own hand: what lies in a folder of another user may be a link to anywhere.</summary>
    public async Task WriteAsync(string file, string text, CancellationToken cancellation)
    {
        if (User is not null)
        {
            if (await RunAsync("sh", ["-c", "umask 077 && cat > \"$0\"", file], cancellation, text) is { Succeeded: false } refused)
                throw new PrivatePostgresException($"{file} could not be written as the user {User}: {refused.Said}");
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(file, options);
        await writer.WriteAsync(text.AsMemory(), cancellation);
    }

    /// <summary>The commands that may be there to start another as an unprivileged user; none for a user that does not exist.</summary>
    internal static async Task<IEnumerable<string[]>> WaysToActAsAsync(string user, CancellationToken cancellation)
    {
        var uid = await Outcome.OfAsync("id", ["-u", user], null, cancellation);
        var gid = await Outcome.OfAsync("id", ["-g", user], null, cancellation);
        return uid.Succeeded && gid.Succeeded
            ?
            [
                ["setpriv", "--reuid", uid.Said, "--regid", gid.Said, "--clear-groups", "--"],
                ["runuser", "-u", user, "--"],
                ["su", "-s", "/bin/sh", user, "-c", "exec \"$0\" \"$@\"", "--"],
            ]
            : [];
    }

    private static async Task<bool> SucceedsAsync(string[] command, CancellationToken cancellation)
    {
        try
        {
            return (await Outcome.OfAsync(command[0], command[1..], null, cancellation)).Succeeded;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
