using NodaTime;
using static Discharge.Domain.Timelines.LadderLevel;

namespace Discharge.Domain.Timelines;

public sealed partial class RuleBook
{
    private static TimelineRule[] Discharging =>
    [
        new()
        {
            Id = "T01",
            Name = "Pathway 1: seen at home",
            Pathways = ["Pathway 1", "self-discharge with Pathway 1 needs"],
            StartedBy = new("The person left the hospital; the discharge lounge is not leaving.", ["DischargedFromHospital"]),
            StoppedBy = new("The person was seen face to face, wherever they are staying, by an assessing role; a visit with no answer does not count.", ["HomeVisitMade"]),
            Length = Elapsed.Hours(24),
            Kind = RuleKind.Safety,
            PausableBy = NeverForSafety,
            VoidedBy = NoLongerAtHome,
            Warnings = [new(new OnReceipt(), If: Condition.NoVisitBooked), .. AfterHours(18)],
            Escalations = InTurn(L1, L3),
            Authority = TheAssessment("A1: the person is seen within 24 hours at home"),
            Standing = Standing.Assessment("A1", "That it starts on leaving, and not at the functional assessment, is our reading, and so is that a move from home into an interim bed ends it unmet.").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T23",
            Name = "Twice-daily review of the criteria to reside",
            Pathways = ["all inpatients"],
            StartedBy = new("Each local date in hospital, the first and the last day exempt.", []),
            StoppedBy = new("The criteria to reside were reviewed twice, at least once by a doctor.", ["CriteriaToResideReviewed"]),
            Length = new EachLocalDate(Times: 2, ByADoctor: 1),
            Kind = RuleKind.Measure,
            PausableBy = NeverForTarget,
            VoidedBy = ErrorOnly,
            Warnings = [new(new OnStartDayAt(LocalTime.Noon), If: Condition.NoReviewYet)],
            Told = Telling.OnePerWardAndRound,
            Notes = ["A measure: one message for a ward and round, never a breach for a person."],
            Authority = new("Hospital discharge service: action cards", "twice-daily review, at least one by a doctor"),
            Standing = Standing.Source("R10").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T24",
            Name = "Discharge Ready Date to discharge",
            Pathways = ["all"],
            StartedBy = new("The Discharge Ready Date, derived from the reviews and never typed.", []),
            StoppedBy = new("The person left the hospital.", ["DischargedFromHospital"]),
            Length = new CountedDays([new(0, 0), new(1, 1), new(2, 3), new(4, 6), new(7, 13), new(14, 20), new(21, null)]),
            Kind = RuleKind.Measure,
            PausableBy = Pausing.Never("The national metric has no pauses."),
            VoidedBy = DeathOrError,
            Warnings = OnDays(1, 4, 7, 14, 21),
            Escalations = [new(L3, new EachDayAt(WarningMoment.Morning)), new(L4, new EachDayAt(WarningMoment.Morning))],
            Told = Telling.OneDailyListByBand,
            Notes = ["A measure: delay days are counted, and no breach is recorded on any day."],
            Authority = new("NHS England guidance on the Discharge Ready Date", "delay days in bands 0, 1, 2-3, 4-6, 7-13, 14-20, 21+"),
            Standing = Standing.Source("R7, R28").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T25",
            Name = "Safety and welfare check",
            Pathways = ["Pathway 1"],
            StartedBy = new("The person left the hospital.", ["DischargedFromHospital"]),
            StoppedBy = new("A safety and welfare check was completed.", ["WelfareCheckCompleted"]),
            Length = new SameDay(),
            Kind = RuleKind.Safety,
            PausableBy = NeverForSafety,
            VoidedBy = NoLongerAtHome,
            Warnings = [new(new OnStartDayAt(new LocalTime(18, 0)))],
            Escalations = Throughout(L2),
            Authority = new("Discharge of hospital patients with care and support needs", "safety and welfare check on the day of discharge"),
            Standing = Standing.Source("R29", "That a move from home into an interim bed ends it unmet is our reading.").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T33",
            Name = "Contact after discharge for a person at risk of readmission",
            Pathways = ["readmission risk"],
            StartedBy = new("The person left the hospital.", ["DischargedFromHospital"]),
            StoppedBy = new("A GP or nurse was in contact.", ["PostDischargeContactMade"]),
            Length = ElapsedWindow.Hours(24, 72),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = AnyReason,
            Warnings = AfterHours(60),
            Escalations = Throughout(L1),
            Authority = new("NICE guideline NG27, as generally known", "contact 24 to 72 hours after discharge"),
            Standing = Standing.GeneralKnowledge(Undated),
            InForceFrom = SinceEver,
        },
    ];
}
