using System.Text.Json.Nodes;
using Discharge.Api.Access;
using NodaTime;

namespace Discharge.Api.Demo;

/// <summary>One thing recorded about somebody on the demonstration ward.</summary>
/// <param name="By">The role that records it.</param>
/// <param name="What">The last part of the path it is sent to; {entry} stands for the entry recorded last under its first word.</param>
/// <param name="Ago">How long ago it happened.</param>
/// <param name="Body">What it says, but for when.</param>
/// <param name="Moment">A field that is another moment, and how long ago that is; negative where it lies ahead.</param>
/// <param name="Date">A field that is a date, and how long ago that is; negative where it lies ahead.</param>
/// <param name="Room">The registered place it happened in, where it happened in one.</param>
internal sealed record DemoStep(
    Role By, string What, Duration Ago, JsonObject Body, (string Field, Duration Ago)? Moment = null, (string Field, Duration Ago)? Date = null, DemoRoom? Room = null);

/// <summary>What is recorded on the demonstration ward, in the words its table is written in. Each says how long ago.</summary>
internal static class DemoSteps
{
    private const string Provider = "AB123";

    private static readonly string[] Why = ["no-new-needs", "home-first", "bedded-recovery", "twenty-four-hour-need"];

    /// <summary>So many hours.</summary>
    public static Duration Hours(double hours) => Duration.FromHours(hours);

    /// <summary>So many days.</summary>
    public static Duration Days(int days) => Duration.FromDays(days);

    /// <summary>The plan for the discharge is opened.</summary>
    public static DemoStep Planned(Duration ago) =>
        new(Role.WardStaff, "plan", ago, new() { ["by"] = "nurse" });

    /// <summary>The date of discharge is expected so many days after this is said.</summary>
    public static DemoStep Expected(Duration ago, int inDays, string? reason = null) =>
        new(Role.WardStaff, "expected-discharge-dates", ago, new() { ["by"] = "consultant", ["reason"] = reason }, Date: ("date", ago - Days(inDays)));

    /// <summary>A review finds a criterion to reside met.</summary>
    public static DemoStep Unwell(Duration ago) =>
        new(Role.WardStaff, "criteria-to-reside-reviews", ago, new() { ["criteriaMet"] = new JsonArray("intravenous-fluids"), ["medicallyStable"] = false, ["by"] = "doctor" });

    /// <summary>A review finds no criterion to reside met.</summary>
    public static DemoStep Ready(Duration ago) =>
        new(Role.WardStaff, "criteria-to-reside-reviews", ago, new() { ["criteriaMet"] = new JsonArray(), ["medicallyStable"] = true, ["by"] = "consultant" });

    /// <summary>Moved to the discharge lounge.</summary>
    public static DemoStep ToLounge(Duration ago) =>
        new(Role.WardStaff, "moves", ago, new() { ["toDischargeLounge"] = true });

    /// <summary>An interpreter is needed.</summary>
    public static DemoStep Interpreter(Duration ago, string language) =>
        new(Role.WardStaff, "communication-needs", ago, new() { ["language"] = language, ["interpreterNeeded"] = true });

    /// <summary>Somebody who cares for them is named.</summary>
    public static DemoStep Carer(Duration ago, string relationship, bool livesWith = false) =>
        new(Role.WardStaff, "carers", ago, new() { ["relationship"] = relationship, ["livesWithPerson"] = livesWith });

    /// <summary>The carer last named accepts an offer.</summary>
    public static DemoStep OfferedToCarer(Duration ago, string offer) =>
        new(Role.DischargeCoordinator, "carers/{entry}/offers", ago, new() { ["offer"] = offer, ["answer"] = "accepted", ["by"] = "social-worker" });

    /// <summary>There is no home to go to.</summary>
    public static DemoStep Homeless(Duration ago, string situation) =>
        new(Role.WardStaff, "homelessness", ago, new() { ["situation"] = situation, ["by"] = "nurse" });

    /// <summary>A safeguarding concern is raised.</summary>
    public static DemoStep Concern(Duration ago) =>
        new(Role.WardStaff, "safeguarding-concerns", ago, new() { ["by"] = "nurse", ["note"] = "Money has gone missing at home." });

    /// <summary>The person objects to where they are to go.</summary>
    public static DemoStep Objects(Duration ago) =>
        new(Role.WardStaff, "objections", ago, new() { ["who"] = "person", ["to"] = "destination", ["by"] = "nurse" });

    /// <summary>They lack capacity to decide where to live.</summary>
    public static DemoStep LacksCapacity(Duration ago) =>
        new(Role.DischargeCoordinator, "capacity-assessments", ago, new() { ["for"] = "where-to-live", ["found"] = "lacks", ["by"] = "doctor" });

    /// <summary>An advocate is instructed.</summary>
    public static DemoStep InstructsAdvocate(Duration ago) =>
        new(Role.DischargeCoordinator, "advocates", ago, new() { ["kind"] = "independent-mental-capacity-advocate", ["by"] = "social-worker" });

    /// <summary>A pathway is recommended.</summary>
    public static DemoStep Recommended(Duration ago, int pathway) =>
        new(Role.WardStaff, "pathway-recommendations", ago, new() { ["pathway"] = $"pathway-{pathway}", ["by"] = "physiotherapist" });

    /// <summary>Function is assessed at the hospital.</summary>
    public static DemoStep Assessed(Duration ago, params IEnumerable<string> needs) =>
        new(Role.WardStaff, "functional-assessment", ago, new() { ["by"] = "occupational-therapist", ["needs"] = new JsonArray([.. needs.Select(need => JsonValue.Create(need))]) });

    /// <summary>A pathway is decided, with why it is unlike the one recommended.</summary>
    public static DemoStep OnPathway(Duration ago, int pathway, string? unlike = null) =>
        new(Role.DischargeCoordinator, "pathway-decision", ago, new() { ["pathway"] = $"pathway-{pathway}", ["reason"] = Why[pathway], ["by"] = "discharge-coordinator", ["difference"] = unlike });

    /// <summary>Advice is given.</summary>
    public static DemoStep Advised(Duration ago) =>
        new(Role.WardStaff, "advice", ago, new() { ["on"] = new JsonArray("local-services", "voluntary-sector"), ["as"] = "signposted-elsewhere", ["by"] = "nurse" });

    /// <summary>How to manage a risk is decided.</summary>
    public static DemoStep Risk(Duration ago) =>
        new(Role.DischargeCoordinator, "risk-decisions", ago, new() { ["hazards"] = new JsonArray("falls"), ["options"] = new JsonArray(Way("assistive-technology"), Way("care-visits")), ["chosen"] = "assistive-technology", ["by"] = "occupational-therapist" });

    /// <summary>Who pays which part is agreed, in per cent; the rest is the person's own.</summary>
    public static DemoStep Funding(Duration ago, int health, int socialCare) =>
        new(Role.DischargeCoordinator, "funding-splits", ago, new() { ["split"] = new JsonObject { ["health"] = health, ["socialCare"] = socialCare, ["selfFunded"] = 100 - health - socialCare }, ["agreedBy"] = "health-and-social-care" }, Date: ("from", ago));

    /// <summary>They are referred to a service.</summary>
    public static DemoStep Referred(Duration ago, string service) =>
        new(Role.WardStaff, "referrals", ago, new() { ["to"] = service, ["owner"] = DemoWard.Hub, ["by"] = "discharge-coordinator" });

    /// <summary>A task is set.</summary>
    public static DemoStep Task(Duration ago, string what, Duration dueIn) =>
        new(Role.WardStaff, "tasks", ago, new() { ["what"] = what, ["owner"] = DemoWard.Hub, ["by"] = "discharge-coordinator" }, Moment: ("due", -dueIn));

    /// <summary>Something begins to keep them in hospital.</summary>
    public static DemoStep Delayed(Duration ago, string code, string actsNext) =>
        new(Role.WardStaff, "delays", ago, new() { ["codeset"] = "acute-2022", ["code"] = code, ["actsNext"] = actsNext });

    /// <summary>The delay last begun ends.</summary>
    public static DemoStep DelayOver(Duration ago) =>
        new(Role.WardStaff, "delays/{entry}/end", ago, []);

    /// <summary>How something needed for the way home stands.</summary>
    public static DemoStep Item(Duration ago, string item, string state, string? equipment = null) =>
        new(Role.WardStaff, "transfer-items", ago, new() { ["item"] = item, ["state"] = state, ["equipment"] = equipment });

    /// <summary>The first care call is planned.</summary>
    public static DemoStep CallPlanned(Duration ago, Duration callAgo) =>
        new(Role.ReablementTeam, "first-care-call-plans", ago, new() { ["provider"] = Provider }, Moment: ("callAt", callAgo));

    /// <summary>A visit at home is booked.</summary>
    public static DemoStep Booked(Duration ago, Duration visitAgo) =>
        new(Role.ReablementTeam, "home-visit-bookings", ago, new() { ["by"] = "occupational-therapist" }, Moment: ("visitAt", visitAgo));

    /// <summary>It is decided to discharge.</summary>
    public static DemoStep Decided(Duration ago) =>
        new(Role.DischargeCoordinator, "discharge-decision", ago, new() { ["by"] = "consultant" });

    /// <summary>Everything up to the decision to discharge on Pathway 1, which is this long ago; reablement is needed where nothing else is said.</summary>
    public static IEnumerable<DemoStep> Prepared(Duration ago, params string[] needs) =>
        [Ready(ago + Hours(20)), Assessed(ago + Hours(12), needs is [] ? ["reablement"] : needs), OnPathway(ago + Hours(4), 1), Decided(ago)];

    /// <summary>Everything up to the arrival in an interim bed, which is this long ago: why home is not possible, the stay decided, out of the hospital.</summary>
    public static IEnumerable<DemoStep> IntoInterimBed(Duration ago, DemoRoom room) =>
    [
        Ready(ago + Hours(50)),
        Assessed(ago + Hours(30), "twenty-four-hour-care"),
        new(Role.DischargeCoordinator, "home-not-possible-findings", ago + Hours(29), new() { ["reasons"] = new JsonArray("not-safe-between-visits", "nights-not-covered"), ["by"] = "social-worker" }),
        new(Role.WardStaff, "involvement", ago + Hours(28), new() { ["who"] = "person", ["by"] = "social-worker" }),
        OnPathway(ago + Hours(27), 3),
        new(Role.DischargeCoordinator, "interim-stay-decisions", ago + Hours(26), new() { ["kind"] = room.Kind, ["by"] = "social-worker" }, Date: ("expectedUntil", ago - Days(room.Kind == "nursing" ? 28 : 42))),
        Decided(ago + Hours(20)),
        Left(ago + Hours(1), "care-home"),
        new(Role.DischargeCoordinator, "interim-bed-arrivals", ago, [], Room: room),
    ];

    /// <summary>A care home is asked for a place like this.</summary>
    public static DemoStep AskedHome(Duration ago, DemoRoom like) =>
        new(Role.DischargeCoordinator, "home-referrals", ago, new() { ["home"] = like.Provider, ["kind"] = like.Kind, ["by"] = "discharge-coordinator" });

    /// <summary>They are assessed for the home last asked.</summary>
    public static DemoStep AssessedForHome(Duration ago, string assessor, bool needsCanBeMet = true) =>
        new(Role.DischargeCoordinator, "home-referrals/{entry}/assessments", ago, new() { ["assessor"] = assessor, ["needsCanBeMet"] = needsCanBeMet });

    /// <summary>The home last asked declines.</summary>
    public static DemoStep HomeDeclined(Duration ago, string reason) =>
        new(Role.DischargeCoordinator, "home-referrals/{entry}/decline", ago, new() { ["reason"] = reason });

    /// <summary>The home last asked accepts, from so long after now.</summary>
    public static DemoStep HomeAccepted(Duration ago, Duration from, int? weeklyTopUp = null) =>
        new(Role.DischargeCoordinator, "home-referrals/{entry}/acceptance", ago, new() { ["admitsAtWeekends"] = true, ["weeklyTopUp"] = weeklyTopUp }, Moment: ("earliestAdmission", -from));

    /// <summary>The person chooses the home last asked.</summary>
    public static DemoStep HomeChosen(Duration ago) =>
        new(Role.DischargeCoordinator, "home-referrals/{entry}/choice", ago, new() { ["chosenBy"] = "person", ["by"] = "social-worker" });

    /// <summary>They pay for their care home themselves.</summary>
    public static DemoStep SelfFunder(Duration ago) =>
        new(Role.DischargeCoordinator, "self-funder-findings", ago, new() { ["paysAlone"] = true, ["by"] = "social-worker" });

    /// <summary>The deprivation of their liberty is authorised until a date.</summary>
    public static DemoStep Authorised(Duration ago, Duration untilAgo) =>
        new(Role.DischargeCoordinator, "deprivations-of-liberty", ago, new() { ["standing"] = "standard", ["by"] = "social-worker" }, Date: ("until", untilAgo));

    /// <summary>The assessment of long-term needs is begun.</summary>
    public static DemoStep AssessmentBegun(Duration ago) =>
        new(Role.DischargeCoordinator, "long-term-assessments", ago, new() { ["by"] = "social-worker" });

    /// <summary>Maximum independence is reached.</summary>
    public static DemoStep Recovered(Duration ago) =>
        new(Role.DischargeCoordinator, "recovery-findings", ago, new() { ["finding"] = "maximum-independence-reached", ["ground"] = "scores-no-longer-rise", ["by"] = "physiotherapist" });

    /// <summary>A named senior extends the interim stay.</summary>
    public static DemoStep Extended(Duration ago, Duration untilAgo) =>
        new(Role.DischargeCoordinator, "interim-stay-extensions", ago, new() { ["reason"] = "awaiting-care-at-home", ["authorisedAs"] = "service-manager", ["authoriser"] = "Miriam Osei" }, Date: ("until", untilAgo));

    /// <summary>They leave the hospital.</summary>
    public static DemoStep Left(Duration ago, string to = "own-home") =>
        new(Role.WardStaff, "discharge", ago, new() { ["to"] = to });

    /// <summary>They leave on their own decision.</summary>
    public static DemoStep LeftAgainstAdvice(Duration ago) =>
        new(Role.WardStaff, "discharge", ago, new() { ["to"] = "own-home", ["selfDischarge"] = true, ["note"] = "Left by taxi before the therapist could see him." });

    /// <summary>They arrive.</summary>
    public static DemoStep Arrived(Duration ago, string receivedBy = "family-or-friend") =>
        new(Role.ReablementTeam, "arrival", ago, new() { ["receivedBy"] = receivedBy });

    /// <summary>The first care call is made.</summary>
    public static DemoStep CallMade(Duration ago) =>
        new(Role.ReablementTeam, "first-care-call", ago, new() { ["provider"] = Provider });

    /// <summary>The first care call is not made.</summary>
    public static DemoStep CallMissed(Duration ago) =>
        new(Role.ReablementTeam, "missed-care-calls", ago, new() { ["reason"] = "provider-did-not-come" });

    /// <summary>Their welfare is checked.</summary>
    public static DemoStep Checked(Duration ago, string outcome = "safe-and-well") =>
        new(Role.ReablementTeam, "welfare-check", ago, new() { ["by"] = "discharge-coordinator", ["outcome"] = outcome });

    /// <summary>Nobody answers a visit.</summary>
    public static DemoStep NoAnswer(Duration ago) =>
        new(Role.ReablementTeam, "failed-home-visits", ago, new() { ["by"] = "occupational-therapist", ["reason"] = "no-answer" });

    /// <summary>They are seen at home.</summary>
    public static DemoStep Seen(Duration ago) =>
        new(Role.ReablementTeam, "home-visit", ago, new() { ["by"] = "occupational-therapist" });

    /// <summary>A package of care starts.</summary>
    public static DemoStep PackageStarted(Duration ago) =>
        new(Role.ReablementTeam, "packages-of-care", ago, new() { ["provider"] = Provider, ["start"] = "new", ["visitsADay"] = 2, ["doubleHanded"] = false });

    /// <summary>They come back before being seen.</summary>
    public static DemoStep CameBack(Duration ago, string reason) =>
        new(Role.WardStaff, "failed-discharge", ago, new() { ["reason"] = reason });

    /// <summary>They are admitted again.</summary>
    public static DemoStep Readmitted(Duration ago, string reason) =>
        new(Role.WardStaff, "readmission", ago, new() { ["reason"] = reason, ["site"] = DemoWard.Site });

    /// <summary>They die.</summary>
    public static DemoStep Died(Duration ago, string place = "hospital") =>
        new(Role.WardStaff, "death", ago, new() { ["place"] = place });

    /// <summary>The long-term outcome is recorded.</summary>
    public static DemoStep Settled(Duration ago, string outcome) =>
        new(Role.ReablementTeam, "outcome", ago, new() { ["outcome"] = outcome });

    /// <summary>The case is closed.</summary>
    public static DemoStep Closed(Duration ago, string outcome = "home-without-support") =>
        new(Role.DischargeCoordinator, "closure", ago, new() { ["outcome"] = outcome });

    private static JsonObject Way(string way) => new() { ["way"] = way };
}
