using System.Text;
using System.Text.Json;

namespace Discharge.Faults.Ledgers;

/// <summary>What was sent and what was answered, a line each, synced to the disk: before a command goes out, and before its answer is believed.</summary>
internal sealed class LedgerFile : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _writing = new();

    /// <summary>A new ledger, in the place of one that may lie there.</summary>
    public LedgerFile(string path)
    {
        Path = path;
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Adds a line and waits until it is on the disk.</summary>
    public void Add(Line line)
    {
        var text = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line) + '\n');
        lock (_writing)
        {
            _file.Write(text);
            _file.Flush(flushToDisk: true);
        }
    }

    /// <summary>What a ledger says of each command, in the order in which they were first sent.</summary>
    public static IReadOnlyList<Told> Read(string path)
    {
        var told = new Dictionary<string, List<Line>>();
        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (file.ReadLine() is { Length: > 0 } text)
        {
            var line = JsonSerializer.Deserialize<Line>(text)!;
            (told.TryGetValue(line.Key, out var lines) ? lines : told[line.Key] = []).Add(line);
        }

        return [.. told.Select(command => new Told(command.Key, command.Value))];
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
