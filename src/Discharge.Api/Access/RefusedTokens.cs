using Discharge.Api.Requests;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Net.Http.Headers;

namespace Discharge.Api.Access;

/// <summary>A token that is not accepted.</summary>
/// <param name="fault">The kind of fault, for the log; nothing of the token.</param>
/// <param name="answer">What the caller learns.</param>
internal sealed class TokenRefusedException(string fault, Problem answer) : Exception("The token was not accepted.")
{
    /// <summary>The kind of fault.</summary>
    public string Fault => fault;

    /// <summary>What the caller learns.</summary>
    public Problem Answer => answer;
}

/// <summary>What becomes of a request whose token is not accepted: the caller learns the same whatever was wrong with it, and the log what kind of thing it was.</summary>
internal static partial class RefusedTokens
{
    /// <summary>Answers, and puts down that a token was refused where there was one. What the limits turn away before does not come here.</summary>
    public static Task AnswerAsync(JwtBearerChallengeContext challenge, ILogger log)
    {
        challenge.HandleResponse();
        var (http, refused) = (challenge.HttpContext, challenge.AuthenticateFailure as TokenRefusedException);
        if (refused is not null)
        {
            LogRefused(log, refused.Fault, http.Connection.RemoteIpAddress?.ToString(), Correlation.Of(http).RequestId);
        }

        var answer = refused?.Answer ?? Responses.NoValidToken;
        if (answer.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers[HeaderNames.WWWAuthenticate] = JwtBearerDefaults.AuthenticationScheme;
        }

        return answer.ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A token was refused ({Fault}), from {Address} in request {RequestId}.")]
    private static partial void LogRefused(ILogger log, string fault, string? address, string requestId);
}
