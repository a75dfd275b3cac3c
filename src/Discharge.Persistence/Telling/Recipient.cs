namespace Discharge.Persistence.Telling;

/// <summary>Somebody who is told: of which rungs of the ladder and, where it is narrowed, of whose cases.</summary>
/// <param name="Name">Its name, unique in a deployment.</param>
/// <param name="Levels">The rungs: L1 to L4, and <see cref="Holder"/> for what is said to whoever holds the case.</param>
public sealed record Recipient(string Name, IReadOnlyList<string> Levels)
{
    /// <summary>The level of a warning that climbs no ladder.</summary>
    public const string Holder = "holder";

    /// <summary>The service's own log, which is told of whatever no other recipient is told of.</summary>
    public static Recipient Log { get; } = new("log", []);

    /// <summary>Only of this hospital site, where given.</summary>
    public string? Site { get; init; }

    /// <summary>Only of this ward, where given.</summary>
    public string? Ward { get; init; }

    /// <summary>Only of this care transfer hub, where given.</summary>
    public string? Hub { get; init; }

    /// <summary>Only of clocks and measures whose owner this is, where given.</summary>
    public string? Owner { get; init; }

    /// <summary>Those of several recipients who are told of something; the log where none is.</summary>
    internal static IReadOnlyList<string> WhoHear(IEnumerable<Recipient> recipients, IEnumerable<string> levels, About about) =>
        recipients.Where(recipient => recipient.Levels.Intersect(levels).Any() && recipient.Hears(about)).Select(recipient => recipient.Name).ToArray() is { Length: > 0 } some
            ? some
            : [Log.Name];

    private bool Hears(About about) => Meets(Site, about.Site) && Meets(Ward, about.Ward) && Meets(Hub, about.Hub) && Meets(Owner, about.Owner);

    // A ward is the same however somebody writes its name, as in every list.
    private static bool Meets(string? asked, string? given) => asked is null || asked.Equals(given, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a recipient may be narrowed by: where the person of a case is, and whose the clock or measure is.</summary>
internal sealed record About(string? Site, string? Ward, string? Hub, string? Owner);
