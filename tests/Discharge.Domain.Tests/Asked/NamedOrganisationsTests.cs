using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.RehabilitationBeds;

namespace Discharge.Domain.Tests.Asked;

/// <summary>An event that names an organisation asks it for something, or is listed here as one that does not: whoever adds one decides.</summary>
public sealed class NamedOrganisationsTests
{
    private static readonly Type[] Ask =
    [
        typeof(ReferralSent), typeof(TaskSet), typeof(HomeReferralSent), typeof(PlaceReserved), typeof(ContingencyPlaceAgreed), typeof(InterimBedOccupied), typeof(FirstCareCallPlanned), typeof(PackageOfCareStarted),
        typeof(AdvocateInstructed), typeof(ReablementReferred), typeof(CrisisResponseRequested), typeof(BridgingStarted), typeof(LimitDecided), typeof(RehabilitationReferred), typeof(RehabilitationBedReserved),
        typeof(AdmittedToRehabilitationBed), typeof(CareHomePlaceAgreed), typeof(MovedIntoCareHome),
    ];

    // Whose the case is and who answers for it, who is in touch with the person, where they are in hospital, whom a delay is put down to, and who came.
    private static readonly Type[] AskNothing =
    [
        typeof(CaseOpened), typeof(HubChanged), typeof(AuthorityChanged), typeof(PersonMoved), typeof(ContactNamed), typeof(GpPracticeRecorded), typeof(DelayStarted), typeof(FirstCareCallMade), typeof(Readmitted),
    ];

    [Test]
    public void Every_event_that_names_an_organisation_asks_it_for_something_or_is_known_not_to() => Assert.That(
        typeof(Fact).Assembly.GetExportedTypes().Where(type => type.IsSealed && Families.Any(type.IsSubclassOf) && Names(type)), Is.EquivalentTo([.. Ask, .. AskNothing]));

    private static readonly Type[] Families = [typeof(DischargeCaseEvent), typeof(ReablementEvent), typeof(RehabilitationEvent)];

    private static bool Names(Type type) => type.GetProperties().Select(property => property.PropertyType).Any(part => IsOne(part) || (part.Assembly == type.Assembly && part.GetProperties().Any(inner => IsOne(inner.PropertyType))));

    private static bool IsOne(Type type) => type == typeof(OdsCode);
}
