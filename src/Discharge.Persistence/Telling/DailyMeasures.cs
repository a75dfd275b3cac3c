using System.Collections.Concurrent;
using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Telling;

/// <summary>
/// Tells the measures of the rule book once a day: who on a ward was not reviewed by noon (T23), and who is ready and still in hospital, by band (T24).
/// A node that was not running at the time tells it late the same day, and says so. Nobody's breach is recorded.
/// </summary>
public sealed class DailyMeasures(NpgsqlDataSource database, RuleBook book, TimeProvider time)
{
    /// <summary>How long after its moment a measure counts as told late.</summary>
    public static readonly Duration Late = Duration.FromMinutes(5);

    // Of several nodes one adds the row, and with it in the same transaction all messages: told is told to everybody.
    private const string Begin = "insert into discharge.measures_told (rule, on_date, moment, told_at) values ($1, $2, $3, $4) on conflict do nothing";

    private const string InHospital =
        """
        select case_id, site, ward, hub, admitted_on, ready_on, reviewed_on, reviews_that_day, by_doctor_that_day
          from discharge.discharge_cases
         where in_hospital
        """;

    private readonly ConcurrentDictionary<string, LocalDate> _told = new();

    /// <summary>Tells what has come to its time today and was not told yet.</summary>
    public async Task TellAsync(IReadOnlyList<Recipient> recipients, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToInstant();
        var today = LocalCalendar.DateOf(now);
        foreach (var rule in book.InUse.Where(rule => rule.IsInForceOn(today)))
        {
            if (rule.ToldDailyAt is { } daily && LocalCalendar.At(today, daily) is var moment && moment <= now && !(_told.TryGetValue(rule.Id, out var last) && last == today))
            {
                await TellAsync(rule, new(today, moment, now), recipients, cancellation);
                _told[rule.Id] = today;
            }
        }
    }

    private async Task TellAsync(TimelineRule rule, Day day, IReadOnlyList<Recipient> recipients, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var begin = new NpgsqlCommand(Begin, connection)
        {
            Parameters = { new() { Value = rule.Id }, new() { Value = day.Date.ToDateOnly() }, new() { Value = day.Moment.ToDateTimeOffset() }, new() { Value = day.Now.ToDateTimeOffset() } },
        };
        if (await begin.ExecuteNonQueryAsync(cancellation) == 0)
        {
            return;
        }

        var inHospital = await InHospitalAsync(connection, cancellation);
        Message[] messages = rule.Length switch
        {
            EachLocalDate owed => [.. Rounds(rule, owed, day, inHospital, recipients)],
            CountedDays counted => [.. Lists(rule, counted, day, inHospital, recipients)],
            _ => throw new InvalidOperationException($"{rule.Id} is told daily, and what it tells is not known."),
        };
        await MessageStore.AddAsync(connection, messages, day.Now.ToDateTimeOffset(), cancellation);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static IEnumerable<Message> Rounds(TimelineRule rule, EachLocalDate owed, Day day, IEnumerable<Inpatient> inHospital, IReadOnlyList<Recipient> recipients) =>
        from inpatient in inHospital
        where inpatient.AdmittedOn != day.Date
        from recipient in WhoHear(rule, inpatient, recipients, Owner.Ward)
        group inpatient by (recipient, inpatient.Site, inpatient.Ward) into ward
        let unseen = ward.Where(inpatient => inpatient.ReviewsOn(day.Date) == 0).OrderBy(inpatient => inpatient.Case).ToArray()
        where unseen.Length > 0
        orderby ward.Key
        select new Message(Guid.CreateVersion7(day.Now.ToDateTimeOffset()), ward.Key.recipient, MessageKind.WardRound, LevelOf(rule, recipients, ward.Key.recipient), day.Now)
        {
            Round = new(
                rule.Id,
                day.Date,
                ward.Key.Site,
                ward.Key.Ward,
                day.Moment,
                day.IsLate,
                day.Now,
                Owed: ward.Count(),
                WithoutReview: unseen.Length,
                WithoutDoctor: ward.Count(inpatient => inpatient.ByADoctorOn(day.Date) < owed.ByADoctor),
                Enough: ward.Count(inpatient => inpatient.ReviewsOn(day.Date) >= owed.Times && inpatient.ByADoctorOn(day.Date) >= owed.ByADoctor),
                [.. unseen.Select(inpatient => new ToldCase(inpatient.Case, MessageStore.LinkTo(inpatient.Case, isDischargeCase: true)))]),
        };

    private static IEnumerable<Message> Lists(TimelineRule rule, CountedDays counted, Day day, IEnumerable<Inpatient> inHospital, IReadOnlyList<Recipient> recipients) =>
        from inpatient in inHospital
        where inpatient.ReadyOn <= day.Date
        from recipient in WhoHear(rule, inpatient, recipients, Owner.CareTransferHub)
        group inpatient by recipient into list
        orderby list.Key
        select new Message(Guid.CreateVersion7(day.Now.ToDateTimeOffset()), list.Key, MessageKind.DailyList, LevelOf(rule, recipients, list.Key), day.Now)
        {
            List = new(
                rule.Id,
                day.Date,
                day.Moment,
                day.IsLate,
                day.Now,
                list.Count(),
                [
                    .. from band in counted.Bands
                       let inBand = list.Where(inpatient => counted.BandOf(inpatient.DaysOn(day.Date)) == band).OrderByDescending(inpatient => inpatient.DaysOn(day.Date)).ThenBy(inpatient => inpatient.Case)
                       select new ToldBand(
                           band.ToString(),
                           inBand.Count(),
                           [.. inBand.Select(inpatient => new ToldCase(inpatient.Case, MessageStore.LinkTo(inpatient.Case, isDischargeCase: true), inpatient.Site, inpatient.Ward, inpatient.DaysOn(day.Date)))]),
                ]),
        };

    private static IReadOnlyList<string> WhoHear(TimelineRule rule, Inpatient inpatient, IReadOnlyList<Recipient> recipients, Owner owner) =>
        Recipient.WhoHear(recipients, LevelsOf(rule), new(inpatient.Site, inpatient.Ward, inpatient.Hub, PublicJson.Spell(owner)));

    private static string[] LevelsOf(TimelineRule rule) =>
        rule.Escalations.Select(escalation => escalation.Level.ToString()).Distinct().ToArray() is { Length: > 0 } rungs ? rungs : [Recipient.Holder];

    private static string LevelOf(TimelineRule rule, IEnumerable<Recipient> recipients, string name) => MessageStore.HighestOf(
        recipients.FirstOrDefault(recipient => recipient.Name == name) is { } recipient ? LevelsOf(rule).Intersect(recipient.Levels) : LevelsOf(rule));

    private static async Task<List<Inpatient>> InHospitalAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var select = new NpgsqlCommand(InHospital, connection);
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var inHospital = new List<Inpatient>();
        while (await rows.ReadAsync(cancellation))
        {
            inHospital.Add(new(
                rows.GetGuid(0),
                rows.GetString(1),
                rows.GetString(2),
                rows.GetString(3),
                ShownCase.DateAt(rows, 4),
                ShownCase.DateAt(rows, 5),
                ShownCase.DateAt(rows, 6),
                rows.GetInt32(7),
                rows.GetInt32(8)));
        }

        return inHospital;
    }

    private sealed record Day(LocalDate Date, Instant Moment, Instant Now)
    {
        public bool IsLate => Now - Moment > Late;
    }

    private sealed record Inpatient(
        Guid Case, string Site, string Ward, string Hub, LocalDate? AdmittedOn, LocalDate? ReadyOn, LocalDate? ReviewedOn, int ReviewsThatDay, int ByADoctorThatDay)
    {
        public int ReviewsOn(LocalDate date) => ReviewedOn == date ? ReviewsThatDay : 0;

        public int ByADoctorOn(LocalDate date) => ReviewedOn == date ? ByADoctorThatDay : 0;

        public int DaysOn(LocalDate date) => Math.Max(0, Period.DaysBetween(ReadyOn ?? date, date));
    }
}
