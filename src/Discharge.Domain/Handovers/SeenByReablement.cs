using Discharge.Domain.DischargeCases;
using Discharge.Domain.Reablement;

namespace Discharge.Domain.Handovers;

/// <summary>
/// What a visit of the reablement team asks of the discharge case: the first by somebody who assesses is a time the person was seen at home. It is recorded once, by the team, and handed over with its own moment.
/// </summary>
public static class SeenByReablement
{
    /// <summary>What is to be recorded in the discharge case; null where nothing is, or the visit was withdrawn since.</summary>
    public static SeeAtHome? Of(ReablementCase reablement) => reablement.Referral is { DischargeCase: not null, OccurredAt: var left }
        && reablement.Facts.All<ContactMade>().FirstOrDefault(contact => contact.How is ContactBy.Visit && contact.OccurredAt >= left && RoleOf(contact.Role).Assesses()) is { } visit
            ? new(visit.OccurredAt, RoleOf(visit.Role))
            : null;

    private static StaffRole RoleOf(ReablementRole role) => role switch
    {
        ReablementRole.SocialWorker => StaffRole.SocialWorker,
        ReablementRole.OccupationalTherapist => StaffRole.OccupationalTherapist,
        ReablementRole.Physiotherapist => StaffRole.Physiotherapist,
        ReablementRole.IndependentLivingAssessor => StaffRole.IndependentLivingAssessor,
        _ => StaffRole.CareWorker,
    };
}
