using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody to talk to about the case, such as at the local authority.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Kind">Whom they are.</param>
/// <param name="Organisation">Their organisation, where it has a code.</param>
/// <param name="Note">Full name with telephone or e-mail, in words.</param>
/// <param name="Given">What of them the words have.</param>
public sealed record NameContact(Instant OccurredAt, ContactKind Kind, OdsCode? Organisation = null, NoteRef? Note = null, Listed<ContactDetail>? Given = null) : DischargeCaseCommand(OccurredAt)
{
    // Assessment notices had to carry the full name of a contact at the authority with telephone or e-mail; nobody can be called otherwise.
    /// <summary>A contact at the local authority without their name.</summary>
    public static readonly Departure WithoutName = new("discharge.contact-without-name", "A contact at the local authority was named without their full name.", Owner.CareTransferHub);

    /// <summary>A contact at the local authority who cannot be reached.</summary>
    public static readonly Departure OutOfReach = new(
        "discharge.contact-without-phone-or-email", "A contact at the local authority was named with neither telephone nor e-mail.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ContactNamed(OccurredAt, Kind, Organisation, Note, [.. Details.Distinct().Order()]);

    private Listed<ContactDetail> Details => Given ?? [];

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(WithoutName, unless: Kind is not ContactKind.LocalAuthority || Details.Contains(ContactDetail.Name))
        .Departing(OutOfReach, unless: Kind is not ContactKind.LocalAuthority || Details.Any(detail => detail is ContactDetail.Phone or ContactDetail.Email));
}
