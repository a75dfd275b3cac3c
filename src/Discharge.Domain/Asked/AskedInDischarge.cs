using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;

namespace Discharge.Domain.Asked;

/// <summary>
/// What a discharge case asks of organisations: referrals and tasks, referrals to care homes, places, the first care call, packages of care, advocates. It asks nothing any more once the person died
/// or is back in hospital, or the case was closed; and nothing at all where it was opened in error.
/// </summary>
public static class AskedInDischarge
{
    /// <summary>All of it, open or ended, in the order in which it was asked.</summary>
    public static IReadOnlyList<Asking> Of(DischargeCase discharge)
    {
        if (discharge.Opening is null)
        {
            return [];
        }

        var entries = discharge.Facts.Entries;
        Asking[] asked = [.. entries.Select((entry, place) => Asked(discharge, entry, entries.Skip(place + 1).Select(later => later.Fact))).OfType<Asking>()];
        var over = asked is [] ? null : Places.First(discharge.Death?.OccurredAt, discharge.Closing?.OccurredAt, ReturnOf(discharge));
        return [.. asked.Select(asking => asking.EndedBy(over))];
    }

    private static Instant? ReturnOf(DischargeCase discharge) =>
        discharge.IsBackInHospital ? discharge.Facts.All<DischargeCaseEvent>().Last(fact => fact is Readmitted or DischargeFailed).OccurredAt : null;

    private static Asking? Asked(DischargeCase discharge, Entry entry, IEnumerable<Fact> later) => entry.Fact switch
    {
        ReferralSent sent => After(Asking.In(entry, sent.Owner, AskedFor.Referral, sent.To, sent.Due), Referrals.Find(discharge, sent.Referral)!),
        TaskSet set => After(Asking.In(entry, set.Owner, AskedFor.Task, set.What, set.Due), CaseTasks.Find(discharge, set.Task)!),
        HomeReferralSent sent => After(Asking.In(entry, sent.Home, AskedFor.CareHomeReferral, sent.Kind, sent.Due), HomeReferrals.Find(discharge, entry.Version)!, later),
        PlaceReserved reserved => Places.Kept(Asking.In(entry, reserved.Provider, AskedFor.PlaceReserved, reserved.Kind), reserved, later),
        ContingencyPlaceAgreed agreed => Agreed(Asking.In(entry, agreed.Provider, AskedFor.ContingencyPlace, agreed.Kind), agreed, later),
        InterimBedOccupied occupied => Places.Occupied(
            Asking.In(entry, occupied.Place.Provider, AskedFor.PlaceOccupied, occupied.Place.Kind), occupied.Place.Bed, later, fact => fact is InterimBedOccupied || IsLeft(fact, occupied.Place)),
        FirstCareCallPlanned planned => AfterPlan(Asking.In(entry, planned.Provider, AskedFor.FirstCareCall, due: planned.CallAt), later),
        PackageOfCareStarted started => (Asking.In(entry, started.Provider, AskedFor.PackageOfCare) with { Stands = AskedStanding.Started }).EndedBy(later.FirstOrDefault(EndsCareAtHome)),
        AdvocateInstructed { Organisation: { } organisation } instructed => Asking.In(entry, organisation, AskedFor.Advocacy, SensitiveFacts.ClassOf(instructed) is null ? instructed.Kind : null),
        _ => null,
    };

    private static Asking After(Asking asking, Referral referral) => referral.Status switch
    {
        ReferralStatus.Received => asking with { Stands = AskedStanding.Received },
        ReferralStatus.Triaged => asking with { Stands = AskedStanding.Triaged },
        ReferralStatus.Accepted => asking with { Stands = AskedStanding.Accepted },
        ReferralStatus.Allocated => asking with { Stands = AskedStanding.Allocated },
        ReferralStatus.Declined => asking.EndedBy(referral.StandsAt, AskedStanding.Declined),
        ReferralStatus.Done => asking.EndedBy(referral.StandsAt, AskedStanding.Done),
        ReferralStatus.NoLongerNeeded => asking.EndedBy(referral.StandsAt, AskedStanding.NoLongerNeeded),
        _ => asking,
    };

    private static Asking After(Asking asking, CaseTask task) => asking.EndedBy(task.End, task.End is { As: TaskEnd.NoLongerNeeded } ? AskedStanding.NoLongerNeeded : AskedStanding.Done);

    // Whoever moved into the home is in a place of it from then on, which is asked by their arrival.
    private static Asking After(Asking asking, HomeReferral referral, IEnumerable<Fact> later) => (referral.Status switch
    {
        HomeReferralStatus.Assessed => asking with { Stands = AskedStanding.Assessed },
        HomeReferralStatus.Accepted => asking with { Stands = AskedStanding.Accepted },
        HomeReferralStatus.Declined => asking.EndedBy(referral.StandsAt, AskedStanding.Declined),
        HomeReferralStatus.TakenBack => asking.EndedBy(referral.StandsAt, AskedStanding.NoLongerNeeded),
        _ => asking,
    }).EndedBy(later.FirstOrDefault(fact => fact is InterimBedOccupied occupied && occupied.Place.Provider == referral.Sent.Home), AskedStanding.Done);

    // Another agreement or a move straight from home ends it, and so does whatever ends the keeping of a registered place.
    private static Asking Agreed(Asking asking, ContingencyPlaceAgreed agreed, IEnumerable<Fact> later)
    {
        var next = later.FirstOrDefault(fact => fact is ContingencyPlaceAgreed or InterimBedOccupied { Direct: not null });
        return Places.Kept(asking, agreed, later).EndedBy(next, next is InterimBedOccupied { Direct.Agreement: { } agreement } && agreement == asking.Entry ? AskedStanding.Done : AskedStanding.Ended);
    }

    private static bool IsLeft(Fact fact, InterimPlace place) =>
        fact is InterimBedVacated left && !(left is { For: LeavingInterimBedFor.AnotherInterimBed, Bed: { } bed } && bed != place.Bed);

    private static Asking AfterPlan(Asking asking, IEnumerable<Fact> later)
    {
        var next = later.FirstOrDefault(fact => fact is FirstCareCallMade or FirstCareCallPlanned or FirstCareCallMissed || EndsCareAtHome(fact));
        return asking.EndedBy(next, next is FirstCareCallMade or PackageOfCareStarted ? AskedStanding.Done : AskedStanding.Ended);
    }

    // Nobody comes to the door of somebody who went elsewhere, or for a package that was handed back or begun anew.
    private static bool EndsCareAtHome(Fact fact) => fact switch
    {
        FirstCareCallMissed missed => missed.Reason is MissedCallReason.PackageHandedBack,
        OutcomeRecorded recorded => recorded.Outcome.IsAwayFromHome(),
        _ => fact is PackageOfCareStarted or InterimBedOccupied,
    };
}
