using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Reablement;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Timelines;
using Marten;

namespace Discharge.Persistence.Tests.Cases;

public sealed class StoredFormatTests
{
    private static readonly ISerializer Store = ConfiguredSerializer();

    private static readonly Type[] NothingOptional =
        [typeof(HomeVisitBooked), typeof(PersonAdmitted), typeof(DischargePlanOpened), typeof(PrimaryDelayNamed), typeof(BreachWithdrawn), typeof(ClockPaused), typeof(ClockResumed),
        typeof(PlaceReserved), typeof(BedRegistered), typeof(BedOfferChanged), typeof(BedReopened), typeof(BedReserved), typeof(BedHeld),
        typeof(ReferralMarkedUrgent), typeof(AgeHandedOver), typeof(DeathHandedOver), typeof(ReturnHandedOver), typeof(WorkerCovered), typeof(CoverEnded), typeof(TeamRegistered), typeof(CapacitySet), typeof(DutyWorkerNamed),
        typeof(VisitPlanned), typeof(StartDated), typeof(PatchAssigned), typeof(BridgingStarted), typeof(BridgingEnded), typeof(GoalScored), typeof(CareRecorded), typeof(ChargingStarted), typeof(FollowUpRecorded),
        typeof(RehabilitationBedReserved), typeof(RehabilitationGoalScored)];

    private static IEnumerable<TestCaseData> Everything =>
    [
        .. StoredEvents.All.Select(stored => new TestCaseData(stored.Json, stored.Fact).SetArgDisplayNames(stored.Name)),
        .. StoredEvents.Grown.Select(stored => new TestCaseData(stored.Json, stored.Fact).SetArgDisplayNames($"{stored.Name}, grown")),
    ];

    private static IEnumerable<TestCaseData> TheLeast => StoredEvents.Least.Select(stored => new TestCaseData(stored.Json, stored.Fact).SetArgDisplayNames(stored.Fact.GetType().Name));

    [Test]
    public void Every_fact_has_a_name_and_only_one_and_the_names_are_these() => Assert.Multiple(() =>
    {
        var facts = typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract);
        Assert.That(EventNames.All.Select(pair => pair.Type), Is.EquivalentTo(facts));
        Assert.That(EventNames.All.Select(pair => pair.Name), Is.Unique);
        Assert.That(EventNames.All.Select(pair => (pair.Name, pair.Type)), Is.EquivalentTo(StoredEvents.All.Select(stored => (stored.Name, stored.Fact.GetType()))));
    });

    [TestCaseSource(nameof(Everything))]
    public void An_event_is_written_as_it_always_was(string json, Fact fact) => Assert.Multiple(() =>
    {
        Assert.That(Sorted(JsonSerializer.Serialize(fact, fact.GetType(), EventJson.Options)), Is.EqualTo(Sorted(json)));
        Assert.That(Sorted(Store.ToJson(fact)), Is.EqualTo(Sorted(json)));
    });

    [TestCaseSource(nameof(Everything))]
    [TestCaseSource(nameof(TheLeast))]
    public void An_event_is_read_as_it_always_was(string json, Fact fact) => Assert.That(ReadBothWays(json, fact.GetType()), Is.All.EqualTo(fact));

    [TestCaseSource(nameof(Everything))]
    public void A_field_that_a_newer_version_added_is_left_alone(string json, Fact fact) =>
        Assert.That(ReadBothWays(string.Concat("""{"addedLater":{"deep":[1]},""", json.AsSpan(1)), fact.GetType()), Is.All.EqualTo(fact));

    [TestCaseSource(nameof(TheLeast))]
    public void An_event_without_what_it_needs_cannot_be_read(string json, Fact fact) => Assert.Multiple(() =>
    {
        foreach (var field in JsonNode.Parse(json)!.AsObject().Select(field => field.Key))
        {
            var without = JsonNode.Parse(json)!.AsObject();
            without.Remove(field);
            Assert.That(() => ReadBothWays(without.ToJsonString(), fact.GetType()), Throws.InstanceOf<JsonException>(), field);
        }
    });

    [Test]
    public void Every_event_with_something_optional_has_its_least_pinned() => Assert.That(
        StoredEvents.Least.Select(least => least.Fact.GetType()),
        Is.EquivalentTo(EventNames.All.Select(pair => pair.Type).Except([.. NothingOptional])));

    [Test]
    public void The_lists_of_words_in_events_are_these() =>
        Assert.That(EventNames.All.SelectMany(pair => ListsIn(pair.Type, [])).Distinct(), Is.EquivalentTo(StoredWords.All.Keys));

    [Test]
    public void Every_word_is_spelled_as_it_always_was() => Assert.That(
        StoredWords.All.Keys.Select(list => string.Join(' ', Enum.GetValuesAsUnderlyingType(list).Cast<int>().Select(value => JsonSerializer.Serialize(Enum.ToObject(list, value), list, EventJson.Options).Trim('"')))),
        Is.EqualTo(StoredWords.All.Values));

    [TestCase("\"Pathway1\"")]
    [TestCase("1")]
    [TestCase("\"pathway-9\"")]
    public void No_other_spelling_is_read(string word) => Assert.That(() => JsonSerializer.Deserialize<Pathway>(word, EventJson.Options), Throws.InstanceOf<JsonException>());

    [Test]
    public async Task The_store_writes_and_reads_them_all_under_their_names()
    {
        await using var hospital = await Hospital.OpenAsync();
        var stream = Guid.CreateVersion7();
        await using (var session = hospital.Store.LightweightSession())
        {
            session.LastModifiedBy = Hospital.Coordinator.Id;
            session.SetHeader("role", Hospital.Coordinator.Role);
            session.SetHeader("organisation", Hospital.Coordinator.Organisation.Value);
            session.Events.StartStream(stream, StoredEvents.All.Select(stored => (object)stored.Fact));
            await session.SaveChangesAsync();
        }

        var names = await hospital.Database.AskAsOwnerAsync<string[]>("select array_agg(type order by version) from cases.mt_events");
        var written = await hospital.Database.AskAsOwnerAsync<string[]>("select array_agg(data::text order by version) from cases.mt_events");
        var history = await hospital.HistoryAsync(stream);
        Assert.Multiple(() =>
        {
            Assert.That(names, Is.EqualTo(StoredEvents.All.Select(stored => stored.Name)));
            Assert.That(written.Select(Sorted), Is.EqualTo(StoredEvents.All.Select(stored => Sorted(stored.Json))));
            Assert.That(history.Entries.Select(entry => entry.Fact), Is.EqualTo(StoredEvents.All.Select(stored => stored.Fact)));
        });
    }

    // The order of fields is no part of the format: the database keeps its own.
    private static string Sorted(string json) => Sorted(JsonNode.Parse(json))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        _ => node?.DeepClone(),
    };

    private static object?[] ReadBothWays(string json, Type type)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return [JsonSerializer.Deserialize(json, type, EventJson.Options), Store.FromJson(type, stream)];
    }

    private static ISerializer ConfiguredSerializer()
    {
        var options = new StoreOptions();
        EventStore.Configure(options, Connections.Open("Host=nowhere"), TimeProvider.System);
        return options.Serializer();
    }

    private static IEnumerable<Type> ListsIn(Type type, HashSet<Type> seen) => !seen.Add(type) ? [] : type switch
    {
        { IsEnum: true } => [type],
        _ when Nullable.GetUnderlyingType(type) is { } inner => ListsIn(inner, seen),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(inner => ListsIn(inner, seen)),
        _ when type.Assembly == typeof(Fact).Assembly => type.GetProperties().SelectMany(property => ListsIn(property.PropertyType, seen)),
        _ => [],
    };
}
