using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.OpenApi;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Access;

/// <summary>
/// What is on record of safeguarding, domestic abuse and the Mental Health Act, in a case of each type of one person, and every role at every read there is, generated from the contract: neither
/// the words, nor the kinds, nor the stored names show to whom the table does not permit the class.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SensitiveFactsTests
{
    private const string Hub = "SHUB1";
    private const string Site = "SSIT1";
    private const string Ward = "Northgate";
    private const string Team = "STEA1";
    private const string Beds = "SREH1";
    private const string NoMoreLooks = "revoke insert on discharge.access_log from discharge_application";
    private const string LooksAgain = "grant insert on discharge.access_log to discharge_application";

    // What would give each class away: what was said, what was said when it was withdrawn, its stored name, and the words of its own fields.
    private static readonly Dictionary<SensitiveClass, string[]> Telling = new()
    {
        [SensitiveClass.Safeguarding] = ["Quenelle", "Larkspur", "safeguarding-concern-raised"],
        [SensitiveClass.DomesticAbuse] = ["Brimblecombe", "Thistlewood", "domestic-abuse-disclosed", "abuserAtDestination", "somebody-else"],
        [SensitiveClass.MentalHealthAct] = ["Ostlerworth", "Pennyfarthing", "mental-health-act-status-recorded", "section-47"],
    };

    private TestDatabase _database = null!;
    private DirectoryInfo _journal = null!;
    private RunningService _service = null!;
    private Contract _contract = null!;
    private Dictionary<string, Guid> _cases = null!;
    private string _person = null!;

    [OneTimeSetUp]
    public async Task Everything_sensitive_is_on_record_in_each_case_of_one_person()
    {
        _database = await TestDatabase.MigratedAsync();
        _journal = Directory.CreateTempSubdirectory("looks");
        _service = await RunningService.StartAsync(_database, "Development", builder => builder.Configuration["AccessLog:Journal"] = _journal.FullName);
        _contract = await Contract.OfAsync(_service);
        var person = new { nhsNumber = Numbers.Next(), name = "Ada Marlowe", dateOfBirth = "1941-06-03" };
        var (hub, all) = (Token(Role.HubLead, Hub), Token(Role.HubLead, "QDEMO"));
        var discharge = await Opened(hub, "discharge-cases", new { occurredAt = Patient.Ago(96), admittedAt = Patient.Ago(96), person, site = Site, ward = Ward, hub = Hub, residence = "own-home" });
        var reablement = await Opened(all, "reablement-cases", new { occurredAt = Patient.Ago(1), person, source = "community", referrer = "QMJ01", team = Team });
        var beds = await Opened(all, "rehabilitation-bed-cases", new { occurredAt = Patient.Ago(90), person, route = "step-up", referrer = "QMJ01", team = Beds });
        _cases = new() { ["cases"] = discharge, ["discharge-cases"] = discharge, ["reablement-cases"] = reablement, ["rehabilitation-bed-cases"] = beds };
        _person = (await Send(hub, "GET", $"/v1/discharge-cases/{discharge}")).Expect(HttpStatusCode.OK).Body["personRef"]!.ToString();

        (await Send(Token(Role.InformationGovernance, "QDEMO"), "POST", "/v1/engagements", Engagements.Auditors.Engagement([Hub, Team, Beds], Hub))).Expect(HttpStatusCode.Created);

        await RecordedAndWithdrawn(discharge, $"discharge-cases/{discharge}/safeguarding-concerns", new() { ["by"] = "nurse" }, "Quenelle", "Larkspur");
        foreach (var id in _cases.Values.Distinct())
        {
            await RecordedAndWithdrawn(id, $"cases/{id}/domestic-abuse", new() { ["by"] = "somebody-else", ["abuserAtDestination"] = "yes" }, "Brimblecombe", "Thistlewood");
            await RecordedAndWithdrawn(id, $"cases/{id}/mental-health-act", new() { ["provision"] = "section-47" }, "Ostlerworth", "Pennyfarthing");
        }
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
        _journal.Delete(recursive: true);
    }

    [Test]
    public async Task No_read_shows_a_class_to_a_role_that_may_not_see_it([Values] Role role)
    {
        foreach (var path in Reads())
        {
            var answer = await Send(Own(role), "GET", path);
            Assert.That(answer.Status, Is.Not.EqualTo(HttpStatusCode.BadRequest), path);
            Hides(role, answer, path);
        }

        foreach (var operation in _contract.Operations.Where(operation => operation.Method == "POST" && (operation.Path.EndsWith("/what-if", StringComparison.Ordinal) || operation.Path.EndsWith("/search", StringComparison.Ordinal) || operation.Path.EndsWith("/back-test", StringComparison.Ordinal))))
        {
            Hides(role, await Send(Own(role), "POST", PathOf(operation, _cases["cases"]), operation.Request!["example"]!), operation.ToString());
        }
    }

    [Test]
    public async Task No_command_that_comes_too_late_is_told_of_a_class_that_its_role_may_not_see([Values] Role role)
    {
        var told = 0;
        foreach (var operation in _contract.Operations.Where(operation => operation.Method == "POST" && operation.Path.Contains("cases/{id}/", StringComparison.Ordinal) && !operation.Path.EndsWith("/what-if", StringComparison.Ordinal)))
        {
            var answer = await Send(Own(role), "POST", PathOf(operation, _cases[operation.Path.Split('/')[2]]), operation.Request!["example"]!, ifMatch: "\"1.x\"");
            Hides(role, answer, operation.ToString());
            if (answer.Status is HttpStatusCode.PreconditionFailed && operation.Path.EndsWith("/break-glass", StringComparison.Ordinal))
            {
                Assert.That(answer.Body["since"]!.AsArray(), Is.Empty, "Whoever breaks the glass has yet to break it.");
            }
            else if (answer.Status is HttpStatusCode.PreconditionFailed)
            {
                told++;
                Assert.That(NamesIn(answer.Body["since"]!, ofWithdrawals: true), Is.EquivalentTo(ExpectedIn(operation.Path.Split('/')[2], role)), operation.ToString());
            }
        }

        Assert.That(told > 0, Is.EqualTo(role.Permit(Operation.SetTask)), "Whoever records anything was told of what came before.");
    }

    [Test]
    public async Task A_history_shows_each_class_to_whoever_may_see_it_at_every_moment_that_is_asked_for([Values] Role role)
    {
        foreach (var (type, id) in _cases)
        {
            var history = await Send(Own(role), "GET", $"/v1/cases/{id}/history");
            if (role.Permit(Operation.ReadHistory))
            {
                Assert.That(NamesIn(history.Expect(HttpStatusCode.OK).Body["entries"]!, ofWithdrawals: true), Is.EquivalentTo(ExpectedIn(type, role)));
                foreach (var sensitive in role.Sees().Where(sensitive => sensitive is not SensitiveClass.Safeguarding || type is "cases" or "discharge-cases"))
                {
                    // No words of any note are an auditor's until they say why they must know.
                    Assert.That(Telling[sensitive].Skip(role is Role.Auditor ? 2 : 0).Where(word => !history.Text.Contains(word, StringComparison.Ordinal)), Is.Empty, $"{sensitive} for {role}");
                }
            }

            foreach (var moment in new[] { 60.0, 45, 30, 15, 0 }.Select(hours => Uri.EscapeDataString(Patient.Ago(hours))))
            {
                foreach (var query in new[] { $"asOf={moment}", $"knownAt={moment}", $"asOf={moment}&knownAt={Uri.EscapeDataString(Patient.Ago(0))}" })
                {
                    Hides(role, await Send(Own(role), "GET", $"/v1/cases/{id}/history?{query}"), query);
                }
            }
        }
    }

    [Test]
    public async Task What_stands_is_shown_with_its_words_in_the_classes_one_may_see_and_from_every_case_of_the_person([Values] Role role)
    {
        foreach (var id in _cases.Values.Distinct())
        {
            var answer = await Send(Own(role), "GET", $"/v1/cases/{id}/sensitive-facts");
            if (!role.Permit(Operation.ReadSensitiveFacts))
            {
                Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.Forbidden, "access.not-permitted")));
                continue;
            }

            answer.Expect(HttpStatusCode.OK);
            var facts = answer.Body["facts"]!.AsArray().Select(fact => ((string?)fact!["class"], (string?)fact["caseId"], (string?)fact["entry"]!["fact"]!["note"]!["words"])).ToArray();
            Assert.That(answer.Body["classes"]!.AsArray().Select(one => (string?)one), Is.EqualTo(role.Sees().Order().Select(Spelled)));
            Assert.That(facts, Is.EquivalentTo(
                from sensitive in role.Sees()
                from at in _cases.Values.Distinct()
                where sensitive is not SensitiveClass.Safeguarding || at == _cases["cases"]
                select (Spelled(sensitive), at.ToString(), $"Say {Telling[sensitive][0]}.")));
            Assert.That(answer.Body["facts"]!.AsArray().Select(fact => (string?)fact!["entry"]!["by"]), Is.All.EqualTo("c-who-recorded"));
            Assert.That(answer.ETag, Is.Not.Null);
        }
    }

    [Test]
    public async Task Whoever_it_is_not_theirs_is_told_that_there_is_no_such_case_and_a_place_is_none()
    {
        var stranger = Token(Role.ReablementTeam, "SOTH1");
        var bed = await Opened(Token(Role.HubLead, Hub), "beds", _contract.Operation("POST", "/v1/beds").Request!["example"]!);

        Assert.Multiple(async () =>
        {
            Assert.That(Said(await Send(stranger, "GET", $"/v1/cases/{_cases["reablement-cases"]}/sensitive-facts")), Is.EqualTo("404 case.not-found"));
            Assert.That(Said(await Send(stranger, "POST", $"/v1/cases/{_cases["reablement-cases"]}/domestic-abuse", Disclosure(1))), Is.EqualTo("404 case.not-found"));
            Assert.That(Said(await Send(Token(Role.HubLead, Hub), "GET", $"/v1/cases/{bed}/sensitive-facts")), Is.EqualTo("404 case.not-found"));
            Assert.That(Said(await Send(Token(Role.HubLead, Hub), "POST", $"/v1/cases/{bed}/domestic-abuse", Disclosure(1))), Is.EqualTo("404 case.not-found"));
        });
    }

    [Test]
    public async Task Whoever_broke_the_glass_of_one_case_sees_what_stands_in_that_one()
    {
        var stranger = Token(Role.ReablementTeam, "SOTH2", subject: "r-who-needs-it");
        (await Send(stranger, "POST", $"/v1/cases/{_cases["rehabilitation-bed-cases"]}/break-glass", new { occurredAt = Patient.Spelled(DateTimeOffset.UtcNow), ground = "risk-of-harm", reason = "She is at the door." })).Expect(HttpStatusCode.OK);

        var facts = (await Send(stranger, "GET", $"/v1/cases/{_cases["rehabilitation-bed-cases"]}/sensitive-facts")).Expect(HttpStatusCode.OK).Body["facts"]!.AsArray();

        Assert.That(facts.Select(fact => ((string?)fact!["class"], (string?)fact["caseId"])), Is.EqualTo([("domestic-abuse", _cases["rehabilitation-bed-cases"].ToString())]));
    }

    [Test]
    public async Task To_ask_for_what_stands_is_a_look_of_its_own()
    {
        var somebody = $"r-{Guid.NewGuid():N}";
        (await Send(Token(Role.ReablementTeam, Team, subject: somebody), "GET", $"/v1/cases/{_cases["reablement-cases"]}/sensitive-facts")).Expect(HttpStatusCode.OK);

        var look = (await Send(Token(Role.InformationGovernance, Hub), "GET", $"/v1/access-log?actor={somebody}")).Expect(HttpStatusCode.OK).Body["looks"]!.AsArray().Single()!;

        Assert.That(((string?)look["what"], (string?)look["outcome"]), Is.EqualTo(("read-sensitive-facts", "shown")));
        Assert.That(look["touched"]!.AsArray().Select(id => id!.ToString()), Is.SupersetOf(_cases.Values.Distinct().Select(id => id.ToString())));
    }

    [Test]
    public async Task Where_a_look_cannot_be_put_down_nothing_sensitive_is_shown_to_anybody_while_the_board_is()
    {
        await _database.RunAsOwnerAsync(NoMoreLooks);
        try
        {
            Assert.That((await Send(Own(Role.WardStaff), "GET", $"/v1/wards/{Site}/{Ward}/board")).Status, Is.EqualTo(HttpStatusCode.OK));
            foreach (var role in Enum.GetValues<Role>())
            {
                var (facts, history) = (await Send(Own(role), "GET", $"/v1/cases/{_cases["cases"]}/sensitive-facts"), await Send(Own(role), "GET", $"/v1/cases/{_cases["cases"]}/history"));
                var late = await Send(Own(role), "POST", $"/v1/discharge-cases/{_cases["cases"]}/tasks", _contract.Operation("POST", "/v1/discharge-cases/{id}/tasks").Request!["example"]!, ifMatch: "\"1.x\"");
                Assert.Multiple(() =>
                {
                    Assert.That(Said(facts), Is.EqualTo(role.Permit(Operation.ReadSensitiveFacts) ? "503 access-log.away" : "403 access.not-permitted"), role.ToString());
                    Assert.That(Said(history), Is.EqualTo(role.Permit(Operation.ReadHistory) ? "503 access-log.away" : "403 access.not-permitted"), role.ToString());
                    Assert.That(Said(late), Is.EqualTo((role.Permit(Operation.SetTask), role.Sees().Any()) switch { (false, _) => "403 access.not-permitted", (_, true) => "503 access-log.away", _ => "412 request.stale" }), role.ToString());
                    Assert.That(Telling.Values.SelectMany(words => words).Where(word => (facts.Text + history.Text + late.Text).Contains(word, StringComparison.Ordinal)), Is.Empty);
                });
            }
        }
        finally
        {
            await _database.RunAsOwnerAsync(LooksAgain);
        }
    }

    [Test]
    public async Task A_team_withdraws_what_it_sees_and_what_it_may_not_see_is_not_there_to_withdraw()
    {
        var team = Token(Role.ReablementTeam, Team);
        var id = await Opened(Token(Role.HubLead, "QDEMO"), "reablement-cases", new { occurredAt = Patient.Ago(9), person = new { name = "Wilfred Oake" }, source = "community", referrer = "QMJ01", team = Team });
        var abuse = await Recorded(team, $"/v1/cases/{id}/domestic-abuse", Disclosure(7));
        var act = await Recorded(Token(Role.HubLead, "QDEMO"), $"/v1/cases/{id}/mental-health-act", new { occurredAt = Patient.Ago(7), provision = "section-2" });

        Assert.Multiple(async () =>
        {
            Assert.That(Said(await Withdraw(team, $"/v1/reablement-cases/{id}", act)), Is.EqualTo("422 entry.not-found"));
            Assert.That(Said(await Withdraw(team, $"/v1/reablement-cases/{id}", abuse)), Is.EqualTo("200"));
            Assert.That(Said(await Withdraw(Token(Role.HubLead, "QDEMO"), $"/v1/cases/{id}", act)), Is.EqualTo("200"));
        });
    }

    [Test]
    public async Task That_somebody_has_a_mental_health_advocate_is_shown_to_whoever_may_know_of_the_act_and_in_no_state_of_the_case()
    {
        var (hub, ward) = (Token(Role.HubLead, Hub), Token(Role.WardStaff, Site, "Advocacy"));
        var id = await Opened(hub, "discharge-cases", new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Ida Fenn" }, site = Site, ward = "Advocacy", hub = Hub, residence = "own-home" });
        var entry = await Recorded(hub, $"/v1/discharge-cases/{id}/advocates", new { occurredAt = Patient.Ago(20), kind = "independent-mental-health-advocate", by = "nurse", organisation = "RADV1" });
        await Recorded(hub, $"/v1/discharge-cases/{id}/advocates", new { occurredAt = Patient.Ago(19), kind = "care-act-advocate", by = "nurse", organisation = "RADV1" });

        foreach (var token in new[] { hub, ward, Token(Role.Auditor, Hub) })
        {
            var state = (await Send(token, "GET", $"/v1/discharge-cases/{id}")).Expect(HttpStatusCode.OK);
            Assert.That((state.Text.Contains("mental-health", StringComparison.Ordinal), state.Text.Contains("care-act-advocate", StringComparison.Ordinal)), Is.EqualTo((false, true)), state.Text);
        }

        Assert.That((await Send(Token(Role.Auditor, Hub), "GET", $"/v1/cases/{id}/history")).Expect(HttpStatusCode.OK).Text, Does.Not.Contain("mental-health"));
        Assert.That((await Send(Token(Role.VoluntarySector, "RADV1"), "GET", "/v1/requests")).Expect(HttpStatusCode.OK).Text, Does.Contain("care-act-advocate").And.Not.Contain("mental-health"));
        var facts = (await Send(hub, "GET", $"/v1/cases/{id}/sensitive-facts")).Expect(HttpStatusCode.OK).Body["facts"]!.AsArray();
        Assert.That(facts.Select(fact => ((string?)fact!["class"], (string?)fact["entry"]!["fact"]!["kind"], (long)fact["entry"]!["version"]!)), Is.EqualTo([("mental-health-act", "independent-mental-health-advocate", entry)]));
    }

    [Test]
    public async Task To_suppose_what_is_on_record_already_tells_nobody_that_it_is()
    {
        var hub = Token(Role.HubLead, Hub);
        var id = await Opened(hub, "discharge-cases", new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Ida Fenn" }, site = Site, ward = Ward, hub = Hub, residence = "own-home" });
        var concern = new { occurredAt = Patient.Ago(20), by = "social-worker" };
        await Recorded(hub, $"/v1/discharge-cases/{id}/safeguarding-concerns", concern);
        var supposed = new { facts = new[] { new { what = "safeguarding-concerns", body = concern } } };

        var (whoSees, whoDoesNot) = (await Send(hub, "POST", $"/v1/cases/{id}/what-if", supposed), await Send(Own(Role.WardStaff), "POST", $"/v1/cases/{id}/what-if", supposed));

        Assert.That(whoSees.Expect(HttpStatusCode.OK).Body["steps"]![0]!["recorded"]!.AsArray(), Is.Empty);
        Assert.That(whoDoesNot.Expect(HttpStatusCode.OK).Body["steps"]![0]!["recorded"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_stands_of_the_mental_health_act_keeps_the_record_as_one_of_mental_health_and_withdrawn_it_does_not()
    {
        var (hub, keeper) = (Token(Role.HubLead, Hub), Token(Role.RecordsManager, Hub));
        var id = await Opened(hub, "discharge-cases", new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Wilhelmina Quint" }, site = Site, ward = "Southgate", hub = Hub, residence = "own-home" });
        var retention = $"/v1/people/{(await Send(hub, "GET", $"/v1/discharge-cases/{id}")).Body["personRef"]}/retention";
        Assert.That(await Class(), Is.EqualTo("adult-health-and-social-care"));

        var first = await Recorded(hub, $"/v1/cases/{id}/mental-health-act", new { occurredAt = Patient.Ago(40), provision = "none-any-more" });
        Assert.That(await Class(), Is.EqualTo("mental-health"));
        (await Send(keeper, "POST", retention.Replace("/retention", "/appraisals", StringComparison.Ordinal), new { outcome = "dispose", @class = "adult-health-and-social-care", reason = "no-further-value", authority = "Policy 4.2" })).Expect(HttpStatusCode.OK);
        Assert.That(await Class(), Is.EqualTo("mental-health"), "No appraisal says otherwise.");

        (await Withdraw(hub, $"/v1/cases/{id}", first)).Expect(HttpStatusCode.OK);
        Assert.That(await Class(), Is.EqualTo("adult-health-and-social-care"));
        (await Withdraw(hub, $"/v1/cases/{id}", first + 1)).Expect(HttpStatusCode.OK);
        Assert.That(await Class(), Is.EqualTo("mental-health"), "The withdrawal was withdrawn, so it stands again.");

        async Task<string?> Class() => (string?)(await Send(keeper, "GET", retention)).Expect(HttpStatusCode.OK).Body["class"];
    }

    private static void Hides(Role role, Answer answer, string asked)
    {
        foreach (var (sensitive, words) in Telling.Where(told => !role.Sees().Contains(told.Key)))
        {
            Assert.That(words.Where(word => answer.Text.Contains(word, StringComparison.Ordinal)), Is.Empty, $"{sensitive} for {role} at {asked}: {answer.Text}");
        }
    }

    // What of this person's case of a type a role sees: the names of all sensitive entries, and of as many withdrawals.
    private static IEnumerable<string> ExpectedIn(string type, Role role) =>
        from sensitive in role.Sees()
        where sensitive is not SensitiveClass.Safeguarding || type is "cases" or "discharge-cases"
        from name in new[] { Names[sensitive], Names[sensitive], "case.entry-withdrawn.v1" }
        select name;

    private static readonly Dictionary<SensitiveClass, string> Names = new()
    {
        [SensitiveClass.Safeguarding] = "discharge-case.safeguarding-concern-raised.v1",
        [SensitiveClass.DomesticAbuse] = "case.domestic-abuse-disclosed.v1",
        [SensitiveClass.MentalHealthAct] = "case.mental-health-act-status-recorded.v1",
    };

    private static IEnumerable<string> NamesIn(JsonNode entries, bool ofWithdrawals) =>
        from entry in entries.AsArray()
        let name = (string)entry!["name"]!
        where Names.ContainsValue(name) || (ofWithdrawals && name == "case.entry-withdrawn.v1")
        select name;

    private static object Disclosure(double hoursAgo) => new { occurredAt = Patient.Ago(hoursAgo), by = "professional", abuserAtDestination = "no" };

    private static string Spelled(SensitiveClass sensitive) => sensitive switch
    {
        SensitiveClass.Safeguarding => "safeguarding",
        SensitiveClass.DomesticAbuse => "domestic-abuse",
        _ => "mental-health-act",
    };

    private static string Said(Answer answer) => answer.Status is HttpStatusCode.OK ? "200" : $"{(int)answer.Status} {answer.Code}";

    // Every GET of the contract: of each case there is, of the person, and every list, board and measure.
    private IEnumerable<string> Reads() =>
        from operation in _contract.Operations
        where operation.Method == "GET"
        from id in operation.Path.Contains("{id}", StringComparison.Ordinal) ? operation.Path.StartsWith("/v1/cases/", StringComparison.Ordinal) ? _cases.Values.Distinct() : [_cases.GetValueOrDefault(operation.Path.Split('/')[2], Guid.Empty)] : [Guid.Empty]
        select PathOf(operation, id);

    private string PathOf(Described operation, Guid id) => string.Join('/', operation.Path.Split('/').Select(part => part switch
    {
        "{id}" => id.ToString(),
        "{person}" => _person,
        "{odsSite}" => Site,
        "{ward}" => Ward,
        "{referral}" or "{task}" or "{bed}" => "019b76da-a800-7000-8000-000000000001",
        ['{', .., '}'] => "1",
        _ => part,
    })) + (operation.Parameters.Where(parameter => (string?)parameter["in"] == "query" && (bool?)parameter["required"] is true).Select(parameter => (string)parameter["name"]!).ToArray() is [_, ..] required
        ? $"?{string.Join('&', required.Select(name => $"{name}={Uri.EscapeDataString(name switch { "from" => "2026-01-01", "to" => "2026-01-31", "site" => Site, _ => Patient.Spelled(DateTimeOffset.UtcNow.AddDays(1)) })}"))}"
        : string.Empty);

    private string Own(Role role) => role switch
    {
        Role.WardStaff => Token(role, Site, Ward),
        Role.ReablementTeam => Token(role, Team),
        Role.RehabilitationTeam => Token(role, Beds),
        _ => Token(role, Hub),
    };

    // One that stands, and one that was withdrawn with other words.
    private async Task RecordedAndWithdrawn(Guid id, string what, JsonObject body, string said, string whenWithdrawn)
    {
        var recorder = Token(Role.HubLead, Hub, subject: "c-who-recorded");
        (body["occurredAt"], body["note"]) = (Patient.Ago(50), $"Say {said}.");
        await Recorded(recorder, $"/v1/{what}", body.DeepClone());
        (body["occurredAt"], body["note"]) = (Patient.Ago(40), $"Say {said} again.");
        (await Withdraw(recorder, $"/v1/cases/{id}", await Recorded(recorder, $"/v1/{what}", body), $"It was {whenWithdrawn}.")).Expect(HttpStatusCode.OK);
    }

    private async Task<long> Recorded(string token, string path, object body) => (await Send(token, "POST", path, body)).Expect(HttpStatusCode.OK).Body["recorded"]![0]!["version"]!.GetValue<long>();

    private Task<Answer> Withdraw(string token, string path, long version, string? note = null) =>
        Send(token, "POST", $"{path}/entries/{version}/withdrawal", new { occurredAt = Patient.Spelled(DateTimeOffset.UtcNow), reason = "wrong-content", note });

    private string Token(Role role, string organisation, string? ward = null, string? subject = null) =>
        _service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(role, organisation, subject, ward);

    private async Task<Guid> Opened(string token, string what, object opening) => (await Send(token, "POST", $"/v1/{what}", opening)).Expect(HttpStatusCode.Created).Body["id"]!.GetValue<Guid>();

    private async Task<Answer> Send(string token, string method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await _service.Http.SendAsync(request);
        return await Answer.Of(answer);
    }
}
