using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>The referrals and tasks of a case.</summary>
/// <param name="All">The referrals, in the order they were sent.</param>
/// <param name="Tasks">The tasks, in the order they were set.</param>
/// <param name="Open">What is open, whoever owns it, what is due first on top.</param>
public sealed record ReferralsView(IReadOnlyList<ReferralView> All, IReadOnlyList<TaskView> Tasks, IReadOnlyList<OpenTaskView> Open)
{
    /// <summary>The view of a case.</summary>
    public static ReferralsView Of(DischargeCase discharge)
    {
        var (referrals, tasks) = (Referrals.Of(discharge), CaseTasks.Of(discharge));
        var open = referrals.Where(referral => referral.IsOpen).Select(OpenTaskView.Of).Concat(tasks.Where(task => task.Ended is null).Select(OpenTaskView.Of));
        return new(
            [.. referrals.Select(ReferralView.Of)],
            [.. tasks.Select(TaskView.Of)],
            discharge is { Opening: null } or { Closing: not null } ? [] : [.. open.OrderBy(task => task.Due ?? Instant.MaxValue)]);
    }
}

/// <summary>A referral as it is shown.</summary>
/// <param name="Id">Its id, by which it is addressed.</param>
/// <param name="Entry">The number of the entry that sent it.</param>
/// <param name="To">The service.</param>
/// <param name="Owner">The organisation that owns it.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Due">By when an answer or the service is due.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Since">Since when it stands there.</param>
/// <param name="Reason">Why it was declined, where it stands declined.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Steps">The steps it took.</param>
public sealed record ReferralView(
    Guid Id,
    long Entry,
    ReferredService To,
    OdsCode Owner,
    Instant SentAt,
    Instant? Due,
    ReferralStatus Status,
    Instant Since,
    DeclineReason? Reason,
    NoteRef? Note,
    IReadOnlyList<ReferralStepTaken> Steps)
{
    /// <summary>A referral as it is shown.</summary>
    public static ReferralView Of(Referral referral) => new(
        referral.Sent.Referral,
        referral.Entry,
        referral.Sent.To,
        referral.Sent.Owner,
        referral.Sent.OccurredAt,
        referral.Sent.Due,
        referral.Status,
        referral.StandsAt?.OccurredAt ?? referral.Sent.OccurredAt,
        referral.StandsAt?.Reason,
        referral.Sent.Note,
        referral.Steps);
}

/// <summary>A task as it is shown.</summary>
/// <param name="Id">Its id, by which it is addressed.</param>
/// <param name="Entry">The number of the entry that set it.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Owner">The organisation that owns it.</param>
/// <param name="SetAt">When it was set.</param>
/// <param name="Due">By when.</param>
/// <param name="Note">What is to be done, in words.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="As">How it ended.</param>
public sealed record TaskView(Guid Id, long Entry, TaskKind What, OdsCode Owner, Instant SetAt, Instant? Due, NoteRef? Note, Instant? EndedAt, TaskEnd? As)
{
    /// <summary>A task as it is shown.</summary>
    public static TaskView Of(CaseTask task) => new(
        task.Set.Task, task.Entry, task.Set.What, task.Set.Owner, task.Set.OccurredAt, task.Set.Due, task.Set.Note, task.End?.OccurredAt, task.End?.As);
}

/// <summary>Something open, a referral or a task, with its owner.</summary>
/// <param name="Id">The referral or task.</param>
/// <param name="Referred">The service it was referred to, where it is a referral.</param>
/// <param name="Task">What is to be done, where it is a task.</param>
/// <param name="Owner">The organisation that owns it.</param>
/// <param name="Due">By when.</param>
/// <param name="Note">What it is, in words, where there are any.</param>
public sealed record OpenTaskView(Guid Id, ReferredService? Referred, TaskKind? Task, OdsCode Owner, Instant? Due, NoteRef? Note)
{
    /// <summary>A referral that is open.</summary>
    public static OpenTaskView Of(Referral referral) => new(referral.Sent.Referral, referral.Sent.To, null, referral.Sent.Owner, referral.Sent.Due, referral.Sent.Note);

    /// <summary>A task that is open.</summary>
    public static OpenTaskView Of(CaseTask task) => new(task.Set.Task, null, task.Set.What, task.Set.Owner, task.Set.Due, task.Set.Note);
}
