using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next because of referrals and tasks, and which organisation owns it.</summary>
public static class ReferralSteps
{
    internal const string DoTask = "do-task";

    /// <summary>Every open referral and task with its owner and due moment, and every declined referral that nobody has followed up.</summary>
    public static IEnumerable<NextStep> Of(DischargeCase discharge)
    {
        var referrals = Referrals.Of(discharge);
        foreach (var referral in referrals.Where(referral => referral.IsOpen))
        {
            var (what, sentence) = Next(referral.Status);
            yield return new(what, sentence, Owner.NamedOrganisation, referral.Sent.Due) { Organisation = referral.Sent.Owner, About = referral.Sent.Referral };
        }

        foreach (var task in CaseTasks.Of(discharge).Where(task => task.Ended is null))
        {
            yield return new(DoTask, $"Do the task that was set: {Spoken(task.Set.What)}.", Owner.NamedOrganisation, task.Set.Due) { Organisation = task.Set.Owner, About = task.Set.Task };
        }

        foreach (var declined in referrals.Where(referral => referral.Status is ReferralStatus.Declined))
        {
            if (!referrals.Any(other => Answers(other, declined, declined.StandsAt!)))
            {
                yield return new("answer-declined-referral", "Refer elsewhere, or take the referral back: it was declined.", Owner.CareTransferHub) { About = declined.Sent.Referral };
            }
        }
    }

    // Where another service was said to fit better, the answer is a referral to another service.
    private static bool Answers(Referral other, Referral declined, ReferralStepTaken decline) =>
        other.Entry != declined.Entry && other.Sent.OccurredAt >= decline.OccurredAt
        && (other.Sent.To == declined.Sent.To || decline.Reason is DeclineReason.AnotherServiceFitsBetter);

    private static string Spoken(TaskKind what) => what switch
    {
        TaskKind.Call => "call somebody",
        TaskKind.Chase => "chase something",
        TaskKind.ArrangeKeys => "arrange keys",
        TaskKind.ArrangeMeeting => "arrange a meeting",
        TaskKind.CompletePaperwork => "complete paperwork",
        TaskKind.OrderEquipment => "order equipment",
        TaskKind.TellFamily => "tell the family",
        TaskKind.AssessPerson => "assess the person",
        TaskKind.InstructAdvocate => "instruct an advocate",
        _ => "what its note says",
    };

    private static (string What, string Sentence) Next(ReferralStatus status) => status switch
    {
        ReferralStatus.Sent => ("receive-referral", "Say that the referral was received."),
        ReferralStatus.Received or ReferralStatus.Triaged => ("answer-referral", "Accept or decline the referral."),
        ReferralStatus.Accepted => ("allocate-referral", "Allocate the referral to somebody."),
        _ => ("complete-referral", "Do what the referral asks for."),
    };
}
