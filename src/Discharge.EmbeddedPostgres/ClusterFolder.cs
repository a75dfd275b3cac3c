using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Discharge.EmbeddedPostgres;

/// <summary>Where a cluster lies. The folder is the server's alone; beside it lie the locks of the programs that use it.</summary>
internal sealed partial record ClusterFolder(string Path)
{
    public string Data => System.IO.Path.Combine(Path, "data");

    public string Password => PasswordIn(Path);

    public string Log => System.IO.Path.Combine(Path, "server.log");

    public string Settings => System.IO.Path.Combine(Data, "postgresql.conf");

    /// <summary>Held for as long as a program starts or stops the server.</summary>
    public string StartLock => Path + ".lock";

    /// <summary>Shared by all programs that use the server.</summary>
    public string UseLock => Path + ".in-use";

    /// <summary>A name for what is being made or thrown away, so that a cluster is there as a whole or not at all.</summary>
    public string NewPart => $"{Path}.part-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    /// <summary>The version of PostgreSQL that made the cluster, or null where there is none or its files are not all there.</summary>
    public int? Major => File.Exists(Password) && File.Exists(Version) ? int.Parse(File.ReadAllText(Version).Trim(), CultureInfo.InvariantCulture) : null;

    /// <summary>The port the server was last started on.</summary>
    public int? LastPort => File.Exists(Settings) && PortSetting().Match(File.ReadAllText(Settings)) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        : null;

    private string Version => System.IO.Path.Combine(Data, "PG_VERSION");

    public static string PasswordIn(string folder) => System.IO.Path.Combine(folder, "password");

    /// <summary>In the clone; as root outside it, since the server's user need not be able to enter the clone.</summary>
    /// <exception cref="PrivatePostgresException">As root, neither place could be made, or another user made it.</exception>
    public static async Task<ClusterFolder> OfAsync(PrivateCluster cluster, ServerAccount account, CancellationToken cancellation)
    {
        var clone = WithoutLinks(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(cluster.CloneRoot)));
        if (account.User is null)
        {
            var ignored = System.IO.Path.Combine(clone, ".postgres");
            await account.MakeFolderAsync(ignored, cancellation);
            return new ClusterFolder(System.IO.Path.Combine(ignored, cluster.Name));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clone)))[..8];
        return new ClusterFolder(System.IO.Path.Combine(await OutsideAsync(["/var/lib/discharge-postgres", "/var/tmp/discharge-postgres"], cancellation), $"{System.IO.Path.GetFileName(clone)}-{hash}-{cluster.Name}"));
    }

    /// <summary>The first of the places that is, or can be made, root's own folder that others can enter.</summary>
    internal static async Task<string> OutsideAsync(IReadOnlyList<string> places, CancellationToken cancellation)
    {
        foreach (var place in places)
        {
            // Anybody may make a folder in /var/tmp, so it has to be root's own and no link.
            if ((await Outcome.OfAsync("install", ["-d", "-m", "755", place], null, cancellation)).Succeeded
                && new DirectoryInfo(place).LinkTarget is null
                && (await Outcome.OfAsync("test", ["-O", place], null, cancellation)).Succeeded)
                return place;
        }

        throw new PrivatePostgresException(
            $"None of {string.Join(", ", places)} could be made as root's own folder, so a private PostgreSQL has no place. "
            + "Start this program as an ordinary user, or set ConnectionStrings__Discharge to use a PostgreSQL that already runs.");
    }

    /// <summary>One clone has one cluster, by whatever links it is reached.</summary>
    private static string WithoutLinks(string folder) => System.IO.Path.GetDirectoryName(folder) is { } parent
        && System.IO.Path.Combine(WithoutLinks(parent), System.IO.Path.GetFileName(folder)) is var inParent
            ? Directory.ResolveLinkTarget(inParent, returnFinalTarget: true) is { } target ? WithoutLinks(target.FullName) : inParent
            : folder;

    [GeneratedRegex(@"^port = '(\d+)'", RegexOptions.Multiline)]
    private static partial Regex PortSetting();
}
