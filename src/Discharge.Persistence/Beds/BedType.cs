using System.Text.Json;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Beds;

/// <summary>A place as the store knows it.</summary>
public sealed class BedType : IStreamType
{
    private const string Row =
        """
        insert into discharge.beds
               (bed_id, version, provider, name, kind, area, features, weekly_cost, funders, status, case_id, reserved_until, closed, said_at, said_free, free_from, free_to, changes_at, body)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (bed_id) do update
           set version = excluded.version, features = excluded.features, weekly_cost = excluded.weekly_cost, funders = excluded.funders, status = excluded.status, case_id = excluded.case_id,
               reserved_until = excluded.reserved_until, closed = excluded.closed, said_at = excluded.said_at, said_free = excluded.said_free, free_from = excluded.free_from, free_to = excluded.free_to,
               changes_at = excluded.changes_at, body = excluded.body
        """;

    /// <summary>The one instance.</summary>
    public static BedType Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "bed";

    /// <inheritdoc/>
    public bool IsCase => false;

    /// <summary>The place with this history.</summary>
    public static Bed StateOf(Guid id, History history) => new(id, history.Facts<BedEvent>());

    /// <summary>A place as it is shown at a moment. Where its registration was withdrawn, the first entry still says whose it was.</summary>
    public static BedView ViewOf(Guid id, History history, Instant at) => BedView.Of(StateOf(id, history), (BedRegistered)history.Entries[0].Fact, history, at);

    /// <inheritdoc/>
    public Departure DepartureOf(string code) => BedDepartures.Of(code);

    /// <inheritdoc/>
    public IEnumerable<Instant> TurnsIn(Guid id, History history, Instant at) => StateOf(id, history).Turns;

    // What the case of whoever has the place says of it: that it is kept for them, theirs no longer, or no longer needed.
    /// <inheritdoc/>
    public Fact? OtherHalf(Guid id, History history, Guid other, Fact half)
    {
        // What is no longer needed may have gone to somebody else already.
        if (half is ISharedFact { EndsReservation: true, ReleasedBecause: { } end })
        {
            return new BedReleased(half.OccurredAt, other, end);
        }

        BedCommand? said = half switch
        {
            ISharedFact { Step: PlaceStep.Held, KeptBecause: { } why } => new HoldBed(half.OccurredAt, other, why),
            ISharedFact { Step: PlaceStep.Released, ReleasedBecause: { } why } => new ReleaseBed(half.OccurredAt, other, why),
            _ => null,
        };
        return said is not null && Verdict.Of(said.Decide(StateOf(id, history))) is Verdict.Accepted { Facts: [var fact] } ? fact : null;
    }

    /// <inheritdoc/>
    public Guid? BoundTo(Guid id, History history) => StateOf(id, history).Tenures.All is [.., { IsPhysical: true, Until: null } tenure] ? tenure.Case : null;

    /// <inheritdoc/>
    public Refusal? AgainstCorrection(History before, History after) => BedCorrection.Against(before, after);

    /// <inheritdoc/>
    public IEnumerable<Statement> Show(CaseNow before, CaseNow now)
    {
        var (view, bed) = (ViewOf(now.Id, now.History, now.At), StateOf(now.Id, now.History));
        return
        [
            new(
                Row,
                view.Id,
                view.Version,
                view.Provider.Value,
                view.Name,
                PublicJson.Spell(view.Kind),
                view.Area.Value,
                (string?[])[.. view.Features.Select(PublicJson.Spell)],
                view.WeeklyCost,
                (string?[])[.. view.Funders.Select(PublicJson.Spell)],
                PublicJson.Spell(view.Status),
                OrNull(view.Case),
                OrNull(view.ReservedUntil?.ToDateTimeOffset()),
                bed.Closing is not null || bed.Registration is null,
                OrNull(view.ProvidersWord?.At.ToDateTimeOffset()),
                OrNull(view.ProvidersWord is null ? null : !bed.IsTakenElsewhere(view.ReservedUntil ?? now.At)),
                OrNull(view.FreeFrom?.ToDateOnly()),
                OrNull(view.FreeTo?.ToDateOnly()),
                OrNull(now.ChangesAt?.ToDateTimeOffset()),
                JsonSerializer.Serialize(view, PublicJson.Options)),
        ];
    }

    /// <inheritdoc/>
    public IEnumerable<Statement> Forget(Guid[] ids) => [new("delete from discharge.beds where bed_id = any (?)", ids)];

    private static object OrNull(object? value) => value ?? DBNull.Value;
}
