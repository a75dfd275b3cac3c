using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;

namespace Discharge.Persistence.Reablement;

/// <summary>Opens a reablement case by referral.</summary>
/// <param name="details">Who the person is.</param>
/// <param name="nhsNumber">Their NHS number, where they have one; without it they are taken to be somebody not known before.</param>
/// <param name="index">Finds people by it.</param>
/// <param name="newPersonId">The id they get where they are not known.</param>
/// <param name="refer">The command, given who it is for and the commitment to their details.</param>
public sealed class ReablementReferral(PersonDetails details, NhsNumber? nhsNumber, PersonIndex index, Guid newPersonId, Func<PersonRef, string, ReferForReablement> refer)
    : CaseByReferral(details, nhsNumber, index, newPersonId, "reablement_cases")
{
    /// <inheritdoc/>
    public override string LocationOf(Guid id) => $"/v1/reablement-cases/{id}";

    /// <inheritdoc/>
    protected override Verdict Decide(PersonRef person, string hash, bool hasOpenCase) => Verdict.Of(refer(person, hash).Decide(hasOpenCase));

    /// <inheritdoc/>
    protected override bool Opened(PersonRef person, string hash, Fact first) => refer(person, hash).Opened((ReablementReferred)first);
}
