using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

/// <summary>The breaches of a referral from the community, whatever is said of it, in whatever order it is recorded and whatever of it is withdrawn.</summary>
public sealed class ReablementBreachPropertyTests
{
    private const int Cases = 1_000;

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly Gen<(Instant Referred, Fact[] Said, (int Wait, int Withdraw)[] Steps)> Lives =
        from hours in Gen.Int[0, 30 * 24]
        from minutes in Gen.Int[0, 6 * 24 * 60].Array[1, 8]
        from kinds in Gen.Int[0, 5].Array[minutes.Length]
        from steps in Gen.Select(Gen.Int[0, 1_500], Gen.Int[-20, 9]).Array[minutes.Length]
        let referred = Instant.FromUtc(2026, 3, 2, 9, 0) + Duration.FromHours(hours)
        select (referred, minutes.Zip(kinds, (minute, kind) => Said(kind, referred + Duration.FromMinutes(minute))).ToArray(), steps);

    [Test]
    public void At_rest_an_unanswered_referral_and_one_that_was_not_started_have_one_standing_breach_and_no_other_has_any() => Lives.Sample(life =>
    {
        var (history, now) = Lived(life.Referred, life.Said, life.Steps);
        return Breaches.StandingIn(history).Select(entry => (((ClockBreached)entry.Fact).Rule, entry.Fact.OccurredAt)).Where(breach => breach.Rule is "T02" or "T28").Order()
            .SequenceEqual(Expected(history.AsReablement(), now).Order());
    }, iter: Cases);

    private static Fact Said(int kind, Instant at) => kind switch
    {
        0 => Accepted with { OccurredAt = at },
        1 => Declined with { OccurredAt = at },
        2 => Declined with { OccurredAt = at, ReferrerTold = false },
        3 => new ReablementConsentAnswered(at, ReablementConsent.Declined),
        4 => new ReablementConsentAnswered(at, ReablementConsent.Given),
        _ => FirstContact with { OccurredAt = at },
    };

    private static (History History, Instant Now) Lived(Instant referred, Fact[] said, (int Wait, int Withdraw)[] steps)
    {
        var (history, now) = (History.Empty.Then((Referred with { OccurredAt = referred }).RecordedAt(referred)), referred);
        foreach (var (fact, (wait, withdraw)) in said.Zip(steps))
        {
            now = Instant.Max(now + Duration.FromMinutes(wait), fact.OccurredAt);
            history = LookedAt(LookedAt(history, now).Then(fact.RecordedAt(now)), now);
            if (withdraw > 0 && new WithdrawEntry(now, withdraw, WithdrawalReason.WrongContent).Decide(history) is Decision<EntryWithdrawn>.Accepted { Facts: [var withdrawal] })
            {
                history = LookedAt(history.Then(withdrawal.RecordedAt(now)), now);
            }
        }

        return (history, now);
    }

    private static History LookedAt(History history, Instant now)
    {
        var clocks = ReablementTimelines.ClocksOf(history.AsReablement(), ClockTerms.Of(RuleBook.Standard, history));
        return history.Then(Breaches.MissingFrom(history, clocks, now).Select(fact => fact.RecordedAt(now)));
    }

    /// <summary>Which breaches there should be, reckoned from the facts by hand: without clocks, rules or calendars of the service.</summary>
    private static IEnumerable<(string Rule, Instant At)> Expected(ReablementCase reablement, Instant now)
    {
        var facts = reablement.Facts.All<ReablementEvent>().ToList();
        if (facts.OfType<ReablementReferred>().SingleOrDefault() is not { } referral)
        {
            yield break;
        }

        var unanswered = referral.OccurredAt + Duration.FromHours(48) + Duration.FromTicks(10);
        if (now >= unanswered && !facts.OfType<ReferralAnswered>().Any(answer => answer.ReferrerTold && answer.OccurredAt < unanswered))
        {
            yield return ("T02", unanswered);
        }

        var notStarted = referral.OccurredAt.InZone(London).Date.PlusDays(3).AtStartOfDayInZone(London).ToInstant();
        var contacts = facts.OfType<ContactMade>().Select(contact => contact.OccurredAt).ToArray();
        Instant?[] over =
        [
            contacts is [] ? LastSince(facts.OfType<ReferralAnswered>(), answer => answer.Answer is ReferralAnswer.Declined) : null,
            LastSince(facts.OfType<ReablementConsentAnswered>(), answer => answer.Answer is ReablementConsent.Declined),
            contacts is [var first, ..] ? first : null,
        ];
        if (now >= notStarted && !(over.Min() < notStarted))
        {
            yield return ("T28", notStarted);
        }
    }

    // Since when it is as it was said last, however often it was said.
    private static Instant? LastSince<T>(IEnumerable<T> said, Func<T, bool> holds)
        where T : Fact
    {
        Instant? since = null;
        foreach (var fact in said)
        {
            since = holds(fact) ? since ?? fact.OccurredAt : null;
        }

        return since;
    }
}
