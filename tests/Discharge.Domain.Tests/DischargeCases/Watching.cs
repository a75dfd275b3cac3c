using Discharge.Domain.Deciding;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the service does whenever it looks at a case, without a database: it records the breaches that are missing.</summary>
internal static class Watching
{
    /// <summary>The history after a look at a moment. One look settles it: a second would have nothing to add.</summary>
    public static History LookedAt(this History history, Instant now)
    {
        var looked = history.Then(MissingFrom(history, now).Select(fact => fact.RecordedAt(now)));
        return MissingFrom(looked, now) is [] ? looked : throw new AssertionException($"One look at {now} did not settle the breaches.");
    }

    /// <summary>The breaches, their withdrawals and everything else in the history, in order of recording, by their words.</summary>
    public static IEnumerable<string> Told(this History history) => history.Entries.Select(entry => entry.Fact switch
    {
        ClockBreached breach => $"{entry.Version} {breach.Rule} breached",
        BreachWithdrawn withdrawal => $"{entry.Version} breach {withdrawal.Breach} withdrawn: {withdrawal.Cause}",
        EntryWithdrawn withdrawal => $"{entry.Version} entry {withdrawal.Entry} withdrawn",
        var fact => $"{entry.Version} {fact.GetType().Name}",
    });

    private static Fact[] MissingFrom(History history, Instant now) =>
        [.. Breaches.MissingFrom(history, history.Clocks(), now)];
}
