using System.Security.Cryptography;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;

namespace Discharge.Persistence.Tests.PersonalData;

/// <summary>What is kept of people is sealed under keys that can be destroyed, and what was written in clear before is sealed by the next start.</summary>
public sealed class SealedTests
{
    private const string Words = "Lives above a shop.";

    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task What_was_written_in_clear_is_sealed_and_shows_the_same_as_before()
    {
        var id = await CaseAsync();
        var before = (await ShownAsync(id), await HistoryAsync(id));
        await ClearAsync(id);

        var rows = await Start().SealAsync(CancellationToken.None);

        Assert.Multiple(async () =>
        {
            Assert.That(rows, Is.EqualTo(3));
            Assert.That((await ShownAsync(id), await HistoryAsync(id)), Is.EqualTo(before));
            Assert.That(await Clear(), Is.Zero);
            Assert.That(await Start().SealAsync(CancellationToken.None), Is.Zero, "There is nothing left to seal.");
        });
    }

    [Test]
    public async Task Two_nodes_that_start_together_seal_each_row_once()
    {
        var cases = new List<Guid>();
        for (var one = 0; one < 5; one++)
        {
            cases.Add(await CaseAsync());
            await ClearAsync(cases[^1]);
        }

        var sealedRows = await Task.WhenAll(Start().SealAsync(CancellationToken.None), Start().SealAsync(CancellationToken.None));

        Assert.Multiple(async () =>
        {
            Assert.That(sealedRows.Sum(), Is.EqualTo(15));
            foreach (var id in cases)
            {
                Assert.That(await ShownAsync(id) + await HistoryAsync(id), Does.Contain("Marlowe").And.Contain(Words));
            }
        });
    }

    [Test]
    public async Task Whose_key_was_destroyed_reads_as_erased_at_once_and_their_history_stands()
    {
        var id = await CaseAsync();
        var before = await _hospital.HistoryAsync(id);
        await _hospital.Database.RunAsOwnerAsync("delete from discharge.person_keys");

        var person = ((CaseOpened)before.Entries[0].Fact).Person;
        Assert.Multiple(async () =>
        {
            Assert.That(await ShownAsync(id) + await HistoryAsync(id), Does.Not.Contain("Marlowe").And.Not.Contain(Words).And.Contain("disposedOf"));
            Assert.That((await _hospital.Histories.ReadAllAsync(id, Reach.Everything, CancellationToken.None))!.History.Entries, Is.EqualTo(before.Entries));
            Assert.That(await Corrections.ReadAsync(person, CancellationToken.None), Is.Null);
            Assert.That(await _hospital.DoAsync(id, new LeaveHospital(_hospital.Time.Now, Destination.OwnHome)), Is.InstanceOf<Outcome.Answered>());
            Assert.That(((Outcome.Refused)await SayAsync(id)).Refusal, Is.EqualTo(PersonKey.Destroyed));
        });
    }

    [Test]
    public async Task What_is_sealed_is_bound_to_its_row()
    {
        var (one, other) = (await PersonOfAsync(await CaseAsync()), await PersonOfAsync(await CaseAsync()));
        await _hospital.Database.RunAsOwnerAsync($"update discharge.people set sealed = (select sealed from discharge.people where person_id = '{one}') where person_id = '{other}'");

        Assert.That(async () => await _hospital.UnsealedAsync("people", other), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task Another_secret_opens_nothing_and_the_start_says_so()
    {
        await CaseAsync();

        Assert.That(
            async () => await new WrittenInClear(_hospital.Pool, new PersonSeals(SHA256.HashData("another"u8))).SealAsync(CancellationToken.None),
            Throws.TypeOf<EncryptionKeyException>().With.Message.EqualTo(EncryptionKeyException.Another));
        Assert.That(() => new PersonSeals(new byte[16]), Throws.ArgumentException);
    }

    private PersonCorrections Corrections => new(_hospital.Pool, _hospital.Store, Hospital.Index, Hospital.Seals, _hospital.Time);

    private WrittenInClear Start() => new(_hospital.Pool, Hospital.Seals);

    /// <summary>Somebody's case with a note, their address put right.</summary>
    private async Task<Guid> CaseAsync()
    {
        var id = await _hospital.AdmitAsync();
        await SayAsync(id);
        await _hospital.RewriteAsync(id, details => details with { Address = "9 Alder Court" });
        return id;
    }

    private Task<Outcome> SayAsync(Guid id) =>
        _hospital.SayAsync(id, Words, note => new ReviewCriteriaToReside(_hospital.Time.Now, [], MedicallyStable: true, StaffRole.Nurse, note));

    private async Task<Guid> PersonOfAsync(Guid id) => ((CaseOpened)(await _hospital.HistoryAsync(id)).Entries[0].Fact).Person.Id;

    /// <summary>Puts what is kept of a case's person back into clear, as it was before anything was sealed.</summary>
    private async Task ClearAsync(Guid id)
    {
        var person = await PersonOfAsync(id);
        foreach (var (table, column) in new[] { ("people", "details"), ("person_corrections", "details"), ("notes", "words") })
        {
            foreach (var kept in await _hospital.UnsealedAsync(table, person))
            {
                await _hospital.Database.RunAsOwnerAsync(
                    $"update discharge.{table} set {column} = '{kept.AsText}', salt = decode('{Convert.ToHexString(kept.Salt)}', 'hex'), sealed = null where person_id = '{person}'");
            }
        }

        await _hospital.Database.RunAsOwnerAsync($"update discharge.notes set person_id = null where person_id = '{person}'; delete from discharge.person_keys where person_id = '{person}'");
    }

    private Task<long> Clear() => _hospital.Database.AskAsOwnerAsync<long>(
        """
        select (select count(*) from discharge.people where details is not null or salt is not null or sealed is null)
             + (select count(*) from discharge.person_corrections where details is not null or salt is not null or sealed is null)
             + (select count(*) from discharge.notes where words is not null or salt is not null or sealed is null)
        """);

    private async Task<string> ShownAsync(Guid id) => System.Text.Encoding.UTF8.GetString((await _hospital.Screens.CaseAsync(id, CancellationToken.None))!.Json.Span);

    private async Task<string> HistoryAsync(Guid id)
    {
        var (history, _, words, _) = (await _hospital.Histories.ReadAllAsync(id, Reach.Everything, CancellationToken.None))!;
        var note = history.Entries.Select(entry => entry.Fact).OfType<CriteriaToResideReviewed>().Single().Note!;
        return System.Text.Encoding.UTF8.GetString(words.JoinedTo(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(note, PublicJson.Options)));
    }
}
