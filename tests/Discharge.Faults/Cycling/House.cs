using System.Diagnostics;

namespace Discharge.Faults.Cycling;

/// <summary>What the faults are inflicted on: a database, and the nodes that work on it.</summary>
/// <param name="database">The database.</param>
internal sealed class House(FaultyDatabase database) : IAsyncDisposable
{
    private readonly List<Node> _nodes = [];
    private readonly HashSet<Node> _away = [];
    private readonly Lock _counting = new();
    private int _turn;

    /// <summary>The database.</summary>
    public FaultyDatabase Database => database;

    /// <summary>The port of a proxy that its nodes reach the database by; null where they go there themselves.</summary>
    public int? Through { get; init; }

    /// <summary>More of the connection string of its nodes.</summary>
    public string Settings { get; init; } = string.Empty;

    /// <summary>The last that its nodes have written.</summary>
    public IEnumerable<string> Said => _nodes.SelectMany(node => node.Said.Where(line => !line.StartsWith("token ", StringComparison.Ordinal)).TakeLast(60));

    /// <summary>A house with so many nodes.</summary>
    public async Task<House> WithAsync(int nodes)
    {
        for (var node = 0; node < nodes; node++)
        {
            await StartNodeAsync();
        }

        return this;
    }

    /// <summary>A node that takes requests, in turn; where none does, the next one all the same.</summary>
    public Node Any()
    {
        lock (_counting)
        {
            var able = _nodes.Where(node => !_away.Contains(node)).ToArray();
            return able is [] ? _nodes[_turn++ % _nodes.Count] : able[_turn++ % able.Length];
        }
    }

    /// <summary>The node in a place, which is the same for the same number however the work has been shared out so far.</summary>
    public Node At(int place)
    {
        lock (_counting)
        {
            return _nodes[place];
        }
    }

    /// <summary>Starts another node.</summary>
    public async Task<Node> StartNodeAsync()
    {
        var node = await Node.StartAsync(database, wallClockOff: null, Through, Settings);
        lock (_counting)
        {
            _nodes.Add(node);
        }

        return node;
    }

    /// <summary>A node takes requests again.</summary>
    public void IsBack(Node node)
    {
        lock (_counting)
        {
            _away.Remove(node);
        }
    }

    /// <summary>A node gets no more requests.</summary>
    public void IsAway(Node node)
    {
        lock (_counting)
        {
            _away.Add(node);
        }
    }

    /// <summary>Kills a node and puts another in its place; until that is up, callers meet the dead one.</summary>
    /// <returns>When the other was started, by <see cref="Stopwatch"/>, and how long it took until it listened.</returns>
    public async Task<(long Start, TimeSpan Listens)> ReplaceAsync(Node dead)
    {
        await dead.KillAsync();
        var start = Stopwatch.GetTimestamp();
        var node = await Node.StartAsync(database, wallClockOff: null, Through, Settings);
        lock (_counting)
        {
            _nodes[_nodes.IndexOf(dead)] = node;
            _away.Remove(dead);
        }

        var listens = Stopwatch.GetElapsedTime(start);
        await dead.DisposeAsync();
        return (start, listens);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await database.DisposeAsync();
    }
}
