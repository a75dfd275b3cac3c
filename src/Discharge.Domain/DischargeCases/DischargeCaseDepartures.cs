using System.Collections.Frozen;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>Every rule a fact of a discharge case may depart from, by its code.</summary>
public static class DischargeCaseDepartures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Departure> All { get; } =
    [
        DischargeCase.BeforeAdmission,
        DischargeCase.AfterClosing,
        OpenCase.OpenedBeforeAdmission,
        OpenCase.DetailsDiffer,
        ReviewCriteriaToReside.AfterLeaving,
        ReviewCriteriaToReside.ContradictsDischarge,
        AssessFunction.AfterLeaving,
        AssessFunction.ByNonAssessingRole,
        .. WhatDischargeNeeds.All.Select(DecideDischarge.Overridden),
        BookHomeVisit.ForNonAssessingRole,
        LeaveHospital.MeetingCriteria,
        LeaveHospital.NotStable,
        LeaveHospital.NotAssessed,
        LeaveHospital.WithoutPathway,
        LeaveHospital.WithoutDecision,
        LeaveHospital.NowhereKnown,
        CheckWelfare.BeforeLeaving,
        CheckWelfare.UrgentHelp,
        SeeAtHome.BeforeLeaving,
        SeeAtHome.ByNonAssessingRole,
        ReportFailedVisit.NotSeen,
        // Person/
        RaiseObjection.Objected,
        RecordConsent.WithdrawnWithoutGiven,
        DecideInBestInterests.WithoutLackOfCapacity,
        RecordAttorney.NotSeen,
        ChangeAuthority.Disputed,
        InvolvementDuty.PersonNotInvolved,
        InvolvementDuty.CarerNotInvolved,
        // Pathways/
        DecideRisk.NotLeastIntrusiveFirst,
        DecidePathway.DiffersWithoutReason,
        // Referrals/
        TakeReferralStep.OutOfOrder,
        TakeReferralStep.DeclinedWithoutReason,
        EndTask.BeforeSet,
    ];

    private static readonly FrozenDictionary<string, Departure> ByCode = All.ToFrozenDictionary(departure => departure.Code);

    /// <summary>The departure of this code.</summary>
    public static Departure Of(string code) => ByCode[code];
}
