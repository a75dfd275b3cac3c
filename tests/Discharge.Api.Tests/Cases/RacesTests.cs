using System.Net;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Cases;

[Parallelizable(ParallelScope.All)]
public sealed class RacesTests
{
    [Test]
    public async Task Eight_commands_racing_on_one_case_are_each_decided_on_the_state_they_meet_and_none_is_lost([Range(1, 4)] int round)
    {
        var patient = await Patient.AdmittedAsync();
        var what = $"round {round}";
        (string What, object Body)[] commands =
        [
            ("functional-assessment", new { occurredAt = Patient.Ago(60), by = "occupational-therapist", needs = new[] { "reablement" } }),
            ("pathway-decision", new { occurredAt = Patient.Ago(50), pathway = "pathway-1", reason = "home-first", by = "discharge-coordinator" }),
            ("criteria-to-reside-reviews", Patient.Review(70)),
            ("criteria-to-reside-reviews", Patient.Review(69)),
            ("home-visit-bookings", new { occurredAt = Patient.Ago(48), visitAt = Patient.Ago(20), by = "nurse" }),
            ("welfare-check", new { occurredAt = Patient.Ago(19), by = "nurse", outcome = "safe-and-well" }),
            ("failed-home-visits", new { occurredAt = Patient.Ago(18), by = "nurse", reason = "no-answer" }),
            ("home-visit", new { occurredAt = Patient.Ago(17), by = "nurse", note = what }),
        ];

        var answers = await Task.WhenAll(commands.Select(command => patient.Post(command.What, command.Body)));

        var (assessed, decided) = (answers[0].Expect(HttpStatusCode.OK), answers[1]);
        Answer[] recorded = [.. answers.Where(answer => answer.Status is HttpStatusCode.OK).OrderBy(answer => answer.Version)];
        Assert.Multiple(async () =>
        {
            Assert.That(answers.Except([decided]).Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK), what);
            Assert.That(
                decided.Status is HttpStatusCode.OK ? decided.Version > assessed.Version : decided.Code == "discharge.pathway-not-assessed",
                Is.True,
                $"The pathway was decided on another state than it met: {decided}");
            Assert.That(recorded.Select(answer => answer.Version), Is.EqualTo(Enumerable.Range(2, recorded.Length)));
            Assert.That(await (await SharedService.RunningAsync()).Versions(patient.Id), Is.EqualTo(Enumerable.Range(1, recorded.Length + 1)));
        });
    }

    [Test]
    public async Task Of_two_leavings_told_eight_times_at_once_one_is_recorded_and_the_other_is_told_which()
    {
        var patient = await Patient.AdmittedAsync();
        object[] leavings = [new { occurredAt = Patient.Ago(10), to = "own-home" }, new { occurredAt = Patient.Ago(9), to = "family-or-friends" }];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(copy => patient.Post("discharge", leavings[copy % 2])));

        var won = answers.Single(answer => answer.Status is HttpStatusCode.OK && answer.Recorded is not []);
        var parity = Array.IndexOf(answers, won) % 2;
        Assert.Multiple(() =>
        {
            Assert.That(answers.Where((_, copy) => copy % 2 == parity).Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
            Assert.That(answers.Where((_, copy) => copy % 2 != parity).Select(answer => (answer.Status, answer.Code, (long?)answer.Body["onRecord"])), Is.All.EqualTo((HttpStatusCode.UnprocessableEntity, "discharge.left-already", 2L)));
        });
        Assert.That((await patient.Names()).Count(name => name == "discharge-case.discharged-from-hospital.v1"), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_eight_openings_for_one_person_at_once_one_opens_and_the_others_are_told_which()
    {
        var client = new Client(await SharedService.RunningAsync());
        var (ward, person) = ($"Ward {Guid.NewGuid():N}", new { nhsNumber = Numbers.Next(), name = "Ada Marlowe" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(copy => client.Post("/v1/discharge-cases", Patient.Opening($"{ward} {copy}", person: person))));

        var first = answers.Single(answer => answer.Status is HttpStatusCode.Created).Body["id"]!.GetValue<Guid>();
        Answer[] others = [.. answers.Where(answer => answer.Status is not HttpStatusCode.Created)];
        Assert.That(others, Has.Length.EqualTo(7));
        Assert.That(
            others.Select(answer => (answer.Status, answer.Code, answer.Body["caseId"]!.GetValue<Guid>())),
            Is.All.EqualTo((HttpStatusCode.Conflict, "discharge.case-already-open", first)));
    }

    [Test]
    public async Task Of_eight_copies_of_one_opening_without_a_key_one_opens_and_the_others_record_nothing_and_are_told_which()
    {
        var client = new Client(await SharedService.RunningAsync());
        var opening = Patient.Opening($"Ward {Guid.NewGuid():N}", person: new { name = "Ada Marlowe", dateOfBirth = "1941-06-03", nhsNumberMissing = "overseas-visitor" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.Post("/v1/discharge-cases", opening)));

        var first = answers.Single(answer => answer.Status is HttpStatusCode.Created);
        Answer[] others = [.. answers.Except([first])];
        Assert.Multiple(() =>
        {
            Assert.That(others.Select(answer => (answer.Status, answer.Body["id"]!.GetValue<Guid>(), answer.Version, answer.Recorded.Length)), Is.All.EqualTo((HttpStatusCode.OK, first.Body["id"]!.GetValue<Guid>(), 1L, 0)));
            Assert.That(others.Select(answer => answer.Location), Is.All.EqualTo(first.Location));
        });
    }
}
