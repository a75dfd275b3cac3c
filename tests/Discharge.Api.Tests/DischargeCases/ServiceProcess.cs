using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Discharge.Api.Tests.Cases;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>The service as it is shipped, in a process of its own that can be killed.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    // Long enough to load the demonstration ward on a busy machine; nobody waits longer than it takes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // Its own output and not the copy beside the tests: it looks for commands in whatever lies beside it.
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "Discharge.Api.Tests"), Path.Combine("src", "Discharge.Api"), StringComparison.Ordinal), "Discharge.Api.dll");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private ServiceProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All it has said so far.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    public HttpClient Http { get; } = new() { Timeout = Longest };

    /// <summary>The tokens it printed, by role.</summary>
    public IReadOnlyDictionary<string, string> Tokens => Said.Select(line => line.Split(' '))
        .Where(words => words is ["token", ..])
        .ToDictionary(words => words[1].TrimEnd(':'), words => words[2]);

    /// <summary>Starts it and waits until it has said this.</summary>
    public static async Task<ServiceProcess> StartAsync(TestDatabase database, string until, params string[] arguments)
    {
        var service = Launch(database.Owner, database.Application, "Development", arguments);
        await service.Hears(until);
        await service.Hears(Listening);
        service.Http.BaseAddress = new Uri(service.Said.First(line => line.Contains(Listening, StringComparison.Ordinal)).Split(Listening)[1]);
        return service;
    }

    /// <summary>Starts it where it is not to stay.</summary>
    public static Task<(int ExitCode, string Said)> RunAsync(TestDatabase database, string environment, params string[] arguments) =>
        RunAsync(database.Owner, database.Application, environment, arguments);

    /// <summary>Starts it where it is not to stay; what is null is not set.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string? owner, string? application, string environment, params string[] arguments)
    {
        await using var service = Launch(owner, application, environment, arguments);
        using var patience = new CancellationTokenSource(Longest);
        await service._process.WaitForExitAsync(patience.Token);
        return (service._process.ExitCode, string.Join('\n', service.Said));
    }

    public async Task<Answer> Post(string path, object body, string? key = null, string role = "hub-lead")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await Send(request, role);
    }

    /// <summary>Posts under a key, and again while the answer is 503: a process that has just started on a busy machine may not have its first command done in time.</summary>
    public async Task<Answer> PostUntilServed(string path, object body)
    {
        var (key, answer) = (Guid.NewGuid().ToString(), default(Answer));
        await Stored.Once(
            async () =>
            {
                answer = await Post(path, body, key);
                return answer.Status is not HttpStatusCode.ServiceUnavailable;
            },
            "what is sent again is answered");
        return answer!;
    }

    public async Task<Answer> Get(string path, string role = "hub-lead")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, role);
    }

    /// <summary>SIGKILL: nothing is finished, nothing said goodbye to.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Http.Dispose();
        _process.Dispose();
    }

    private static ServiceProcess Launch(string? owner, string? application, string environment, string[] arguments)
    {
        string[] anywhere = arguments is [] or ["--demo"] ? ["--urls", "http://127.0.0.1:0"] : [];
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, .. anywhere])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ConnectionStrings__Discharge"] = application;
        start.Environment["ConnectionStrings__DischargeOwner"] = owner;
        return new ServiceProcess(Process.Start(start)!);
    }

    private Task Hears(string words) => Cases.Stored.Once(
        () => Task.FromResult(_process.HasExited
            ? throw new InvalidOperationException($"The service ended with {_process.ExitCode}: {string.Join('\n', Said)}")
            : Said.Any(line => line.Contains(words, StringComparison.Ordinal))),
        $"the service says '{words}'",
        Longest);

    private async Task<Answer> Send(HttpRequestMessage request, string role)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tokens[role]);
        using var answer = await Http.SendAsync(request);
        return await Answer.Of(answer);
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _said.Enqueue(line);
        }
    }
}
