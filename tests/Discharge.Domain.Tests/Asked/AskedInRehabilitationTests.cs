using Discharge.Domain.Asked;
using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.Asked;

public sealed class AskedInRehabilitationTests
{
    private static readonly Instant Later = March(29, "09:00");

    private static readonly RehabilitationBedLeft LeftTheBed = new(March(20, "17:00"), LeavingFor.AnotherPlace, Bed, Follows: true);

    private static IEnumerable<TestCaseData> Ways =>
    [
        Asks("Referred", ["1 RHB01 Rehabilitation/Open"], Referred),
        Asks("Accepted", ["1 RHB01 Rehabilitation/Accepted"], Referred, Accepted),
        Asks("Declined", ["1 RHB01 Rehabilitation/Declined 03-02T10:00Z"], Referred, Declined),
        Asks("Declined, with a care home agreed", ["1 RHB01 Rehabilitation/Declined 03-10T10:00Z", "2 ELM01 ContingencyPlace/Nursing/Ended 03-10T10:00Z"], Referred, PlaceAgreed, Declined with { OccurredAt = March(10, "10:00") }),
        Asks("A bed reserved, until its moment", ["1 RHB01 Rehabilitation/Accepted", "3 RHB01 PlaceReserved/Rehabilitation/Lapsed 03-04T18:00Z"], Referred, Accepted, Reserved),
        Asks("A bed given up", ["1 RHB01 Rehabilitation/Accepted", "3 RHB01 PlaceReserved/Rehabilitation/NoLongerNeeded 03-03T09:00Z"],
            Referred, Accepted, Reserved, new RehabilitationReservationEnded(March(3, "09:00"), Bed, ReservationEnd.NoLongerNeeded)),
        Asks("Admitted", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceReserved/Rehabilitation/Done 03-02T15:00Z", "4 RHB01 PlaceOccupied/Rehabilitation/Occupied"], Referred, Accepted, Reserved, Admitted),
        Asks("Out on a home access visit", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceOccupied/Rehabilitation/Held"], Referred, Accepted, Admitted, Out),
        Asks("Back from it", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceOccupied/Rehabilitation/Occupied"], Referred, Accepted, Admitted, Out, BackInBed),
        Asks("Did not come back", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceOccupied/Rehabilitation/Ended 03-10T13:00Z"], Referred, Accepted, Admitted, Out, BackInBed with { Outcome = VisitOutcome.WouldNotComeBack }),
        Asks("In another bed", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceOccupied/Rehabilitation/Ended 03-05T09:00Z", "4 ELM01 PlaceOccupied/Rehabilitation/Occupied"],
            Referred, Accepted, Admitted, new AdmittedToRehabilitationBed(March(5, "09:00"), OtherBed, Elmfield), LeftTheBed with { OccurredAt = March(5, "09:00") }),
        Asks("Home, and not ended yet", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceOccupied/Rehabilitation/Ended 03-16T11:00Z"], Referred, Accepted, Admitted, WentHome),
        Asks("A care home agreed, until its moment", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceOccupied/Rehabilitation/Occupied", "4 ELM01 ContingencyPlace/Nursing/Kept"], Referred, Accepted, Admitted, PlaceAgreed),
        Asks("Straight into it", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceOccupied/Rehabilitation/Ended 03-16T11:00Z", "4 ELM01 ContingencyPlace/Nursing/Done 03-20T17:00Z", "6 ELM01 PlaceOccupied/Nursing/Occupied"],
            Referred, Accepted, Admitted, PlaceAgreed, WentHome, Moved),
        Asks("Out of it", ["1 RHB01 Rehabilitation/Started", "3 RHB01 PlaceOccupied/Rehabilitation/Ended 03-16T11:00Z", "4 ELM01 ContingencyPlace/Nursing/Done 03-20T17:00Z", "6 ELM01 PlaceOccupied/Nursing/Ended 03-25T10:00Z"],
            Referred, Accepted, Admitted, PlaceAgreed, WentHome, Moved, new RehabilitationBedLeft(March(25, "10:00"), LeavingFor.Home, CareHomeBed)),
        Asks("Agreed anew elsewhere", ["1 RHB01 Rehabilitation/Accepted", "3 ELM01 ContingencyPlace/Nursing/Ended 03-10T09:00Z", "4 QMJ01 ContingencyPlace/Nursing/Kept"],
            Referred, Accepted, PlaceAgreed, PlaceAgreed with { OccurredAt = March(10, "09:00"), Provider = Referrer, Bed = null, KeptUntil = null }),
        Asks("Ended", ["1 RHB01 Rehabilitation/Ended 03-17T09:00Z", "3 RHB01 PlaceOccupied/Rehabilitation/Ended 03-16T11:00Z"],
            Referred, Accepted, Admitted, WentHome, new RehabilitationEnded(March(17, "09:00"), RehabilitationResult.GoalsReached)),
        Asks("Died", ["1 RHB01 Rehabilitation/Ended 03-12T04:00Z", "3 RHB01 PlaceOccupied/Rehabilitation/Ended 03-12T04:00Z"], Referred, Accepted, Admitted, new RehabilitationBedLeft(March(12, "04:00"), LeavingFor.Died, Bed)),
        Asks("Referred in error", [], Referred, Reserved, ReferralWithdrawn),
        Asks("Referred in error, and in the bed all the same", ["2 RHB01 PlaceOccupied/Rehabilitation/Occupied"], Referred, Admitted, ReferralWithdrawn),
    ];

    [TestCaseSource(nameof(Ways))]
    public void What_a_rehabilitation_bed_case_asks_of_organisations(Fact[] facts, string[] asked) => Assert.That(AskedInRehabilitation.Of(HistoryOfAll(facts).AsRehabilitation()).At(Later), Is.EqualTo(asked));

    [Test]
    public void The_team_is_asked_by_whoever_referred() => Assert.That(AskedInRehabilitation.Of(CaseOf(Referred)), Is.EqualTo([new Asking(1, Ward, AskedFor.Rehabilitation, Which: null, March(2, "09:00"), Referrer)]));

    private static TestCaseData Asks(string description, string[] asked, params Fact[] facts) => new TestCaseData(facts, asked).SetArgDisplayNames(description);
}
