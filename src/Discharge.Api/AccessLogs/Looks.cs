using Discharge.Api.Access;
using Discharge.Api.Requests;
using Discharge.Persistence;
using Discharge.Persistence.Access;
using Discharge.Persistence.AccessLogs;
using NodaTime.Extensions;

namespace Discharge.Api.AccessLogs;

/// <summary>Puts every look at what is on record down before it is answered.</summary>
public sealed partial class Looks(AccessLog log, LookJournal journal, Reaching reaching, TimeProvider time, ILogger<Looks> logger)
{
    /// <summary>
    /// Puts down a look, and says what came of it: refused, where the case or person is out of the caller's reach; null where it could not be put down anywhere, so that nothing may be shown.
    /// Whoever looks after people needs their boards and open cases also then: such a look is kept on this node until the log can be written.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="outcome">What is to come of it.</param>
    /// <param name="named">Whom and what the answer names.</param>
    /// <param name="ofOpenCases">Whether it shows nothing but a board or open cases.</param>
    public async Task<LookOutcome?> PutDownAsync(HttpContext http, LookOutcome outcome, IReadOnlyList<Guid> named, bool ofOpenCases)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (OperationOf(http) is not { } operation || !operation.IsOfRecords())
        {
            return outcome;
        }

        var look = LookOf(http, operation, outcome, named);
        try
        {
            return await log.WriteAsync(look);
        }
        catch (LookNotWrittenException failed)
        {
            return outcome is LookOutcome.NotFound or LookOutcome.Refused
                ? Deny(look, failed)
                : ofOpenCases && look.Purpose is LookPurpose.DirectCare && operation is Operation.ReadCase or Operation.ReadBoard
                ? await KeepAsync(look, http.RequestAborted)
                : Withhold(look, failed);
        }
    }

    private static Operation? OperationOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>()?.Operation;

    private Look LookOf(HttpContext http, Operation operation, LookOutcome outcome, IReadOnlyList<Guid> named)
    {
        var (caller, correlation, now) = (Caller.Of(http), Correlation.Of(http), time.GetUtcNow());
        var subjects = Subjects.Of(http);
        return new(
            Guid.CreateVersion7(now),
            now.ToInstant(),
            caller.Actor,
            KebabCase.Spelling.ConvertName(operation.ToString()),
            // As it was sent, because what it stands for may be no text that the database takes.
            $"{http.Request.Method} {http.Request.Path.ToUriComponent()}",
            caller.Role.Purpose(),
            outcome,
            [.. subjects.Union(named)],
            http.Connection.RemoteIpAddress?.ToString(),
            correlation.RequestId,
            correlation.CorrelationId)
        {
            // Whoever breaks the glass may, whatever they reach.
            Subject = outcome is not LookOutcome.Refused && operation is not Operation.BreakGlass && subjects is [var subject] ? subject : null,
            Reach = Reaches.Of(http),
        };
    }

    // Only what is somebody's own is shown without the log: not what was opened to them for a few hours.
    private async Task<LookOutcome?> KeepAsync(Look look, CancellationToken cancellation) => !journal.IsThere
        ? null
        : Keep(look.Subject is not { } subject || await reaching.HoldsAsync(look.Reach with { By = null }, subject, cancellation) ? look : look with { Outcome = LookOutcome.Refused });

    // Of a denial nothing is lost either, whoever was denied; where there is no journal it is at least in this node's own log.
    private LookOutcome? Deny(Look look, Exception failed)
    {
        LogDenied(look.Id, look.What, look.By.Id, look.By.Role, look.By.Organisation.Value, look.RequestId);
        return journal.IsThere ? Keep(look) : Refuse(failed);
    }

    // That somebody asked for what they are not shown because it cannot be put down is a denial too.
    private LookOutcome? Withhold(Look look, Exception failed)
    {
        Deny(look with { Outcome = LookOutcome.Refused }, failed);
        return null;
    }

    private LookOutcome? Keep(Look look)
    {
        try
        {
            journal.Keep(look);
            LogKept(look.Id);
            return look.Outcome;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            return Refuse(full);
        }
    }

    private LookOutcome? Refuse(Exception failed)
    {
        LogRefused(failed.GetBaseException().Message);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The access log cannot be written: look {Look} is kept on this node until it can.")]
    private partial void LogKept(Guid look);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The access log cannot be written: of look {Look} nothing was shown: {What} by {Subject}, {Role} of {Organisation}, request {Request}.")]
    private partial void LogDenied(Guid look, string what, string subject, string role, string organisation, string request);

    [LoggerMessage(Level = LogLevel.Error, Message = "A look could not be put down, so nothing was shown: {Reason}")]
    private partial void LogRefused(string reason);
}
