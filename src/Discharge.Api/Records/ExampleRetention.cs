using Discharge.Api.Access;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Persistence.Records;
using NodaTime;

namespace Discharge.Api.Records;

/// <summary>A record of the contract's examples: held for an inquiry for a while, then appraised to be kept.</summary>
internal sealed class ExampleRetention : IExample<RetentionView>, IExample<RetentionList>
{
    private static readonly PersonRef Person = new(ExampleCase.JustLeft.PersonRef);

    private static readonly Instant Now = ExampleMoment.At(2036, 3, 10, 9, 0);

    private static readonly Actor Keeper = new("r-2b90", Caller.Named(Role.RecordsManager), OdsCode.Parse("QMJ01"));

    private static RetentionView View { get; } = RetentionView.Of(
        Person,
        new PersonRetention(CareGoesOn: false, ExampleMoment.At(2026, 3, 9, 15, 0),
        [
            Decision(1, 2, LegalHoldRequest.Example), Decision(2, 5, LegalHoldEndRequest.Example), Decision(3, 6, AppraisalRequest.Example),
        ]),
        RetentionSchedule.Standard,
        Now);

    /// <inheritdoc/>
    static RetentionView IExample<RetentionView>.Example => View;

    /// <inheritdoc/>
    static RetentionList IExample<RetentionList>.Example => new([RetentionView.Of(Person, new PersonRetention(CareGoesOn: false, ExampleMoment.At(2026, 3, 9, 15, 0), []), RetentionSchedule.Standard, Now)], Person.Id);

    private static RetentionDecision Decision(int number, int day, IRetentionRequest request) =>
        new(number, request.Asked.What, ExampleMoment.At(2036, 3, day, 10, 30), Keeper, request.Asked.Reason, request.Asked.Authority, request.Asked.Class, request.Asked.KeepUntil);
}
