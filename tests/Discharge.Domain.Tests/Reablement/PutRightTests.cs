using Discharge.Domain.Deciding;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

/// <summary>What a case warns of is what stands against each other in it, in whichever order it was recorded, until it is put right.</summary>
public sealed class PutRightTests : ReablementDecisions
{
    private static readonly ReablementEvent[] Started = [Referred, Accepted, AllocatedToOlu, FirstContact];

    private static ReablementEnded Ended => new(March(20, "16:00"), ReablementSequel.NoneNoNeeds);

    private static ContactMade Later => FirstContact with { OccurredAt = March(21, "10:00") };

    private static DeathHandedOver Died => new(March(10, "09:00"));

    [Test]
    public void Contact_after_the_ending_is_shown_in_either_order_until_one_is_withdrawn() => Assert.Multiple(() =>
    {
        Given([.. AsRecorded(Started), Later]).When(new EndReablement(March(20, "16:00"), ReablementSequel.NoneNoNeeds).Decide).ThenDeparting(ReablementCommand.AfterEnding);
        Shows([.. Started, Later, Departing(Ended, ReablementCommand.AfterEnding)], ReablementCommand.AfterEnding);
        Shows([.. Started, Ended, Departing(Later, ReablementCommand.AfterEnding)], ReablementCommand.AfterEnding);
        Shows([.. Started, Ended, Departing(Later, ReablementCommand.AfterEnding), Withdrawn(5)]);
        Shows([.. Started, Later, Departing(Ended, ReablementCommand.AfterEnding), Withdrawn(5)]);
    });

    [Test]
    public void What_happened_before_the_person_left_is_shown_in_either_order_until_a_moment_is_put_right() => Assert.Multiple(() =>
    {
        var moved = Referred with { OccurredAt = March(2, "15:00") };
        Shows([.. Started, Withdrawn(1), moved], ReablementCommand.BeforeReferral);
        Shows([moved, Departing(FirstContact, ReablementCommand.BeforeReferral), Accepted, AllocatedToOlu], ReablementCommand.BeforeReferral);
        Shows([moved, Departing(FirstContact, ReablementCommand.BeforeReferral), Accepted, AllocatedToOlu, Withdrawn(1), Referred]);
    });

    [Test]
    public void Contact_without_acceptance_or_worker_is_shown_until_both_are_on_record() => Assert.Multiple(() =>
    {
        var contact = Departing(FirstContact, RecordContact.BeforeAcceptance, RecordContact.WithoutWorker);
        Shows([Referred, contact], RecordContact.BeforeAcceptance, RecordContact.WithoutWorker);
        Shows([Referred, contact, Accepted], RecordContact.WithoutWorker);
        Shows([Referred, contact, Accepted, AllocatedToOlu]);
    });

    [Test]
    public void A_visit_on_record_as_made_and_missed_or_made_twice_is_shown_until_one_is_withdrawn() => Assert.Multiple(() =>
    {
        var planned = new VisitPlanned(March(3, "09:00"), March(4, "10:00"), Petra, ReablementRole.Physiotherapist);
        var made = new ContactMade(March(4, "10:05"), Petra, ReablementRole.Physiotherapist, ContactBy.Visit, Visit: 5);
        ReablementEvent missed = new VisitMissed(March(4, "10:30"), 5, MissedVisitReason.NoStaff);
        Shows([.. Started, planned, missed, Departing(made, ReportMissedVisit.WasMade)], ReportMissedVisit.WasMade);
        Shows([.. Started, planned, missed, Departing(made, ReportMissedVisit.WasMade), Withdrawn(6)]);
        Shows([.. Started, planned, made, Departing(missed, ReportMissedVisit.WasMade), Withdrawn(6)]);
        Shows([.. Started, planned, made, Departing(made with { OccurredAt = March(4, "11:00") }, RecordContact.MadeTwice)], RecordContact.MadeTwice);
        Shows([.. Started, planned, made, Departing(made with { OccurredAt = March(4, "11:00") }, RecordContact.MadeTwice), Withdrawn(6)]);
    });

    [Test]
    public void An_ending_without_a_start_is_shown_until_the_first_contact_is_on_record() => Assert.Multiple(() =>
    {
        Shows([Referred, Accepted, AllocatedToOlu, Departing(Ended, EndReablement.WithoutStart)], EndReablement.WithoutStart);
        Shows([Referred, Accepted, AllocatedToOlu, Departing(Ended, EndReablement.WithoutStart), FirstContact]);
    });

    [Test]
    public void What_was_recorded_in_a_case_referred_in_error_is_shown_until_it_is_not() => Assert.Multiple(() =>
    {
        var contact = Departing(FirstContact, ReablementCommand.InError);
        Shows([Referred, Accepted, AllocatedToOlu, ReferralWithdrawn, contact], ReablementCommand.InError);
        Shows([Referred, Accepted, AllocatedToOlu, ReferralWithdrawn, contact, Withdrawn(4)]);
    });

    [Test]
    public void Whoever_died_was_not_seen_after_it_and_did_not_end_reablement_otherwise() => Assert.Multiple(() =>
    {
        Given([.. AsRecorded(Started), Died]).When(new RecordContact(March(21, "10:00"), Olu, ReablementRole.OccupationalTherapist, ContactBy.Visit).Decide).ThenDeparting(ReablementContradictions.AfterDeath);
        Given([.. AsRecorded(Started), Died]).When(new EndReablement(March(20, "16:00"), ReablementSequel.NoneNoNeeds).Decide).ThenDeparting(ReablementContradictions.AfterDeath);
        Given([.. AsRecorded(Started), Died]).When(new EndReablement(March(20, "16:00"), ReablementSequel.Died).Decide).ThenRecorded(Ended with { Sequel = ReablementSequel.Died });
        Shows([.. Started, Later, Died], ReablementContradictions.AfterDeath);
        Shows([.. Started, Died, Departing(Ended, ReablementContradictions.AfterDeath)], ReablementContradictions.AfterDeath);
        Shows([.. Started, Died, Departing(Ended, ReablementContradictions.AfterDeath), Withdrawn(5)]);
    });

    [Test]
    public void Whoever_died_counts_as_died_in_every_measure_whatever_was_recorded_after_it() => Assert.Multiple(() =>
    {
        var (period, older) = (new MeasuredPeriod(new(2025, 4, 1), new(2026, 3, 31), new(2026, 12, 31)), Referred with { Source = ReablementSource.Discharge, DischargeCase = Id, SixtyFiveOrOver = true });
        var dead = CaseOf(older, AllocatedToOlu, FirstContact, Died, Ended, new FollowUpRecorded(June(2, "10:00"), Whereabouts.Home));
        var counted = MeasureBook.For(period.From).ToDictionary(measure => measure.Id, measure => measure.Count(dead, period));
        Assert.That(counted["completed-without-long-term-care"], Is.EqualTo(Counted.Out(CountingReason.Died)));
        Assert.That(counted["no-longer-require-support"], Is.EqualTo(Counted.Out(CountingReason.Died)));
        Assert.That(counted["at-home-after-91-days-all-year"], Is.EqualTo(Counted.Against(CountingReason.DiedBeforeDay91)));
    });

    [Test]
    public void A_status_of_day_91_of_whoever_had_died_by_then_is_recorded_and_shown() => Assert.Multiple(() =>
    {
        ReablementEvent older = Referred with { Source = ReablementSource.Discharge, DischargeCase = Id, SixtyFiveOrOver = true };
        var status = new FollowUpRecorded(June(2, "10:00"), Whereabouts.Home);
        Given(older, Died).When(new RecordFollowUp(June(2, "10:00"), Whereabouts.Home).Decide).ThenDeparting(ReablementContradictions.StatusAfterDeath);
        Given(older, Died).When(new RecordFollowUp(June(2, "10:00"), Whereabouts.Died).Decide).ThenRecorded(status with { Whereabouts = Whereabouts.Died });
        Shows([older, status, Died], ReablementContradictions.StatusAfterDeath);
        Shows([older, Died, Departing(status, ReablementContradictions.StatusAfterDeath), Withdrawn(2)]);
    });

    [Test]
    public void A_status_outside_its_window_is_shown_until_the_true_one_is_on_record() => Assert.Multiple(() =>
    {
        ReablementEvent older = Referred with { Source = ReablementSource.Discharge, DischargeCase = Id, SixtyFiveOrOver = true };
        var early = Departing(new FollowUpRecorded(May(2, "10:00"), Whereabouts.Home), RecordFollowUp.OutsideItsWindow);
        Shows([older, early], RecordFollowUp.OutsideItsWindow);
        Shows([older, early, new FollowUpRecorded(June(2, "10:00"), Whereabouts.Home)]);
    });

    private static Recorded[] AsRecorded(IEnumerable<Fact> facts) => [.. facts.Select(fact => (Recorded)fact)];

    private static EntryWithdrawn Withdrawn(long entry) => new(July(1, "09:00"), entry, WithdrawalReason.WrongContent);

    private static T Departing<T>(T fact, params Departure[] departures)
        where T : Fact => fact with { Departures = [.. departures.Select(departure => departure.Code)] };

    private static void Shows(Fact[] facts, params Departure[] departures) => Assert.That(DealtWith.NotYet(CaseOf(AsRecorded(facts))), Is.EquivalentTo(departures));
}
