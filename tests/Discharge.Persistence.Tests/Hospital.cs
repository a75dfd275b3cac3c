using System.Security.Cryptography;
using System.Text;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Timelines;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Tests;

/// <summary>A migrated database with everything that writes to it and reads from it, at a time the test sets.</summary>
public sealed class Hospital : IAsyncDisposable
{
    /// <summary>A Wednesday in winter, so that London time is Universal Time.</summary>
    public static readonly Instant Morning = Instant.FromUtc(2026, 3, 4, 9, 0);

    public static readonly Actor Coordinator = new("coordinator-7", "discharge-coordinator", OdsCode.Parse("QMJ01"));

    public static readonly PersonDetails Ada = new("Ada Marlowe", "Addie", new LocalDate(1941, 6, 3), "9990079196", "H204417", "14 Alder Court, Northgate");

    public static readonly PersonIndex Index = new(SHA256.HashData("a key"u8));

    public static readonly Seal Sealing = new(SHA256.HashData("a key"u8));

    public static readonly PersonSeals Seals = new(SHA256.HashData("another key of the deployment"u8));

    private static int _admitted;

    private readonly DocumentStore _store;

    private readonly int _times;

    private Hospital(TestDatabase database, NpgsqlDataSource pool, int times)
    {
        (Database, Pool, _times) = (database, pool, times);
        Known = new KnownHistories(Time);
        _store = DocumentStore.For(options => EventStore.Configure(options, Pool, Time));
        Cases = new CaseStore(Pool, _store, Seals, Sealing, RuleBook.Standard, Time, Known);
        Joint = new JointCommands(Pool, _store, Seals, Sealing, RuleBook.Standard, Time);
        Histories = new CaseHistories(Pool, Seals, Known);
        Shown = new ShownCases(Pool, Seals, RuleBook.Standard, Time);
        Screens = new DischargeCaseScreens(Shown);
        ShownAnew = new ShownAnew(Pool, _store, RuleBook.Standard, Time);
        Watch = NewWatch();
    }

    public TestDatabase Database { get; }

    public NpgsqlDataSource Pool { get; }

    public IDocumentStore Store => _store;

    public SettableTime Time { get; } = new(Morning);

    public KnownHistories Known { get; }

    public CaseStore Cases { get; }

    public JointCommands Joint { get; }

    public CaseHistories Histories { get; }

    public ShownCases Shown { get; }

    public DischargeCaseScreens Screens { get; }

    public ShownAnew ShownAnew { get; }

    public ClockWatch Watch { get; }

    public static async Task<Hospital> OpenAsync()
    {
        var database = await TestDatabase.MigratedAsync();
        return new Hospital(database, Connections.Open(database.Application), times: 3);
    }

    /// <summary>The same database as it is reached by another way, on which something is done to it: what it does about that is seen, and nothing sent again.</summary>
    public Hospital ReachedBy(string application) => new(Database, Connections.Open(application), times: 1);

    /// <summary>The same database, where whoever waits for a lock or stands still in a transaction may do so for as long as a slow machine takes to see it.</summary>
    public Hospital WithPatience()
    {
        var settings = new NpgsqlConnectionStringBuilder(Connections.ForApplication(Database.Application)) { CommandTimeout = 60 };
        settings.Options += " -c lock_timeout=60000 -c idle_in_transaction_session_timeout=60000";
        return new(Database, NpgsqlDataSource.Create(settings), times: 3);
    }

    public static CommandKey Key(string key, string body = "") =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(body)), IsCallers: true);

    public static Sent Sending(CommandKey? key = null, long? ifVersion = null) =>
        new(Coordinator, key ?? Key(Guid.NewGuid().ToString()) with { IsCallers = false }, ifVersion, "correlation-1", "request-1");

    public static DischargeCaseOpening Opening(PersonDetails details, NhsNumber? number, Instant at, string ward = "Northgate", PersonIndex? index = null) => new(
        details,
        number,
        index ?? Index,
        Guid.CreateVersion7(),
        (person, hash) => new OpenCase(
            at,
            person,
            hash,
            number is null ? NhsNumberMissing.NotYetTraced : null,
            OdsCode.Parse("RYJ01"),
            ward,
            "12",
            at,
            UsualResidence.OwnHome,
            OdsCode.Parse("QMJ01"),
            new ResponsibleAuthority(AuthorityStanding.Unknown)));

    public ClockWatch NewWatch() => new(Pool, _store, Sealing, RuleBook.Standard, Time, NullLogger<ClockWatch>.Instance);

    public async Task<Guid> AdmitAsync(string ward = "Northgate")
    {
        var id = Guid.CreateVersion7();
        var somebody = Ada with { NhsNumber = null, HospitalNumber = $"H{Interlocked.Increment(ref _admitted)}" };
        var outcome = await OpenAsync(id, Opening(somebody, number: null, Time.Now, ward));
        Assert.That(outcome, Is.InstanceOf<Outcome.Answered>());
        return id;
    }

    public Task<Outcome> OpenAsync(Guid id, IOpening opening, Sent? sent = null) => OpenAsync(DischargeCaseType.Instance, id, opening, sent);

    public Task<Outcome> OpenAsync(IStreamType type, Guid id, IOpening opening, Sent? sent = null) =>
        SendAsync(sent ?? Sending(), sending => Cases.OpenAsync(type, id, sending, opening, CancellationToken.None));

    public Task<Outcome> DoAsync(Guid id, DischargeCaseCommand command, Sent? sent = null) =>
        ChangeAsync(id, [], (history, _) => Verdict.Of(command.Decide(DischargeCaseType.StateOf(id, history))), sent);

    public Task<Outcome> SayAsync(Guid id, string words, Func<NoteRef?, DischargeCaseCommand> command, Sent? sent = null) =>
        ChangeAsync(id, [words], (history, note) => Verdict.Of(command(note(words)).Decide(DischargeCaseType.StateOf(id, history))), sent);

    public Task<Outcome> WithdrawAsync(Guid id, long entry) => WithdrawAsync(id, new WithdrawEntry(Time.Now, entry, WithdrawalReason.WrongTime));

    public Task<Outcome> WithdrawAsync(Guid id, WithdrawEntry withdrawal) => ChangeAsync(id, [], (history, _) => Verdict.Of(withdrawal.Decide(history)));

    /// <summary>Somebody admitted who has left for home, a moment ago.</summary>
    public async Task<Guid> GoneHomeAsync()
    {
        var id = await AdmitAsync();
        Assert.That(await DoAsync(id, new LeaveHospital(Time.Now, Destination.OwnHome)), Is.InstanceOf<Outcome.Answered>());
        return id;
    }

    public async Task<History> HistoryAsync(Guid id) => (await Histories.ReadAsync(id, CancellationToken.None))!;

    public async Task<IReadOnlyList<Notice>> NoticesAsync(Guid id) => (await Histories.ReadAllAsync(id, Reach.Everything, CancellationToken.None))!.Notices;

    /// <summary>What the application reads.</summary>
    public async Task<string> AskAsync(string question)
    {
        await using var ask = Pool.CreateCommand(question);
        return (string)(await ask.ExecuteScalarAsync())!;
    }

    /// <summary>What a table keeps of one person, opened: their details, what stood before a correction, or notes.</summary>
    public async Task<IReadOnlyList<Unsealed>> UnsealedAsync(string table, Guid person)
    {
        var (row, place) = table switch
        {
            "people" => ("t.person_id, 0", (Func<Guid, int, string>)((id, _) => PersonKey.Details(id))),
            "person_corrections" => ("t.person_id, t.version", PersonKey.Correction),
            _ => ("t.note_id, 0", (id, _) => PersonKey.Note(id)),
        };
        await using var select = Pool.CreateCommand($"select {row}, t.sealed, k.wrapped from discharge.{table} t join discharge.person_keys k using (person_id) where person_id = '{person}' order by 1, 2");
        await using var rows = await select.ExecuteReaderAsync();
        var opened = new List<Unsealed>();
        while (await rows.ReadAsync())
        {
            opened.Add(Seals.Open(person, rows.GetFieldValue<byte[]>(3))!.Open(place(rows.GetGuid(0), rows.GetInt32(1)), rows.GetFieldValue<byte[]>(2)));
        }

        return opened;
    }

    /// <summary>Puts details in place of those that are kept of whose case this is, as nobody but a test does.</summary>
    public async Task RewriteAsync(Guid id, Func<PersonDetails, PersonDetails> details)
    {
        var person = ((CaseOpened)(await HistoryAsync(id)).Entries[0].Fact).Person;
        await new PersonCorrections(Pool, _store, Index, Seals, Time).CorrectAsync(person, details, Sending(), CancellationToken.None);
    }

    /// <summary>Looks until nothing is due any more.</summary>
    public async Task LookAsync()
    {
        for (var looks = 0; await Watch.LookAsync(100, CancellationToken.None) > 0; looks++)
        {
            Assert.That(looks, Is.LessThan(10), "What was dealt with is due again.");
        }
    }

    /// <summary>Writes what screens show anew until every row shows the case as it stands.</summary>
    public async Task ShowAnewAsync()
    {
        for (var rounds = 0; await ShownAnew.WriteAsync(100, CancellationToken.None) > 0; rounds++)
        {
            Assert.That(rounds, Is.LessThan(10), "What was written anew is old again.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Closes what was opened and leaves the database.</summary>
    public async Task CloseAsync()
    {
        _store.Dispose();
        Known.Dispose();
        await Pool.DisposeAsync();
    }

    private Task<Outcome> ChangeAsync(Guid id, IReadOnlyList<string> notes, CaseStore.Decider decide, Sent? sent = null) =>
        SendAsync(sent ?? Sending(), sending => Cases.ChangeAsync(DischargeCaseType.Instance, id, sending, notes, decide, CancellationToken.None));

    // Many tests keep a small machine so busy that it may stand still for longer than a command is tried; under its key it is sent again.
    private async Task<Outcome> SendAsync(Sent sent, Func<Sent, Task<Outcome>> command)
    {
        for (var time = 1; ; time++)
        {
            try
            {
                return await command(sent);
            }
            catch (CommandNotDoneException) when (time < _times)
            {
                await TestContext.Progress.WriteLineAsync("A command that was not done in time is sent again.");
            }
        }
    }
}
