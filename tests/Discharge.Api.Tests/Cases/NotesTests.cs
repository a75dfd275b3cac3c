using System.Net;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Cases;

/// <summary>What was said in words lies beside the record and is read back with the entry it belongs to.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NotesTests
{
    [Test]
    public async Task Words_are_read_back_with_their_entry_and_field_and_whether_it_stands()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Post("involvement", new { occurredAt = Patient.Ago(40), who = "person", by = "nurse", wants = "Home, to the cat.", note = "In the day room." });
        var options = new object[] { new { way = "carer-shadows", note = "On the stairs." } };
        var risk = await patient.Post("risk-decisions", new { occurredAt = Patient.Ago(39), hazards = new[] { "falls" }, options, chosen = "carer-shadows", by = "nurse" });
        await patient.Withdraw((long)risk.Body["recorded"]![0]!["version"]!);

        Assert.That(
            await NotesAsync(patient, patient.Client),
            Is.EqualTo(new[] { "2 wants Home, to the cat. True", "2 note In the day room. True", "3 options[0].note On the stairs. False" }));
    }

    [Test]
    public async Task The_words_of_a_safeguarding_concern_are_shown_only_to_who_may_see_it()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Post("safeguarding-concerns", new { occurredAt = Patient.Ago(40), by = "nurse", note = "Bruises nobody explains." });
        var ward = new Client(await SharedService.RunningAsync(), Role.WardStaff);
        Assert.That((await NotesAsync(patient, patient.Client), await NotesAsync(patient, ward)), Is.EqualTo((new[] { "2 note Bruises nobody explains. True" }, Array.Empty<string>())));
    }

    [Test]
    public async Task A_case_nobody_has_has_no_notes() =>
        (await new Client(await SharedService.RunningAsync()).Get($"/v1/cases/{Guid.CreateVersion7()}/notes")).Expect(HttpStatusCode.NotFound);

    private static async Task<string[]> NotesAsync(Patient patient, Client reader) =>
    [
        .. (await reader.Get($"/v1/cases/{patient.Id}/notes")).Expect(HttpStatusCode.OK).Body["notes"]!.AsArray()
            .Select(note => $"{note!["entry"]} {note["field"]} {note["words"]} {(bool?)note["stands"]}"),
    ];
}
