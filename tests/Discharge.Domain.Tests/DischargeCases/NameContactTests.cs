using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>A contact at the local authority comes with full name and telephone or e-mail; what is missing is said, and nobody is turned away for it.</summary>
public sealed class NameContactTests : DischargeCaseDecisions
{
    private static NameContact Name(ContactKind kind, params ContactDetail[] given) => new(March(3, "09:50"), kind, Westbrook, Note, [.. given]);

    private static ContactNamed Named(ContactKind kind, params ContactDetail[] given) => new(March(3, "09:50"), kind, Westbrook, Note, [.. given]);

    [TestCase(ContactDetail.Phone)]
    [TestCase(ContactDetail.Email)]
    public void A_name_and_one_way_to_reach_them_will_do(ContactDetail way) =>
        Given(Opened).When(Name(ContactKind.LocalAuthority, ContactDetail.Name, way).Decide).ThenRecorded(Named(ContactKind.LocalAuthority, ContactDetail.Name, way));

    [Test]
    public void What_is_missing_is_named() => Assert.Multiple(() =>
    {
        Given(Opened).When(Name(ContactKind.LocalAuthority).Decide).ThenDeparting(NameContact.WithoutName, NameContact.OutOfReach);
        Given(Opened).When(Name(ContactKind.LocalAuthority, ContactDetail.Email).Decide).ThenDeparting(NameContact.WithoutName);
        Given(Opened).When(Name(ContactKind.LocalAuthority, ContactDetail.Name).Decide).ThenDeparting(NameContact.OutOfReach);
    });

    [Test]
    public void Nobody_else_has_to_be_complete() => Given(Opened).When(Name(ContactKind.Landlord).Decide).ThenRecorded(Named(ContactKind.Landlord));

    [Test]
    public void One_complete_contact_deals_with_it()
    {
        var incomplete = Named(ContactKind.LocalAuthority) with { Departures = [NameContact.WithoutName.Code, NameContact.OutOfReach.Code] };
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf(Opened, incomplete)), Is.EqualTo(new[] { NameContact.WithoutName, NameContact.OutOfReach }));
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf(Opened, incomplete, Named(ContactKind.LocalAuthority, ContactDetail.Name, ContactDetail.Phone))), Is.Empty);
    }
}
