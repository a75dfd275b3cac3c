using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class AdmitTests : DischargeCaseDecisions
{
    private static readonly CaseOpened FirstHeardOf = Opened with { AdmittedAt = null };

    private static readonly PersonAdmitted Admission = new(March(2, "18:00"), AdmissionMethod.Emergency);

    private static Admit AdmitAt(NodaTime.Instant at) => new(at, AdmissionMethod.Emergency);

    [Test]
    public void Somebody_first_heard_of_before_is_admitted() => Given(FirstHeardOf).When(AdmitAt(March(2, "18:00")).Decide).ThenRecorded(Admission);

    [Test]
    public void An_admission_before_the_case_was_opened_is_in_order() =>
        Given(FirstHeardOf).When(AdmitAt(March(1, "18:00")).Decide).ThenRecorded(Admission with { OccurredAt = March(1, "18:00") });

    [Test]
    public void The_same_admission_again_records_nothing() => Given(FirstHeardOf, Admission).When(AdmitAt(March(2, "18:00")).Decide).ThenRecordedNothing();

    [Test]
    public void Another_admission_is_refused_naming_the_one_on_record() =>
        Given(FirstHeardOf, Admission).When(AdmitAt(March(2, "19:00")).Decide).ThenRefused(Admit.AlreadyAdmitted.Naming(2));

    [Test]
    public void The_moment_the_opening_gave_is_confirmed_with_how_they_came_in() =>
        Given(Opened).When(AdmitAt(Admitted).Decide).ThenRecorded(Admission with { OccurredAt = Admitted });

    [Test]
    public void Another_moment_than_the_opening_gave_is_recorded_and_says_so() =>
        Given(Opened).When(AdmitAt(March(2, "18:00")).Decide).ThenDeparting(Admit.DiffersFromOpening);

    [Test]
    public void An_admission_dated_after_leaving_is_recorded_and_says_so() =>
        Given(FirstHeardOf, Left).When(AdmitAt(March(4, "14:01")).Decide).ThenDeparting(Admit.AfterLeaving);

    [Test]
    public void An_admission_dated_after_closing_says_so_too() =>
        Given(FirstHeardOf, Closed).When(AdmitAt(March(6, "12:01")).Decide).ThenDeparting(DischargeCase.AfterClosing);

    [Test]
    public void What_happened_since_an_admission_recorded_late_is_not_before_it() =>
        Given(FirstHeardOf, Admission with { OccurredAt = March(1, "18:00") })
            .When(new MovePerson(March(1, "20:00"), Ward: "Elm").Decide)
            .ThenRecorded(new PersonMoved(March(1, "20:00"), Ward: "Elm"));
}
