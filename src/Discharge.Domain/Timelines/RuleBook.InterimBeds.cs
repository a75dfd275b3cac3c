using NodaTime;
using static Discharge.Domain.Timelines.LadderLevel;

namespace Discharge.Domain.Timelines;

public sealed partial class RuleBook
{
    private static Pausing NeverWhileTheBedIsUsed =>
        Pausing.Never("The bed is physically used; a readmission with the bed held keeps it running, and another bed of the same kind continues it.");

    private static TimelineRule[] InterimBeds =>
    [
        new()
        {
            Id = "T07",
            Name = "Pathway 3: stay in a nursing bed",
            Pathways = ["Pathway 3"],
            StartedBy = new("An interim nursing bed was occupied.", ["InterimBedOccupied"]),
            StoppedBy = new("The interim bed was vacated, or changed for one of the other kind.", ["InterimBedVacated", "InterimBedOccupied"]),
            Length = new LocalDays(28),
            Kind = RuleKind.Target,
            PausableBy = NeverWhileTheBedIsUsed,
            VoidedBy = NotReadmission,
            Warnings = OnDays(14, 21, 26),
            Escalations = [new(L2, new OnLocalDay(21)), new(L3, new AtBreach())],
            Authority = TheAssessment("A2: nursing bed 28 days"),
            Standing = Standing.Assessment("A2").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T08",
            Name = "Pathway 3: stay in a residential home",
            Pathways = ["Pathway 3"],
            StartedBy = new("An interim residential bed was occupied.", ["InterimBedOccupied"]),
            StoppedBy = new("The interim bed was vacated, or changed for one of the other kind.", ["InterimBedVacated", "InterimBedOccupied"]),
            Length = LocalDays.Weeks(6),
            Kind = RuleKind.Target,
            PausableBy = NeverWhileTheBedIsUsed,
            VoidedBy = NotReadmission,
            Warnings = OnDays(28, 35, 40),
            // As for a nursing bed: the team lead with the second of the three warnings.
            Escalations = [new(L2, new OnLocalDay(35)), new(L3, new AtBreach())],
            Authority = TheAssessment("A2: residential home 6 weeks"),
            Standing = Standing.Assessment("A2").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T09",
            Name = "Bed held during a home access visit",
            Pathways = ["Pathway 2 rehabilitation"],
            StartedBy = new("A home access visit started.", ["HomeAccessVisitStarted"]),
            StoppedBy = new("The home access visit was concluded, or the person left for good or moved into a care home.", ["HomeAccessVisitConcluded", "RehabilitationBedLeft", "MovedIntoCareHome"]),
            Length = new OpenEnded(),
            Kind = RuleKind.Hold,
            PausableBy = Pausing.Never("There is nothing to pause: a hold may never lapse by a timer."),
            VoidedBy = DeathOrError,
            Warnings = [new(new EachDayAt(new LocalTime(20, 0))), new(new EachDayAt(LocalTime.Midnight))],
            Escalations = [new(L1, new EachDayAt(new LocalTime(20, 0))), new(L2, new EachDayAt(LocalTime.Midnight))],
            Authority = TheAssessment("A5: the bed remains open and available throughout the visit"),
            Standing = Standing.Assessment("A5", "The hold is stated; its warnings are our proposal.").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
    ];
}
