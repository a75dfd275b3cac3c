using System.Globalization;
using System.Text.Json;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Faults.Ledgers;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using Sent = Discharge.Faults.Ledgers.Sent;

namespace Discharge.Faults.Checking;

/// <summary>
/// I12: whoever was refused was refused by a rule, on the case as it stood at some moment between all that had been acknowledged before they sent it and their answer; or because there was
/// another version than they had in view.
/// </summary>
internal static class RefusedByTheRules
{
    // From how far ahead on something is refused as not having happened yet.
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(60);

    // What people at work send about a case, by the end of its path.
    private static readonly Dictionary<string, Type> Requests = new()
    {
        ["criteria-to-reside-reviews"] = typeof(CriteriaToResideReviewRequest),
        ["functional-assessment"] = typeof(FunctionalAssessmentRequest),
        ["pathway-decision"] = typeof(PathwayDecisionRequest),
        ["discharge-decision"] = typeof(DischargeDecisionRequest),
        ["discharge"] = typeof(DischargeRequest),
        ["home-visit-bookings"] = typeof(HomeVisitBookingRequest),
        ["home-visit"] = typeof(HomeVisitRequest),
        ["failed-home-visits"] = typeof(FailedHomeVisitRequest),
        ["welfare-check"] = typeof(WelfareCheckRequest),
        ["closure"] = typeof(ClosureRequest),
        ["withdrawal"] = typeof(WithdrawalRequest),
    };

    public static IEnumerable<string> Against(Evidence evidence)
    {
        var acked = evidence.Ledger.Where(told => told.Ack is not null).Select(told => (told.Case, told.Ack!.At, told.Version)).ToLookup(ack => ack.Case);
        return
            from told in evidence.Ledger
            let path = told.First.Path.Split('/')
            where path.Length > 4 && Requests.ContainsKey(path[^1])
            let one = evidence.Cases.GetValueOrDefault(Guid.Parse(path[3]))
            where one is { IsReadable: true }
            from answer in told.Answers
            where answer.Status is 409 or 412 or 422 && !answer.IsOvertaken
            let sent = told.Lines.OfType<Sent>().First(line => line.Sending == answer.Sending)
            let first = acked[one.Id].Where(ack => ack.At < sent.At).Select(ack => ack.Version).DefaultIfEmpty(1).Max()
            let last = one.Events.Count(entry => entry.Version <= first || entry.RecordedAt <= answer.At + Evidence.Apart)
            from what in Against(sent, answer, one, first, last)
            select $"{told.Key} ({told.First.Path}): {what}";
    }

    private static IEnumerable<string> Against(Sent sent, Answered answer, StoredCase one, long first, long last)
    {
        var request = (ICaseRequest)JsonSerializer.Deserialize(sent.Body, Requests[sent.Path.Split('/')[^1]], PublicJson.Options)!;
        return answer switch
        {
            { Status: 412 } when sent.IfMatch is { } seen && (first < last || first != long.Parse(seen.Trim('"').Split('.')[0], CultureInfo.InvariantCulture)) => [],
            { Status: 412 } => [$"it was sent for version {sent.IfMatch ?? "of no matter which number"} and refused because there was another, and there was {first}"],
            { Code: var code } when code == CaseCommands.InTheFuture.Code && request.Latest.ToDateTimeOffset() > sent.At + Ahead - Evidence.Apart => [],
            _ => one.Events.Where(entry => entry.Version >= first && entry.Version <= last).Select(entry => CodeOf(request, sent, one, entry.Version)).ToArray() is var codes && codes.Contains(answer.Code)
                ? []
                : [$"it was refused with {answer.Code}, and by the events {string.Join(", ", codes.Distinct().Select(code => code ?? "it would have been accepted"))}"],
        };
    }

    // The code it is refused with on the case as it was then; null where it is accepted.
    private static string? CodeOf(ICaseRequest request, Sent sent, StoredCase one, long version)
    {
        var history = one.HistoryTo(version);
        var verdict = request is WithdrawalRequest withdrawal
            ? Verdict.Of(new WithdrawEntry(withdrawal.OccurredAt, long.Parse(sent.Path.Split('/')[^2], CultureInfo.InvariantCulture), withdrawal.Reason, NoteOf(withdrawal.Note)).Decide(history))
            : request.Decide(one.Id, history, NoteOf);
        return verdict is Verdict.Refused refused ? refused.Refusal.Code : null;
    }

    private static NoteRef? NoteOf(string? words) => words is null ? null : new(Guid.Empty, string.Empty);
}
