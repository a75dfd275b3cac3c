using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class PhaseTests
{
    private static IEnumerable<TestCaseData> Phases =>
    [
        Row("Not reviewed yet", DischargePhase.InHospital),
        Row("Meeting criteria to reside", DischargePhase.InHospital, NeedsBedAt(March(3, "09:00"))),
        Row("No longer meeting them", DischargePhase.Ready, Ready),
        Row("No longer meeting them and not stable", DischargePhase.Ready, Ready with { MedicallyStable = false }),
        Row("Meeting them again", DischargePhase.InHospital, Ready, NeedsBedAt(March(4, "16:00"))),
        Row("Assessed and on a pathway", DischargePhase.Ready, Ready, Assessed, OnPathway1),
        Row("Decided", DischargePhase.DischargeDecided, Ready, Assessed, OnPathway1, DecidedToDischarge),
        Row("Decided against the rule", DischargePhase.DischargeDecided, DecidedToDischarge),
        Row("Decided, and meeting criteria again", DischargePhase.InHospital, Ready, Assessed, OnPathway1, DecidedToDischarge, NeedsBedAt(March(6, "09:00"))),
        Row("Decided, and ready again since", DischargePhase.Ready, Ready, DecidedToDischarge, NeedsBedAt(March(6, "09:00")), ReadyAt(March(9, "09:00"))),
        Row("Decided anew", DischargePhase.DischargeDecided, Ready, DecidedToDischarge, NeedsBedAt(March(6, "09:00")), ReadyAt(March(9, "09:00")), DecidedToDischarge with { OccurredAt = March(9, "11:30") }),
        Row("Left with nothing else on record", DischargePhase.LeftHospital, Left),
        Row("Visited by somebody who does not assess", DischargePhase.LeftHospital, Left, SeenAt(March(5, "10:00"), StaffRole.DeliveryDriver)),
        Row("A visit with no answer", DischargePhase.LeftHospital, Left, NobodyAnsweredAt(March(5, "10:00"))),
        Row("A visit dated before leaving", DischargePhase.LeftHospital, Left, SeenAt(March(4, "13:59"))),
        Row("A visit with no leaving on record", DischargePhase.InHospital, Seen),
        Row("Seen", DischargePhase.SeenAtHome, Left, Seen),
        Row("In an interim bed", DischargePhase.InInterimBed, LeftAt(March(4, "14:00"), Destination.CareHome), PathwayThreeStory.Arrived),
        Row("Home from an interim bed, and not seen", DischargePhase.LeftHospital, Left, Seen, PathwayThreeStory.ArrivedAt(March(6, "10:00")), PathwayThreeStory.VacatedAt(March(9, "10:00"))),
        Row("Come back before being seen", DischargePhase.Readmitted, Left, new DischargeFailed(March(4, "20:00"), ReturnReason.Unwell)),
        Row("Readmitted after being seen", DischargePhase.Readmitted, Left, Seen, new Readmitted(March(5, "20:00"), ReturnReason.Fall)),
        Row("Died in hospital", DischargePhase.Died, Ready, new PersonDied(March(4, "20:00"), PlaceOfDeath.Hospital)),
        Row("Died at home", DischargePhase.Died, Left, Seen, new PersonDied(March(5, "20:00"), PlaceOfDeath.AtHome)),
        Row("Died after a readmission", DischargePhase.Died, Left, new Readmitted(March(4, "20:00"), ReturnReason.Unwell), new PersonDied(March(5, "20:00"), PlaceOfDeath.Hospital)),
        Row("Died and closed", DischargePhase.Closed, new PersonDied(March(4, "20:00"), PlaceOfDeath.Hospital), Closed),
        Row("Closed", DischargePhase.Closed, Left, Seen, Closed),
        Row("Leaving withdrawn", DischargePhase.Ready, Ready, Left, Withdrawn(3, March(4, "15:00"))),
        Row("Opened in error", DischargePhase.OpenedInError, Left, Seen, Closed, Withdrawn(1, March(7, "09:00"))),
    ];

    [TestCaseSource(nameof(Phases))]
    public void A_case_has_come_as_far_as_its_facts_say(DischargePhase phase, Fact[] facts) =>
        Assert.That(CaseAfterOpening(facts).Phase, Is.EqualTo(phase));

    [Test]
    public void Every_phase_is_in_the_table() =>
        Assert.That(Phases.Select(row => row.Arguments[0]).Distinct(), Is.EquivalentTo(Enum.GetValues<DischargePhase>()));

    private static TestCaseData Row(string description, DischargePhase phase, params Fact[] facts) => new TestCaseData(phase, facts).SetArgDisplayNames(description);
}
