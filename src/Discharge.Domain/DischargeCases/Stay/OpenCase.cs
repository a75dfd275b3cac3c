using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To open a case for somebody admitted, or first heard of on a ward. Nobody is turned away: not without an NHS number, not without an address.</summary>
/// <param name="OccurredAt">When the case is opened.</param>
/// <param name="Person">Whose case it is.</param>
/// <param name="PersonHash">A salted commitment to who the person is said to be.</param>
/// <param name="NhsNumberMissing">Why there is no NHS number, where there is none.</param>
/// <param name="Site">The hospital site.</param>
/// <param name="Ward">The ward's name at that site.</param>
/// <param name="Bed">The bed on the ward, where known.</param>
/// <param name="AdmittedAt">When the person was admitted, where known.</param>
/// <param name="Residence">Where they usually live.</param>
/// <param name="Hub">The care transfer hub.</param>
/// <param name="Authority">The local authority that answers for their care.</param>
public sealed record OpenCase(
    Instant OccurredAt,
    PersonRef Person,
    string PersonHash,
    NhsNumberMissing? NhsNumberMissing,
    OdsCode Site,
    string Ward,
    string? Bed,
    Instant? AdmittedAt,
    UsualResidence Residence,
    OdsCode Hub,
    ResponsibleAuthority Authority)
{
    /// <summary>The person's stay has a case already.</summary>
    public static readonly Refusal AlreadyOpen = new(
        "discharge.case-already-open", "This person already has an open case for this stay in hospital.", "Go on with the case that is open.")
    {
        TakenByAnother = true,
    };

    /// <summary>The admission given lies after the opening.</summary>
    public static readonly Departure OpenedBeforeAdmission = new(
        "discharge.opened-before-admission", "The case was opened before the admission it gives.", Owner.Ward);

    /// <summary>The name or date of birth differs from what is on record for the NHS number: this may be somebody else.</summary>
    public static readonly Departure DetailsDiffer = new(
        "discharge.person-details-differ",
        "The name or date of birth given differs from what is on record for this NHS number; make sure it is the same person.",
        Owner.CareTransferHub);

    /// <summary>The earlier case is open, the person had left hospital in it, and nothing in it says that they came back.</summary>
    public static readonly Departure ReadmissionNotOnRecord = new(
        "discharge.readmission-not-on-record",
        "The person's earlier case is still open and does not say that they came back; record the readmission there.",
        Owner.CareTransferHub);

    /// <summary>The opening to record in a new stream.</summary>
    /// <param name="detailsAgree">Whether who the person is said to be agrees with what is on record about them.</param>
    /// <param name="earlier">The case of the stay they come back from, where they come back from one.</param>
    public Decision<DischargeCaseEvent> Decide(bool detailsAgree = true, EarlierCase? earlier = null) =>
        new Recording<DischargeCaseEvent>(Opening(earlier?.Id))
            .Departing(OpenedBeforeAdmission, unless: AdmittedAt is not { } admitted || admitted <= OccurredAt)
            .Departing(DetailsDiffer, unless: detailsAgree)
            .Departing(ReadmissionNotOnRecord, unless: earlier is null or { ReadmissionIsOnRecord: true });

    /// <summary>Whether a case was opened by this very command, which then came twice: the same person, moment and content.</summary>
    public bool Opened(CaseOpened onRecord) => Opening(onRecord.ReadmissionOf).SaysTheSameAs(onRecord);

    private CaseOpened Opening(Guid? readmissionOf) =>
        new(OccurredAt, Person, PersonHash, NhsNumberMissing, Site, Ward, Bed, AdmittedAt, Residence, Hub, Authority, readmissionOf);
}

/// <summary>The case of the stay from which a person came back to hospital.</summary>
/// <param name="Id">The case.</param>
/// <param name="ReadmissionIsOnRecord">Whether it says that they came back.</param>
public sealed record EarlierCase(Guid Id, bool ReadmissionIsOnRecord);
