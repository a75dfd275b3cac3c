using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Beds;

[Parallelizable(ParallelScope.All)]
public sealed class PlacesTests
{
    [Test]
    public async Task A_place_is_registered_and_shown()
    {
        var place = await Place.RegisteredAsync(features: ["twenty-four-hour-care", "hoist"]);
        var shown = await place.Shown();

        Assert.Multiple(() =>
        {
            Assert.That((string?)shown["status"], Is.EqualTo("free"));
            Assert.That((string?)shown["kind"], Is.EqualTo("nursing"));
            Assert.That((string?)shown["provider"], Is.EqualTo(place.Provider));
            Assert.That((int?)shown["weeklyCost"], Is.EqualTo(119_500));
            Assert.That(shown["features"]!.AsArray().Select(feature => (string?)feature), Is.EqualTo(new[] { "twenty-four-hour-care", "hoist" }));
        });
    }

    [Test]
    public async Task The_same_registration_again_registers_nothing_and_another_place_of_that_name_is_refused()
    {
        var client = new Client(await SharedService.RunningAsync());
        var provider = Place.NewProvider();
        var registration = Place.Registration(provider, "Room 12");
        var first = (await client.Post("/v1/beds", registration)).Expect(HttpStatusCode.Created);
        var again = (await client.Post("/v1/beds", registration)).Expect(HttpStatusCode.OK);
        var other = await client.Post("/v1/beds", Place.Registration(provider, "room 12", kind: "residential"));

        Assert.That((again.Location, again.Recorded.Length), Is.EqualTo((first.Location, 0)));
        Assert.That((other.Status, other.Code), Is.EqualTo((HttpStatusCode.Conflict, "bed.already-registered")));
    }

    [Test]
    public async Task A_place_is_reserved_in_the_place_and_in_the_case_at_once()
    {
        var (place, patient) = (await Place.RegisteredAsync(), await Patient.AdmittedAsync());
        var answer = (await place.ReserveFor(patient.Id)).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That(answer.Recorded, Is.EqualTo(new[] { "bed.reserved.v1" }));
            Assert.That(await patient.Names(), Does.Contain("discharge-case.place-reserved.v1"));
            Assert.That((await place.Shown())["case"]!.GetValue<Guid>(), Is.EqualTo(patient.Id));
        });
    }

    [Test]
    public async Task A_place_somebody_else_has_is_refused_with_who_has_it_and_what_would_be_accepted()
    {
        var (place, ada, ben) = (await Place.RegisteredAsync(), await Patient.AdmittedAsync(), await Patient.AdmittedAsync());
        await place.ReserveFor(ada.Id);
        var refused = await place.ReserveFor(ben.Id, hoursAgo: 2);

        Assert.Multiple(async () =>
        {
            Assert.That((refused.Status, refused.Code), Is.EqualTo((HttpStatusCode.Conflict, "bed.reserved")));
            Assert.That(refused.Body["caseId"]!.GetValue<Guid>(), Is.EqualTo(ada.Id));
            Assert.That((long?)refused.Body["onRecord"], Is.EqualTo(2));
            Assert.That((string?)refused.Body["accepted"], Does.Contain("Another place"));
            Assert.That(refused.Text, Does.Not.Contain("Marlowe"));
            Assert.That(await ben.Names(), Has.None.StartsWith("discharge-case.place"));
        });
    }

    [Test]
    public async Task A_reservation_whose_moment_has_passed_is_over_and_the_place_is_shown_and_found_as_free()
    {
        var (place, ada, ben) = (await Place.RegisteredAsync(), await Patient.AdmittedAsync(), await Patient.AdmittedAsync());
        (await place.ReserveFor(ada.Id, hoursAgo: 10, untilHoursAgo: 5)).Expect(HttpStatusCode.OK);

        Assert.That(await place.Status(), Is.EqualTo("free"));
        Assert.That(await place.Found("status=free"), Is.EqualTo(new[] { place.Id }));
        (await place.ReserveFor(ben.Id, hoursAgo: 4)).Expect(HttpStatusCode.OK);
        Assert.That(await place.Found("status=reserved"), Is.EqualTo(new[] { place.Id }));
    }

    [Test]
    public async Task A_reservation_is_shown_as_over_from_the_very_moment_on_although_nothing_was_recorded()
    {
        var (place, ada) = (await Place.RegisteredAsync(), await Patient.AdmittedAsync());
        var until = DateTimeOffset.UtcNow.AddSeconds(3);
        (await place.Post("reservations", new { occurredAt = Patient.Ago(1), @case = ada.Id, until = Patient.Spelled(until) })).Expect(HttpStatusCode.OK);
        var before = DateTimeOffset.UtcNow < until ? await place.Status() : "reserved";

        await Cases.Stored.Once(async () => await place.Status() == "free" && (await place.Found("status=free")).Length == 1, "the reservation lapses");
        Assert.That((before, DateTimeOffset.UtcNow >= until), Is.EqualTo(("reserved", true)));
    }

    [Test]
    public async Task A_reservation_ends_before_its_moment_in_both()
    {
        var (place, ada) = (await Place.RegisteredAsync(), await Patient.AdmittedAsync());
        await place.ReserveFor(ada.Id);
        (await place.Post("reservation-ends", new { occurredAt = Patient.Ago(2), @case = ada.Id, @as = "taken-back" })).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That(await place.Status(), Is.EqualTo("free"));
            Assert.That((await ada.Case())["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]), Does.Contain("discharge.place-lost"));
        });
    }

    [Test]
    public async Task That_somebody_else_arrived_is_not_said_by_hand() => Assert.That(
        (await (await Place.RegisteredAsync()).Post("reservation-ends", new { occurredAt = Patient.Ago(2), @case = Guid.NewGuid(), @as = "somebody-else-arrived" })).Body["errors"]?["as"], Is.Not.Null);

    [Test]
    public async Task Withdrawn_in_the_case_it_is_withdrawn_in_the_place_and_the_other_way_round()
    {
        var (place, ada) = (await Place.RegisteredAsync(), await Patient.AdmittedAsync());
        await place.ReserveFor(ada.Id);
        (await ada.Client.Post($"/v1/cases/{ada.Id}/entries/2/withdrawal", new { occurredAt = Patient.Ago(1), reason = "wrong-person" })).Expect(HttpStatusCode.OK);
        var free = await place.Status();
        (await place.Post("entries/3/withdrawal", new { occurredAt = Patient.Ago(0.5), reason = "did-not-happen" })).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That((free, await place.Status()), Is.EqualTo(("free", "reserved")));
            Assert.That((await ada.History())["entries"]![1]!["stands"]!.GetValue<bool>(), Is.True);
        });
    }

    [Test]
    public async Task A_place_is_closed_for_an_infection_and_reopened()
    {
        var (place, ada) = (await Place.RegisteredAsync(), await Patient.AdmittedAsync());
        (await place.Post("closures", new { occurredAt = Patient.Ago(50), reason = "infection", expectedUntil = "2030-01-01" })).Expect(HttpStatusCode.OK);
        var refused = await place.ReserveFor(ada.Id);
        var shown = await place.Shown();
        (await place.Post("reopenings", new { occurredAt = Patient.Ago(4) })).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That((refused.Status, refused.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "bed.closed")));
            Assert.That(((string?)shown["status"], (string?)shown["closed"]!["reason"], (string?)shown["freeFrom"]), Is.EqualTo(("closed", "infection", "2030-01-01")));
            Assert.That((await place.ReserveFor(ada.Id)).Status, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task The_providers_word_is_shown_with_when_they_gave_it()
    {
        var place = await Place.RegisteredAsync();
        (await place.Post("vacancy-confirmations", new { occurredAt = Patient.Ago(30), isFree = false })).Expect(HttpStatusCode.OK);
        var shown = await place.Shown();

        Assert.Multiple(async () =>
        {
            Assert.That((string?)shown["status"], Is.EqualTo("taken-elsewhere"));
            Assert.That(DateTimeOffset.Parse((string)shown["providersWord"]!["at"]!, System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(Patient.Now.AddHours(-30)).Within(TimeSpan.FromSeconds(1)));
            Assert.That(await place.Found($"confirmedSince={Uri.EscapeDataString(Patient.Ago(31))}"), Has.Length.EqualTo(1));
            Assert.That(await place.Found($"confirmedSince={Uri.EscapeDataString(Patient.Ago(29))}"), Is.Empty);
        });
    }

    [TestCase("kind=nursing", "a", "b")]
    [TestCase("kind=residential", "c")]
    [TestCase("feature=hoist", "a", "b")]
    [TestCase("feature=hoist&feature=dementia", "b")]
    [TestCase("atMost=100000", "c")]
    [TestCase("area=713", "a", "b", "c")]
    [TestCase("area=714")]
    [TestCase("funder=joint", "a", "b", "c")]
    [TestCase("funder=health")]
    [TestCase("status=free", "a", "c")]
    [TestCase("status=closed", "b")]
    [TestCase("freeFrom=2029-12-31", "a", "c")]
    [TestCase("freeFrom=2030-01-01", "a", "b", "c")]
    public async Task Places_are_found(string query, params string[] found)
    {
        var client = new Client(await SharedService.RunningAsync());
        var provider = Place.NewProvider();
        var places = new Dictionary<string, Place>
        {
            ["a"] = await Place.RegisteredAsync(client, provider, features: ["hoist"]),
            ["b"] = await Place.RegisteredAsync(client, provider, features: ["hoist", "dementia"]),
            ["c"] = await Place.RegisteredAsync(client, provider, kind: "residential", weeklyCost: 90_000),
        };
        await places["b"].Post("closures", new { occurredAt = Patient.Ago(50), reason = "works", expectedUntil = "2030-01-01" });

        Assert.That(await places["a"].Found(query), Is.EqualTo(found.Select(name => places[name].Id)));
    }

    [Test]
    public async Task A_place_promised_to_somebody_else_is_found_up_to_the_day_before()
    {
        var place = await Place.RegisteredAsync();
        (await place.Post("vacancy-confirmations", new { occurredAt = Patient.Ago(30), isFree = true, freeTo = "2030-01-31" })).Expect(HttpStatusCode.OK);

        Assert.That((await place.Found("freeTo=2030-01-31")).Length, Is.EqualTo(1));
        Assert.That(await place.Found("freeTo=2030-02-01"), Is.Empty);
    }

    [Test]
    public async Task A_place_the_provider_has_free_later_is_not_found_before_that_day()
    {
        var place = await Place.RegisteredAsync();
        (await place.Post("vacancy-confirmations", new { occurredAt = Patient.Ago(30), isFree = true, freeFrom = "2030-01-10" })).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That(await place.Found("status=free"), Is.Empty);
            Assert.That(await place.Found("freeFrom=2030-01-09"), Is.Empty);
            Assert.That(await place.Found("freeFrom=2030-01-10&status=taken-elsewhere"), Has.Length.EqualTo(1));
            Assert.That((string?)(await place.Shown())["freeFrom"], Is.EqualTo("2030-01-10"));
        });
    }

    [Test]
    public async Task A_place_is_not_found_for_days_on_which_it_is_promised_to_somebody_else()
    {
        var place = await Place.RegisteredAsync();
        (await place.Post("vacancy-confirmations", new { occurredAt = Patient.Ago(30), isFree = true, freeTo = "2030-01-31" })).Expect(HttpStatusCode.OK);
        var gone = await Place.RegisteredAsync();
        (await gone.Post("vacancy-confirmations", new { occurredAt = Patient.Ago(30), isFree = true, freeTo = "2026-01-31" })).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That(await place.Found("freeFrom=2030-01-31"), Has.Length.EqualTo(1));
            Assert.That(await place.Found("freeFrom=2030-02-01"), Is.Empty);
            Assert.That(await gone.Found("status=free"), Is.Empty);
            Assert.That(await gone.Status(), Is.EqualTo("taken-elsewhere"));
        });
    }

    [Test]
    public async Task A_list_goes_on_page_by_page()
    {
        var client = new Client(await SharedService.RunningAsync());
        var provider = Place.NewProvider();
        var places = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            places.Add((await Place.RegisteredAsync(client, provider)).Id);
        }

        var first = (await client.Get($"/v1/beds?provider={provider}&limit=2")).Body;
        var second = (await client.Get($"/v1/beds?provider={provider}&limit=2&after={first["next"]}")).Body;
        Assert.That(first["beds"]!.AsArray().Concat(second["beds"]!.AsArray()).Select(bed => bed!["id"]!.GetValue<Guid>()), Is.EqualTo(places));
        Assert.That(second["next"], Is.Null);
    }

    [Test]
    public async Task Capacity_is_counted_by_kind_provider_and_day()
    {
        var client = new Client(await SharedService.RunningAsync());
        var (provider, ada) = (Place.NewProvider(), await Patient.AdmittedAsync());
        var places = new[] { await Place.RegisteredAsync(client, provider), await Place.RegisteredAsync(client, provider) };
        await places[0].ReserveFor(ada.Id, hoursAgo: 3, untilHoursAgo: -24 * 300);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Europe/London"));
        JsonNode[] lines = [.. (await client.Get($"/v1/bed-capacity?from={today:yyyy-MM-dd}&to={today.AddDays(1):yyyy-MM-dd}&provider={provider}")).Expect(HttpStatusCode.OK).Body["capacity"]!.AsArray().Select(line => line!)];

        Assert.That(
            lines.Select(line => ((string?)line["day"], (string?)line["kind"], (int)line["places"]!, (int)line["free"]!, (int)line["reserved"]!)),
            Is.EqualTo(new[] { ($"{today:yyyy-MM-dd}", "nursing", 2, 1, 1), ($"{today.AddDays(1):yyyy-MM-dd}", "nursing", 2, 1, 1) }));
    }

    [TestCase("from=2026-03-02&to=2026-03-01")]
    [TestCase("from=2026-03-02&to=2026-04-02")]
    public async Task Capacity_of_no_day_or_of_too_many_is_named(string query) =>
        Assert.That((await new Client(await SharedService.RunningAsync()).Get($"/v1/bed-capacity?{query}")).Expect(HttpStatusCode.BadRequest).Body["errors"]!["to"], Is.Not.Null);

    [Test]
    public async Task An_auditor_sees_that_places_and_cases_agree()
    {
        var service = await SharedService.RunningAsync();
        await (await Place.RegisteredAsync()).ReserveFor((await Patient.AdmittedAsync()).Id);

        Assert.That((await new Client(service, Role.Auditor).Get("/v1/bed-disagreements")).Expect(HttpStatusCode.OK).Body["disagreements"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_cost_that_cannot_be_is_named() => Assert.That(
        (await new Client(await SharedService.RunningAsync()).Post("/v1/beds", Place.Registration(Place.NewProvider(), weeklyCost: -1))).Body["errors"]?["weeklyCost"], Is.Not.Null);

    [TestCase(false, "2026-03-01", null, "isFree")]
    [TestCase(true, "2026-03-02", "2026-03-01", "freeTo")]
    public async Task A_word_that_contradicts_itself_is_named(bool isFree, string freeFrom, string? freeTo, string field)
    {
        var answer = await (await Place.RegisteredAsync()).Post("vacancy-confirmations", new { occurredAt = Patient.Ago(3), isFree, freeFrom, freeTo = freeTo ?? freeFrom });
        Assert.That(answer.Expect(HttpStatusCode.BadRequest).Body["errors"]![field], Is.Not.Null);
    }

    [Test]
    public async Task The_same_command_twice_is_recorded_once()
    {
        var (place, ada) = (await Place.RegisteredAsync(), await Patient.AdmittedAsync());
        foreach (var (what, body) in new (string, object)[]
        {
            ("offer-changes", new { occurredAt = Patient.Ago(40), features = new[] { "dementia" }, weeklyCost = 100_000, funders = new[] { "health" } }),
            ("closures", new { occurredAt = Patient.Ago(39), reason = "works" }),
            ("reopenings", new { occurredAt = Patient.Ago(38) }),
            ("vacancy-confirmations", new { occurredAt = Patient.Ago(37), isFree = true }),
            ("reservations", Place.ReservationFor(ada.Id, hoursAgo: 36)),
            ("reservation-ends", new { occurredAt = Patient.Ago(35), @case = ada.Id, @as = "no-longer-needed" }),
        })
        {
            Assert.That((await place.Post(what, body)).Expect(HttpStatusCode.OK).Recorded, Has.Length.EqualTo(1), what);
            Assert.That((await place.Post(what, body)).Expect(HttpStatusCode.OK).Recorded, Is.Empty, what);
        }
    }
}
