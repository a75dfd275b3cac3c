using Discharge.Domain.DischargeCases;

namespace Discharge.Persistence.Cases;

/// <summary>
/// The sensitive facts that stand for a person, for whoever supports them and cannot read a history first: those of one case, and of the person's other cases within the caller's reach, because
/// what was said on the ward has to be known at the door.
/// </summary>
/// <param name="Id">The case that was asked for.</param>
/// <param name="Version">Its version.</param>
/// <param name="Classes">The classes that the caller may see; of any other nothing is said, not even that there is none.</param>
/// <param name="Facts">The facts of these classes that stand, in order of occurrence.</param>
public sealed record SensitiveFactsView(Guid Id, long Version, IReadOnlyList<SensitiveClass> Classes, IReadOnlyList<SensitiveFactView> Facts);

/// <summary>One sensitive fact that stands.</summary>
/// <param name="CaseId">The case it is on record in.</param>
/// <param name="Class">Its class.</param>
/// <param name="Entry">The entry, as a history shows it.</param>
public sealed record SensitiveFactView(Guid CaseId, SensitiveClass Class, EntryView Entry);
