using NodaTime;
using static Discharge.Domain.Timelines.LadderLevel;

namespace Discharge.Domain.Timelines;

public sealed partial class RuleBook
{
    private static TimelineRule[] Reablement =>
    [
        new()
        {
            Id = "T02",
            Name = "Reablement referral response",
            Pathways = ["Pathway 1", "community"],
            StartedBy = new("A referral for reablement was received.", ["ReablementReferralReceived"]),
            StoppedBy = new("A person accepted, declined or asked back, and the referrer was told; an automatic receipt does not count.",
                ["ReferralAccepted", "ReferralDeclined", "ReferralQueried"]),
            Length = Elapsed.Hours(48),
            Kind = RuleKind.Target,
            PausableBy = Pausing.Never("The assessment says all referrals are responded to within 48 hours."),
            VoidedBy = AnyReason,
            Warnings = AfterHours(36),
            Escalations = InTurn(L1, L2),
            Authority = TheAssessment("A3: all referrals responded to within 48 hours"),
            Standing = Standing.Assessment("A3", "A clock of its own beside T06, which has the same length.").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T03",
            Name = "Reablement: urgent contact on the same day",
            Pathways = ["Pathway 1", "community"],
            StartedBy = new("An urgent referral was received, or one was marked urgent.", ["UrgentReferralReceived", "ReferralMarkedUrgent"]),
            StoppedBy = new("First contact was made.", ["FirstContactMade"]),
            Length = new SameDay(),
            Kind = RuleKind.Safety,
            PausableBy = NeverForSafety,
            VoidedBy = AnyReason,
            Warnings =
            [
                // The closing hour is ours: crisis response runs to 20:00 at least (R19, R20); a service states its own.
                new(new OnStartDayWhileOpen(LocalTime.Noon, MinutesAfterALaterStart: 120, Closing: new LocalTime(20, 0)),
                    Offers: "After closing: crisis response (T27) and the on-call service."),
            ],
            Escalations = InTurn(L2, L3),
            Notes = ["A breach of a referral that came after the service had closed is shown with \"out of hours\" beside it."],
            Authority = TheAssessment("A3: same-day contact if urgent"),
            Standing = Standing.Assessment("A3").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T04",
            Name = "Named worker allocated",
            Pathways = ["reablement"],
            StartedBy = new("The person was discharged into reablement, or a community referral was accepted.", ["DischargedFromHospital", "ReferralAccepted"]),
            StoppedBy = new("A named worker was allocated.", ["NamedWorkerAllocated"]),
            MeetableBeforeStart = true,
            Length = new SameDay(),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = AnyReason,
            Warnings = [new(new OnReceipt())],
            Escalations = Throughout(L2),
            Notes = ["An allocation made before the start meets it early."],
            Authority = TheAssessment("A3: staff allocated immediately after discharge"),
            Standing = Standing.Assessment("A3", "That \"immediately\" is the same day, and that it is the named worker, is our reading.").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T05",
            Name = "Reablement for six weeks at most",
            Pathways = ["Pathway 1"],
            StartedBy = new("Reablement started: the first contact of the service.", ["ReablementStarted"]),
            StoppedBy = new("Reablement ended.", ["ReablementEnded"]),
            Length = LocalDays.Weeks(6),
            Kind = RuleKind.Target,
            PausableBy = new PausableBy([PauseGround.Readmission], ["the readmission on record"]) { ByDefault = false },
            VoidedBy = NotReadmission,
            Warnings = OnDays(28, 35),
            Escalations = InTurn(L1, L2),
            Notes = ["A breach forces a decision on the outcome."],
            Authority = TheAssessment("A3: up to six weeks"),
            Standing = Standing.Assessment("A3", "That the weeks start at the first contact is our reading.").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T11",
            Name = "Follow-up at 91 days",
            Pathways = ["Pathway 1", "Pathway 2"],
            StartedBy = new("A person of 65 or over left the hospital into reablement or rehabilitation.", ["DischargedFromHospital"]),
            StoppedBy = new("Where the person was on day 91 is on record.", ["FollowUpStatusRecorded"]),
            Length = new AsAtDay(91, recordedUntil: 105),
            Kind = RuleKind.Target,
            PausableBy = Pausing.Never("The statistical date is fixed."),
            VoidedBy = ErrorOnly,
            Warnings = OnDays(84),
            Escalations = Throughout(L1),
            Notes = ["A person who has died, is in hospital or cannot be reached has a status too, and it is recorded."],
            Authority = TheAssessment("A4: still at home 91 days after discharge into reablement or rehabilitation"),
            Standing = Standing.Assessment("A4, R22", "That the status may be recorded until day 105 is our reading.").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T12",
            Name = "Intermediate care and reablement free of charge",
            Pathways = ["Pathway 1", "Pathway 2"],
            StartedBy = new("Reablement started: the first contact of the service.", ["ReablementStarted"]),
            StoppedBy = new("Reablement ended, or charging started.", ["ReablementEnded", "ChargingStarted"]),
            Length = FreeDays.Weeks(6),
            Kind = RuleKind.Statutory,
            PausableBy = Pausing.Never("Charging is statutory."),
            VoidedBy = NotReadmission,
            Warnings = OnDays(35),
            Escalations = Throughout(L2),
            Notes =
            [
                "Reablement is never charged inside the free days.",
                "Where it ends earlier, charging for long-term care may start after the end, subject to the financial assessment.",
                "An authority may waive the charge past the free days, which settles it too (our reading).",
                "For a shorter specified period that period is free instead (general knowledge, not checked).",
            ],
            Authority = new("SI 2014/2673", "free of charge for up to six weeks"),
            Standing = Standing.Source("R23, R24").Adding(DateUnchecked),
            InForceFrom = new LocalDate(2015, 4, 1),
            InUse = true,
        },
    ];
}
