using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>The person's referral to care homes.</summary>
/// <param name="SelfFunder">Whether the person pays for their care home themselves, as last found; absent where nobody has said.</param>
/// <param name="Choice">The home chosen last, and whose choice it was, also where the home declined since.</param>
/// <param name="All">The referrals, in the order they were sent.</param>
public sealed record HomeReferralsView(SelfFunderMarked? SelfFunder, HomeChosen? Choice, IReadOnlyList<HomeReferralView> All)
{
    /// <summary>What the board shows of it.</summary>
    internal HomesOnBoard OnBoard => new(
        All.Count(referral => referral.Status is HomeReferralStatus.Sent or HomeReferralStatus.Assessed),
        All.Count(referral => referral.Status is HomeReferralStatus.Accepted),
        All.Count(referral => referral.Status is HomeReferralStatus.Declined),
        All.FirstOrDefault(referral => referral.IsChosen)?.Home,
        All.FirstOrDefault(referral => referral.IsChosen)?.AdmissionFrom,
        SelfFunder?.PaysAlone is true);

    /// <summary>The view of a case; null where there is nothing of a referral to care homes.</summary>
    public static HomeReferralsView? Of(DischargeCase discharge)
    {
        if (!discharge.Facts.Any<HomeReferralEvent>())
        {
            return null;
        }

        var chosen = HomeReferrals.Chosen(discharge)?.Entry;
        return new(
            discharge.Facts.Last<SelfFunderMarked>(),
            HomeReferrals.Choice(discharge),
            [.. HomeReferrals.Of(discharge).Select(referral => HomeReferralView.Of(referral, isChosen: referral.Entry == chosen))]);
    }
}

/// <summary>A referral to a care home as it is shown.</summary>
/// <param name="Entry">The number of the entry that sent it, by which it is addressed.</param>
/// <param name="Home">The care home.</param>
/// <param name="Kind">The kind of bed that is asked for.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="By">The role of whoever referred.</param>
/// <param name="Due">By when an answer is due.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Since">Since when it stands there.</param>
/// <param name="Assessment">The assessment for the home that counts.</param>
/// <param name="Acceptance">The home's acceptance, where it stands.</param>
/// <param name="AdmissionFrom">From when it can admit the person: the earliest day and hour it gave, or the Monday after where that is on a weekend and it admits nobody then.</param>
/// <param name="DeclinedFor">Why the home declined, where it stands declined and said why.</param>
/// <param name="TopUp">Who agreed to pay which top-up.</param>
/// <param name="IsChosen">Whether it is the home that was chosen.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeReferralView(
    long Entry,
    OdsCode Home,
    InterimBedKind Kind,
    Instant SentAt,
    StaffRole By,
    Instant? Due,
    HomeReferralStatus Status,
    Instant Since,
    AssessedForHome? Assessment,
    AcceptedByHome? Acceptance,
    Instant? AdmissionFrom,
    HomeDeclineReason? DeclinedFor,
    TopUpAgreed? TopUp,
    bool IsChosen,
    NoteRef? Note)
{
    internal static HomeReferralView Of(HomeReferral referral, bool isChosen) => new(
        referral.Entry,
        referral.Sent.Home,
        referral.Sent.Kind,
        referral.Sent.OccurredAt,
        referral.Sent.By,
        referral.Sent.Due,
        referral.Status,
        referral.StandsAt?.OccurredAt ?? referral.Sent.OccurredAt,
        referral.Assessment,
        referral.Acceptance,
        referral.AdmissionFrom,
        (referral.StandsAt as DeclinedByHome)?.Reason,
        referral.TopUp,
        isChosen,
        referral.Sent.Note);
}

/// <summary>How somebody on a board stands with care homes.</summary>
/// <param name="Awaited">How many homes have still to answer.</param>
/// <param name="Accepted">How many accepted them.</param>
/// <param name="Declined">How many declined them.</param>
/// <param name="Chosen">The home that was chosen.</param>
/// <param name="AdmissionFrom">From when it can admit them.</param>
/// <param name="SelfFunder">Whether they are marked as paying for it themselves.</param>
public sealed record HomesOnBoard(int Awaited, int Accepted, int Declined, OdsCode? Chosen, Instant? AdmissionFrom, bool SelfFunder);
