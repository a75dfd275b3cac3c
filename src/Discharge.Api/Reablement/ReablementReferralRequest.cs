using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Reablement;
using NodaTime;

namespace Discharge.Api.Reablement;

/// <summary>A referral for reablement, which opens a case.</summary>
/// <param name="OccurredAt">When it was received.</param>
/// <param name="Person">Who is referred.</param>
/// <param name="Source">Who refers them.</param>
/// <param name="Referrer">The ODS code of the organisation that does.</param>
/// <param name="Team">The ODS code of the reablement team.</param>
/// <param name="Urgent">Whether they must be contacted on the same day.</param>
public sealed record ReablementReferralRequest(Instant OccurredAt, PersonRequest Person, ReablementSource Source, OdsCode Referrer, OdsCode Team, bool Urgent = false)
    : IDated, IExample<ReablementReferralRequest>
{
    /// <inheritdoc/>
    public static ReablementReferralRequest Example => new(
        ExampleMoment.At(2026, 3, 2, 9, 30), new(Name: "Grace Holloway", DateOfBirth: new LocalDate(1938, 11, 20), Address: "3 Quarry Lane, Northgate"), ReablementSource.GpLiaison, OdsCode.Parse("QMJ01"), OdsCode.Parse("RBT01"));

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) =>
    [
        .. Amiss.In(Person, "person.", today),
        .. Source is ReablementSource.Discharge ? [("source", "Whoever leaves the hospital into reablement is handed over by itself: give community, gp-liaison or home-first-team.")] : Array.Empty<(string, string)>(),
    ];

    internal IOpening ToOpening(PersonIndex index, Guid newPersonId) => new ReablementReferral(Person.Details, Person.NhsNumber, index, newPersonId, ToCommand);

    internal ReferForReablement ToCommand(PersonRef person, string hash) => new(OccurredAt, person, hash, Source, Referrer, Team, Urgent);
}
