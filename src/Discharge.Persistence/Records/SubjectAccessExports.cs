using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Records;

/// <summary>Puts together what answers a request for access: all that is on record of the person, without what is about others or withheld.</summary>
public sealed class SubjectAccessExports(NpgsqlDataSource database, SubjectAccessRequests requests, PersonCorrections people, RetentionRecords retention, CaseHistories histories, TimeProvider time)
{
    private const string Theirs = "select $1 union all select other_id from discharge.linked_people where person_id = $1";

    private static readonly string CasesOf = $"select case_id, person_id from discharge.whose_cases where person_id = any (array({Theirs})) and {Reach.Holds("case_id", first: 2)} order by case_id";

    /// <summary>The answer to a request as it would be sent now; null where there is none of this id.</summary>
    /// <param name="id">The request.</param>
    /// <param name="seen">The classes of sensitive facts that whoever makes it may see.</param>
    /// <param name="reach">Whose cases they may know of: each organisation answers for its own.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UnreadableEventException">An entry cannot be read, so that the answer would not be whole.</exception>
    public async Task<SubjectAccessExport?> ReadAsync(Guid id, IReadOnlySet<SensitiveClass> seen, Reach reach, CancellationToken cancellation)
    {
        if (await requests.FindAsync(id, cancellation) is not var (request, _))
        {
            return null;
        }

        var (theirs, cases) = await ReadAsync(request.Person, reach, cancellation);
        var records = new List<ExportedRecord>();
        foreach (var person in theirs)
        {
            records.Add(await RecordAsync(person, cancellation));
        }

        var (shown, withheld) = (new List<ExportedCase>(), new List<(WithholdingGround Ground, bool Whole)>());
        foreach (var (@case, person) in cases)
        {
            if (await histories.ReadAllAsync(@case, Reach.Everything, cancellation) is { } all)
            {
                shown.Add(CaseOf(@case, person, all, request, seen, withheld));
            }
        }

        return new(
            request.Id,
            request.Person,
            request.ReceivedOn,
            time.GetUtcNow().ToInstant(),
            records,
            shown,
            [.. withheld.GroupBy(one => one.Ground).OrderBy(ground => ground.Key).Select(ground => new WithheldCount(ground.Key, ground.Count(one => one.Whole), ground.Count(one => !one.Whole)))],
            $"/v1/people/{request.Person.Id}/looks");
    }

    private static ExportedCase CaseOf(Guid id, Guid person, CaseRecord all, SubjectAccessRequest request, IReadOnlySet<SensitiveClass> seen, List<(WithholdingGround Ground, bool Whole)> withheld)
    {
        var (history, notices, words, _) = all;
        var (standing, breaches) = (history.Standing.Select(entry => entry.Version).ToHashSet(), Breaches.StandingIn(history).Select(entry => entry.Version).ToHashSet());
        var (entries, left) = (new List<ExportedEntry>(), new HashSet<long>());
        foreach (var entry in history.Entries)
        {
            if (GroundOf(entry) is { } whole)
            {
                withheld.Add((whole, Whole: true));
                left.Add(entry.Version);
                continue;
            }

            entries.Add(new(
                entry.Version,
                InWords(EventNames.Of(entry.Fact)),
                entry.Fact.OccurredAt,
                entry.RecordedAt,
                entry.RecordedBy.Role,
                entry.RecordedBy.Organisation,
                (entry.Fact is ClockBreached ? breaches : standing).Contains(entry.Version),
                ExportedFacts.Show(entry.Fact, words, note => Noted(GroundOfWords(entry, note)))));
        }

        return new(id, StreamTypes.Of(history).Name, person, entries, [.. notices.Where(notice => !left.Contains(notice.StartedBy))]);

        // What withdraws an entry that is left out would say that it was there.
        WithholdingGround? GroundOf(Entry entry) => (request.WithheldOf(id, entry.Version), entry.Fact) switch
        {
            ({ Part: WithheldPart.Entry, Ground: var ground }, _) => ground,
            _ when !SensitiveFacts.IsSeen(entry, history, seen) => WithholdingGround.OnlyFewMaySee,
            (_, EntryWithdrawn { Entry: var withdrawn }) when history.Entries.FirstOrDefault(other => other.Version == withdrawn) is { } other => GroundOf(other),
            _ => null,
        };

        WithholdingGround? GroundOfWords(Entry entry, string note) => request.WithheldOf(id, entry.Version)?.Ground ?? (WordsOfOthers.Include(entry, history, note) ? WithholdingGround.ThirdParty : null);

        WithholdingGround? Noted(WithholdingGround? ground)
        {
            if (ground is { } one)
            {
                withheld.Add((one, Whole: false));
            }

            return ground;
        }
    }

    // Such as "home visit made" of "discharge-case.home-visit-made.v1".
    private static string InWords(string name) => name.Split('.')[1].Replace('-', ' ');

    private async Task<ExportedRecord> RecordAsync(Guid person, CancellationToken cancellation)
    {
        var record = await people.ReadAsync(new PersonRef(person), cancellation);
        var disposal = record is null ? (await retention.ReadAsync(new PersonRef(person), cancellation))?.Disposal : null;
        return new(
            person,
            record?.Person,
            [.. (record?.Corrections ?? []).Select(one => new ExportedCorrection(one.CorrectedAt, one.Role, one.Organisation, one.Corrected, one.Before))],
            disposal is null ? null : new(disposal.DecidedAt, disposal.By.Role, disposal.By.Organisation, disposal.Reason, disposal.Authority));
    }

    private Task<(List<Guid> People, List<(Guid Case, Guid Person)> Cases)> ReadAsync(PersonRef person, Reach reach, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(Theirs) { Parameters = { new() { Value = person.Id } } }, new(CasesOf) { Parameters = { new() { Value = person.Id } } } } };
            reach.AddTo(batch.BatchCommands[1].Parameters);
            await using var rows = await batch.ExecuteReaderAsync(stop);
            var (theirs, cases) = (new List<Guid>(), new List<(Guid, Guid)>());
            while (await rows.ReadAsync(stop))
            {
                theirs.Add(rows.GetGuid(0));
            }

            await rows.NextResultAsync(stop);
            while (await rows.ReadAsync(stop))
            {
                cases.Add((rows.GetGuid(0), rows.GetGuid(1)));
            }

            return (theirs, cases);
        },
        cancellation).AsTask();
}
