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

        // Stay.
        Admit.DiffersFromOpening,
        Admit.AfterLeaving,
        MovePerson.AfterLeaving,
        OpenPlan.AfterLeaving,
        ExpectDischarge.ChangedWithoutReason,
        ExpectDischarge.GoneBy,
        ExpectDischarge.AfterLeaving,
        AttendWardRound.NobodyNamed,
        AttendWardRound.AfterLeaving,

        // Delays.
        StartDelay.NotReady,
        StartDelay.AfterLeaving,
        EndDelay.BeforeItBegan,
        NamePrimaryDelay.NotOpenThatDay,
    ];

    private static readonly FrozenDictionary<string, Departure> ByCode = All.ToFrozenDictionary(departure => departure.Code);

    /// <summary>The departure of this code.</summary>
    public static Departure Of(string code) => ByCode[code];
}
