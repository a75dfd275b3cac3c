using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Handovers;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Reablement;
using NodaTime;

namespace Discharge.Persistence.Tests.Handovers;

/// <summary>A discharge into reablement opens exactly one reablement case, wherever a node dies in between.</summary>
public sealed class HandOversTests
{
    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task Whoever_leaves_into_reablement_has_a_case_that_names_the_discharge()
    {
        var id = await GoneIntoReablementAsync();
        await HandOverAllAsync();
        var state = ReablementType.StateOf(HandOvers.CaseOf(id), await _hospital.HistoryAsync(HandOvers.CaseOf(id)));
        Assert.That((state.Referral!.DischargeCase, state.Referral.Source, state.Phase), Is.EqualTo(((Guid?)id, ReablementSource.Discharge, ReablementPhase.Waiting)));
    }

    [Test]
    public void The_id_of_the_case_is_a_UUID_of_version_7_that_follows_from_the_discharge() => Assert.Multiple(() =>
    {
        var (one, other) = (Guid.Parse("0198c6a2-7a22-7e31-9b63-1d5528f1c4bb"), Guid.Parse("0198c6a2-7a22-7e31-9b63-1d5528f1c4bc"));
        Assert.That((HandOvers.CaseOf(one).Version, HandOvers.CaseOf(one).Variant is >= 8 and <= 11), Is.EqualTo((7, true)));
        Assert.That(HandOvers.CaseOf(one).ToString(), Does.StartWith("0198c6a2-7a22-7"), "With the moment of the discharge case's.");
        Assert.That(HandOvers.CaseOf(one), Is.Not.EqualTo(HandOvers.CaseOf(other)).And.Not.EqualTo(one));
    });

    [Test]
    public async Task Whoever_leaves_without_that_need_has_none()
    {
        await _hospital.GoneHomeAsync();
        Assert.That(await Node().HandOverAsync(CancellationToken.None), Is.False);
    }

    [Test]
    public async Task The_hand_over_is_on_record_with_the_leaving_and_waits_for_a_node()
    {
        var id = await GoneIntoReablementAsync();
        Assert.That(await _hospital.AskAsync("select case_id::text from discharge.hand_overs"), Is.EqualTo(id.ToString()));
    }

    [Test]
    public async Task Whoever_hands_over_waits_for_no_second_connection()
    {
        var id = await GoneIntoReablementAsync();
        var single = _hospital.ReachedBy(_hospital.Database.Application + ";Maximum Pool Size=1");
        await using var pool = single.Pool;
        Assert.That(await Node(single).HandOverAsync(CancellationToken.None), Is.True);
        Assert.That(await CasesOfAsync(id), Is.EqualTo(HandOvers.CaseOf(id).ToString()));
    }

    [Test]
    public async Task Handed_over_again_opens_nothing()
    {
        var id = await GoneIntoReablementAsync();
        await HandOverAllAsync();
        await _hospital.Database.RunAsOwnerAsync($"insert into discharge.hand_overs values ('{id}', '2026-03-01')");
        await HandOverAllAsync();
        Assert.That((await _hospital.HistoryAsync(HandOvers.CaseOf(id))).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_fails_holds_up_no_other_and_is_tried_again()
    {
        var (unreadable, sound) = (await GoneIntoReablementAsync(), await GoneIntoReablementAsync());
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set type = 'discharge-case.never-heard-of.v1' where stream_id = '{unreadable}' and version = 2");
        Assert.That(() => Node().HandOverAsync(CancellationToken.None), Throws.InstanceOf<UnreadableEventException>());
        await HandOverAllAsync();
        Assert.That((await StateAsync(sound)).Phase, Is.EqualTo(ReablementPhase.Waiting));

        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set type = 'discharge-case.functional-assessment-made.v1' where stream_id = '{unreadable}' and version = 2");
        _hospital.Time.Now += Duration.FromMinutes(1);
        await HandOverAllAsync();
        Assert.That((await StateAsync(unreadable)).Phase, Is.EqualTo(ReablementPhase.Waiting));
    }

    [Test]
    public async Task A_leaving_withdrawn_takes_the_hand_over_back_and_one_recorded_anew_hands_over_anew()
    {
        var id = await GoneIntoReablementAsync();
        await HandOverAllAsync();
        await _hospital.WithdrawAsync(id, (await _hospital.HistoryAsync(id)).Version);
        await HandOverAllAsync();
        Assert.That((await StateAsync(id)).Phase, Is.EqualTo(ReablementPhase.ReferredInError));

        _hospital.Time.Now += Duration.FromHours(1);
        await _hospital.DoAsync(id, new LeaveHospital(_hospital.Time.Now, Destination.OwnHome));
        await HandOverAllAsync();
        Assert.That(((await StateAsync(id)).Phase, (await StateAsync(id)).Referral!.OccurredAt), Is.EqualTo((ReablementPhase.Waiting, _hospital.Time.Now)));
    }

    [Test]
    public async Task A_death_and_a_readmission_reach_the_reablement_case_and_are_taken_back_where_they_are_withdrawn()
    {
        var id = await GoneIntoReablementAsync();
        await HandOverAllAsync();
        var back = _hospital.Time.Now += Duration.FromHours(2);
        await _hospital.DoAsync(id, new Readmit(back, ReturnReason.Unwell));
        await HandOverAllAsync();
        Assert.That((await StateAsync(id)).BackInHospital, Is.EqualTo(new ReturnHandedOver(back)));

        var died = _hospital.Time.Now += Duration.FromHours(2);
        await _hospital.DoAsync(id, new RecordDeath(died, PlaceOfDeath.Hospital));
        await HandOverAllAsync();
        Assert.That((await StateAsync(id)).Death, Is.EqualTo(new DeathHandedOver(died)));

        await _hospital.WithdrawAsync(id, (await _hospital.HistoryAsync(id)).Version);
        await HandOverAllAsync();
        var state = await StateAsync(id);
        Assert.That((state.Death, state.BackInHospital, state.Phase), Is.EqualTo(((DeathHandedOver?)null, new ReturnHandedOver(back), ReablementPhase.Waiting)));
    }

    [Test]
    public async Task What_the_team_saw_of_the_person_is_withdrawn_in_its_own_case_and_not_in_the_one_it_is_handed_over_to()
    {
        var id = await GoneIntoReablementAsync();
        await HandOverAllAsync();
        var contact = new RecordContact(_hospital.Time.Now += Duration.FromHours(2), Subject.Parse("w-118"), ReablementRole.OccupationalTherapist, ContactBy.Visit);
        await TeamAsync(id, (history, _) => Verdict.Of(contact.Decide(ReablementType.StateOf(HandOvers.CaseOf(id), history))));
        await HandOverAllAsync();
        var seen = (await _hospital.HistoryAsync(id)).Entries[^1];
        Assert.That(seen.Fact, Is.InstanceOf<HomeVisitMade>());
        Assert.That(await _hospital.WithdrawAsync(id, seen.Version), Is.InstanceOf<Outcome.Refused>().With.Property(nameof(Outcome.Refused.Refusal)).EqualTo(WithdrawEntry.HandedOver));

        await TeamAsync(id, (history, _) => Verdict.Of(new WithdrawEntry(_hospital.Time.Now, history.Version, WithdrawalReason.DidNotHappen).Decide(history)));
        await HandOverAllAsync();
        Assert.That((await _hospital.HistoryAsync(id)).Stands(seen.Version), Is.False);
    }

    [Test]
    public async Task A_date_of_birth_corrected_after_the_hand_over_reaches_the_reablement_case()
    {
        var id = await GoneIntoReablementAsync();
        await HandOverAllAsync();
        Assert.That((await StateAsync(id)).SixtyFiveOrOver, Is.True);

        var corrections = new PersonCorrections(_hospital.Pool, _hospital.Store, Hospital.Index, Hospital.Seals, _hospital.Time);
        var person = (await StateAsync(id)).Referral!.Person;
        await corrections.CorrectAsync(person, details => details with { DateOfBirth = new LocalDate(1991, 6, 3) }, Hospital.Sending(), CancellationToken.None);
        await HandOverAllAsync();
        Assert.That(((await StateAsync(id)).SixtyFiveOrOver, (await StateAsync(id)).Referral!.SixtyFiveOrOver), Is.EqualTo(((bool?)false, (bool?)true)), "What opened the case stands.");

        await corrections.CorrectAsync(person, details => details with { DateOfBirth = new LocalDate(1941, 6, 3) }, Hospital.Sending(), CancellationToken.None);
        await HandOverAllAsync();
        Assert.That(((await StateAsync(id)).SixtyFiveOrOver, (await StateAsync(id)).Facts.Any<AgeHandedOver>()), Is.EqualTo(((bool?)true, false)));
    }

    [Test]
    public async Task Whoever_turns_out_to_have_left_into_reablement_is_handed_over_then()
    {
        var id = await _hospital.AdmitAsync();
        var at = _hospital.Time.Now;
        await _hospital.DoAsync(id, new AssessFunction(at, StaffRole.OccupationalTherapist, []));
        await _hospital.DoAsync(id, new DecidePathway(at, Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator));
        at = _hospital.Time.Now += Duration.FromHours(1);
        await _hospital.DoAsync(id, new LeaveHospital(at, Destination.OwnHome));
        Assert.That(await Node().HandOverAsync(CancellationToken.None), Is.False);

        await _hospital.DoAsync(id, new AssessFunction(at, StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement]));
        await HandOverAllAsync();
        Assert.That((await StateAsync(id)).Phase, Is.EqualTo(ReablementPhase.Waiting));
    }

    [Test]
    public async Task A_referral_that_comes_while_the_person_is_handed_over_waits_and_is_told_of_the_case()
    {
        var number = NhsNumber.TryParse("9990079196", out var read) ? read : throw new FormatException();
        var id = Guid.CreateVersion7();
        await _hospital.OpenAsync(id, Hospital.Opening(Hospital.Ada with { NhsNumber = number.Value }, number, _hospital.Time.Now));
        await GoAsync(id);
        var referral = new ReablementReferral(
            Hospital.Ada with { NhsNumber = number.Value },
            number,
            Hospital.Index,
            Guid.CreateVersion7(),
            (person, hash) => new ReferForReablement(_hospital.Time.Now, person, hash, ReablementSource.Community, OdsCode.Parse("QMJ01"), OdsCode.Parse("RBT01"), Urgent: false));

        // The hand-over stands still with the person held, and has not opened the case yet.
        var patient = _hospital.WithPatience();
        patient.Time.Now = _hospital.Time.Now;
        await using var still = await patient.Pool.OpenConnectionAsync();
        await using var transaction = await still.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("lock table discharge.reablement_cases in share mode", still) { Transaction = transaction })
        {
            await hold.ExecuteNonQueryAsync();
        }

        var handing = Node(patient).HandOverAsync(CancellationToken.None);
        await _hospital.Database.UntilAsync(SomebodyIs(granted: true));
        var referring = patient.OpenAsync(ReablementType.Instance, Guid.CreateVersion7(), referral);
        await _hospital.Database.UntilAsync(SomebodyIs(granted: false));
        await transaction.RollbackAsync();
        await handing;
        Assert.That(await referring, Is.InstanceOf<Outcome.Refused>().With.Property(nameof(Outcome.Refused.Existing)).EqualTo(HandOvers.CaseOf(id)));
        await patient.CloseAsync();
    }

    [Test]
    public async Task A_node_that_dies_at_any_moment_between_the_discharge_and_the_opening_leaves_exactly_one_case()
    {
        await _hospital.Database.RunAsOwnerAsync(
            """
            create table discharge.dying (at text);
            create function discharge.die() returns trigger language plpgsql as $$
            begin
                if exists (select from discharge.dying where at = tg_argv[0]) then
                    perform pg_terminate_backend(pg_backend_pid());
                    perform pg_sleep(5);
                end if;
                return coalesce(new, old);
            end $$;
            create trigger dies_1 before insert on cases.mt_streams for each row execute function discharge.die('opening');
            create trigger dies_2 after insert on cases.mt_events for each row execute function discharge.die('opened');
            create trigger dies_3 before delete on discharge.hand_overs for each row execute function discharge.die('handed over');
            create constraint trigger dies_4 after insert on cases.mt_events deferrable initially deferred for each row execute function discharge.die('commit');
            """);
        string[] moments = ["opening", "opened", "handed over", "commit"];
        for (var round = 0; round < 200; round++)
        {
            var id = await GoneIntoReablementAsync();
            await DieAtAsync(moments[round % moments.Length]);
            Assert.That(() => Node().HandOverAsync(CancellationToken.None), Throws.Exception, moments[round % moments.Length]);
            await DieAtAsync(null);
            Assert.That(() => _hospital.AskAsync(ToTake), Is.EqualTo("1").After(5_000, 5), "A session that was ended tells its node before it gives back what it held.");

            // Two nodes go on.
            await Task.WhenAll(HandOverAllAsync(), HandOverAllAsync());
            Assert.That(await CasesOfAsync(id), Is.EqualTo(HandOvers.CaseOf(id).ToString()));
        }
    }

    private const string ToTake = "select count(*)::text from (select from discharge.hand_overs for update skip locked) free";

    // A person is held, or somebody waits for one.
    private static string SomebodyIs(bool granted) =>
        $"select exists (select from pg_locks where locktype = 'advisory' and granted = {granted} and database = (select oid from pg_database where datname = current_database()))";

    private HandOvers Node() => Node(_hospital);

    private static HandOvers Node(Hospital hospital) => new(hospital.Pool, hospital.Store, hospital.Histories, Hospital.Seals, Hospital.Sealing, RuleBook.Standard, hospital.Time);

    private async Task TeamAsync(Guid discharge, CaseStore.Decider decide) => Assert.That(
        await _hospital.Cases.ChangeAsync(ReablementType.Instance, HandOvers.CaseOf(discharge), Hospital.Sending(), [], decide, CancellationToken.None), Is.InstanceOf<Outcome.Answered>());

    private Task<string> CasesOfAsync(Guid discharge) => _hospital.AskAsync(
        $"select string_agg(r.case_id::text, ' ') from discharge.reablement_cases r join discharge.discharge_cases d using (person_id) where d.case_id = '{discharge}'");

    private async Task HandOverAllAsync()
    {
        while (await Node().HandOverAsync(CancellationToken.None))
        {
            // There may be more.
        }
    }

    private Task DieAtAsync(string? moment) => _hospital.Database.RunAsOwnerAsync(
        moment is null ? "delete from discharge.dying" : $"insert into discharge.dying values ('{moment}')");

    private async Task<Guid> GoneIntoReablementAsync()
    {
        var id = await _hospital.AdmitAsync();
        await GoAsync(id);
        return id;
    }

    private async Task<ReablementCase> StateAsync(Guid discharge) => ReablementType.StateOf(HandOvers.CaseOf(discharge), await _hospital.HistoryAsync(HandOvers.CaseOf(discharge)));

    private async Task GoAsync(Guid id)
    {
        var at = _hospital.Time.Now;
        DischargeCaseCommand[] told =
        [
            new AssessFunction(at, StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement]),
            new DecidePathway(at, Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator),
            new LeaveHospital(at, Destination.OwnHome),
        ];
        foreach (var command in told)
        {
            Assert.That(await _hospital.DoAsync(id, command), Is.InstanceOf<Outcome.Answered>());
        }
    }
}
