using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.RehabilitationBeds;
using NodaTime;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>A referral for a rehabilitation bed, which opens a case.</summary>
/// <param name="OccurredAt">When it was received.</param>
/// <param name="Route">Whether the person steps down from hospital or up from home.</param>
/// <param name="Referrer">The ODS code of the organisation that refers them.</param>
/// <param name="Team">The ODS code of the rehabilitation team.</param>
/// <param name="Person">Who is referred; left out where they come from a stay in hospital that is on record.</param>
/// <param name="DischargeCase">The discharge case they come from, where it is on record.</param>
public sealed record RehabilitationReferralRequest(Instant OccurredAt, RehabilitationRoute Route, OdsCode Referrer, OdsCode Team, PersonRequest? Person = null, Guid? DischargeCase = null)
    : IDated, IExample<RehabilitationReferralRequest>
{
    /// <inheritdoc/>
    public static RehabilitationReferralRequest Example => new(
        ExampleMoment.At(2026, 3, 2, 9, 0), RehabilitationRoute.StepUp, OdsCode.Parse("QMJ01"), OdsCode.Parse("RHB01"), new(Name: "Winifred Ashdown", DateOfBirth: new LocalDate(1936, 5, 14), Address: "8 Mill Row, Northgate"));

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => (Person, DischargeCase) switch
    {
        (null, null) => [("person", "Say who is referred; or give as dischargeCase the stay in hospital they come from.")],
        (not null, not null) => [("person", "Leave this out where the stay in hospital is given as dischargeCase, which says who they are.")],
        (null, _) when Route is RehabilitationRoute.StepUp => [("dischargeCase", "Who steps up from home comes from no stay in hospital: leave this out and say who they are.")],
        ({ } person, _) => Amiss.In(person, "person.", today),
        _ => [],
    };

    internal IOpening ToOpening(PersonIndex index, Guid newPersonId, Reach reach) => new RehabilitationReferral(Person?.Details, Person?.NhsNumber, DischargeCase, index, newPersonId, ToCommand) { Reach = reach };

    internal ReferForRehabilitation ToCommand(PersonRef person, string hash) => new(OccurredAt, person, hash, Route, Referrer, Team, DischargeCase);
}
