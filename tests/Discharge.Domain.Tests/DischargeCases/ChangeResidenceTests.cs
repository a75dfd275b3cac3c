using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ChangeResidenceTests : DischargeCaseDecisions
{
    private static readonly ResidenceChanged WithFamily = new(March(3, "10:00"), UsualResidence.WithFamilyOrFriends, StaffRole.SocialWorker);

    [Test]
    public void Where_somebody_usually_lives_is_put_right() =>
        Given(Opened).When(new ChangeResidence(March(3, "10:00"), UsualResidence.WithFamilyOrFriends, StaffRole.SocialWorker).Decide).ThenRecorded(WithFamily);

    [Test]
    public void The_last_record_counts_and_else_the_opening() => Assert.That(
        new[] { CaseOf(Opened), CaseOf(Opened, WithFamily), CaseOf(Opened, WithFamily, Withdrawn(2, March(3, "12:00"))) }.Select(discharge => discharge.Residence),
        Is.EqualTo(new[] { UsualResidence.OwnHome, UsualResidence.WithFamilyOrFriends, UsualResidence.OwnHome }));
}
