using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>Something began to keep the person in hospital.</summary>
/// <param name="OccurredAt">When it began.</param>
/// <param name="Codeset">The list of reasons with its version, such as "acute-2022".</param>
/// <param name="Code">The code in that list.</param>
/// <param name="ActsNext">Who has to act next.</param>
/// <param name="Attributable">The ODS code of the organisation the delay is attributable to, where known.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DelayRequest(
    Instant OccurredAt, [property: Longest(40)] string Codeset, [property: Longest(40)] string Code, Owner ActsNext, OdsCode? Attributable = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<DelayRequest>
{
    /// <inheritdoc/>
    public static DelayRequest Example => new(ExampleMoment.At(2026, 3, 4, 12, 30), "acute-2022", "v", Owner.Ward, OdsCode.Parse("RYJ01"));

    private DelayReason? Reason { get; init; }

    /// <summary>This delay with its reason found, or what to put right.</summary>
    public Reading<DelayRequest> In(DelayCodes codes) => codes.Read(Codeset, Code).Select(reason => this with { Reason = reason });

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new StartDelay(OccurredAt, Reason!, ActsNext, Attributable, note(Note));
}

/// <summary>A delay ended.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DelayEndRequest(Instant OccurredAt, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<DelayEndRequest>
{
    /// <inheritdoc/>
    public static DelayEndRequest Example => new(ExampleMoment.At(2026, 3, 4, 13, 50), "Medicines brought to the ward.");

    /// <summary>The delay, from the path.</summary>
    internal long Delay { get; init; }

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new EndDelay(OccurredAt, Delay, note(Note));
}

/// <summary>One delay named as the primary one of a day.</summary>
/// <param name="OccurredAt">When it is named.</param>
/// <param name="Day">The day, local to Europe/London.</param>
/// <param name="Delay">The delay's number, as the case shows it.</param>
public sealed record PrimaryDelayRequest(Instant OccurredAt, LocalDate Day, long Delay) : DischargeCaseRequest(OccurredAt), IExample<PrimaryDelayRequest>
{
    /// <inheritdoc/>
    public static PrimaryDelayRequest Example => new(ExampleMoment.At(2026, 3, 4, 16, 0), new LocalDate(2026, 3, 4), Delay: 9);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new NamePrimaryDelay(OccurredAt, Day, Delay);
}
