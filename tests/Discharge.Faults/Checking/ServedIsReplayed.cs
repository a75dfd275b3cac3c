using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Faults.Checking;

/// <summary>I10: what was answered is what the history says later of the time in which it was answered, and shows all that had been acknowledged before it was asked.</summary>
internal static class ServedIsReplayed
{
    /// <summary>How far the time of a node may be from the asker's.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(100);

    // What a view says because of another case of the same person.
    private static readonly JsonNode?[] Joined =
        [Node(OpenCase.ReadmissionNotOnRecord), Node(PersonLinks.TwoOpenCases), Node(PersonLinks.KeepOneCase)];

    // What stands beside the fold in a case that is shown.
    private static readonly string[] Beside = ["person", "days"];

    public static IEnumerable<string> Against(Evidence evidence) =>
        from served in evidence.Served
        let stored = evidence.Cases.GetValueOrDefault(served.Case)
        where stored is null or { IsReadable: true }
        from what in served.Status != 200 ? [$"it was answered with {served.Status}: {served.Body}"] : stored is null ? ["there is no such case"] : Against(served, stored)
        select $"{served.Path}, asked at {served.AskedAt:O}: {what}";

    private static IEnumerable<string> Against(Served served, StoredCase stored)
    {
        var body = JsonNode.Parse(served.Body)!;
        var version = (long)body["version"]!;
        return (Guid?)body["id"] != served.Case
            ? [$"it is of {body["id"]}"]
            : version < served.AckedBefore
            ? [$"it showed version {version}, and {served.AckedBefore} had been acknowledged"]
            : version > stored.Events.Count
            ? [$"it showed version {version}, and the case has {stored.Events.Count}"]
            : [.. served.IsHistory ? History(served, stored, body, version) : Case(served, stored, body, version).Concat(Person(stored, body)), .. Words(stored, body)];
    }

    // Who the case is about is joined when it is read, and so are the words.
    private static IEnumerable<string> Person(StoredCase stored, JsonNode body) =>
        stored.Person?.Details is { } details && !JsonNode.DeepEquals(body["person"], JsonNode.Parse(details))
            ? [$"the person was {body["person"]?.ToJsonString() ?? "missing"}"]
            : [];

    private static IEnumerable<string> Words(StoredCase stored, JsonNode body) =>
        from note in Notes(body)
        where (string?)note["words"] != stored.Words.GetValueOrDefault((Guid)note["id"]!)?.Text
        select $"the words of note {note["id"]} were {note["words"]?.ToJsonString() ?? "missing"}";

    private static IEnumerable<string> History(Served served, StoredCase stored, JsonNode body, long version)
    {
        // By the record itself first, which no memory of a node stands between.
        if (body["entries"]!.AsArray().Count != version)
        {
            yield return $"it showed {body["entries"]!.AsArray().Count} entries of version {version}";
        }

        foreach (var (entry, on) in body["entries"]!.AsArray().Zip(stored.Events))
        {
            if ((long)entry!["version"]! != on.Version || (string)entry["name"]! != on.Type || At(entry["recordedAt"]) != on.RecordedAt)
            {
                yield return $"its entry {on.Version} is not the one on record";
            }
        }

        var said = body["notices"]!.AsArray();
        foreach (var notice in stored.Notices.Where(notice => HadToBeShown(notice, served, stored, version) && !said.Any(one => IsOf(notice, one!))))
        {
            yield return $"it did not show the notice '{notice.Words}' of {notice.Moment:O}, given at {notice.GivenAt:O}";
        }

        if (served.Replayed is not { } replayed)
        {
            yield break;
        }

        var (before, after) = (JsonNode.Parse(replayed.Before)!, JsonNode.Parse(replayed.After)!);
        var whole = (long)after["version"]! == version;
        var (shown, then) = (body["entries"]!.AsArray(), after["entries"]!.AsArray());
        if (shown.Count > then.Count || shown.Zip(then).Any(pair => !Same(pair.First!, pair.Second!, withStanding: whole)))
        {
            yield return "its entries are not those that the replay shows";
        }

        if (whole && (long)before["version"]! == version && JsonNode.DeepEquals(before["clocks"], after["clocks"]) && !JsonNode.DeepEquals(body["clocks"], after["clocks"]))
        {
            yield return $"its clocks were {body["clocks"]!.ToJsonString()} and the replay's are {after["clocks"]!.ToJsonString()}";
        }

        if (said.Any(notice => !after["notices"]!.AsArray().Any(other => JsonNode.DeepEquals(notice, other))))
        {
            yield return "it showed a notice that the replay does not show";
        }
    }

    // When a notice was given is not when it could be seen: its commit may take long. It could by whoever saw an entry recorded then or later, because whoever writes to a case waits for
    // whoever writes to it before them, and once somebody had been told.
    private static bool HadToBeShown(StoredNotice notice, Served served, StoredCase stored, long version) =>
        notice.GivenAt <= stored.Events[(int)version - 1].RecordedAt || notice.Said.Any(said => said.DeliveredAt < served.AskedAt - Apart);

    private static bool IsOf(StoredNotice notice, JsonNode shown) =>
        (string)shown["rule"]! == notice.Rule
        && (long)shown["startedBy"]! == notice.StartedBy
        && (string)shown["words"]! == notice.What
        && ((string?)shown["level"] ?? string.Empty) == notice.Level
        && ((string?)shown["who"] ?? string.Empty) == notice.Who
        && At(shown["moment"]) == notice.Moment
        && At(shown["givenAt"]) == notice.GivenAt;

    private static DateTimeOffset At(JsonNode? time) => DateTimeOffset.Parse((string)time!, CultureInfo.InvariantCulture);

    // How a case stands depends on the moment; where it is the same all through the asking, it has to be what was shown.
    private static IEnumerable<string> Case(Served served, StoredCase stored, JsonNode body, long version)
    {
        var (before, after) = (ViewAt(served.AskedAt - Apart), ViewAt(served.AnsweredAt + Apart));
        if (!JsonNode.DeepEquals(before, after))
        {
            return [];
        }

        // What is joined when it is read is not part of the fold: who the person is, the days, the words of notes, and what another case of the same person means for this one.
        var shown = WithoutWords(body).AsObject();
        return (from field in after
                let here = stored.HasOthers ? WithoutJoined(shown[field.Key], field.Value) : shown[field.Key]
                where !JsonNode.DeepEquals(here, field.Value)
                select $"{field.Key} was {here?.ToJsonString()} and by the events it was {field.Value?.ToJsonString()}")
            .Concat(shown.Where(field => !after.ContainsKey(field.Key) && !Beside.Contains(field.Key)).Select(field => $"{field.Key} was {field.Value?.ToJsonString()}, and by the events there was none"));

        JsonObject ViewAt(DateTimeOffset moment) => JsonSerializer.SerializeToNode(
            DischargeCaseType.ViewOf(BesideIsTheFold.Fold(stored, version, Instant.Max(moment.ToInstant(), stored.Events[(int)version - 1].Entry!.RecordedAt))), PublicJson.Options)!.AsObject();
    }

    private static JsonNode WithoutWords(JsonNode said)
    {
        var without = said.DeepClone();
        foreach (var note in Notes(without).ToArray())
        {
            note.Remove("words");
        }

        return without;
    }

    private static IEnumerable<JsonObject> Notes(JsonNode? said) => said switch
    {
        JsonObject note when note["hash"] is not null && note["id"] is not null => [note],
        JsonObject many => many.SelectMany(field => Notes(field.Value)),
        JsonArray list => list.SelectMany(Notes),
        _ => [],
    };

    private static JsonNode? WithoutJoined(JsonNode? shown, JsonNode? folded) => (shown, folded) is (JsonArray list, JsonArray then)
        ? new JsonArray([.. list.Where(item => !Joined.Any(joined => JsonNode.DeepEquals(joined, item)) || then.Any(other => JsonNode.DeepEquals(other, item))).Select(item => item?.DeepClone())])
        : shown;

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options);

    private static bool Same(JsonNode shown, JsonNode then, bool withStanding)
    {
        if (withStanding)
        {
            return JsonNode.DeepEquals(shown, then);
        }

        var (one, other) = (shown.DeepClone().AsObject(), then.DeepClone().AsObject());
        one.Remove("stands");
        other.Remove("stands");
        return JsonNode.DeepEquals(one, other);
    }
}
