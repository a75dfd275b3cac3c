using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.Tests.PersonalData;

/// <summary>Who a person is and what was said of them stands in the database only sealed, in three tables.</summary>
public sealed class NothingPersonalTests
{
    private const string Words = "Daughter Wilhelmina has the key";

    private Hospital _hospital = null!;

    private static IEnumerable<string> Secrets => [.. Words.Split(' ').Where(word => word.Length > 4), "Marlowe", "Quillon", "Addie", "1941-06-03", "9990079196", "H204417", "Alder Court"];

    [OneTimeSetUp]
    public async Task A_hospital_where_everything_was_done_once()
    {
        _hospital = await Hospital.OpenAsync();
        Assert.That(NhsNumber.TryParse(Hospital.Ada.NhsNumber, out var number), Is.True);
        var id = Guid.CreateVersion7();
        var at = Hospital.Morning;
        await _hospital.OpenAsync(id, Hospital.Opening(Hospital.Ada, number, at), Hospital.Sending(Hospital.Key("opening", "Ada Marlowe")));
        await SayAsync(id, note => new ReviewCriteriaToReside(at, [], MedicallyStable: true, StaffRole.Doctor, note));
        await SayAsync(id, note => new AssessFunction(at, StaffRole.Nurse, [FunctionalNeed.Reablement], note));
        await SayAsync(id, note => new DecideDischarge(at, StaffRole.Doctor, new Override(SeniorRole.Consultant, OverrideReason.PersonsWish, note)));
        await SayAsync(id, note => new LeaveHospital(at, Destination.OwnHome, Note: note));
        await SayAsync(id, note => new CheckWelfare(at, StaffRole.Nurse, WelfareOutcome.SafeAndWell, note));
        await SayAsync(id, note => new ReportFailedVisit(at, StaffRole.Nurse, FailedVisitReason.NoAnswer, note));
        _hospital.Time.Pass(Duration.FromHours(30));
        await _hospital.LookAsync();
        await SayAsync(id, note => new SeeAtHome(_hospital.Time.Now, StaffRole.Nurse, note));
        var corrections = new PersonCorrections(_hospital.Pool, _hospital.Store, Hospital.Index, Hospital.Seals, _hospital.Time);
        var person = ((CaseOpened)(await _hospital.HistoryAsync(id)).Entries[0].Fact).Person;
        await corrections.CorrectAsync(person, details => details with { Name = "Ada Quillon", Address = "9 Alder Court" }, Hospital.Sending(Hospital.Key("correction", "Ada Quillon")), CancellationToken.None);
        await SayAsync(id, note => new CloseCase(_hospital.Time.Now, CaseOutcome.HomeWithSupport, note));
        Assert.That((await _hospital.HistoryAsync(id)).Version, Is.GreaterThan(8));
    }

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task Nothing_of_it_can_be_read_in_any_table()
    {
        var found = new List<string>();
        foreach (var table in await TablesAsync())
        {
            found.AddRange(await FoundInAsync(table));
        }

        Assert.That(found, Is.Empty);
    }

    [Test]
    public async Task And_what_looks_for_it_finds_it_where_it_does_stand()
    {
        await _hospital.Database.RunAsOwnerAsync("create table public.opened (person_id uuid, opened text)");
        var person = await _hospital.Database.AskAsOwnerAsync<Guid>("select person_id from discharge.people");
        foreach (var opened in (await _hospital.UnsealedAsync("people", person)).Concat(await _hospital.UnsealedAsync("person_corrections", person)).Concat(await _hospital.UnsealedAsync("notes", person)))
        {
            await _hospital.Database.RunAsOwnerAsync($"insert into public.opened values ('{person}', '{opened.AsText.Replace("'", "''", StringComparison.Ordinal)}')");
        }

        Assert.That((await FoundInAsync("public.opened")).Select(where => where.Split(": ")[1]).Distinct(), Is.EquivalentTo(Secrets));
    }

    private Task<Outcome> SayAsync(Guid id, Func<NoteRef?, DischargeCaseCommand> command) =>
        _hospital.SayAsync(id, Words, command, Hospital.Sending(Hospital.Key(Guid.NewGuid().ToString(), Words)));

    private async Task<string[]> TablesAsync(params string[] except) => [.. (await _hospital.Database.AskAsOwnerAsync<string[]>(
        "select array_agg(format('%I.%I', table_schema, table_name)) from information_schema.tables where table_schema in ('cases', 'discharge', 'wolverine') and table_type = 'BASE TABLE'"))
        .Except(except)];

    // A row as text holds every column of it, whatever its type.
    private async Task<string[]> FoundInAsync(string table)
    {
        var secrets = string.Join(", ", Secrets.Select(secret => $"'{secret}'"));
        return await _hospital.Database.AskAsOwnerAsync<string[]>(
            $"select coalesce(array_agg(distinct '{table}: ' || secret), '{{}}') from {table} t, unnest(array[{secrets}]) secret where t::text ilike '%' || secret || '%'");
    }
}
