using Discharge.Api.Access;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Persistence.Records;
using NodaTime;

namespace Discharge.Api.Records;

/// <summary>The request of the contract's examples: received on the last day of March, with one thing withheld.</summary>
internal sealed class ExampleSubjectAccess : IExample<SubjectAccessView>, IExample<SubjectAccessList>, IExample<SubjectAccessExport>
{
    private static readonly Guid Id = Guid.Parse("019cb1a0-7d10-7c44-9e21-5a0b6c8d9e11");

    private static readonly PersonRef Person = new(ExampleCase.JustLeft.PersonRef);

    private static readonly Actor Governance = new("g-5c02", Caller.Named(Role.InformationGovernance), OdsCode.Parse("QMJ01"));

    private static SubjectAccessRequest Request { get; } = new(
        Id,
        Person,
        [
            new(1, ExampleMoment.At(2026, 3, 31, 10, 5), Governance, ((ISubjectAccessBody)SubjectAccessReceipt.Example).Asked),
            new(2, ExampleMoment.At(2026, 4, 2, 14, 30), Governance, ((ISubjectAccessBody)RedactionRequest.Example).Asked),
        ]);

    private static SubjectAccessView View { get; } = SubjectAccessView.Of(Request, new LocalDate(2026, 4, 3), new Dictionary<int, SubjectAccessWords>());

    /// <inheritdoc/>
    static SubjectAccessView IExample<SubjectAccessView>.Example => View;

    /// <inheritdoc/>
    static SubjectAccessList IExample<SubjectAccessList>.Example => new([View], View.Id);

    /// <inheritdoc/>
    static SubjectAccessExport IExample<SubjectAccessExport>.Example => new(
        Id,
        Person,
        Request.ReceivedOn,
        ExampleMoment.At(2026, 4, 20, 11, 0),
        [new(Person.Id, ExampleCase.Person, [], DisposedOf: null)],
        [
            new(
                ExampleCase.JustLeft.Id,
                "discharge-case",
                Person.Id,
                [
                    new(
                        2,
                        "criteria to reside reviewed",
                        ExampleMoment.At(2026, 3, 2, 9, 30),
                        ExampleMoment.At(2026, 3, 2, 9, 41),
                        Caller.Named(Role.WardStaff),
                        OdsCode.Parse("RXX01"),
                        Stands: true,
                        new { criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse", note = new { withheld = "third-party" } }),
                ],
                []),
        ],
        [new(WithholdingGround.ThirdParty, Entries: 0, Words: 1)],
        $"/v1/people/{Person.Id}/looks");
}
