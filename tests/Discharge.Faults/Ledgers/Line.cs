using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discharge.Faults.Ledgers;

/// <summary>One line of the ledger, on the disk before what it says goes on.</summary>
/// <param name="Key">The command it is about.</param>
/// <param name="At">When it was written.</param>
/// <param name="Sending">Which sending it is about; each has a number of its own.</param>
[JsonDerivedType(typeof(Sent), "sent")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Unknown), "unknown")]
internal abstract record Line(string Key, DateTimeOffset At, int Sending);

/// <summary>A command is about to be sent, for the first time or again.</summary>
/// <param name="Key">The command.</param>
/// <param name="At">When.</param>
/// <param name="Sending">Which sending.</param>
/// <param name="Caller">Who sends it: id, role and organisation, a line each.</param>
/// <param name="Path">Where to.</param>
/// <param name="Body">What it says; of what is so large that it would hold up the ledger, how large it is.</param>
/// <param name="IfMatch">The version the sender had in view, where they said so.</param>
internal sealed record Sent(string Key, DateTimeOffset At, int Sending, string Caller, string Path, string Body, string? IfMatch = null) : Line(Key, At, Sending);

/// <summary>An answer that says for certain what became of it came back.</summary>
/// <param name="Key">The command.</param>
/// <param name="At">When.</param>
/// <param name="Sending">Which sending.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The body, to the letter.</param>
/// <param name="ETag">The ETag.</param>
/// <param name="Location">The Location.</param>
internal sealed record Answered(string Key, DateTimeOffset At, int Sending, int Status, string Body, string? ETag, string? Location) : Line(Key, At, Sending)
{
    /// <summary>Whether it was acknowledged, and not refused.</summary>
    [JsonIgnore]
    public bool IsAck => Status is >= 200 and < 300;

    /// <summary>Whether it says that the command lost every race, and so was not done.</summary>
    [JsonIgnore]
    public bool IsOvertaken => Status == 409 && Code == "request.overtaken";

    /// <summary>The code of what stands against it, where it was refused.</summary>
    [JsonIgnore]
    public string? Code
    {
        get
        {
            using var read = JsonDocument.Parse(Body);
            return read.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null;
        }
    }
}

/// <summary>No answer, or one that leaves open what became of it.</summary>
/// <param name="Key">The command.</param>
/// <param name="At">When.</param>
/// <param name="Sending">Which sending.</param>
/// <param name="Status">The status, where there was one.</param>
/// <param name="Why">What happened instead.</param>
internal sealed record Unknown(string Key, DateTimeOffset At, int Sending, int? Status, string Why) : Line(Key, At, Sending);
