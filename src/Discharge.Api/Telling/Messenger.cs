using System.Collections.Concurrent;
using Discharge.Api.Clocks;
using Discharge.Persistence;
using Discharge.Persistence.Telling;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Api.Telling;

/// <summary>
/// Tells people outside what the notice log says, each recipient by itself, so that one who is away keeps nobody else waiting. Every node does so;
/// what one has claimed the others leave alone until its claim is over. While this node records a backlog it waits, so that recording comes first and all of it is told at once; but no longer than
/// notices may gather.
/// </summary>
public sealed partial class Messenger(
    DailyMeasures measures, Outbox outbox, MessageStore messages, Webhooks webhooks, Post post, LogSink sink, LastLook clocks, TimeProvider time, ILogger<Messenger> log)
{
    private Instant _lookedAt = Instant.MinValue;

    private readonly ConcurrentDictionary<string, Task> _telling = new();

    /// <summary>How many recipients were away at the last look.</summary>
    public long Away { get; private set; }

    /// <summary>Sees to it that nothing waits for a recipient that is not configured any more.</summary>
    public Task BeginAsync(CancellationToken cancellation) => outbox.GiveBackAsync(webhooks.Recipients, cancellation);

    /// <summary>Looks once: lays out what was given since, and begins to tell whoever has something waiting.</summary>
    /// <returns>How long until something that gathers is to be told; null where nothing does.</returns>
    public async Task<Duration?> LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToInstant();
        if (clocks.IsCatchingUp && now - _lookedAt < Outbox.LongestGathering)
        {
            return null;
        }

        _lookedAt = now;
        await measures.TellAsync(webhooks.Recipients, cancellation);
        var next = await outbox.NextAsync(webhooks.Recipients, cancellation);
        if (next.IsToLayOut)
        {
            while (await outbox.LayOutAsync(webhooks.Recipients, cancellation) >= Outbox.LaidOutAtOnce)
            {
                // There may be more.
            }

            next = await outbox.NextAsync(webhooks.Recipients, cancellation);
        }

        Away = next.Away;
        foreach (var name in next.Recipients.Where(name => !_telling.TryGetValue(name, out var telling) || telling.IsCompleted))
        {
            _telling[name] = TellAsync(name, cancellation);
        }

        return next.Ready;
    }

    /// <summary>Waits until all that was begun is done.</summary>
    public Task DoneAsync() => Task.WhenAll(_telling.Values);

    private async Task TellAsync(string recipient, CancellationToken cancellation)
    {
        // Off the look's own path, so that a receiver's answer is awaited by nobody but its own messages.
        await Task.Yield();
        try
        {
            await messages.MakeAsync(recipient, cancellation);
            while (await messages.ClaimAsync(recipient, cancellation) is { } message)
            {
                var receipt = await SendAsync(recipient, message, cancellation);
                var news = await messages.NoteAsync(recipient, message, receipt, cancellation);
                Say(recipient, message.Id, receipt, news);
                if (receipt is Receipt.Away)
                {
                    return;
                }
            }
        }
        catch (Exception away) when (Resilience.IsAway(away) && !cancellation.IsCancellationRequested)
        {
            // The look says that the database is away, once and not for each recipient; what was claimed is tried again.
        }
        catch (Exception failed) when (!cancellation.IsCancellationRequested)
        {
            LogFailed(recipient, failed);
        }
        catch (OperationCanceledException)
        {
            // The service stops; what was claimed is sent by whoever looks next.
        }
    }

    private async Task<Receipt> SendAsync(string recipient, Claimed message, CancellationToken cancellation)
    {
        if (webhooks.Of(recipient) is { } webhook)
        {
            return await post.SendAsync(webhook, message, cancellation);
        }

        sink.Write(message);
        return Receipt.Taken;
    }

    private void Say(string recipient, Guid message, Receipt receipt, bool news)
    {
        switch (receipt)
        {
            case Receipt.Taken when news:
                LogBack(recipient);
                break;
            case Receipt.Away when news:
                LogAway(recipient, MessageStore.Patience);
                break;
            case Receipt.Refused when news:
                LogRefused(recipient, message);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recipient {Recipient} has not been reached for {Patience} or longer; what it is to be told gathers, and it goes on being tried.")]
    private partial void LogAway(string recipient, Duration patience);

    [LoggerMessage(Level = LogLevel.Error, Message = "Recipient {Recipient} refused message {Id} as it is; it is tried again each hour, and those after it are not held up.")]
    private partial void LogRefused(string recipient, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Recipient {Recipient} takes messages again.")]
    private partial void LogBack(string recipient);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telling {Recipient} failed on this side; the next look tries again.")]
    private partial void LogFailed(string recipient, Exception failed);
}
