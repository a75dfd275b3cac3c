using Discharge.Domain.People;

namespace Discharge.Domain.DischargeCases;

/// <summary>One way to manage a risk that was considered.</summary>
/// <param name="Way">Which way.</param>
/// <param name="Note">What was added in words.</param>
public sealed record RiskOption(WayToManageRisk Way, NoteRef? Note = null);
