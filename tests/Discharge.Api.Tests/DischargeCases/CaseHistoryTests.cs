using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>
/// Case histories worked out by hand: what happened, and from it the Discharge Ready Date, the days of delay, what is next with its owner and by when it is due, and what is
/// warned of ("discharge." left out). A dash stands for none; what is next and due at no moment in particular says none. 1 March 2025 was a Saturday; the clocks went forward on 30 March and back on 26 October.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class CaseHistoryTests
{
    private const string Admitted = "03-03 08:00 admit; ";

    // Ready on Wednesday the 5th, assessed, on Pathway 1, decided, and a visit booked for the morning after.
    private const string Prepared = Admitted + "03-03 09:00 involve; 03-05 09:00 ready; 03-05 10:00 assess; 03-05 11:00 pathway 1; 03-05 12:00 decide; 03-05 13:00 book 03-06 10:00; ";

    private const string Review = "review-criteria-to-reside for ward";

    // Nobody has opened a plan or set an expected date, and the person is still there.
    private const string ToBePlanned = "open-plan for ward, set-expected-date for ward";

    private const string ToBeReviewed = $"{Review}, {ToBePlanned}";

    private const string Leave = "record-leaving for ward";

    private const string Close = "close-case for care-transfer-hub";

    private const string BookBeforeLeaving = "book-home-visit for care-transfer-hub";

    private const string ResolveDelay = "resolve-delay for ward";

    private const string NamePrimary = "name-primary-delay for care-transfer-hub";

    private const string ToBeReady = $"assess-function for therapy-team, decide-pathway for care-transfer-hub, decide-discharge for ward, {ToBePlanned}";

    // Home at four on the 5th, and the visit booked for the morning after came to its time without a word.
    private static readonly string Owed = $"{Check("03-05")}, {Book("03-06 10:00")}, {See("03-06 16:00")}";

    // Home at eight in the evening of the 5th, and that visit too came to its time without a word.
    private static readonly string OwedFromEvening = $"{Check("03-05")}, {Book("03-06 10:00")}, {See("03-06 20:00")}";

    private const string Unplanned = "left-without-assessment, left-without-pathway, left-without-decision";

    private static IEnumerable<TestCaseData> Histories =>
    [
        // While they are in hospital.
        Row("Nobody has reviewed: no date, and the review is next",
            "03-03 08:00 admit", "-", "-", ToBeReviewed, "-"),
        Row("A plan opened and a date set that is still to come: neither is asked for any more, and whoever plans has to involve the person",
            Admitted + "03-03 09:00 plan; 03-03 10:00 expect-far-ahead", "-", "-", $"{Review}, involve-person for care-transfer-hub", "person-not-involved"),
        Row("A plan opened and the date gone by with the person still there: it is to be set anew",
            Admitted + "03-03 09:00 involve; 03-03 09:30 plan; 03-03 10:00 expect 03-05", "-", "-", $"{Review}, set-expected-date for ward", "-"),
        Row("Reviewed and needing the bed: not ready, reviewed again",
            Admitted + "03-04 09:00 needs-bed", "-", "-", ToBeReviewed, "-"),
        Row("No criterion met from the 4th (rule 1); the delay is counted only once they have gone",
            Admitted + "03-04 09:00 ready", "2025-03-04", "-", ToBeReady, "-"),
        Row("No criterion met and not stable: the date is about criteria alone, but nothing can be decided before another review",
            Admitted + "03-04 09:00 unstable", "2025-03-04", "-", ToBeReviewed, "-"),
        Row("Two rounds that find the same: the date stays where the period began (rule 3)",
            Admitted + "03-04 09:00 ready; 03-04 16:00 ready; 03-06 09:00 ready", "2025-03-04", "-", ToBeReady, "-"),
        Row("Criteria met again clears the date (rule 4)",
            Admitted + "03-04 09:00 ready; 03-05 09:00 needs-bed", "-", "-", ToBeReviewed, "-"),
        Row("Met again and ready again: unfinished, so the current period counts (rule 4)",
            Admitted + "03-04 09:00 ready; 03-05 09:00 needs-bed; 03-07 09:00 ready", "2025-03-07", "-", ToBeReady, "-"),
        Row("Two delays at once, one ended: the open one is to be dealt with, the 5th and the 6th want a primary one, and neither moves the date",
            Admitted + "03-04 09:00 ready; 03-04 12:00 delay v; 03-05 12:00 delay vi; 03-06 12:00 delay-ends 3", "2025-03-04", "-", $"{ToBeReady}, {ResolveDelay}, {NamePrimary}", "-"),
        Row("A delay before anybody found them ready is recorded and says so",
            Admitted + "03-04 09:00 delay v", "-", "-", $"{ToBeReviewed}, {ResolveDelay}, supply-medicines for ward", "delayed-before-ready"),
        Row("Decided with medicines not in hand: what would be unsafe is said before they go",
            Prepared + "03-05 14:00 medicines needed", "2025-03-05", "-", $"{Leave}, {ToBePlanned}, supply-medicines for ward", "medicines-not-in-hand"),
        Row("An objection is open until it is settled, and the hub's to settle",
            Admitted + "03-04 09:00 ready; 03-04 10:00 object", "2025-03-04", "-", ToBeReady + ", settle-objection for care-transfer-hub", "objection-raised"),
        Row("Settled: neither next nor warned of any more",
            Admitted + "03-04 09:00 ready; 03-04 10:00 object; 03-04 15:00 settle 3", "2025-03-04", "-", ToBeReady, "-"),

        Row("Two delays on one day, one after the other: neither is open, and the day still wants its primary one named",
            Admitted + "03-04 09:00 ready; 03-04 10:00 delay v; 03-04 12:00 delay-ends 3; 03-04 13:00 delay vi; 03-04 16:00 delay-ends 5", "2025-03-04", "-", $"{ToBeReady}, {NamePrimary}", "-"),
        Row("Named: nobody is asked any more",
            Admitted + "03-04 09:00 ready; 03-04 10:00 delay v; 03-04 12:00 delay-ends 3; 03-04 13:00 delay vi; 03-04 16:00 delay-ends 5; 03-04 17:00 primary 03-04 5", "2025-03-04", "-", ToBeReady, "-"),
        Row("Referred: whoever it went to owns it by when it is due, which puts it on top",
            Admitted + "03-04 09:00 ready; 03-04 10:00 refer reablement QONE1 03-06 10:00", "2025-03-04", "-", "receive-referral for QONE1 by 03-06 10:00, " + ToBeReady, "-"),
        Row("Declined for want of room: back with the hub, due at no moment that anybody set",
            Admitted + "03-04 09:00 ready; 03-04 10:00 refer reablement QONE1 03-06 10:00; 03-04 11:00 referral 3 received; 03-04 12:00 referral 3 declined no-room",
            "2025-03-04", "-", ToBeReady + ", answer-declined-referral for care-transfer-hub", "-"),
        Row("Declined, and another service has accepted: only the second has something to do, by its own due moment",
            Admitted + "03-04 09:00 ready; 03-04 10:00 refer reablement QONE1 03-06 10:00; 03-04 11:00 referral 3 received; 03-04 12:00 referral 3 declined no-room; "
            + "03-04 13:00 refer reablement QTWO2 03-07 10:00; 03-04 14:00 referral 6 received; 03-04 15:00 referral 6 accepted",
            "2025-03-04", "-", "allocate-referral for QTWO2 by 03-07 10:00, " + ToBeReady, "-"),
        Row("A task belongs to whom it was set, by when it is due",
            Admitted + "03-04 09:00 ready; 03-04 10:00 task arrange-keys QONE1 03-05 12:00", "2025-03-04", "-", "do-task for QONE1 by 03-05 12:00, " + ToBeReady, "-"),
        Row("A task done is nobody's",
            Admitted + "03-04 09:00 ready; 03-04 10:00 task arrange-keys QONE1 03-05 12:00; 03-04 15:00 task-done 3", "2025-03-04", "-", ToBeReady, "-"),
        Row("Decided for Pathway 2 and then for Pathway 1: the second decision counts, so a visit is to be booked",
            Admitted + "03-03 09:00 involve; 03-05 09:00 ready; 03-05 10:00 assess; 03-05 11:00 pathway 2; 03-05 12:00 decide; 03-05 15:00 pathway 1", "2025-03-05", "-", $"{Leave}, {BookBeforeLeaving}, {ToBePlanned}", "home-visit-not-booked"),
        Row("Decided with no transport arranged: the ward's to arrange",
            Prepared + "03-05 14:00 transport needed", "2025-03-05", "-", $"{Leave}, {ToBePlanned}, arrange-transport for ward", "transport-not-arranged"),

        Row("Two organisations act next on the same reason: each has a step of its own, which names it",
            Admitted + "03-04 09:00 ready; 03-04 10:00 delay viii actsNext named-organisation QONE1; 03-04 11:00 delay viii actsNext named-organisation QTWO2",
            "2025-03-04", "-", $"{ToBeReady}, resolve-delay for QONE1, resolve-delay for QTWO2, {NamePrimary}", "-"),
        Row("The package handed back before they left: the plan is dead, and another is wanted before they go",
            EveningWith("personal-care") + "03-05 14:00 care-call 03-05 18:00; 03-05 15:00 handed-back", "2025-03-05", "-", $"{Leave}, {ToBePlanned}, plan-first-care-call for care-transfer-hub", "first-care-call-not-planned"),
        Row("Expected home on the 6th at no hour that anybody set, and care at six that evening: whoever goes in the morning waits all day",
            EveningWith("personal-care") + "03-05 14:00 expect 03-06; 03-05 15:00 care-call 03-06 18:00",
            "2025-03-05", "-", $"{Leave}, {ToBePlanned}, bring-first-care-call-forward for care-transfer-hub", "first-care-call-late"),
        Row("The same, and the call brought forward to noon: four hours after the earliest they may go",
            EveningWith("personal-care") + "03-05 14:00 expect 03-06; 03-05 15:00 care-call 03-06 18:00; 03-05 16:00 care-call 03-06 12:00",
            "2025-03-05", "-", $"{Leave}, {ToBePlanned}", "-"),
        Row("A carer cannot go on: care in their place is the hub's to arrange",
            Admitted + "03-03 09:00 carer; 03-03 10:00 carer-lost 2", "-", "-", $"{ToBeReviewed}, replace-carer for care-transfer-hub", "carer-cannot-continue"),
        Row("The carer was somebody else's, and the naming is withdrawn: nobody is lost",
            Admitted + "03-03 09:00 carer; 03-03 10:00 carer-lost 2; 03-03 11:00 withdraw 2", "-", "-", ToBeReviewed, "-"),
        Row("A referral said to be done before anybody received it",
            Admitted + "03-03 09:00 refer reablement QONE1 03-06 10:00; 03-03 10:00 referral 2 done", "-", "-", ToBeReviewed, "referral-step-out-of-order"),
        Row("The referral withdrawn: nothing of it is out of order any more",
            Admitted + "03-03 09:00 refer reablement QONE1 03-06 10:00; 03-03 10:00 referral 2 done; 03-03 11:00 withdraw 2", "-", "-", ToBeReviewed, "-"),

        // Gone.
        Row("Gone although the package had been handed back: a call is to be planned, due since the moment of leaving",
            EveningWith("personal-care") + "03-05 14:00 care-call 03-05 18:00; 03-05 15:00 handed-back; 03-05 16:00 leave own-home",
            "2025-03-05", "0", $"plan-first-care-call for care-transfer-hub by 03-05 16:00, {Owed}", "left-without-first-care-call"),
        Row("The visit booked again for after the 24 hours: said at once, and its time has come since without a word",
            Prepared + "03-05 16:00 leave own-home; 03-05 17:00 book 03-07 10:00", "2025-03-05", "0", $"{Check("03-05")}, {See("03-06 16:00")}, {Book("03-07 10:00")}", "visit-booked-too-late"),
        Row("Brought forward into the 24 hours again: neither said any more nor late",
            Prepared + "03-05 16:00 leave own-home; 03-05 17:00 book 03-07 10:00; 03-05 18:00 book 03-06 15:00", "2025-03-05", "0", $"{Check("03-05")}, {Book("03-06 15:00")}, {See("03-06 16:00")}", "-"),
        Row("Nobody answered, and they were seen since: the visit without contact is dealt with",
            Prepared + "03-05 16:00 leave own-home; 03-05 17:00 welfare; 03-06 10:00 no-answer; 03-06 12:00 seen", "2025-03-05", "0", Close, "-"),
        Row("Home on the day they were ready after two nights: 0 days; the check is due by midnight, the visit by 16:00 next day",
            Prepared + "03-05 16:00 leave own-home", "2025-03-05", "0", Owed, "-"),
        Row("Ready Wednesday, home Friday, checked that day and seen on Saturday inside 24 hours: 2 midnights, and only the closing is left",
            Prepared + "03-07 16:00 leave own-home; 03-07 18:00 welfare; 03-08 10:00 seen", "2025-03-05", "2", Close, "-"),
        Row("Ready on a Friday and home on the Monday: Saturday and Sunday count, so 3; nothing had been planned",
            Admitted + "03-07 09:00 ready; 03-10 15:00 leave own-home", "2025-03-07", "3", Unbooked("03-10 15:00", "03-11 15:00"), Unplanned),
        Row("Gone on the day of admission: the date is blank and the delay 0 (rule 2)",
            Admitted + "03-03 10:00 ready; 03-03 16:00 leave own-home", "-", "0", Unbooked("03-03 16:00", "03-04 16:00"), Unplanned),
        Row("Ready, met again, ready again, gone: finished, so the final period counts (rule 4), 7th to 9th",
            Admitted + "03-04 09:00 ready; 03-05 09:00 needs-bed; 03-07 09:00 ready; 03-09 11:00 leave own-home", "2025-03-07", "2", Unbooked("03-09 11:00", "03-10 11:00"), Unplanned),
        Row("Gone of their own accord while needing the bed: no date and so no delay; everything missing is named but a decision, which nobody had to take",
            Admitted + "03-04 09:00 needs-bed; 03-05 15:00 leave own-home of-own-accord", "-", "-", Unbooked("03-05 15:00", "03-06 15:00"),
            "left-meeting-criteria-to-reside, left-not-medically-stable, left-without-assessment, left-without-pathway"),
        Row("Two overlapping delays over the weekend: 5 midnights are 5, not the sum of the delays; both end with the leaving as things to deal with, but the medicines waited for are not in hand for that, and which was the primary one from the 7th on is still to be named",
            Prepared + "03-06 09:00 delay v; 03-07 09:00 delay vi; 03-10 15:00 leave own-home", "2025-03-05", "5", $"supply-medicines for care-transfer-hub by 03-10 15:00, {Unbooked("03-10 15:00", "03-11 15:00")}, {NamePrimary}", "left-without-medicines, left-without-home-visit"),
        Row("A hospice has its own eyes, also with no pathway: nobody owes a visit",
            Admitted + "03-04 09:00 ready; 03-06 11:00 leave hospice", "2025-03-04", "2", Close, Unplanned),
        Row("Pathway 0: home as before, no hospital assessment asked for, no visit owed",
            Admitted + "03-03 09:00 involve; 03-04 09:00 ready; 03-04 10:00 pathway 0; 03-04 11:00 decide; 03-05 11:00 leave own-home", "2025-03-04", "1", Close, "-"),
        Row("Without the medicines: recorded, warned, and the hub's first thing, due since the moment of leaving",
            Prepared + "03-05 14:00 medicines needed; 03-05 16:00 leave own-home", "2025-03-05", "0", "supply-medicines for care-transfer-hub by 03-05 16:00, " + Owed, "left-without-medicines"),
        Row("Without the hoist that had only been ordered",
            Prepared + "03-05 14:00 hoist arranged; 03-05 16:00 leave own-home", "2025-03-05", "0", "put-equipment-in-place for care-transfer-hub by 03-05 16:00, " + Owed, "left-without-equipment"),
        Row("Home at nine, care planned for half past seven and never confirmed: 10 hours without, then past its time",
            Admitted + "03-03 09:00 involve; 03-05 09:00 ready; 03-05 10:00 assess personal-care; 03-05 11:00 pathway 1; 03-05 12:00 decide; 03-05 13:00 book 03-07 08:00; "
            + "03-05 14:00 care-call 03-06 19:30; 03-06 09:00 leave own-home",
            "2025-03-05", "1", $"bring-first-care-call-forward for care-transfer-hub by 03-06 09:00, confirm-first-care-call for care-transfer-hub by 03-06 19:30, {Check("03-06")}, {Book("03-07 08:00")}, {See("03-07 09:00")}", "left-before-first-care-call, first-care-call-overdue"),
        Row("Nobody answered: the check was due by midnight, another visit since the failed one, the 24 hours run on to 16:00",
            Prepared + "03-05 16:00 leave own-home; 03-06 10:00 no-answer", "2025-03-05", "0", $"{Check("03-05")}, rebook-home-visit for care-transfer-hub by 03-06 10:00, {See("03-06 16:00")}", "visit-without-contact"),

        Row("Declined: they are to be offered another visit since then, and the 24 hours run on to 16:00",
            Prepared + "03-05 16:00 leave own-home; 03-05 17:00 welfare; 03-06 10:00 declined", "2025-03-05", "0", $"rebook-home-visit for care-transfer-hub by 03-06 10:00, {See("03-06 16:00")}", "visit-without-contact"),
        Row("Declined, and closed by a senior: they were not seen, which stays on record, and nothing is next",
            Prepared + "03-05 16:00 leave own-home; 03-05 17:00 welfare; 03-06 10:00 declined; 03-10 09:00 close-as-they-wish home-without-support", "2025-03-05", "0", "-", "visit-without-contact, not-seen-at-home"),
        Row("Decided for Pathway 1 and then for Pathway 2, and gone to a bed: the second decision counts, and nobody owes a visit",
            Prepared + "03-05 15:00 pathway 2; 03-06 11:00 leave community-bed", "2025-03-05", "1", Close, "-"),
        Row("With no transport arranged: recorded and warned of, but whoever is gone needs none any more",
            Prepared + "03-05 14:00 transport needed; 03-05 16:00 leave own-home", "2025-03-05", "0", Owed, "left-without-transport"),
        Row("The keys were only promised: a way in is the hub's to arrange, due since the moment of leaving",
            Prepared + "03-05 14:00 key-access arranged; 03-05 16:00 leave own-home", "2025-03-05", "0", "arrange-key-access for care-transfer-hub by 03-05 16:00, " + Owed, "left-without-key-access"),
        Row("Nobody confirmed to receive them, though somebody has to",
            Prepared + "03-05 14:00 receiver needed; 03-05 16:00 leave own-home", "2025-03-05", "0", "confirm-receiver for care-transfer-hub by 03-05 16:00, " + Owed, "left-with-nobody-receiving"),
        Row("And nobody was there: somebody is to go to them, due since they arrived",
            Prepared + "03-05 14:00 receiver needed; 03-05 16:00 leave own-home; 03-05 17:00 arrive nobody",
            "2025-03-05", "0", "go-to-person-alone for care-transfer-hub by 03-05 17:00, " + Owed, "left-with-nobody-receiving, arrived-with-nobody-there"),
        Row("Home at eight in the evening needing personal care, with no first care call: one is to be planned, due since the moment of leaving",
            EveningWith("personal-care") + "03-05 20:00 leave own-home", "2025-03-05", "0", $"plan-first-care-call for care-transfer-hub by 03-05 20:00, {OwedFromEvening}", "left-without-first-care-call"),
        Row("Home at eight in the evening with no personal care needed: no call is missed, and what is owed is the check before midnight and the visit",
            EveningWith("reablement") + "03-05 20:00 leave own-home", "2025-03-05", "0", OwedFromEvening, "-"),
        Row("Home at eight in the evening, no personal care assessed but a call planned for eight in the morning: 12 hours were too long, and once care has come nobody has to see to it any more",
            EveningWith("reablement") + "03-05 14:00 care-call 03-06 08:00; 03-05 20:00 leave own-home; 03-06 08:10 cared-for", "2025-03-05", "0", OwedFromEvening, "-"),

        // Ends.
        Row("Died in hospital: the period was never finished, so no delay; only the closing is left",
            Admitted + "03-05 09:00 ready; 03-06 04:00 die hospital", "2025-03-05", "-", Close, "-"),
        Row("Died at home before being seen: the delay is that of leaving, and nobody owes a visit any more",
            Prepared + "03-05 16:00 leave own-home; 03-06 08:00 die at-home", "2025-03-05", "0", Close, "-"),
        Row("Back before being seen: the discharge failed, which is warned of, and the next stay has a case of its own",
            Prepared + "03-06 16:00 leave own-home; 03-07 02:00 back", "2025-03-05", "1", Close, "left-without-home-visit, came-back-unseen"),
        Row("Readmitted after being seen: an ordinary readmission warns of nothing",
            Prepared + "03-05 16:00 leave own-home; 03-06 10:00 seen; 03-08 20:00 readmit", "2025-03-05", "0", Close, "-"),
        Row("Closed: nothing is next",
            Prepared + "03-05 16:00 leave own-home; 03-05 18:00 welfare; 03-06 10:00 seen; 03-10 09:00 close home-with-support", "2025-03-05", "0", "-", "-"),

        // Put right, and recorded late.
        Row("The only review withdrawn: as if nobody had reviewed",
            Admitted + "03-04 09:00 ready; 03-04 10:00 withdraw 2", "-", "-", ToBeReviewed, "-"),
        Row("A leaving withdrawn and recorded anew two days later: 2 days, and the clocks run from the second",
            Prepared + "03-05 16:00 leave own-home; 03-06 09:00 withdraw 8; 03-07 16:00 leave own-home; 03-07 17:00 welfare", "2025-03-05", "2", $"{Book("03-07 16:00")}, {See("03-08 16:00")}", "left-without-home-visit"),
        Row("A death entered on the wrong case and withdrawn: what was owed is owed again",
            Prepared + "03-05 16:00 leave own-home; 03-06 08:00 die at-home; 03-06 09:00 withdraw 9", "2025-03-05", "0", Owed, "-"),
        Row("A review in between, written down after both others, splits the period: ready from the 7th",
            Admitted + "03-04 09:00 ready; 03-07 09:00 ready; 03-05 09:00 needs-bed", "2025-03-07", "-", ToBeReady, "-"),
        Row("A review written down late that finds them unready before the decision contradicts it; the decision stands and the review is next",
            Prepared + "03-05 11:30 needs-bed", "-", "-", $"{Review}, {Leave}, {ToBePlanned}", "review-contradicts-discharge"),
        Row("A review dated after leaving changes no date (rule 5) and says so",
            Prepared + "03-06 16:00 leave own-home; 03-07 09:00 needs-bed", "2025-03-05", "1", Unbooked("03-06 16:00", "03-07 16:00"), "left-without-home-visit, reviewed-after-leaving"),
        Row("The visit of the next morning written down before the leaving is: order of recording changes nothing but what it said when it was said",
            Prepared + "03-06 10:00 seen; 03-05 16:00 leave own-home; 03-05 18:00 welfare", "2025-03-05", "0", Close, "visited-before-leaving"),

        // The clocks.
        Row("Half past midnight on 1 July is still 30 June in Universal Time; London's date counts",
            "06-29 08:00 admit; 07-01 00:30 ready; 07-02 11:00 leave hospice", "2025-07-01", "1", Close, Unplanned),
        Row("Ready half an hour before the night the clocks go forward: two midnights to Monday, though only 34 and a half hours",
            "03-27 08:00 admit; 03-29 23:30 ready; 03-31 11:00 leave hospice", "2025-03-29", "2", Close, Unplanned),
        Row("Ready at half past one of the night the clocks go back, in the first of the two hours: one midnight to Monday",
            "10-24 08:00 admit; 10-26 01:30+01:00 ready; 10-27 11:00 leave hospice", "2025-10-26", "1", Close, Unplanned),
        Row("Found unready in the first half past one of that night and ready in the second: the order is that of the moments, and the date is the same",
            "10-24 08:00 admit; 10-25 09:00 ready; 10-26 01:30+00:00 ready; 10-26 01:30+01:00 needs-bed; 10-27 11:00 leave hospice", "2025-10-26", "1", Close, Unplanned),
    ];

    [TestCaseSource(nameof(Histories))]
    public async Task A_history_comes_to_what_was_worked_out_by_hand(string history, string readyDate, string delayDays, string next, string warnings)
    {
        var shown = await ToldHistory.ShownAsync(history);
        Assert.That(
            new[] { (string?)shown["dischargeReadyDate"] ?? "-", shown["stay"]!["delayDays"]?.ToString() ?? "-", All(shown["next"]!, Said), All(shown["warnings"]!, warning => (string?)warning["code"]).Replace("discharge.", null, StringComparison.Ordinal) },
            Is.EqualTo(new[] { readyDate, delayDays, next, warnings }));
    }

    private static string All(JsonNode list, Func<JsonNode, string?> say) => list.AsArray() is { Count: > 0 } some ? string.Join(", ", some.Select(one => say(one!))) : "-";

    // What, for whom, which is an organisation where one is named, and by when, on a London wall; whole minutes without their seconds.
    private static string Said(JsonNode step)
    {
        var (owner, due) = ((string?)step["owner"], (string?)step["due"]);
        Assert.That(step["organisation"] is not null, Is.EqualTo(owner == "named-organisation"), "An organisation is named where it is the owner.");
        return $"{step["what"]} for {step["organisation"] ?? owner}{(due is null ? string.Empty : $" by {Wall(due)}")}";
    }

    private static string Wall(string moment) => moment["2025-".Length..^"+00:00".Length].Replace('T', ' ') is var wall && wall.EndsWith(":00", StringComparison.Ordinal) ? wall[..^":00".Length] : wall;

    // Checked by the end of the day of leaving.
    private static string Check(string day) => $"check-welfare for care-transfer-hub by {day} 23:59:59.999999";

    private static string Book(string due) => $"book-home-visit for care-transfer-hub by {due}";

    private static string See(string due) => $"see-at-home for reablement-team by {due}";

    // No visit was booked for after leaving, so one is to be booked at once.
    private static string Unbooked(string left, string seenBy) => $"{Book(left)}, {Check(left.Split(' ')[0])}, {See(seenBy)}";

    // Ready, assessed with this need, decided, and a visit booked for the morning after.
    private static string EveningWith(string need) => Prepared.Replace("assess;", $"assess {need};", StringComparison.Ordinal);

    private static TestCaseData Row(string reason, string history, string readyDate, string delayDays, string next, string warnings) =>
        new TestCaseData(history, readyDate, delayDays, next, warnings).SetArgDisplayNames(reason);
}
