using System.Globalization;
using Discharge.Persistence.Cases;

namespace Discharge.Api;

/// <summary>Writes everything that is shown anew from the record, and says on the console how far it has come.</summary>
public static class RebuildConsole
{
    /// <summary>The argument with which it leaves most of the machine to those who work meanwhile.</summary>
    public const string BesideWork = "--beside-work";

    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);

    /// <summary>Runs it to its end.</summary>
    /// <returns>0 where every case was written; 1 where some could not be, each of which is named.</returns>
    public static async Task<int> RunAsync(Rebuilding rebuilding, RebuildPace pace)
    {
        ArgumentNullException.ThrowIfNull(rebuilding);
        var last = TimeSpan.Zero;
        var rebuilt = await rebuilding.RunAsync(
            pace,
            so =>
            {
                if (so.Took - last >= Often)
                {
                    last = so.Took;
                    Say(so);
                }
            },
            CancellationToken.None);
        Say(rebuilt);
        foreach (var left in rebuilt.Left)
        {
            await Console.Error.WriteLineAsync($"  {left.Id} is shown as it was. {left.Why.Message}");
        }

        return rebuilt.Left is [] ? 0 : 1;
    }

    private static void Say(Rebuilt so) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {so.Cases:N0} of {so.Of:N0} cases with {so.Entries:N0} entries in {so.Took.TotalSeconds:F1} s, {so.Entries / Math.Max(so.Took.TotalSeconds, 0.001):N0} entries a second"));
}
