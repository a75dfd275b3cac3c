using System.Collections.Immutable;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using NodaTime;

namespace Discharge.Persistence.Tests.RehabilitationBeds;

/// <summary>What may be said of the people and beds of a model: by whom, of which bed, and how.</summary>
public enum Saying
{
    Reserve,
    EndReservation,
    Admit,
    GoOut,
    Conclude,
    Return,
    Leave,
}

/// <summary>Something said of somebody.</summary>
/// <param name="What">What.</param>
/// <param name="Person">Of whom, by number.</param>
/// <param name="Bed">Of which bed, by number, where it is of one.</param>
/// <param name="Detail">Until when a bed is reserved, how a visit ended, what somebody left for.</param>
public sealed record Said(Saying What, int Person, int Bed, int Detail)
{
    public Duration For => Duration.FromMinutes(10) * (1 + (Detail % 6));

    public VisitOutcome Outcome => new[] { VisitOutcome.ReturnToBed, VisitOutcome.TrialNight, VisitOutcome.WouldNotComeBack, VisitOutcome.AdmittedToHospital }[Detail % 4];

    public LeavingFor Reason => new[] { LeavingFor.Home, LeavingFor.OwnDecision, LeavingFor.Hospital, LeavingFor.CareHome }[Detail % 4];

    /// <summary>What it comes to as a command, which two may be without being put in the same words.</summary>
    public object Meaning => What switch
    {
        Saying.Reserve => (What, Person, Bed, (object)For),
        Saying.EndReservation or Saying.Admit => (What, Person, Bed, (object)What),
        Saying.Conclude => (What, Person, 0, (object)Outcome),
        Saying.Leave => (What, Person, 0, (object)Reason),
        _ => (What, Person, 0, (object)What),
    };
}

/// <summary>Who has a bed, in the model.</summary>
public sealed record Holding(int Person, PlaceStep As, Instant? Until = null);

/// <summary>Where somebody is, in the model.</summary>
/// <param name="Phase">How far they have come.</param>
/// <param name="Bed">The bed that is theirs.</param>
/// <param name="Left">What they left for last, and are not back from.</param>
public sealed record Somebody(RehabilitationPhase Phase = RehabilitationPhase.Accepted, int? Bed = null, LeavingFor? Left = null);

/// <summary>
/// The beds of a ward and the people for them as plain rules say, with no events, places or cases: against it the real ones are held. A held bed is nobody else's here by construction, since only its holder's own sayings
/// change it.
/// </summary>
public sealed record ModelOfBeds(ImmutableArray<Holding?> Beds, ImmutableArray<Somebody> People)
{
    /// <summary>Something was recorded.</summary>
    public const string Recorded = "recorded";

    /// <summary>It was so already.</summary>
    public const string Nothing = "nothing";

    public static ModelOfBeds Of(int beds, int people) => new([.. Enumerable.Repeat<Holding?>(null, beds)], [.. Enumerable.Repeat(new Somebody(), people)]);

    /// <summary>The ward at a moment: what was reserved until then is free.</summary>
    public ModelOfBeds At(Instant now) => this with { Beds = [.. Beds.Select(held => held?.Until <= now ? null : held)] };

    /// <summary>The ward after something was said at a moment, and what has to be answered.</summary>
    /// <param name="said">What.</param>
    /// <param name="now">When.</param>
    /// <param name="visit">Whether the visit that a conclusion names was there when it was put in words.</param>
    public (ModelOfBeds After, string Answer) Say(Said said, Instant now, bool visit)
    {
        var (person, held) = (People[said.Person], Beds[said.Bed]);
        var isTheirs = held?.Person == said.Person;
        return said.What switch
        {
            Saying.Reserve when held is not null && !isTheirs => (this, Taken(held)),
            Saying.Reserve when isTheirs && held!.As is not PlaceStep.Reserved => (this, ReserveBed.IsTheirs.Code),
            Saying.Reserve => (Given(said.Bed, new(said.Person, PlaceStep.Reserved, now + said.For)), Recorded),
            Saying.EndReservation when isTheirs && held!.As is not PlaceStep.Reserved => (this, EndBedReservation.AlreadyInIt.Code),
            Saying.EndReservation => isTheirs ? (Given(said.Bed, null), Recorded) : (this, ReleaseBed.NotTheirs.Code),
            Saying.Admit when person.Phase is RehabilitationPhase.OnHomeAccessVisit => (this, RehabilitationCommand.VisitOpen.Code),
            Saying.Admit when person.Bed == said.Bed => (this, AdmitToRehabilitationBed.AlreadyTheirs.Code),
            Saying.Admit when held is { As: not PlaceStep.Reserved } => (this, Taken(held)),
            Saying.Admit => (Freeing(said.Person).Given(said.Bed, new(said.Person, PlaceStep.Occupied)).With(said.Person, new Somebody(RehabilitationPhase.InBed, said.Bed)), Recorded),
            Saying.GoOut when person.Phase is RehabilitationPhase.OnHomeAccessVisit => (this, RehabilitationCommand.VisitOpen.Code),
            Saying.GoOut when person.Bed is null => (this, StartHomeAccessVisit.NoBed.Code),
            Saying.GoOut => (Standing(said.Person, RehabilitationPhase.OnHomeAccessVisit, PlaceStep.Held), Recorded),
            Saying.Conclude when !visit => (this, HomeAccessVisit.NoSuchVisit.Code),
            Saying.Conclude when person.Phase is not RehabilitationPhase.OnHomeAccessVisit => (this, ConcludeHomeAccessVisit.ConcludedAlready.Code),
            Saying.Conclude => (Concluded(said.Person, said.Outcome), Recorded),
            Saying.Return when person.Phase is RehabilitationPhase.OnHomeAccessVisit => (this, RehabilitationCommand.VisitOpen.Code),
            Saying.Return when person.Phase is not RehabilitationPhase.AtHomeWithBedHeld => (this, ReturnToRehabilitationBed.NothingHeld.Code),
            Saying.Return => (Standing(said.Person, RehabilitationPhase.InBed, PlaceStep.Occupied), Recorded),
            Saying.Leave when person.Left == said.Reason => (this, LeaveRehabilitationBed.LeftAlready.Code),
            _ => (Gone(said.Person, said.Reason), Recorded),
        };
    }

    private ModelOfBeds Concluded(int person, VisitOutcome outcome) => outcome switch
    {
        VisitOutcome.ReturnToBed => Standing(person, RehabilitationPhase.InBed, PlaceStep.Occupied),
        VisitOutcome.TrialNight => Standing(person, RehabilitationPhase.AtHomeWithBedHeld, PlaceStep.Held),
        VisitOutcome.WouldNotComeBack => Gone(person, LeavingFor.OwnDecision),
        _ => Gone(person, LeavingFor.Hospital),
    };

    private ModelOfBeds Gone(int person, LeavingFor reason)
    {
        var phase = reason switch
        {
            LeavingFor.Hospital => RehabilitationPhase.InHospital,
            LeavingFor.CareHome => RehabilitationPhase.MovedOn,
            _ => RehabilitationPhase.AtHome,
        };
        // In a care home nothing is kept for them any more.
        var given = reason is LeavingFor.CareHome ? this with { Beds = [.. Beds.Select(held => held?.Person == person ? null : held)] } : Freeing(person);
        return given.With(person, new Somebody(phase, Left: reason));
    }

    private ModelOfBeds Standing(int person, RehabilitationPhase phase, PlaceStep step) =>
        Given(People[person].Bed!.Value, new(person, step)).With(person, People[person] with { Phase = phase });

    private ModelOfBeds Freeing(int person) => People[person].Bed is { } bed ? Given(bed, null) : this;

    private ModelOfBeds Given(int bed, Holding? held) => this with { Beds = Beds.SetItem(bed, held) };

    private ModelOfBeds With(int person, Somebody somebody) => this with { People = People.SetItem(person, somebody) };

    private static string Taken(Holding held) => held.As switch
    {
        PlaceStep.Reserved => Domain.Beds.Taken.Reserved.Code,
        PlaceStep.Held => Domain.Beds.Taken.Held.Code,
        _ => Domain.Beds.Taken.Occupied.Code,
    };
}
