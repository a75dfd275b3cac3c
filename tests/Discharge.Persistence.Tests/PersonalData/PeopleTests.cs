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

        Assert.That(
            await OpenAsync(Guid.CreateVersion7(), Hospital.Ada with { Name = "Ben Ash" }, "9990079218", ward: "Southgate"), Is.EqualTo(new Outcome.Refused(OpenCase.AlreadyOpen, first)));
    }

    [Test]
    public async Task Of_eight_openings_for_one_person_at_once_one_is_done_and_the_others_name_it()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(copy => OpenAsync(Guid.CreateVersion7(), Hospital.Ada with { Name = "Cy Dale" }, "9990079226", ward: $"Ward {copy}")));

        Assert.Multiple(() =>
        {
            Assert.That(outcomes.OfType<Outcome.Answered>().Count(), Is.EqualTo(1));
            Assert.That(outcomes.OfType<Outcome.Refused>().Select(refused => refused.Existing).Distinct().Count(), Is.EqualTo(1));
        });
    }

    [TestCase("9990079250", Description = "Found by the number")]
    [TestCase(null, Description = "Told by the description")]
    public async Task The_same_opening_sent_twice_opens_one_case(string? number)
    {
        var eve = Hospital.Ada with { Name = $"Eve Fir {number}" };
        var id = Guid.CreateVersion7();
        var first = (Outcome.Answered)await OpenAsync(id, eve, number);
        var again = (Outcome.Answered)await OpenAsync(Guid.CreateVersion7(), eve, number);

        Assert.Multiple(async () =>
        {
            Assert.That((first.Status, again.Status), Is.EqualTo((201, 200)));
            Assert.That((again.Version, again.Location), Is.EqualTo((1L, first.Location)));
            Assert.That(again.Body, Does.Contain($"\"id\":\"{id}\"").And.Contain("\"recorded\":[]"));
            Assert.That(await CasesOfAsync(eve), Is.EqualTo(1));
        });
    }

    [TestCase("9990079269")]
    [TestCase(null)]
    public async Task Of_eight_copies_of_one_opening_at_once_one_opens_and_the_others_are_told_that_it_did(string? number)
    {
        var flo = Hospital.Ada with { Name = $"Flo Gale {number}" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(Guid.CreateVersion7(), flo, number)));

        Assert.Multiple(async () =>
        {
            Assert.That(outcomes.Cast<Outcome.Answered>().Select(answered => answered.Status).Order(), Is.EqualTo(new[] { 200, 200, 200, 200, 200, 200, 200, 201 }));
            Assert.That(outcomes.Cast<Outcome.Answered>().Select(answered => answered.Location).Distinct().Count(), Is.EqualTo(1));
            Assert.That(await CasesOfAsync(flo), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task The_same_opening_after_they_left_is_still_the_one_on_record()
    {
        var gil = Hospital.Ada with { Name = "Gil Hay" };
        var left = await StayAsync(gil, "9990079277");

        var again = (Outcome.Answered)await _hospital.OpenAsync(Guid.CreateVersion7(), Hospital.Opening(gil with { NhsNumber = "9990079277" }, Number("9990079277"), left.OccurredAt));

        Assert.Multiple(async () =>
        {
            Assert.That((again.Status, again.Version), Is.EqualTo((200, 2L)));
            Assert.That(await CasesOfAsync(gil), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task An_opening_sent_again_after_it_was_withdrawn_opens_a_case_of_its_own()
    {
        var hal = Hospital.Ada with { Name = "Hal Ives", NhsNumber = null };
        var id = Guid.CreateVersion7();
        await OpenAsync(id, hal, number: null);
        await _hospital.WithdrawAsync(id, entry: 1);

        Assert.That(((Outcome.Answered)await OpenAsync(Guid.CreateVersion7(), hal, number: null)).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task A_repeat_under_a_key_is_kept_like_every_answer()
    {
        var ira = Hospital.Ada with { Name = "Ira Jay", NhsNumber = null };
        var opening = Hospital.Opening(ira, number: null, _hospital.Time.Now);
        await _hospital.OpenAsync(Guid.CreateVersion7(), opening);

        var first = await _hospital.OpenAsync(Guid.CreateVersion7(), opening, Hospital.Sending(Hospital.Key("a repeat")));
        var again = await _hospital.OpenAsync(Guid.CreateVersion7(), opening, Hospital.Sending(Hospital.Key("a repeat")));

        Assert.Multiple(() =>
        {
            Assert.That(((Outcome.Answered)first).Status, Is.EqualTo(200));
            Assert.That(again, Is.EqualTo(first));
        });
    }

    [Test]
    public async Task People_without_a_number_are_never_taken_for_one_another()
    {
        var first = await StayAsync(Hospital.Ada with { NhsNumber = null }, number: null);
        var second = await StayAsync(Hospital.Ada with { NhsNumber = null }, number: null);

        Assert.That(second.Person, Is.Not.EqualTo(first.Person));
    }

    [TestCase("Jo Kay", "Northgate", Description = "Another name")]
    [TestCase(null, "Southgate", Description = "Another ward")]
    [TestCase(null, "Northgate", Description = "Nobody could tell two of them apart")]
    public async Task Two_openings_at_one_moment_are_two_people_unless_they_say_the_same_of_somebody_who_can_be_told_apart(string? name, string ward)
    {
        var nobody = new PersonDetails(name, null, null, null, null, null);
        var first = Guid.CreateVersion7();
        var second = Guid.CreateVersion7();
        await OpenAsync(first, nobody with { Name = null }, number: null);
        await OpenAsync(second, nobody, number: null, ward);

        Assert.That(
            ((CaseOpened)(await _hospital.HistoryAsync(second)).Entries[0].Fact).Person,
            Is.Not.EqualTo(((CaseOpened)(await _hospital.HistoryAsync(first)).Entries[0].Fact).Person));
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
        var opening = (await _hospital.UnsealedAsync("people", opened.Person.Id)).Single();
        var (kept, salt) = (opening.AsText, opening.Salt);

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
        var corrections = new PersonCorrections(_hospital.Pool, _hospital.Store, Hospital.Index, Hospital.Seals, _hospital.Time);
        await corrections.CorrectAsync(opened.Person, details => details with { Name = "Cora Elms" }, Hospital.Sending(), CancellationToken.None);
        var next = await StayAsync(cora with { Name = "Cora Elms" }, "9990079242");

        Assert.Multiple(async () =>
        {
            Assert.That(await ProvenAsync("person_corrections", opened.Person), Is.EqualTo(opened.PersonHash));
            Assert.That(await ProvenAsync("people", opened.Person), Is.EqualTo(next.PersonHash));
            Assert.That(next.PersonHash, Is.Not.EqualTo(opened.PersonHash));
            Assert.That((next.Person, next.Departures.Count), Is.EqualTo((opened.Person, 0)));
        });
    }

    private async Task<string> ProvenAsync(string table, PersonRef person)
    {
        var kept = (await _hospital.UnsealedAsync(table, person.Id)).Single();
        return Commitment.To(kept.AsText, kept.Salt);
    }

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

    private Task<Outcome> OpenAsync(Guid id, PersonDetails details, string? number, string ward = "Northgate") =>
        _hospital.OpenAsync(id, Hospital.Opening(details with { NhsNumber = number }, Number(number), _hospital.Time.Now, ward));

    private async Task<long> CasesOfAsync(PersonDetails details)
    {
        var cases = 0L;
        foreach (var person in await _hospital.Database.AskAsOwnerAsync<Guid[]>("select array_agg(person_id) from discharge.discharge_cases"))
        {
            cases += (await _hospital.UnsealedAsync("people", person)).Any(kept => PersonDetails.FromJson(kept.AsText).Name == details.Name) ? 1 : 0;
        }

        return cases;
    }

    /// <summary>Opened, and out of hospital again a minute before whatever comes next.</summary>
    private async Task<CaseOpened> StayAsync(PersonDetails details, string? number)
    {
        var id = Guid.CreateVersion7();
        Assert.That(await OpenAsync(id, details, number), Is.InstanceOf<Outcome.Answered>());
        await _hospital.DoAsync(id, new LeaveHospital(_hospital.Time.Now, Destination.AnotherHospital));
        _hospital.Time.Pass(Duration.FromMinutes(1));
        return (CaseOpened)(await _hospital.HistoryAsync(id)).Entries[0].Fact;
    }
}
