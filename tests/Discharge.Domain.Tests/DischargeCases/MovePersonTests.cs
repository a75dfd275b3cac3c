using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class MovePersonTests : DischargeCaseDecisions
{
    private static readonly OdsCode Southgate = OdsCode.Parse("SGT04");

    private static readonly PersonMoved ToElm = new(March(3, "10:00"), Ward: "Elm", Bed: "7");

    private static IEnumerable<TestCaseData> Places =>
    [
        Row("As the opening gave it", "NGT01 Ash, Bay 2, bed 4"),
        Row("Another bed on the same ward", "NGT01 Ash, 5", new PersonMoved(March(3, "10:00"), Bed: "5")),
        Row("Another ward and bed", "NGT01 Elm, 7", ToElm),
        Row("Another ward, the bed not known yet", "NGT01 Elm, ", new PersonMoved(March(3, "10:00"), Ward: "Elm")),
        Row("Another site", "SGT04 Elm, 7", ToElm with { Site = Southgate }),
        Row("Another consultant moves nobody", "NGT01 Ash, Bay 2, bed 4 under a consultant", new PersonMoved(March(3, "10:00"), Consultant: Note)),
        Row("The consultant stays through a move that names none", "NGT01 Elm, 7 under a consultant", new PersonMoved(March(3, "09:00"), Consultant: Note), ToElm),
        Row("The discharge lounge is still in hospital: the bed is given up, the ward stays", "NGT01 Ash,  in the lounge", new PersonMoved(March(4, "11:00"), ToDischargeLounge: true)),
        Row("Back from the lounge", "NGT01 Ash, 5", new PersonMoved(March(4, "11:00"), ToDischargeLounge: true), new PersonMoved(March(4, "13:00"), Bed: "5")),
        Row("The last move counts, also where it was recorded first", "NGT01 Elm, 7", ToElm, new PersonMoved(March(3, "08:00"), Ward: "Oak")),
        Row("A move before the opening, whose place is later, changes nothing", "NGT01 Ash, Bay 2, bed 4", new PersonMoved(March(2, "08:00"), Ward: "Oak")),
        Row("A move dated after leaving changes nothing", "NGT01 Ash, Bay 2, bed 4", Left, new PersonMoved(March(4, "14:01"), Ward: "Oak")),
        Row("A withdrawn move counts for nothing", "NGT01 Ash, Bay 2, bed 4", ToElm, Withdrawn(2, March(3, "11:00"))),
    ];

    [TestCaseSource(nameof(Places))]
    public void Where_a_person_is_follows_their_moves(string place, Fact[] facts) =>
        Assert.That(Say(HospitalPlace.Of(Opened, CaseAfterOpening(facts).Facts)), Is.EqualTo(place));

    [Test]
    public void A_person_is_where_they_are_since_the_last_move_that_moved_them() => Assert.Multiple(() =>
    {
        Assert.That(HospitalPlace.Of(Opened, CaseOf(Opened, ToElm, new PersonMoved(March(3, "12:00"), Consultant: Note)).Facts).Since, Is.EqualTo(March(3, "10:00")));
        Assert.That(HospitalPlace.Of(Opened, CaseOf(Opened).Facts).Since, Is.EqualTo(March(2, "09:00")));
    });

    [Test]
    public void A_move_is_recorded() => Given(Opened).When(new MovePerson(March(3, "10:00"), Ward: "Elm", Bed: "7").Decide).ThenRecorded(ToElm);

    [Test]
    public void The_same_move_again_records_nothing() => Given(Opened, ToElm).When(new MovePerson(March(3, "10:00"), Ward: "Elm", Bed: "7").Decide).ThenRecordedNothing();

    [Test]
    public void A_move_is_repeatable() =>
        Given(Opened, ToElm).When(new MovePerson(March(3, "15:00"), Ward: "Elm", Bed: "7").Decide).ThenRecorded(ToElm with { OccurredAt = March(3, "15:00") });

    [Test]
    public void The_discharge_lounge_is_not_leaving() =>
        Assert.That(CaseOf(Opened, Ready, new PersonMoved(March(4, "11:00"), ToDischargeLounge: true)).Phase, Is.EqualTo(DischargePhase.Ready));

    [Test]
    public void A_move_dated_after_leaving_is_recorded_and_says_so() =>
        Given(Opened, Left).When(new MovePerson(March(4, "14:01"), Ward: "Elm").Decide).ThenDeparting(MovePerson.AfterLeaving);

    private static string Say(HospitalPlace place) =>
        $"{place.Site} {place.Ward}, {place.Bed}{(place.InDischargeLounge ? " in the lounge" : string.Empty)}{(place.Consultant is null ? string.Empty : " under a consultant")}";

    private static TestCaseData Row(string description, string place, params Fact[] facts) => new TestCaseData(place, facts).SetArgDisplayNames(description);
}
