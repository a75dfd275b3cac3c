using System.Diagnostics;

namespace Discharge.EmbeddedPostgres;

/// <summary>A lock between programs, which the operating system lets go when its holder ends in whatever way.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Waits until no other program holds the lock.</summary>
    /// <exception cref="PrivatePostgresException">It was held for five minutes.</exception>
    public static async Task<FileStream> TakeAsync(string file, CancellationToken cancellation)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(50, cancellation))
        {
            if (TryTake(file) is { } taken)
                return taken;
        }

        throw new PrivatePostgresException($"Another program has been starting or stopping the private PostgreSQL for five minutes and holds {file}.");
    }

    public static FileStream? TryTake(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    public static FileStream Share(string file) => new(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
}
