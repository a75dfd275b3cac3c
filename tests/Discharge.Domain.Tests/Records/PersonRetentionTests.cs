using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Domain.Tests.Records;

public sealed class PersonRetentionTests
{
    private static readonly Actor Keeper = new("r-1", "records-manager", OdsCode.Parse("QMJ01"));

    private static readonly Actor Another = Keeper with { Id = "r-2" };

    private static readonly Instant CareEnded = Instant.FromUtc(2026, 3, 9, 15, 0);

    private static readonly Instant Later = Instant.FromUtc(2034, 3, 10, 9, 0);

    private static readonly PersonRetention Ended = new(CareGoesOn: false, CareEnded, []);

    private static readonly RetentionAsked Disposal = new(RetentionStep.DisposedOf, "retention-ended", "Policy 4.2");

    [TestCase("2026-03-09T15:00:00Z", RecordClass.AdultHealthAndSocialCare, "2034-03-09", Description = "Eight years from the end of care")]
    [TestCase("2026-03-09T15:00:00Z", RecordClass.MentalHealth, "2046-03-09", Description = "Twenty years for mental health")]
    [TestCase("2026-06-30T23:30:00Z", RecordClass.AdultHealthAndSocialCare, "2034-07-01", Description = "In London it was the first of July by then")]
    [TestCase("2028-02-29T12:00:00Z", RecordClass.AdultHealthAndSocialCare, "2036-02-29", Description = "A leap day on which care ended comes back after eight years")]
    [TestCase("2092-02-29T12:00:00Z", RecordClass.AdultHealthAndSocialCare, "2100-02-28", Description = "And the year 2100 has none")]
    public void A_record_is_kept_until(string ended, RecordClass kind, string until) =>
        Assert.That(LocalDatePattern.Iso.Format(RetentionSchedule.Standard.UntilOf(kind, InstantPattern.General.Parse(ended).Value)), Is.EqualTo(until));

    [TestCase("2034-03-09T23:59:00Z", false, Description = "On the last day it is still to be kept")]
    [TestCase("2034-03-10T00:00:00Z", true, Description = "The day after it is not")]
    public void Retention_has_ended(string now, bool ended) => Assert.That(Ended.HasEnded(RetentionSchedule.Standard, InstantPattern.General.Parse(now).Value), Is.EqualTo(ended));

    [Test]
    public void While_care_goes_on_no_period_runs() => Assert.Multiple(() =>
    {
        Assert.That((Ended with { CareGoesOn = true }).UntilUnder(RetentionSchedule.Standard), Is.Null);
        Assert.That((Ended with { CareEnded = null }).UntilUnder(RetentionSchedule.Standard), Is.Null);
    });

    [Test]
    public void An_appraisal_says_the_class_and_may_keep_it_longer() => Assert.Multiple(() =>
    {
        Assert.That(After(Appraised(RetentionStep.AppraisedToDispose, RecordClass.MentalHealth)).UntilUnder(RetentionSchedule.Standard), Is.EqualTo(new LocalDate(2046, 3, 9)));
        Assert.That(After(Appraised(RetentionStep.AppraisedToKeep) with { KeepUntil = new LocalDate(2040, 1, 1) }).UntilUnder(RetentionSchedule.Standard), Is.EqualTo(new LocalDate(2040, 1, 1)));
        Assert.That(After(Appraised(RetentionStep.AppraisedToKeep) with { KeepUntil = new LocalDate(2030, 1, 1) }).UntilUnder(RetentionSchedule.Standard), Is.EqualTo(new LocalDate(2034, 3, 9)), "Never shorter than it has to be kept.");
    });

    [Test]
    public void A_deployment_may_keep_longer() => Assert.That(Ended.UntilUnder(RetentionSchedule.Standard with { AdultHealthAndSocialCare = 10 }), Is.EqualTo(new LocalDate(2036, 3, 9)));

    [Test]
    public void A_hold_stands_until_the_one_for_the_same_reason_is_lifted() => Assert.Multiple(() =>
    {
        Assert.That(After(Held("inquest"), Held("litigation"), Lifted("inquest")).LegalHolds, Is.EqualTo(["litigation"]));
        Assert.That(After(Held("inquest")).IsSo(new(RetentionStep.LegalHoldPlaced, "inquest", "x")), Is.True);
        Assert.That(After(Held("inquest")).IsSo(new(RetentionStep.LegalHoldPlaced, "complaint", "x")), Is.False);
        Assert.That(Ended.IsSo(new(RetentionStep.LegalHoldLifted, "inquest", "x")), Is.True);
    });

    [Test]
    public void A_record_is_disposed_of_once_everything_is_over_and_somebody_else_has_appraised_it() => Assert.That(Against(After(Appraised(RetentionStep.AppraisedToDispose))), Is.Null);

    [Test]
    public void It_is_refused_while_care_goes_on() => Assert.That(Against(After(Appraised(RetentionStep.AppraisedToDispose)) with { CareGoesOn = true }), Is.EqualTo(PersonRetention.StillCaredFor));

    [Test]
    public void Where_the_mental_health_act_stands_in_it_a_record_is_one_of_mental_health_and_no_appraisal_says_otherwise() => Assert.Multiple(() =>
    {
        Assert.That((Ended with { UnderMentalHealthAct = true }).Class, Is.EqualTo(RecordClass.MentalHealth));
        Assert.That((After(Appraised(RetentionStep.AppraisedToDispose)) with { UnderMentalHealthAct = true }).UntilUnder(RetentionSchedule.Standard), Is.EqualTo(new LocalDate(2046, 3, 9)));
        Assert.That(After(Appraised(RetentionStep.AppraisedToKeep, RecordClass.MentalHealth)).Class, Is.EqualTo(RecordClass.MentalHealth));
        Assert.That(After(Appraised(RetentionStep.AppraisedToDispose)).Class, Is.EqualTo(RecordClass.AdultHealthAndSocialCare));
    });

    [Test]
    public void It_is_refused_before_retention_ended() => Assert.That(After(Appraised(RetentionStep.AppraisedToDispose, RecordClass.MentalHealth)).Against(Disposal, Another, RetentionSchedule.Standard, Later), Is.EqualTo(PersonRetention.NotEnded));

    [Test]
    public void It_is_refused_under_a_legal_hold() => Assert.That(Against(After(Appraised(RetentionStep.AppraisedToDispose), Held("inquest"))), Is.EqualTo(PersonRetention.UnderLegalHold));

    [Test]
    public void It_is_refused_while_the_person_waits_to_be_shown_it() => Assert.That(Against(After(Appraised(RetentionStep.AppraisedToDispose)) with { AwaitsAccess = true }), Is.EqualTo(PersonRetention.AwaitedByPerson));

    [Test]
    public void It_is_refused_without_an_appraisal_and_with_one_from_before_care_went_on() => Assert.Multiple(() =>
    {
        Assert.That(Against(Ended), Is.EqualTo(PersonRetention.NotAppraised));
        Assert.That(Against(After(Appraised(RetentionStep.AppraisedToKeep) with { KeepUntil = new LocalDate(2034, 1, 1) })), Is.EqualTo(PersonRetention.NotAppraised));
        Assert.That(Against(After(Appraised(RetentionStep.AppraisedToDispose) with { DecidedAt = CareEnded - Duration.FromDays(1) })), Is.EqualTo(PersonRetention.NotAppraised));
    });

    [Test]
    public void It_is_refused_to_whoever_appraised_it() => Assert.That(After(Appraised(RetentionStep.AppraisedToDispose)).Against(Disposal, Keeper, RetentionSchedule.Standard, Later), Is.EqualTo(PersonRetention.AppraisedByOneself));

    [Test]
    public void Of_what_was_disposed_of_nothing_is_held_or_appraised_and_it_is_not_disposed_of_twice() => Assert.Multiple(() =>
    {
        var disposed = After(Decided(RetentionStep.DisposedOf, "retention-ended"));
        Assert.That(disposed.Against(new(RetentionStep.LegalHoldPlaced, "inquest", "x"), Keeper, RetentionSchedule.Standard, Later), Is.EqualTo(PersonRetention.AlreadyDisposedOf));
        Assert.That(disposed.IsSo(Disposal), Is.True);
        Assert.That(disposed.Disposal!.By, Is.EqualTo(Keeper));
    });

    private static Refusal? Against(PersonRetention retention) => retention.Against(Disposal, Another, RetentionSchedule.Standard, Later);

    private static PersonRetention After(params RetentionDecision[] decisions) => Ended with { Decisions = [.. decisions] };

    private static RetentionDecision Held(string reason) => Decided(RetentionStep.LegalHoldPlaced, reason);

    private static RetentionDecision Lifted(string reason) => Decided(RetentionStep.LegalHoldLifted, reason);

    private static RetentionDecision Appraised(RetentionStep what, RecordClass kind = RecordClass.AdultHealthAndSocialCare) => Decided(what, "no-further-value") with { Class = kind };

    private static RetentionDecision Decided(RetentionStep what, string reason) => new(1, what, Later - Duration.FromDays(1), Keeper, reason, "Policy 4.2");
}
