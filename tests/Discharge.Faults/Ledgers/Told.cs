using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Discharge.Faults.Ledgers;

/// <summary>All that the ledger says of one command.</summary>
/// <param name="Key">The command.</param>
/// <param name="Lines">Its lines, in order.</param>
internal sealed record Told(string Key, IReadOnlyList<Line> Lines)
{
    /// <summary>The command as it was first sent.</summary>
    public Sent First => Lines.OfType<Sent>().First();

    /// <summary>Its definite answers.</summary>
    public IEnumerable<Answered> Answers => Lines.OfType<Answered>();

    /// <summary>The first acknowledgement, where there is one.</summary>
    public Answered? Ack => Answers.FirstOrDefault(answer => answer.IsAck);

    /// <summary>Acknowledgements that are not the first one again, and refusals of what was sent again after it had been acknowledged.</summary>
    public IEnumerable<Answered> AnsweredOtherwise => Ack is not { } ack ? [] : Answers.Where(answer => answer.IsAck
        ? (answer.Status, answer.Body, answer.ETag, answer.Location) != (ack.Status, ack.Body, ack.ETag, ack.Location)
        : Begin(answer) > Place(line => line == ack));

    /// <summary>Answers that it lost every race, given to a sending that was under way beside another that was acknowledged. To one that was sent once the other was answered so, it is as good as a new command.</summary>
    public IEnumerable<Answered> OvertakenByItself => Answers.Where(answer => answer.IsOvertaken && Answers.Any(ack =>
        ack.IsAck && Begin(answer) < Place(line => line == ack) && Begin(ack) < Place(line => line == answer)));

    /// <summary>Whether it was refused for certain: nothing of it may be stored.</summary>
    public bool IsRefused => Ack is null && Answers.Any();

    /// <summary>Whether it was once answered that it cannot be understood, which hangs on nothing but what was sent.</summary>
    public bool IsMeaningless => Answers.Any(answer => answer.Status == 400);

    /// <summary>Whether nobody knows what became of it.</summary>
    public bool IsOpen => !Answers.Any();

    /// <summary>The hash the answer to it is kept under, as the service makes it from what was sent.</summary>
    public string KeyHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{First.Caller}\nPOST\n{First.Path}\n{Key}")));

    /// <summary>The keyed hash its body is told apart by, made like the service's without any code of it.</summary>
    public string RequestHash => Convert.ToHexStringLower(HMACSHA256.HashData(Node.Secret, (byte[])[.. "request "u8, .. SHA256.HashData(Encoding.UTF8.GetBytes(First.Body))]));

    /// <summary>The case an acknowledgement names.</summary>
    public Guid? Case => Ack is { } ack ? Field(ack.Body, "id").GetGuid() : null;

    /// <summary>The version an acknowledgement names.</summary>
    public long Version => Field(Ack!.Body, "version").GetInt64();

    /// <summary>What an acknowledgement says was recorded: version and name of each entry.</summary>
    public IReadOnlyList<(long Version, string Name)> Recorded =>
        [.. Field(Ack!.Body, "recorded").EnumerateArray().Select(entry => (entry.GetProperty("version").GetInt64(), entry.GetProperty("name").GetString()!))];

    private int Begin(Answered answer) => Place(line => line is Sent && line.Sending == answer.Sending);

    private int Place(Func<Line, bool> of) => Lines.TakeWhile(line => !of(line)).Count();

    private static JsonElement Field(string body, string name)
    {
        using var read = JsonDocument.Parse(body);
        return read.RootElement.GetProperty(name).Clone();
    }
}
