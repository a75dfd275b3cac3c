using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the lead of the hub is told at once, without waiting for a clock.</summary>
public sealed class ToldToTheHubTests
{
    private static readonly TransferItemReported NoMedicines = new(March(4, "12:00"), TransferItem.Medicines, TransferItemState.Needed);

    // Nothing a discharge needs is missing.
    private static readonly Tests.Deciding.Recorded[] InOrder = [Opened, Ready, Assessed, OnPathway1, DecidedToDischarge];

    private static readonly ToldAtOnce LeftWithoutMedicines = new(
        "discharge.left-without-medicines", 7, "The person left without the medicines they need.", LadderLevel.L3, March(4, "14:00"));

    [Test]
    public void Leaving_with_something_open_is_told_once_for_each_thing() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf([.. InOrder, NoMedicines, Left, NoMedicines with { Item = TransferItem.KeyAccess }])).Select(told => (told.Rule, told.Entry)),
            Is.EqualTo(new[] { ("discharge.left-without-medicines", 7L), ("discharge.left-without-key-access", 7L) }));

    [Test]
    public void It_is_told_with_the_moment_of_leaving_and_to_the_hub_lead() =>
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, NoMedicines, Left])), Is.EqualTo(new[] { LeftWithoutMedicines }));

    [Test]
    public void What_comes_to_be_known_later_to_have_been_open_is_told_too() =>
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, Left, NoMedicines])), Is.EqualTo(new[] { LeftWithoutMedicines with { Entry = 6 } }));

    [Test]
    public void What_came_open_only_after_leaving_is_not() =>
        Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, Left, NoMedicines with { OccurredAt = March(4, "14:01") }])), Is.Empty);

    [Test]
    public void Leaving_without_what_a_discharge_needs_is_told_once_for_each_thing() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf(Opened, Left)).Select(told => told.Rule),
            Is.EqualTo(new[]
            {
                "discharge.left-meeting-criteria-to-reside", "discharge.left-not-medically-stable", "discharge.left-without-assessment", "discharge.left-without-pathway", "discharge.left-without-decision",
            }));

    [Test]
    public void Leaving_with_nothing_open_tells_nobody() => Assert.That(ToldToTheHub.Of(CaseOf([.. InOrder, Left])), Is.Empty);

    [Test]
    public void A_visit_without_answer_is_told_until_the_person_has_been_seen() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf([.. InOrder, Left, NobodyAnsweredAt(March(4, "18:00")), Seen, NobodyAnsweredAt(March(6, "10:00"))])).Select(told => (told.Rule, told.Entry)),
            Is.EqualTo(new[] { ("discharge.visit-without-contact", 7L) }));

    [Test]
    public void A_first_care_call_missed_is_told_unless_care_had_come() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf(
            [
                .. InOrder,
                Left,
                new FirstCareCallMissed(March(4, "19:00"), MissedCallReason.ProviderDidNotCome),
                new FirstCareCallMade(March(4, "21:00"), Northgate),
                new FirstCareCallMissed(March(5, "08:00"), MissedCallReason.NoAnswer),
            ])).Select(told => (told.Rule, told.Entry)),
            Is.EqualTo(new[] { ("discharge.first-care-call-missed", 7L) }));

    [Test]
    public void A_case_opened_in_error_tells_nobody_anything() =>
        Assert.That(ToldToTheHub.Of(CaseOf(Opened, NoMedicines, Left, Withdrawn(1, March(4, "15:00")))), Is.Empty);
}
