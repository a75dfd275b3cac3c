using System.Security.Cryptography;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.Tests.PersonalData;

public sealed class PeopleTests
{
    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task A_person_is_one_however_often_they_come()
    {
        var first = await StayAsync(Hospital.Ada, "9990079196");
        var second = await StayAsync(Hospital.Ada, "9990079196");

        Assert.Multiple(async () =>
        {
            Assert.That(second.Person, Is.EqualTo(first.Person));
            Assert.That(second.PersonHash, Is.EqualTo(first.PersonHash));
            Assert.That(second.Departures, Is.Empty);
            Assert.That(await _hospital.Database.AskAsOwnerAsync<long>($"select count(*) from discharge.people where person_id = '{first.Person.Id}'"), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_second_opening_while_they_are_in_hospital_is_refused_and_names_the_first()
    {
        var first = Guid.CreateVersion7();
        await OpenAsync(first, Hospital.Ada with { Name = "Ben Ash" }, "9990079218");

        Assert.That(await OpenAsync(Guid.CreateVersion7(), Hospital.Ada with { Name = "Ben Ash" }, "9990079218"), Is.EqualTo(new Outcome.Refused(OpenCase.AlreadyOpen, first)));
    }

    [Test]
    public async Task Of_eight_openings_for_one_person_at_once_one_is_done_and_the_others_name_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(Guid.CreateVersion7(), Hospital.Ada with { Name = "Cy Dale" }, "9990079226")));

        Assert.Multiple(() =>
        {
            Assert.That(outcomes.OfType<Outcome.Answered>().Count(), Is.EqualTo(1));
            Assert.That(outcomes.OfType<Outcome.Refused>().Select(refused => refused.Existing).Distinct().Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task People_without_a_number_are_never_taken_for_one_another()
    {
        var first = await StayAsync(Hospital.Ada with { NhsNumber = null }, number: null);
        var second = await StayAsync(Hospital.Ada with { NhsNumber = null }, number: null);

        Assert.That(second.Person, Is.Not.EqualTo(first.Person));
    }

    [TestCase("Someone Else", 1941, Description = "Another name")]
    [TestCase("Dot Elm", 1950, Description = "Another date of birth")]
    public async Task Details_that_differ_from_those_on_record_for_the_number_are_flagged(string name, int born)
    {
        var dot = Hospital.Ada with { Name = "Dot Elm" };
        await StayAsync(dot, "9990079234");

        var second = await StayAsync(dot with { Name = name, DateOfBirth = new LocalDate(born, 6, 3) }, "9990079234");

        Assert.That(second.Departures, Is.EqualTo(new[] { "discharge.person-details-differ" }));
    }

    [Test]
    public async Task The_details_on_record_prove_what_the_opening_holds_and_without_the_salt_nothing_does()
    {
        var opened = await StayAsync(Hospital.Ada with { NhsNumber = null }, number: null);
        var kept = await _hospital.Database.AskAsOwnerAsync<string>($"select details from discharge.people where person_id = '{opened.Person.Id}'");
        var salt = await _hospital.Database.AskAsOwnerAsync<byte[]>($"select salt from discharge.people where person_id = '{opened.Person.Id}'");

        Assert.Multiple(() =>
        {
            Assert.That(Commitment.To(kept, salt), Is.EqualTo(opened.PersonHash));
            Assert.That(Commitment.To(kept, new byte[32]), Is.Not.EqualTo(opened.PersonHash));
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(kept))), Is.Not.EqualTo(opened.PersonHash));
            Assert.That(Commitment.To(kept.Replace("Ada", "Eda", StringComparison.Ordinal), salt), Is.Not.EqualTo(opened.PersonHash));
        });
    }

    [Test]
    public async Task What_an_opening_holds_is_proven_by_what_stood_before_a_correction_and_the_next_opening_by_what_stands_now()
    {
        var cora = Hospital.Ada with { Name = "Cora Elm" };
        var opened = await StayAsync(cora, "9990079242");
        var corrections = new PersonCorrections(_hospital.Pool, _hospital.Store, Hospital.Index, _hospital.Time);
        await corrections.CorrectAsync(opened.Person, details => details with { Name = "Cora Elms" }, Hospital.Sending(), CancellationToken.None);
        var next = await StayAsync(cora with { Name = "Cora Elms" }, "9990079242");

        Assert.Multiple(async () =>
        {
            Assert.That(await ProvenAsync("discharge.person_corrections", opened.Person), Is.EqualTo(opened.PersonHash));
            Assert.That(await ProvenAsync("discharge.people", opened.Person), Is.EqualTo(next.PersonHash));
            Assert.That(next.PersonHash, Is.Not.EqualTo(opened.PersonHash));
            Assert.That((next.Person, next.Departures.Count), Is.EqualTo((opened.Person, 0)));
        });
    }

    private async Task<string> ProvenAsync(string table, PersonRef person) => Commitment.To(
        await _hospital.Database.AskAsOwnerAsync<string>($"select details from {table} where person_id = '{person.Id}'"),
        await _hospital.Database.AskAsOwnerAsync<byte[]>($"select salt from {table} where person_id = '{person.Id}'"));

    [Test]
    public async Task History_folds_and_goes_on_after_a_person_was_erased()
    {
        var id = Guid.CreateVersion7();
        await OpenAsync(id, Hospital.Ada with { NhsNumber = null }, number: null);
        var before = await _hospital.HistoryAsync(id);
        await _hospital.Database.RunAsOwnerAsync($"delete from discharge.people where person_id = '{((CaseOpened)before.Entries[0].Fact).Person.Id}'");

        Assert.Multiple(async () =>
        {
            Assert.That((await _hospital.HistoryAsync(id)).Entries, Is.EqualTo(before.Entries));
            Assert.That(await _hospital.DoAsync(id, new LeaveHospital(_hospital.Time.Now, Destination.OwnHome)), Is.InstanceOf<Outcome.Answered>());
        });
    }

    [Test]
    public void Another_key_finds_nobody()
    {
        var other = new PersonIndex(SHA256.HashData("another key"u8));

        Assert.Multiple(() =>
        {
            Assert.That(Hospital.Index.HashOf(Number("9990079196")!), Is.EqualTo(Hospital.Index.HashOf(Number("999 007 9196")!)));
            Assert.That(other.HashOf(Number("9990079196")!), Is.Not.EqualTo(Hospital.Index.HashOf(Number("9990079196")!)));
            Assert.That(() => new PersonIndex(new byte[16]), Throws.ArgumentException);
        });
    }

    private static NhsNumber? Number(string? digits) =>
        digits is null ? null : NhsNumber.TryParse(digits, out var number) ? number : throw new FormatException($"{digits} is no NHS number.");

    private Task<Outcome> OpenAsync(Guid id, PersonDetails details, string? number) =>
        _hospital.OpenAsync(id, Hospital.Opening(details with { NhsNumber = number }, Number(number), _hospital.Time.Now));

    /// <summary>Opened, and out of hospital again.</summary>
    private async Task<CaseOpened> StayAsync(PersonDetails details, string? number)
    {
        var id = Guid.CreateVersion7();
        Assert.That(await OpenAsync(id, details, number), Is.InstanceOf<Outcome.Answered>());
        await _hospital.DoAsync(id, new LeaveHospital(_hospital.Time.Now, Destination.AnotherHospital));
        return (CaseOpened)(await _hospital.HistoryAsync(id)).Entries[0].Fact;
    }
}
