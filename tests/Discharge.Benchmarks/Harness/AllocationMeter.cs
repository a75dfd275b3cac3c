using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Discharge.Benchmarks.Harness
{
    /// <summary>Tells whoever asks how much a process has allocated, from inside of it and without the process knowing.</summary>
    internal static class AllocationMeter
    {
        /// <summary>The variable that names the socket it is asked at.</summary>
        public const string Setting = "DISCHARGE_ALLOCATION_METER";

        /// <summary>Answers for as long as the process runs.</summary>
        public static void Start(string path)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint(path));
            socket.Listen();
            new Thread(() =>
            {
                while (true)
                {
                    using var asking = socket.Accept();
                    asking.Send(Encoding.ASCII.GetBytes(GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture)));
                }
            })
            { IsBackground = true }.Start();
        }
    }
}

/// <summary>What the runtime calls before the program it is started with; it asks for this name without a namespace.</summary>
internal static class StartupHook
{
    /// <summary>Starts the meter where it is asked for.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Discharge.Benchmarks.Harness.AllocationMeter.Setting) is { Length: > 0 } path)
        {
            Discharge.Benchmarks.Harness.AllocationMeter.Start(path);
        }
    }
}
