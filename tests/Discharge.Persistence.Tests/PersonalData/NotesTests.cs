using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.Tests.PersonalData;

public sealed class NotesTests
{
    private const string Words = "Managed the stairs; lives above a shop.";

    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task The_same_words_in_one_case_are_one_note_so_the_same_command_records_nothing_new()
    {
        var id = await _hospital.AdmitAsync();
        await SayAsync(id, _hospital.Time.Now);
        var repeated = await SayAsync(id, _hospital.Time.Now);
        await SayAsync(id, _hospital.Time.Now - Duration.FromMinutes(5));

        Assert.Multiple(async () =>
        {
            Assert.That(((Outcome.Answered)repeated).Version, Is.EqualTo(2));
            Assert.That((await NotesInAsync(id)).Distinct().Count(), Is.EqualTo(1));
            Assert.That(await KeptAsync("count(*)", id), Is.EqualTo(1L));
        });
    }

    [Test]
    public async Task The_words_kept_prove_what_the_event_holds_and_each_case_has_a_salt_of_its_own()
    {
        var (one, other) = (await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await SayAsync(one, _hospital.Time.Now);
        await SayAsync(other, _hospital.Time.Now);

        var (first, second) = ((await NotesInAsync(one)).Single(), (await NotesInAsync(other)).Single());
        Assert.Multiple(async () =>
        {
            Assert.That(await ProvenAsync(one), Is.EqualTo(first.Hash));
            Assert.That(await ProvenAsync(other), Is.EqualTo(second.Hash));
            Assert.That(second.Hash, Is.Not.EqualTo(first.Hash));
            Assert.That(second.Id, Is.Not.EqualTo(first.Id));
        });
    }

    [Test]
    public async Task A_case_goes_on_after_its_words_were_erased()
    {
        var id = await _hospital.AdmitAsync();
        await SayAsync(id, _hospital.Time.Now);
        var before = await _hospital.HistoryAsync(id);
        await _hospital.Database.RunAsOwnerAsync($"delete from discharge.notes where case_id = '{id}'");

        Assert.Multiple(async () =>
        {
            Assert.That((await _hospital.HistoryAsync(id)).Entries, Is.EqualTo(before.Entries));
            Assert.That(await SayAsync(id, _hospital.Time.Now + Duration.FromSeconds(1)), Is.InstanceOf<Outcome.Answered>());
        });
    }

    private Task<Outcome> SayAsync(Guid id, Instant at) =>
        _hospital.SayAsync(id, Words, note => new ReviewCriteriaToReside(at, [], MedicallyStable: true, StaffRole.Nurse, note));

    private async Task<NoteRef[]> NotesInAsync(Guid id) =>
        [.. (await _hospital.HistoryAsync(id)).Entries.Select(entry => entry.Fact).OfType<CriteriaToResideReviewed>().Select(review => review.Note!)];

    private async Task<string> ProvenAsync(Guid id)
    {
        var note = (await _hospital.UnsealedAsync("notes", ((CaseOpened)(await _hospital.HistoryAsync(id)).Entries[0].Fact).Person.Id)).Single();
        return Commitment.To(note.AsText, note.Salt);
    }

    private Task<object> KeptAsync(string what, Guid id) => _hospital.Database.AskAsOwnerAsync<object>($"select {what} from discharge.notes where case_id = '{id}'");
}
