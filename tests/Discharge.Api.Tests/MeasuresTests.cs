using System.Diagnostics;
using System.Diagnostics.Metrics;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests;

public sealed class MeasuresTests
{
    [Test]
    public async Task A_command_is_traced_and_counted_by_what_came_of_it()
    {
        var traces = new List<string>();
        var outcomes = new List<string?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped => Noted(traces, stopped.OperationName),
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, heard) =>
            {
                if (instrument.Name == "discharge.commands")
                {
                    heard.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Noted(outcomes, tags.ToArray().Single(tag => tag.Key == "outcome").Value as string));
        meters.Start();

        var patient = await Patient.AdmittedAsync();
        await patient.Post("discharge-decision", new { occurredAt = Patient.Ago(1), by = "consultant" });

        Assert.Multiple(() =>
        {
            Assert.That(traces, Does.Contain("command"));
            Assert.That(outcomes, Does.Contain("answered").And.Contain("refused"));
        });
    }

    private static void Noted<T>(List<T> heard, T what)
    {
        lock (heard)
        {
            heard.Add(what);
        }
    }
}
