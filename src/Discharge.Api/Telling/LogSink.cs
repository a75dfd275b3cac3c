using System.Text.Json.Nodes;
using Discharge.Persistence.Telling;

namespace Discharge.Api.Telling;

/// <summary>The recipient that is always there: the service's own log, a line for each message.</summary>
public sealed partial class LogSink(ILogger<LogSink> log)
{
    /// <summary>Writes the line of a message.</summary>
    public void Write(Claimed message)
    {
        if (log.IsEnabled(LogLevel.Information))
        {
            var body = JsonNode.Parse(message.Body)!;
            var (level, said, kind) = ((string)body["level"]!, Said(body), (string)body["kind"]!);
            LogTold(level, said, kind, message.Id);
        }
    }

    private static string Said(JsonNode message) => message switch
    {
        JsonObject when message["round"] is { } round =>
            $"{round["rule"]} {round["site"]} {round["ward"]}: {round["withoutReview"]} of {round["owed"]} people without a review on {round["date"]}{Late(round)}",
        JsonObject when message["list"] is { } list =>
            $"{list["rule"]}: {list["waiting"]} people ready and still in hospital on {list["date"]}, by days {string.Join(", ", list["bands"]!.AsArray().Select(band => $"{band!["band"]}: {band["count"]}"))}{Late(list)}",
        JsonObject when message["notices"] is JsonArray and [{ } only] => $"{Of(only)}, case {only["case"]}",
        _ => string.Join(", ", message["notices"]!.AsArray().CountBy(notice => Of(notice!)).Select(notices => $"{notices.Key}: {notices.Value}")),
    };

    private static string Of(JsonNode notice) => $"{notice["rule"]} {notice["what"]}";

    private static string Late(JsonNode measure) => (bool)measure["givenLate"]! ? ", given late" : string.Empty;

    [LoggerMessage(Level = LogLevel.Information, Message = "Told {Level}: {Said} ({Kind} {Id}).")]
    private partial void LogTold(string level, string said, string kind, Guid id);
}
