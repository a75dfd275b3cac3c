using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>Opens a rehabilitation-bed case by referral; of whoever comes from a stay in hospital that is on record, by that.</summary>
/// <param name="details">Who the person is; null where they come from a stay in hospital that is on record.</param>
/// <param name="nhsNumber">Their NHS number, where they have one; without it they are taken to be somebody not known before.</param>
/// <param name="dischargeCase">The case of the stay in hospital they come from, where it is on record.</param>
/// <param name="index">Finds people by number.</param>
/// <param name="newPersonId">The id they get where they are not known.</param>
/// <param name="refer">The command, given who it is for and the commitment to their details.</param>
public sealed class RehabilitationReferral(
    PersonDetails? details, NhsNumber? nhsNumber, Guid? dischargeCase, PersonIndex index, Guid newPersonId, Func<PersonRef, string, ReferForRehabilitation> refer)
    : CaseByReferral(details, nhsNumber, index, newPersonId, RehabilitationType.Table)
{
    private static readonly string OfTheStay =
        $"select {KeptPerson.Columns} from discharge.discharge_cases c join discharge.people p using (person_id) {KeptPerson.JoinKey} where c.case_id = $6 and {Reach.HoldsOrIsOpen("c.case_id", first: 1)}";

    /// <summary>Whose cases the referrer may know of; a stay out of reach is not there.</summary>
    public Reach Reach { get; init; } = Reach.Everything;

    /// <inheritdoc/>
    public override string LocationOf(Guid id) => $"/v1/rehabilitation-bed-cases/{id}";

    /// <inheritdoc/>
    protected override Refusal NotFound => ReferForRehabilitation.NoSuchStay;

    /// <inheritdoc/>
    protected override Verdict Decide(PersonRef person, string hash, bool hasOpenCase) => Verdict.Of(refer(person, hash).Decide(hasOpenCase));

    /// <inheritdoc/>
    protected override bool Opened(PersonRef person, string hash, Fact first) => refer(person, hash).Opened((RehabilitationReferred)first);

    /// <inheritdoc/>
    protected override async Task<KeptPerson?> FindOtherwiseAsync(NpgsqlConnection connection, PersonSeals seals, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(OfTheStay, connection);
        Reach.AddAllTo(ask.Parameters);
        ask.Parameters.Add(new() { Value = dischargeCase!.Value });
        await using var rows = await ask.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? KeptPerson.Read(rows, seals) : null;
    }
}
