using System.Diagnostics;
using System.Net;
using System.Text;

namespace Discharge.Faults.Ledgers;

/// <summary>Sends commands and writes down what it sends and what it is told. What stays open is sent again under the same key, until it is known what became of it.</summary>
/// <param name="ledger">Where it is written down.</param>
/// <param name="node">A node to send to, asked before each sending.</param>
/// <param name="longest">For how long a command is sent again while nothing definite is said of it.</param>
internal sealed class LedgerClient(LedgerFile ledger, Func<Node> node, TimeSpan longest)
{
    /// <summary>Longer than a command may take, by the service's own limit on a statement.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private const int Much = 1_000_000;

    private readonly Lock _counting = new();
    private readonly List<Sending> _sendings = [];
    private int _sent;

    /// <summary>What is done to a request after it has been written down as it was meant, as if the service had never been told; nothing, unless it is to be seen whether the checker notices.</summary>
    public Action<HttpRequestMessage> OnTheWay { get; init; } = _ => { };

    /// <summary>What is done to an answer before it is written down, as if the service had given another; nothing, unless it is to be seen whether the checker notices.</summary>
    public Func<Answered, Answered> OnTheWayBack { get; init; } = answered => answered;

    /// <summary>How many commands were answered for certain.</summary>
    public int Settled { get; private set; }

    /// <summary>How many sendings got no answer at all.</summary>
    public int Dropped { get; private set; }

    /// <summary>Statuses of 500 and above other than 503, which no fault of a neighbour excuses.</summary>
    public int Broken { get; private set; }

    /// <summary>How long each sending waited, whatever came of it.</summary>
    public IReadOnlyList<TimeSpan> Waits => Of(_ => true, sending => sending.Waited);

    /// <summary>How long each question waited that was asked meanwhile, whatever came of it.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<TimeSpan> Asked { get; } = new();

    /// <summary>The same, without what was so large that it takes its time.</summary>
    public IReadOnlyList<TimeSpan> WaitsOfOthers => Of(sending => sending.Length <= Much, sending => sending.Waited);

    /// <summary>Of the sendings to a node, whether each was answered, and not with 5xx.</summary>
    public IReadOnlyList<bool> ServedBy(Node to) => Of(sending => sending.To == to, sending => sending.Served);

    /// <summary>Sends a command until it is known what became of it; null where that is not known even after a long time.</summary>
    /// <param name="command">The command.</param>
    /// <param name="to">A node to send to, asked before each sending, where it is not any.</param>
    public async Task<Answered?> SendAsync(Command command, Func<Node>? to = null)
    {
        for (var until = DateTime.UtcNow + longest; DateTime.UtcNow < until; await Task.Delay(150))
        {
            if (await SendOnceAsync(command, (to ?? node)()) is { } answered)
            {
                return answered;
            }
        }

        return null;
    }

    /// <summary>Waits until so many more commands have been answered, so that a fault comes in the midst of work however slow the machine is.</summary>
    public async Task InTheMidstAsync(int commands)
    {
        var (until, so) = (DateTime.UtcNow.AddSeconds(30), Settled + commands);
        while (Settled < so && DateTime.UtcNow < until)
        {
            await Task.Delay(2);
        }
    }

    /// <summary>Waits until so many answers for which the database is needed have come since a moment, to whomever.</summary>
    /// <param name="since">The moment, by <see cref="Stopwatch"/>.</param>
    /// <param name="answers">How many.</param>
    /// <returns>How long after the moment the last of them came.</returns>
    public async Task<TimeSpan> UntilServedAsync(long since, int answers = 1)
    {
        var served = await UntilAsync(sending => sending.IsOfDatabase && sending.Ended >= since, sendings => sendings.Count >= answers);
        return Stopwatch.GetElapsedTime(since, served.Count < answers ? Stopwatch.GetTimestamp() : served.Select(sending => sending.Ended).Order().ElementAt(answers - 1));
    }

    /// <summary>
    /// Waits until each of so many people has had an answer for which the database is needed to something that they began to send after a moment. What they were still waiting for at that moment does
    /// not count: it was sent into whatever came before.
    /// </summary>
    /// <param name="people">How many people.</param>
    /// <param name="since">The moment, by <see cref="Stopwatch"/>.</param>
    /// <returns>Of each, how long after they first began to send.</returns>
    public async Task<IReadOnlyList<TimeSpan>> UntilEachServedAsync(int people, long since)
    {
        var sendings = await UntilAsync(sending => sending.Began >= since && !sending.IsOfItself, sendings => sendings.Where(sending => sending.IsOfDatabase).DistinctBy(sending => sending.By).Count() >= people);
        var now = Stopwatch.GetTimestamp();
        var each = sendings.GroupBy(sending => sending.By)
            .Select(their => Stopwatch.GetElapsedTime(their.Min(sending => sending.Began), their.Where(sending => sending.IsOfDatabase).Select(sending => sending.Ended).DefaultIfEmpty(now).Min())).ToArray();
        return [.. each, .. Enumerable.Repeat(Stopwatch.GetElapsedTime(since, now), people - each.Length)];
    }

    private async Task<IReadOnlyList<Sending>> UntilAsync(Func<Sending, bool> which, Func<IReadOnlyList<Sending>, bool> isEnough)
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        var sendings = Of(which, sending => sending);
        for (; !isEnough(sendings) && DateTime.UtcNow < until; sendings = Of(which, sending => sending))
        {
            await Task.Delay(5);
        }

        return sendings;
    }

    /// <summary>Sends a command once.</summary>
    /// <returns>What became of it; null where that stays open.</returns>
    private async Task<Answered?> SendOnceAsync(Command command, Node to)
    {
        var sending = Interlocked.Increment(ref _sent);
        ledger.Add(new Sent(command.Key, DateTimeOffset.UtcNow, sending, to.Caller, command.Path, command.Body.Length > Much ? $"{command.Body.Length} characters" : command.Body, command.IfMatch));
        var start = Stopwatch.GetTimestamp();
        Line line;
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            using var request = Request(command);
            OnTheWay(request);
            using var answer = await to.Http.SendAsync(request, limit.Token);
            var body = await answer.Content.ReadAsStringAsync(limit.Token);
            line = answer.StatusCode >= HttpStatusCode.InternalServerError
                ? new Unknown(command.Key, DateTimeOffset.UtcNow, sending, (int)answer.StatusCode, body)
                : OnTheWayBack(new Answered(command.Key, DateTimeOffset.UtcNow, sending, (int)answer.StatusCode, body, answer.Headers.ETag?.ToString(), answer.Headers.Location?.ToString()));
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            line = new Unknown(command.Key, DateTimeOffset.UtcNow, sending, Status: null, away.GetType().Name);
        }

        // Without what the ledger takes, which is not the service's.
        var end = Stopwatch.GetTimestamp();
        ledger.Add(line);
        Count(line, new(to, command.By, command.Body.Length, start, end, (line as Answered)?.Status));
        return line as Answered;
    }

    private static HttpRequestMessage Request(Command command)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, command.Path) { Content = new StringContent(command.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", command.Key);
        request.Headers.Add("X-Correlation-Id", command.Key);
        // Whoever has much to send asks first whether it is wanted, since a server need not read what it turns away.
        request.Headers.ExpectContinue = command.Body.Length > Much;
        if (command.IfMatch is { } version)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return request;
    }

    private void Count(Line line, Sending sending)
    {
        lock (_counting)
        {
            _sendings.Add(sending);
            Settled += line is Answered ? 1 : 0;
            Dropped += line is Unknown { Status: null } ? 1 : 0;
            Broken += line is Unknown { Status: not (null or 503) } ? 1 : 0;
        }
    }

    private IReadOnlyList<T> Of<T>(Func<Sending, bool> which, Func<Sending, T> what)
    {
        lock (_counting)
        {
            return [.. _sendings.Where(which).Select(what)];
        }
    }

    private sealed record Sending(Node To, int By, int Length, long Began, long Ended, int? Answer)
    {
        public TimeSpan Waited => Stopwatch.GetElapsedTime(Began, Ended);

        public bool Served => Answer is not null;

        // What cannot be understood or is too large is refused by itself, also where there is no database.
        public bool IsOfItself => Answer is 400 or 413;

        public bool IsOfDatabase => Served && !IsOfItself;
    }
}
