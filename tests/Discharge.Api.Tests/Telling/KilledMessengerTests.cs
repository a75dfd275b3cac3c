using Discharge.Api.Telling;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;
using Microsoft.AspNetCore.Http;

namespace Discharge.Api.Tests.Telling;

/// <summary>The service is killed while somebody has its message and has not answered.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class KilledMessengerTests
{
    [Test]
    public async Task A_message_whose_sender_was_killed_comes_again_as_it_was()
    {
        var silence = new TaskCompletionSource<int>();
        var got = new TaskCompletionSource();
        await using var receiver = await Receiver.StartAsync();
        receiver.Answers = _ =>
        {
            got.TrySetResult();
            return silence.Task;
        };
        string[] recipient = [.. PostRoom.Lines(0, "hub", "L3", receiver.Url).Select(line => $"--{Webhooks.Section}:{line.Key}={line.Value}")];
        await using var database = await TestDatabase.EmptyAsync();
        await using (var killed = await ServiceProcess.StartAsync(database, "token administrator", recipient))
        {
            await database.RunAsApplicationAsync(PostRoom.Giving(2, "L3"));
            await Stored.Once(() => Task.FromResult(got.Task.IsCompleted), "the receiver has it");
            await killed.KillAsync();
        }

        silence.SetResult(StatusCodes.Status204NoContent);
        receiver.Answers = _ => Task.FromResult(StatusCodes.Status204NoContent);
        // As if the half minute for which the dead one's claim holds were over.
        await database.RunAsOwnerAsync("update discharge.messages set next_try_at = now()");
        await using var next = await ServiceProcess.StartAsync(database, "token administrator", recipient);
        await Stored.Once(async () => await database.AskAsOwnerAsync<long>("select count(*) from discharge.messages where delivered_at is not null") == 1, "it is delivered");

        Assert.Multiple(() =>
        {
            Assert.That(receiver.All, Has.Count.EqualTo(2));
            Assert.That(receiver.All.Select(received => (received.Id, received.Text)).Distinct(), Has.Exactly(1).Items);
            Assert.That(receiver.All.Select(received => received.SignedAt(Receiver.Secret)), Has.None.Null);
        });
    }
}
