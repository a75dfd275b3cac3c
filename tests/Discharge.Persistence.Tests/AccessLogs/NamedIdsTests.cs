using System.Text;
using Discharge.Persistence.AccessLogs;

namespace Discharge.Persistence.Tests.AccessLogs;

public sealed class NamedIdsTests
{
    private const string Case = "019cb1a0-5c40-7a07-8d3e-1f0b62c8a955";

    private const string Person = "019cb0d4-7a10-7c55-9e21-5b0f6a4e2d11";

    [TestCase($$"""{"id":"{{Case}}","personRef":"{{Person}}"}""", new[] { Case, Person }, Description = "A case and whose it is")]
    [TestCase($$"""[{"id":"{{Case}}"},{"id":"{{Case}}"}]""", new[] { Case }, Description = "Each once")]
    [TestCase($$"""{"others":["{{Case}}","{{Person}}"]}""", new[] { Case, Person }, Description = "In a list")]
    [TestCase($$"""{"note":{"id":"{{Case}}","hash":"00ff"},"case":"{{Person}}"}""", new[] { Person }, Description = "A note is nobody")]
    [TestCase("""{"id":"019cb1a0-5c40-4a07-8d3e-1f0b62c8a955"}""", new string[0], Description = "Of another version, so none of ours")]
    [TestCase($$"""{"words":"see {{Case}}"}""", new string[0], Description = "Somebody's words, and not an id")]
    [TestCase("""{"phone":"07700 900123","hash":"019cb1a05c407a078d3e1f0b62c8a955019c"}""", new string[0], Description = "Other texts that begin with 0")]
    [TestCase("\"019cb1a0-5c40-7a07", new string[0], Description = "Cut off")]
    public void Whom_an_answer_names_is_read_from_it(string json, string[] named) =>
        Assert.That(NamedIds.In(Encoding.UTF8.GetBytes(json)), Is.EqualTo(named.Select(Guid.Parse)));
}
