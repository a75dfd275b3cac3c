using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Timelines;
using NodaTime;

namespace Discharge.Persistence.Tests.Timelines;

/// <summary>A visit in time told in the moment in which its clock falls due. The long form, with two nodes, is among the faults.</summary>
public sealed class CompletionRaceTests
{
    private const int Races = 60;

    [Test]
    public async Task Whichever_commits_first_no_breach_stands_in_the_end_and_at_most_one_was_recorded_and_withdrawn()
    {
        await using var hospital = await Hospital.OpenAsync();
        var ids = new List<Guid>();
        for (var count = 0; count < Races; count++)
        {
            ids.Add(await hospital.GoneHomeAsync());
        }

        hospital.Time.Now = Hospital.Morning + Duration.FromHours(24) + Duration.FromTicks(10);
        ClockWatch[] watches = [hospital.NewWatch(), hospital.NewWatch()];
        var looking = watches.Select(watch => Task.Run(async () =>
        {
            while (await watch.LookAsync(3, CancellationToken.None) > 0)
            {
                // Few at a time, so that commands come in between.
            }
        }));
        var seeing = ids.AsEnumerable().Reverse().Select(id => Task.Run(() => hospital.DoAsync(id, new SeeAtHome(hospital.Time.Now - Duration.FromSeconds(5), StaffRole.Nurse))));
        await Task.WhenAll([.. looking, .. seeing]);
        await hospital.LookAsync();

        foreach (var id in ids)
        {
            var told = (await hospital.HistoryAsync(id)).Entries.Select(entry => entry.Fact).Where(fact => fact is ClockBreached { Rule: "T01" } or BreachWithdrawn { Rule: "T01" } or HomeVisitMade).Select(fact => fact.GetType().Name);
            Assert.That(string.Join(' ', told), Is.EqualTo("HomeVisitMade").Or.EqualTo("ClockBreached HomeVisitMade BreachWithdrawn"));
        }
    }
}
