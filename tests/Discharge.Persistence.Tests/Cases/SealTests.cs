using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Tests.Beds;
using NodaTime;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>What is on record bears seals, and whatever is done to it behind the service's back shows.</summary>
public sealed class SealTests
{
    private Hospital _hospital = null!;
    private CaseProofs _proofs = null!;

    // What a place shares with a case is recorded in both or not at all.
    private static IEnumerable<TestCaseData> Everything => StoredEvents.All.Where(stored => stored.Fact is not ISharedFact).Select(stored => new TestCaseData(stored.Fact).SetArgDisplayNames(stored.Name));

    [OneTimeSetUp]
    public async Task A_hospital()
    {
        _hospital = await Hospital.OpenAsync();
        _proofs = new CaseProofs(_hospital.Pool, Hospital.Sealing);
    }

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [TestCaseSource(nameof(Everything))]
    public async Task An_event_of_any_kind_bears_out_its_seal_as_the_database_keeps_it(Fact fact)
    {
        var id = await _hospital.AdmitAsync();

        await _hospital.Cases.ChangeAsync(DischargeCaseType.Instance, id, Hospital.Sending(), [], (_, _) => new Verdict.Accepted([fact]), CancellationToken.None);

        Assert.That(await ProofAsync(id), Is.EqualTo("Intact:"));
        Assert.That((await _hospital.HistoryAsync(id)).Entries, Has.Length.GreaterThan(1).And.All.Property(nameof(Entry.Seal)).Not.Null);
    }

    [Test]
    public async Task A_place_and_the_case_that_takes_it_are_both_sealed()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.ReserveAsync(bed, ada);

        Assert.That((await ProofAsync(bed), await ProofAsync(ada)), Is.EqualTo(("Intact:", "Intact:")));
    }

    [Test]
    public async Task What_the_watch_records_is_sealed_over_what_people_recorded()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Pass(Duration.FromHours(25));
        await _hospital.LookAsync();

        Assert.That(await ProofAsync(id), Is.EqualTo("Intact:"));
        Assert.That((await _hospital.HistoryAsync(id)).Version, Is.GreaterThan(2));
    }

    [TestCase("set data = jsonb_set(data, '{by}', '\"nurse\"') where version = 2", "InDoubt: Altered 2")]
    [TestCase("set data = data || '{\"more\": 1}' where version = 2", "InDoubt: Altered 2")]
    [TestCase("set timestamp = timestamp + interval '1 microsecond' where version = 3", "InDoubt: Altered 3")]
    [TestCase("set user_name = 'somebody' where version = 3", "InDoubt: Altered 3")]
    [TestCase("set headers = headers || '{\"role\": \"auditor\"}' where version = 3", "InDoubt: Altered 3")]
    [TestCase("set headers = headers || '{\"organisation\": \"RYJ01\"}' where version = 3", "InDoubt: Altered 3")]
    [TestCase("set correlation_id = 'other' where version = 3", "InDoubt: Altered 3")]
    [TestCase("set causation_id = null where version = 3", "InDoubt: Altered 3")]
    [TestCase("set type = 'discharge-case.home-visit-failed.v1' where version = 3", "InDoubt: Altered 3, Unreadable 3")]
    [TestCase("set type = 'something.later.v9' where version = 3", "InDoubt: Altered 3, Unreadable 3")]
    [TestCase("set data = 'null' where version = 3", "InDoubt: Altered 3, Unreadable 3")]
    [TestCase("set headers = null where version = 3", "InDoubt: Unsealed 3, Unreadable 3, Altered 4")]
    [TestCase("set headers = headers - 'seal' where version = 3", "InDoubt: Unsealed 3, Altered 4")]
    [TestCase("set headers = headers - 'seal' where version = 4", "Unsealed: Unsealed 4")]
    [TestCase("set headers = headers || '{\"seal\": \"forged\"}' where version = 3", "InDoubt: Altered 3, Altered 4")]
    [TestCase("set version = version + 100 where version = 4", "InDoubt: Missing 4 to 103, Unproven 104, BeyondTheEnd 5 to 104")]
    [TestCase("set version = version - 1 where version > 0", "InDoubt: Altered 0, Altered 1, Altered 2, Altered 3, Missing 4")]
    [TestCase("set data = (select data from cases.mt_events other where other.stream_id = mt_events.stream_id and other.version = 2) where version = 3", "InDoubt: Altered 3")]
    public async Task An_entry_altered_behind_the_services_back_is_named(string alteration, string proof)
    {
        var id = await ReviewedThriceAsync();

        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events {alteration} and mt_events.stream_id = '{id}'");

        Assert.That(await ProofAsync(id), Is.EqualTo(proof));
    }

    [TestCase(4, "InDoubt: Missing 4")]
    [TestCase(2, "InDoubt: Missing 2, Unproven 3")]
    [TestCase(1, "InDoubt: Missing 1, Unproven 2")]
    public async Task An_entry_removed_is_missed(int version, string proof)
    {
        var id = await ReviewedThriceAsync();

        await _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{id}' and version = {version}");

        Assert.That(await ProofAsync(id), Is.EqualTo(proof));
    }

    [Test]
    public async Task An_entry_removed_and_the_gap_closed_shows()
    {
        var id = await ReviewedThriceAsync();

        await _hospital.Database.RunAsOwnerAsync($"""
            delete from cases.mt_events where stream_id = '{id}' and version = 2;
            update cases.mt_events set version = 2 where stream_id = '{id}' and version = 3;
            update cases.mt_events set version = 3 where stream_id = '{id}' and version = 4;
            update cases.mt_streams set version = 3 where id = '{id}'
            """);

        Assert.That(await ProofAsync(id), Is.EqualTo("InDoubt: Altered 2, Altered 3"));
    }

    [TestCase("5", "version + 1", "InDoubt: Altered 5")]
    [TestCase("5", "version", "InDoubt: Altered 5, BeyondTheEnd 5")]
    [TestCase("9", "9", "InDoubt: Missing 5 to 8, Unproven 9")]
    public async Task An_entry_put_in_is_named(string version, string endsAt, string proof)
    {
        var id = await ReviewedThriceAsync();

        await _hospital.Database.RunAsOwnerAsync($"""
            create temporary table put_in on commit drop as select * from cases.mt_events where stream_id = '{id}' and version = 4;
            update put_in set seq_id = nextval('cases.mt_events_sequence'), id = gen_random_uuid(), version = {version};
            insert into cases.mt_events select * from put_in;
            update cases.mt_streams set version = {endsAt} where id = '{id}'
            """);

        Assert.That(await ProofAsync(id), Is.EqualTo(proof));
    }

    [TestCase("version + 2", "InDoubt: Missing 5 to 6")]
    [TestCase("version - 1", "InDoubt: BeyondTheEnd 4")]
    public async Task A_stream_that_says_it_ends_elsewhere_is_in_doubt(string endsAt, string proof)
    {
        var id = await ReviewedThriceAsync();

        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_streams set version = {endsAt} where id = '{id}'");

        Assert.That(await ProofAsync(id), Is.EqualTo(proof));
    }

    [Test]
    public async Task Of_a_case_of_which_every_entry_is_gone_all_are_missed()
    {
        var id = await ReviewedThriceAsync();

        await _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{id}'");

        Assert.That(await ProofAsync(id), Is.EqualTo("InDoubt: Missing 1 to 4"));
    }

    [Test]
    public async Task What_was_recorded_before_there_were_seals_is_said_to_bear_none_and_what_comes_after_it_is_sealed()
    {
        var id = await ReviewedThriceAsync();
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set headers = headers - 'seal' where stream_id = '{id}'");

        await ReviewAsync(id, 5);
        await ReviewAsync(id, 6);

        Assert.That(await ProofAsync(id), Is.EqualTo("Unsealed: Unsealed 1, Unsealed 2, Unsealed 3, Unsealed 4"));
    }

    [Test]
    public async Task Under_another_secret_nothing_is_borne_out()
    {
        var id = await ReviewedThriceAsync();
        var others = new CaseProofs(_hospital.Pool, new Seal(new byte[32]));

        Assert.That(Told((await others.ReadAsync(id, CancellationToken.None))!), Is.EqualTo("InDoubt: Altered 1, Altered 2, Altered 3, Altered 4"));
    }

    [Test]
    public async Task A_seal_is_made_as_it_always_was()
    {
        const string Content = """{"occurredAt":"2026-03-04T09:00:00Z","by":"nurse","what":["é \"quoted\" \\ \n \u2028 𝄞",{"b":1,"a":[]}],"departures":[],"ten":10}""";
        var id = new Guid("0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5");

        await _hospital.Database.RunAsOwnerAsync($$"""
            insert into cases.mt_streams (id, version) values ('{{id}}', 2);
            insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, correlation_id, causation_id, user_name, headers)
            select nextval('cases.mt_events_sequence'), gen_random_uuid(), '{{id}}', version, '{{Content}}', 'discharge-case.home-visit-made.v1', '2026-03-04T09:04:05.000001Z',
                   'correlation-1', 'request-1', 'coordinator-7', jsonb_build_object('role', 'discharge-coordinator', 'organisation', 'QMJ01', 'seal', seal)
              from (values (1, 'mHCnth0Hm_BWZNUToluemBI31a542fC6bg8kEK2Tgr4'), (2, 'sA6NOMo7YUdMb8Sa4HMXQxbbng67DOtfYpOLrkJUlp4')) seals (version, seal)
            """);

        Assert.That(await ProofAsync(id), Is.EqualTo("Intact:"));
    }

    [Test]
    public async Task Of_every_case_there_is_each_is_proved()
    {
        await using var hospital = await Hospital.OpenAsync();
        var (altered, sound, cut) = (await hospital.AdmitAsync(), await hospital.AdmitAsync(), await hospital.AdmitAsync());
        await hospital.Database.RunAsOwnerAsync($"""
            update cases.mt_events set data = data || '[]' where stream_id = '{altered}';
            delete from cases.mt_events where stream_id = '{cut}';
            insert into cases.mt_streams (id, version) values (gen_random_uuid(), 0)
            """);

        var proofs = await new CaseProofs(hospital.Pool, Hospital.Sealing).ReadAllAsync(CancellationToken.None).ToDictionaryAsync(proof => proof.Id, Told);

        Assert.That(proofs, Is.EquivalentTo(new Dictionary<Guid, string> { [altered] = "InDoubt: Altered 1, Unreadable 1", [sound] = "Intact:", [cut] = "InDoubt: Missing 1" }));
    }

    [Test]
    public async Task Of_a_case_that_is_not_there_nothing_is_proved() => Assert.That(await _proofs.ReadAsync(Guid.NewGuid(), CancellationToken.None), Is.Null);

    private async Task<Guid> ReviewedThriceAsync()
    {
        var id = await _hospital.AdmitAsync();
        foreach (var minutes in (int[])[1, 2, 3])
        {
            await ReviewAsync(id, minutes);
        }

        Assert.That(await ProofAsync(id), Is.EqualTo("Intact:"));
        return id;
    }

    private async Task ReviewAsync(Guid id, int minutes) => Assert.That(
        await _hospital.DoAsync(id, new ReviewCriteriaToReside(_hospital.Time.Now + Duration.FromMinutes(minutes), [], MedicallyStable: true, StaffRole.Consultant)),
        Is.InstanceOf<Outcome.Answered>());

    private async Task<string> ProofAsync(Guid id) => Told((await _proofs.ReadAsync(id, CancellationToken.None))!);

    private static string Told(CaseProof proof) =>
        $"{proof.Verdict}: {string.Join(", ", proof.Doubts.Select(doubt => doubt.Through == doubt.Version ? $"{doubt.What} {doubt.Version}" : $"{doubt.What} {doubt.Version} to {doubt.Through}"))}".TrimEnd();
}
