using Discharge.Benchmarks.Harness;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class CloneTests
{
    [Test]
    public void One_run_at_a_time_has_a_folder_to_itself()
    {
        var folder = Directory.CreateTempSubdirectory("alone-").FullName;
        try
        {
            using (var first = Clone.Alone(folder))
            {
                Assert.That(first, Is.Not.Null);
                Assert.That(Clone.Alone(folder), Is.Null);
            }

            using var next = Clone.Alone(folder);
            Assert.That(next, Is.Not.Null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task What_was_run_is_named_by_its_commit() => Assert.That(await Clone.CommitAsync(), Does.Match("^([0-9a-f]{8,}( and changes)?|not known)$"));
}
