using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Discharge.Benchmarks.Load;

/// <summary>Waits, on one thread and without allocating anything, until one of many sockets has something to read: Linux's epoll.</summary>
internal sealed partial class Readable : IDisposable
{
    private const int AtOnce = 256;

    private const int Add = 1;

    private const int Remove = 2;

    private const uint In = 1;

    private const int CloseOnExec = 0x80000;

    // The kernel packs the structure on x64 and nowhere else.
    private static readonly (int Size, int Data) Entry = RuntimeInformation.ProcessArchitecture is Architecture.X64 ? (12, 4) : (16, 8);

    private readonly int _queue = Create(CloseOnExec);
    private readonly byte[] _events = new byte[AtOnce * 16];

    /// <summary>Watches a socket under a number.</summary>
    public void Watch(Socket socket, int number)
    {
        Span<byte> entry = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, In);
        BinaryPrimitives.WriteInt32LittleEndian(entry[Entry.Data..], number);
        if (Control(_queue, Add, (int)socket.Handle, ref entry[0]) != 0)
        {
            throw new IOException("The socket cannot be watched.");
        }
    }

    /// <summary>Watches a socket no more.</summary>
    public void Leave(Socket socket)
    {
        Span<byte> entry = stackalloc byte[16];
        _ = Control(_queue, Remove, (int)socket.Handle, ref entry[0]);
    }

    /// <summary>Waits for a time at the most.</summary>
    /// <returns>How many sockets have something; <see cref="NumberAt"/> says which.</returns>
    public int Wait(TimeSpan most) => Wait(_queue, ref _events[0], AtOnce, (int)most.TotalMilliseconds);

    /// <summary>The number of one of them.</summary>
    public int NumberAt(int place) => BinaryPrimitives.ReadInt32LittleEndian(_events.AsSpan((place * Entry.Size) + Entry.Data));

    /// <inheritdoc/>
    public void Dispose() => _ = Close(_queue);

    [LibraryImport("libc", EntryPoint = "epoll_create1")]
    private static partial int Create(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl")]
    private static partial int Control(int queue, int what, int socket, ref byte entry);

    [LibraryImport("libc", EntryPoint = "epoll_wait")]
    private static partial int Wait(int queue, ref byte events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int queue);
}
