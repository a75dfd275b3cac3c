using System.Text.Json;

namespace Discharge.Persistence.AccessLogs;

/// <summary>Looks that a node keeps on its own disk while the access log cannot be written, until they are in it. There is none where no directory is configured for it.</summary>
/// <param name="directory">The directory, which no other node writes to; null for none.</param>
public sealed class LookJournal(string? directory)
{
    private const string Whole = ".look";

    private const string Half = ".part";

    /// <summary>Whether looks can be kept here.</summary>
    public bool IsThere => directory is not null;

    /// <summary>Keeps a look; it is on the disk when this returns.</summary>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory may not be written to.</exception>
    /// <exception cref="InvalidOperationException">There is no journal.</exception>
    public void Keep(Look look)
    {
        ArgumentNullException.ThrowIfNull(look);
        var name = Path.Combine(directory ?? throw new InvalidOperationException("No directory is configured for looks."), look.Id.ToString("N"));
        Directory.CreateDirectory(directory);
        using (var file = new FileStream(name + Half, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, look, PublicJson.Options);
            file.Flush(flushToDisk: true);
        }

        // Only whole ones bear the name they are found by, whenever the node ends.
        File.Move(name + Half, name + Whole);
    }

    /// <summary>The looks kept here, the oldest first, no more than are written at once.</summary>
    public IReadOnlyList<Look> Kept(int most) => directory is null || !Directory.Exists(directory)
        ? []
        : [.. Directory.EnumerateFiles(directory, $"*{Whole}").Order(StringComparer.Ordinal).Take(most).Select(name => JsonSerializer.Deserialize<Look>(File.ReadAllBytes(name), PublicJson.Options)!)];

    /// <summary>Forgets looks that are in the access log by now.</summary>
    public void Forget(IEnumerable<Look> looks)
    {
        ArgumentNullException.ThrowIfNull(looks);
        foreach (var look in looks)
        {
            File.Delete(Path.Combine(directory!, look.Id.ToString("N") + Whole));
        }
    }
}
