using System.Text;
using System.Text.Json;

namespace Discharge.Faults.Ledgers;

/// <summary>What was sent and what was answered, a line each, synced to the disk: before a command goes out, and before its answer is believed.</summary>
internal sealed class LedgerFile : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _writing = new();

    private LedgerFile(string path)
    {
        _file = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
        // It is read by who wrote it and by nobody else, so its name is not needed, and nothing is left of it whoever ends the program.
        File.Delete(path);
    }

    /// <summary>A new ledger, which is gone once it is disposed of.</summary>
    public static LedgerFile New() => new(Path.Combine(Path.GetTempPath(), $"discharge-ledger-{Guid.NewGuid():N}.jsonl"));

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

    /// <summary>What it says of each command, in the order in which they were first sent.</summary>
    public IReadOnlyList<Told> Read()
    {
        var told = new Dictionary<string, List<Line>>();
        lock (_writing)
        {
            _file.Position = 0;
            using var file = new StreamReader(_file, leaveOpen: true);
            while (file.ReadLine() is { Length: > 0 } text)
            {
                var line = JsonSerializer.Deserialize<Line>(text)!;
                (told.TryGetValue(line.Key, out var lines) ? lines : told[line.Key] = []).Add(line);
            }
        }

        return [.. told.Select(command => new Told(command.Key, command.Value))];
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
