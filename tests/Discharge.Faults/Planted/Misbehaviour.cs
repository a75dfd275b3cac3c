using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Planted;

/// <summary>Something that the service is made to do wrong while people work. The checker is not told what.</summary>
/// <param name="What">What it does, in words.</param>
/// <param name="Codes">The invariants of which one at least has to speak against it.</param>
internal sealed record Misbehaviour(string What, params IReadOnlyList<string> Codes)
{
    /// <summary>What has to be said against it, in part, where its invariants would be broken by other things as well; empty where they would not.</summary>
    public string Saying { get; init; } = string.Empty;

    /// <summary>A trigger in its database: on what it acts, as SQL between "create" and "for each row"; empty where there is none.</summary>
    public string On { get; init; } = string.Empty;

    /// <summary>What the trigger does to the row, in PL/pgSQL.</summary>
    public string Does { get; init; } = string.Empty;

    /// <summary>How the house is worked so that it shows: with requests of which the service does not get to see everything, so that it acts as if it did not care; with answers that it did not give; or for longer.</summary>
    public Func<Shape, Shape> Shaped { get; init; } = shape => shape;

    /// <summary>What else happens meanwhile.</summary>
    public Func<House, LedgerClient, Task> Meanwhile { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>What the database is told before the service starts; empty where it is the one that all others have.</summary>
    public string Setting { get; init; } = string.Empty;

    /// <summary>A trigger before a row is written.</summary>
    public static Misbehaviour Before(string what, string when, string does, params IReadOnlyList<string> codes) => new(what, codes) { On = $"trigger misbehaves before {when}", Does = does };

    /// <summary>Makes the service do it.</summary>
    public Task BeginAsync(FaultyDatabase database) => On is "" ? Task.CompletedTask : database.RunAsync($"""
        create function discharge.misbehave() returns trigger language plpgsql security definer as $does$ begin {Does} return new; end $does$;
        create {On} for each row execute function discharge.misbehave();
        """);

    /// <summary>Lets it be, and takes away what it left lying, which would speak against the next.</summary>
    public static Task EndAsync(FaultyDatabase database) => database.RunAsync("""
        drop function if exists discharge.misbehave() cascade;
        delete from discharge.hand_overs;
        delete from discharge.notices_given;
        delete from discharge.notices_to_tell;
        update discharge.messages set delivered_at = now() where delivered_at is null;
        """);
}
