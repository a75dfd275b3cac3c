using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.AccessLogs;
using Discharge.Persistence.Cases;
using Npgsql;

namespace Discharge.Persistence.Tests;

/// <summary>
/// What is asked for every command and every look is planned once for each connection. PostgreSQL plans a prepared statement anew each time as long as it thinks that this pays, and for what takes
/// less time than its planning it never does.
/// </summary>
public sealed class PlannedOnceTests
{
    private const int Times = 12;

    // So often a statement is planned before it is known what that is worth.
    private const int First = 5;

    [Test]
    public async Task No_statement_of_a_command_or_of_a_look_at_one_case_is_planned_each_time_it_is_asked()
    {
        await using var database = await Hospital.OpenAsync();
        // One connection, which knows of all that was prepared on it.
        var hospital = database.ReachedBy(new NpgsqlConnectionStringBuilder(database.Database.Application) { MaxPoolSize = 1 }.ConnectionString);
        var reach = Reach.OfOrganisations([OdsCode.Parse("QMJ01")]) with { By = Hospital.Coordinator };
        var looks = new AccessLog(hospital.Pool);
        for (var time = 0; time < Times; time++)
        {
            // Each alone on a ward: what is asked of several cases is planned for as many as they are.
            var ward = $"Ward {time}";
            var id = await hospital.AdmitAsync(ward);
            var sent = Hospital.Sending(Hospital.Key($"review {time}")) with { Reach = reach };
            Assert.That(await hospital.DoAsync(id, new ReviewCriteriaToReside(Hospital.Morning, [], MedicallyStable: true, StaffRole.Nurse), sent), Is.InstanceOf<Outcome.Answered>());
            Assert.That(await hospital.DoAsync(id, new LeaveHospital(Hospital.Morning, Destination.OwnHome), Hospital.Sending() with { Reach = reach }), Is.InstanceOf<Outcome.Answered>());
            await hospital.Screens.CaseAsync(id, CancellationToken.None);
            await hospital.Screens.WardBoardAsync(OdsCode.Parse("RYJ01"), ward, reach, CancellationToken.None);
            await hospital.Histories.ReadAllAsync(id, reach, CancellationToken.None);
            Assert.That(await looks.WriteAsync(Look(id, reach)), Is.EqualTo(LookOutcome.Shown));
        }

        var each = new List<string>();
        await using (var ask = hospital.Pool.CreateCommand($"select statement from pg_prepared_statements where custom_plans > {First} and generic_plans = 0"))
        await using (var rows = await ask.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                each.Add(rows.GetString(0));
            }
        }

        var prepared = await hospital.AskAsync("select count(*)::text from pg_prepared_statements where generic_plans > 0");
        await hospital.CloseAsync();
        Assert.Multiple(() =>
        {
            Assert.That(each, Is.Empty);
            Assert.That(int.Parse(prepared, System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThan(10), "as many statements as that are prepared");
        });
    }

    private static Look Look(Guid id, Reach reach) => new(
        Guid.CreateVersion7(), Hospital.Morning, Hospital.Coordinator, "read-case", $"GET /v1/discharge-cases/{id}", LookPurpose.DirectCare, LookOutcome.Shown, [id], "10.0.0.7", "r-1", "c-1")
    {
        Subject = id,
        Reach = reach,
    };
}
