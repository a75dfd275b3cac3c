using Discharge.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>A folder that stands for a clone, and goes with the clusters made for it.</summary>
internal sealed class TemporaryClone : IDisposable
{
    private static readonly string[] PlacesOutside = ["/var/lib/discharge-postgres", "/var/tmp/discharge-postgres"];

    public TemporaryClone(string? under = null) =>
        Root = Directory.CreateDirectory(Path.Combine(under ?? Path.GetTempPath(), $"clone-{Guid.NewGuid():N}")).FullName;

    public string Root { get; }

    public PrivateCluster Throwaway => PrivateCluster.ForTests(Root);

    public void Dispose()
    {
        Directory.Delete(Root, recursive: true);
        foreach (var outside in PlacesOutside.Where(Directory.Exists))
        {
            foreach (var left in Directory.GetFileSystemEntries(outside, Path.GetFileName(Root) + "-*"))
            {
                if (Directory.Exists(left))
                    Directory.Delete(left, recursive: true);
                else
                    File.Delete(left);
            }
        }
    }
}
