using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Discharge.EmbeddedPostgres;

namespace Discharge.Benchmarks.Harness;

/// <summary>What the programs have in common of what they can be asked for on the command line.</summary>
internal static class CommandLine
{
    private static volatile bool _isEnding;

    /// <summary>An option that takes a whole number.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="what">What it says.</param>
    /// <param name="least">The least that means something.</param>
    /// <param name="most">The most that a machine could bear.</param>
    public static Option<int?> Number(string name, string what, int least = 1, int most = int.MaxValue) => new(name)
    {
        Description = what,
        HelpName = "n",
        CustomParser = given =>
        {
            if (int.TryParse(given.Tokens[^1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            given.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {least} to {most}, and not '{given.Tokens[^1].Value}'."));
            return null;
        },
    };

    /// <summary>Runs what is asked for, or says what is wrong with it.</summary>
    /// <param name="command">What can be asked for.</param>
    /// <param name="args">What is.</param>
    /// <returns>What it came to; 2 where nothing was run because of what was asked, or because what it takes is not there.</returns>
    public static async Task<int> RunAsync(this RootCommand command, string[] args)
    {
        using var quit = Ending(PosixSignal.SIGQUIT, number: 3);
        using var interrupted = Ending(PosixSignal.SIGINT, number: 2);
        using var terminated = Ending(PosixSignal.SIGTERM, number: 15);
        using var hungUp = Ending(PosixSignal.SIGHUP, number: 1);
        var asked = command.Parse(args);
        // Whoever ends the program has it end at once, and it says itself what went wrong.
        try
        {
            var code = await asked.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            return asked.Errors is [] ? code : 2;
        }
        catch (Exception missing) when (missing is PrivatePostgresException or RelaxedDurabilityException or IOException or UnauthorizedAccessException)
        {
            // Nothing but a server of their own serves these programs.
            await Console.Error.WriteLineAsync(string.Join('\n', missing.Message.Split('\n').Where(line => !line.Contains("ConnectionStrings__", StringComparison.Ordinal))));
            return 2;
        }
        finally
        {
            await UnlessEndingAsync();
        }
    }

    /// <summary>Comes back unless somebody has told the program to end. What is found while all that is worked with goes away is no finding.</summary>
    public static Task UnlessEndingAsync() => _isEnding ? Task.Delay(Timeout.Infinite) : Task.CompletedTask;

    /// <summary>Writes a report of what was run, or says that it cannot be.</summary>
    /// <returns>Whether it is written.</returns>
    public static async Task<bool> KeptAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The report could not be written: {failed.Message}");
            return false;
        }
    }

    // By itself the runtime ends at a signal without another word, and whatever was started would run on.
    private static PosixSignalRegistration Ending(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, _ =>
    {
        _isEnding = true;
        Environment.Exit(128 + number);
    });
}
