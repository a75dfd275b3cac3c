using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class OpenCaseTests : DischargeCaseDecisions
{
    private static readonly Guid Earlier = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000021");

    [Test]
    public void A_case_is_opened_for_somebody_admitted() => Given().When(_ => Open.Decide()).ThenRecorded(Opened);

    [Test]
    public void A_case_is_opened_for_somebody_first_heard_of_with_no_admission_known() =>
        Given().When(_ => (Open with { AdmittedAt = null, Bed = null }).Decide()).ThenRecorded(Opened with { AdmittedAt = null, Bed = null });

    [TestCase(NhsNumberMissing.NotYetTraced)]
    [TestCase(NhsNumberMissing.Unidentified)]
    [TestCase(NhsNumberMissing.OverseasVisitor)]
    [TestCase(NhsNumberMissing.Withheld)]
    public void Nobody_is_turned_away_for_want_of_an_nhs_number(NhsNumberMissing why) =>
        Given().When(_ => (Open with { NhsNumberMissing = why }).Decide()).ThenRecorded(Opened with { NhsNumberMissing = why });

    [Test]
    public void No_fixed_abode_is_an_address_like_any_other() =>
        Given().When(_ => (Open with { Residence = UsualResidence.NoFixedAbode }).Decide()).ThenRecorded(Opened with { Residence = UsualResidence.NoFixedAbode });

    [TestCase(AuthorityStanding.Unknown)]
    [TestCase(AuthorityStanding.Disputed)]
    public void A_responsible_authority_need_not_be_known(AuthorityStanding standing) =>
        Given().When(_ => (Open with { Authority = new(standing) }).Decide()).ThenRecorded(Opened with { Authority = new(standing) });

    [Test]
    public void An_opening_before_the_admission_it_gives_is_recorded_and_says_so() =>
        Given().When(_ => (Open with { AdmittedAt = March(2, "09:01") }).Decide()).ThenDeparting(OpenCase.OpenedBeforeAdmission);

    [Test]
    public void An_opening_at_the_moment_of_admission_is_in_order() =>
        Given().When(_ => (Open with { AdmittedAt = March(2, "09:00") }).Decide()).ThenRecorded(Opened with { AdmittedAt = March(2, "09:00") });

    [Test]
    public void A_name_that_differs_from_the_one_on_record_for_the_number_is_flagged_and_not_refused() =>
        Given().When(_ => Open.Decide(detailsAgree: false)).ThenDeparting(OpenCase.DetailsDiffer);

    [Test]
    public void A_readmission_names_the_case_it_comes_after() =>
        Given().When(_ => Open.Decide(earlier: new(Earlier, ReadmissionIsOnRecord: true))).ThenRecorded(Opened with { ReadmissionOf = Earlier });

    [Test]
    public void A_readmission_that_the_earlier_case_does_not_know_of_says_so() =>
        Given().When(_ => Open.Decide(earlier: new(Earlier, ReadmissionIsOnRecord: false))).ThenDeparting(OpenCase.ReadmissionNotOnRecord);

    [Test]
    public void A_second_open_case_for_the_same_stay_is_somebody_else_having_got_there_first() =>
        Assert.That(OpenCase.AlreadyOpen.TakenByAnother, Is.True);
}
