using System.Collections.ObjectModel;

namespace Discharge.EmbeddedPostgres;

/// <summary>What a cluster may lose.</summary>
public enum Keeping
{
    /// <summary>Nothing: what is committed is on the disk, and nothing is ever deleted unasked.</summary>
    Kept,

    /// <summary>Everything: nothing waits for the disk, databases of earlier runs are dropped, and a cluster that no longer starts is made anew.</summary>
    ThrowAway,

    /// <summary>Between runs everything, within a run nothing: databases of earlier runs are dropped, but what is committed is on the disk.</summary>
    DurableThrowAway,
}

/// <summary>A PostgreSQL cluster that belongs to one clone of this repository.</summary>
/// <param name="CloneRoot">The folder of the clone.</param>
/// <param name="Name">Tells the clusters of one clone apart; part of a folder's name.</param>
/// <param name="Keeping">What it may lose.</param>
public sealed record PrivateCluster(string CloneRoot, string Name, Keeping Keeping)
{
    /// <summary>Server settings on top of the usual ones; those that keep the server private and decide what it may lose cannot be changed.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether the server goes on when the last program that uses it has ended in good order.</summary>
    public bool StaysRunning { get; init; }

    /// <summary>The cluster of a person at work in the clone.</summary>
    public static PrivateCluster Kept(string cloneRoot) => new(cloneRoot, "kept", Keeping.Kept);

    /// <summary>The cluster that all tests of the clone share, each with a database of its own.</summary>
    public static PrivateCluster ForTests(string cloneRoot) => new(cloneRoot, "tests", Keeping.ThrowAway);

    /// <summary>A cluster that writes as production does, for benchmarks and fault tests.</summary>
    public static PrivateCluster Durable(string cloneRoot, string name) => new(cloneRoot, name, Keeping.DurableThrowAway);

    /// <summary>The text of the server's settings, all but its port.</summary>
    internal string SettingsText()
    {
        var onDisk = Keeping is Keeping.ThrowAway ? "off" : "on";
        KeyValuePair<string, string>[] usual =
        [
            new("max_connections", "200"), new("shared_buffers", "128MB"), new("timezone", "UTC"), new("log_timezone", "UTC"), new("lc_messages", "C"),
        ];
        KeyValuePair<string, string>[] @fixed =
        [
            new("fsync", onDisk), new("synchronous_commit", onDisk), new("full_page_writes", onDisk),
            new("listen_addresses", "127.0.0.1"), new("unix_socket_directories", ""), new("password_encryption", "scram-sha-256"),
        ];
        // Of a setting given twice PostgreSQL takes the last.
        return string.Concat(usual.Concat(Settings).Concat(@fixed).Select(setting => $"{setting.Key} = '{setting.Value.Replace("'", "''", StringComparison.Ordinal)}'\n"));
    }
}
