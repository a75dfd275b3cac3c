namespace Discharge.Faults.Cycling;

/// <summary>What the faults are inflicted on: a database, and the nodes that work on it.</summary>
/// <param name="database">The database.</param>
internal sealed class House(FaultyDatabase database) : IAsyncDisposable
{
    private readonly List<Node> _living = [];
    private readonly Lock _counting = new();
    private int _turn;

    /// <summary>The database.</summary>
    public FaultyDatabase Database => database;

    /// <summary>The port of a proxy that its nodes reach the database by; null where they go there themselves.</summary>
    public int? Through { get; init; }

    /// <summary>More of the connection string of its nodes.</summary>
    public string Settings { get; init; } = string.Empty;

    /// <summary>The last that its nodes have written.</summary>
    public IEnumerable<string> Said => _living.SelectMany(node => node.Said.Where(line => !line.StartsWith("token ", StringComparison.Ordinal)).TakeLast(60));

    /// <summary>A house with so many nodes.</summary>
    public async Task<House> WithAsync(int nodes)
    {
        for (var node = 0; node < nodes; node++)
        {
            await StartNodeAsync();
        }

        return this;
    }

    /// <summary>A node that takes requests, in turn; where none does, the last one that did.</summary>
    public Node Any()
    {
        lock (_counting)
        {
            return _living[_turn++ % _living.Count];
        }
    }

    /// <summary>Starts another node.</summary>
    public async Task<Node> StartNodeAsync()
    {
        var node = await Node.StartAsync(database, wallClockOff: null, Through, Settings);
        Add(node);
        return node;
    }

    /// <summary>A node takes requests again.</summary>
    public void Add(Node node)
    {
        lock (_counting)
        {
            _living.Add(node);
        }
    }

    /// <summary>A node gets no more requests.</summary>
    public void Remove(Node node)
    {
        lock (_counting)
        {
            _living.Remove(node);
        }
    }

    /// <summary>Kills a node and puts another in its place; until that is up, callers meet the dead one.</summary>
    /// <returns>How long it took from the start of the other until it took requests.</returns>
    public async Task<TimeSpan> ReplaceAsync(Node dead)
    {
        await dead.KillAsync();
        var start = DateTime.UtcNow;
        var node = await Node.StartAsync(database, wallClockOff: null, Through, Settings);
        lock (_counting)
        {
            _living[_living.IndexOf(dead)] = node;
        }

        var took = DateTime.UtcNow - start;
        await dead.DisposeAsync();
        return took;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in _living)
        {
            await node.DisposeAsync();
        }

        await database.DisposeAsync();
    }
}
