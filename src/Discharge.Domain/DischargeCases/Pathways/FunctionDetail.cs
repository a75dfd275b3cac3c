using Discharge.Domain.Deciding;
using Discharge.Domain.People;

namespace Discharge.Domain.DischargeCases;

/// <summary>What a functional assessment found in detail, each as far as it was looked at.</summary>
/// <param name="Moving">How the person moves, and what handling takes.</param>
/// <param name="Cognition">How memory and thinking were found.</param>
/// <param name="Equipment">The equipment found to be needed.</param>
/// <param name="Baseline">The score that later scores are compared with.</param>
/// <param name="Goals">What the person wants to be able to do.</param>
public sealed record FunctionDetail(MovingAndHandling? Moving, Cognition? Cognition, Listed<EquipmentKind> Equipment, FunctionScore? Baseline, NoteRef? Goals);

/// <summary>A score of function.</summary>
/// <param name="On">The scale.</param>
/// <param name="Score">The score on it.</param>
public sealed record FunctionScore(OutcomeMeasure On, int Score);
