using NodaTime;
using static Discharge.Domain.Timelines.LadderLevel;

namespace Discharge.Domain.Timelines;

public sealed partial class RuleBook
{
    private const string TheOnCallForDetention = "on-call director, MHA office and AMHP lead";

    private static LocalDate DetentionsOf24Hours => new(2017, 12, 11);

    private static Pausing NeverInDetention => Pausing.Never("Nothing pauses a detention.");

    private static Occasion DetentionOver =>
        new("The assessment was concluded, or the person was released or admitted.", ["AssessmentConcluded", "Released", "Admitted"]);

    private static Escalation[] DetentionLadder =>
    [
        new(L2, new ElapsedAfterStart(12 * 60)),
        new(L3, new ElapsedAfterStart(18 * 60)),
        new(L4, new ElapsedAfterStart(22 * 60), TheOnCallForDetention),
    ];

    private static string[] DetentionNotes =>
    [
        "Whether arrival is the ambulance arriving or entry to the building is disputed (R36): both are recorded, and the clock runs from the earlier (a proposal).",
        "A transfer between places does not restart it (general knowledge, not checked).",
    ];

    private static TimelineRule[] PlacesOfSafety =>
    [
        new()
        {
            Id = "T19",
            Name = "Place of safety reserved for the next day",
            Pathways = ["AMHP"],
            StartedBy = new("A place was reserved for a booked community assessment.", ["PlaceReserved"]),
            StoppedBy = new("The person arrived, or the reservation was released.", ["PersonArrived", "ReservationReleased"]),
            Length = new LocalDays(1),
            Kind = RuleKind.Hold,
            PausableBy = Pausing.Never("The assessment is booked for the next day; a reservation that is no longer needed is released by a named person."),
            VoidedBy = DeathOrError,
            Warnings = [new(new BeforeBooked(2)), new(new OnDueDayAt(new LocalTime(20, 0)))],
            Escalations =
            [
                new(L2, new AtEachWarning(), "AMHP lead and bed management"),
                new(L2, new AtBreach(), "AMHP lead and bed management"),
            ],
            Notes =
            [
                "It never expires by itself while the assessment is under way or the person is being conveyed (a proposal).",
                "A reservation is not a detention: the 24 hours of T20 or T21 start only at arrival (a proposal).",
            ],
            Authority = TheAssessment("A11: a place is reserved for a community assessment booked for the following day"),
            Standing = Standing.Assessment("A11", "The reservation is stated; what becomes of it when its day is over is our proposal.").Adding(Undated),
            InForceFrom = SinceEver,
        },
        new()
        {
            Id = "T20",
            Name = "Detention under section 136",
            Pathways = ["AMHP", "place of safety"],
            StartedBy = new("The person arrived at the place of safety, or a constable decided to keep them where they were.", ["ArrivedAtPlaceOfSafety", "KeptByConstable"]),
            StoppedBy = DetentionOver,
            Length = Statutory.Hours(24),
            Kind = RuleKind.Statutory,
            PausableBy = NeverInDetention,
            VoidedBy = DeathOrError,
            Warnings = AfterHours(12, 18, 22),
            Escalations = DetentionLadder,
            Notes = DetentionNotes,
            Authority = new("Policing and Crime Act 2017", "section 82: 24 hours for a detention under section 136 of the Mental Health Act 1983"),
            Standing = Standing.Source("R26").Adding(DateUnchecked),
            InForceFrom = DetentionsOf24Hours,
        },
        new()
        {
            Id = "T21",
            Name = "Detention under section 135",
            Pathways = ["AMHP", "place of safety"],
            StartedBy = new("The person arrived at the place of safety, or a constable first entered the premises where they are kept.",
                ["ArrivedAtPlaceOfSafety", "ConstableEnteredPremises"]),
            StoppedBy = DetentionOver,
            Length = Statutory.Hours(24),
            Kind = RuleKind.Statutory,
            PausableBy = NeverInDetention,
            VoidedBy = DeathOrError,
            Warnings = AfterHours(12, 18, 22),
            Escalations = DetentionLadder,
            Notes = DetentionNotes,
            Authority = new("Policing and Crime Act 2017", "section 82: 24 hours for a detention under section 135 of the Mental Health Act 1983"),
            Standing = Standing.Source("R26").Adding(DateUnchecked),
            InForceFrom = DetentionsOf24Hours,
        },
        new()
        {
            Id = "T22",
            Name = "Extension of a detention",
            Pathways = ["AMHP", "place of safety"],
            StartedBy = new("The first 24 hours ended with an extension authorised before their end; the clock starts at that end.", ["ExtensionAuthorised"]),
            StoppedBy = DetentionOver,
            Length = Statutory.Hours(12) with
            {
                CountedFrom = "That is the end of the first 24 hours; the extension is counted from it and not from when it was authorised.",
            },
            Kind = RuleKind.Statutory,
            PausableBy = NeverInDetention,
            VoidedBy = DeathOrError,
            Warnings = [new(new BeforeBreach(4)), new(new BeforeBreach(1))],
            Escalations = [new(L4, new AtEachWarning(), TheOnCallForDetention), new(L4, new AtBreach(), TheOnCallForDetention)],
            Notes =
            [
                "At most 12 hours, so never beyond 36 hours from the start of the detention.",
                "Authorised only by the registered medical practitioner responsible for the examination, and only before the 24 hours expire.",
                "Only because the person's condition makes the assessment impracticable, not to find a bed or staff.",
                "At a police station a superintendent must also approve.",
            ],
            Authority = new("Mental Health Act 1983", "section 136B: extension of detention by up to 12 hours"),
            Standing = Standing.Source("R27").Adding(DateUnchecked),
            InForceFrom = DetentionsOf24Hours,
        },
    ];
}
