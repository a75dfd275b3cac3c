using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Persistence.Tests.Json;

public sealed class StoredMomentsTests
{
    [TestCase("2026-03-29T21:00:00Z")]
    [TestCase("2026-03-29T21:00:00.1Z")]
    [TestCase("2026-03-29T21:00:00.123456Z")]
    [TestCase("2026-03-29T21:00:00.1234567Z")]
    [TestCase("2026-03-29T21:00:00.12345678Z", Description = "Finer than .NET reads")]
    [TestCase("2026-03-29T21:00:00.123456789Z")]
    [TestCase("1970-01-01T00:00:00Z")]
    [TestCase("2000-02-29T23:59:59.999999Z")]
    public void A_moment_is_what_NodaTime_reads(string stored)
    {
        var moment = JsonSerializer.Deserialize<Instant>($"\"{stored}\"", EventJson.Options);

        Assert.That(moment, Is.EqualTo(InstantPattern.ExtendedIso.Parse(stored).Value));
        Assert.That(JsonSerializer.Serialize(moment, EventJson.Options), Is.EqualTo($"\"{stored}\""));
    }

    [TestCase("\"2026-03-29T21:00:00+01:00\"")]
    [TestCase("\"2026-03-29 21:00:00.123Z\"")]
    [TestCase("\"2026-03-29T21:00:00.1+00:00\"")]
    [TestCase("\"2026-02-29T21:00:00Z\"")]
    [TestCase("\"2026-03-29T25:00:00Z\"")]
    [TestCase("\"2026-03-29\"")]
    [TestCase("\"\"")]
    [TestCase("1774818000")]
    public void What_NodaTime_does_not_read_is_not_read(string stored) =>
        Assert.That(() => JsonSerializer.Deserialize<Instant>(stored, EventJson.Options), Throws.InstanceOf<JsonException>().Or.InstanceOf<UnparsableValueException>().Or.InstanceOf<InvalidOperationException>());
}
