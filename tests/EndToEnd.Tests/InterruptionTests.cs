using System.Diagnostics;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rule: Ctrl-C, the scheduler's signal or kill -9 at any moment, run again, and every output has the bytes of an uninterrupted run.</summary>
public sealed class InterruptionTests : IClassFixture<InterruptionTests.LongShipment>
{
    private const int PhotosBefore = 3;

    /// <summary>The head of the journal and a few lines; not opened while it is being written, only measured.</summary>
    private const int BytesBefore = 5000;
    private readonly LongShipment _shipment;

    public InterruptionTests(LongShipment shipment) => _shipment = shipment;

    [SkippableTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("KILL", 137)]
    public async Task A_run_that_a_signal_ends_is_resumed_to_the_same_bytes(string signal, int exitCode)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs Unix signals and env --default-signal");
        var output = $"out-{signal}";

        // A shell that runs tests in the background hands an ignored SIGINT down; a person's terminal does not.
        using var process = Command.Start(_shipment.Desk.Root, LongShipment.Arguments(output), null, "env", "--default-signal=INT,TERM");
        var end = Command.End(process);
        var journal = new FileInfo(_shipment.Desk.At($"{output}/journal.jsonl"));
        while (!(journal.Exists && journal.Length >= BytesBefore) && !process.HasExited)
        {
            await Task.Delay(2);
            journal.Refresh();
        }

        using (var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        var broken = (await end).Gave(exitCode);
        var done = File.ReadLines(journal.FullName).Count() - 1;
        Assert.InRange(done, PhotosBefore, LongShipment.Count - 1);
        Assert.False(File.Exists(_shipment.Desk.At($"{output}/summary.json")));
        Assert.Empty(broken.Out);
        Assert.True(signal == "KILL" || broken.Error.Contains("run the same command again", StringComparison.Ordinal), broken.Error);

        (await _shipment.Desk.Run(LongShipment.Arguments(output))).Gave(_shipment.ExitCode);

        var resumed = _shipment.Desk.Written(output);
        Assert.All(Desk.Outputs, name => Assert.True(_shipment.Uninterrupted[name].AsSpan().SequenceEqual(resumed[name]), $"{name} differs from that of an uninterrupted run"));
    }

    /// <summary>Enough photos, each large enough, that a signal comes in the middle; and the outputs of a run that none broke off.</summary>
    public sealed class LongShipment : IAsyncLifetime
    {
        public const int Count = 240;

        internal Desk Desk { get; } = new();

        internal Dictionary<string, byte[]> Uninterrupted { get; private set; } = [];

        internal int ExitCode { get; private set; }

        internal static string[] Arguments(string output) =>
            ["inspect", "shipment", "--model", Desk.Model, "--out", output, "--as-of", "2026-11-24T08:00:00Z", "--workers", "1"];

        public async Task InitializeAsync()
        {
            // Bytes after the end of a JPEG change its hash and not its picture.
            byte[][] pictures = [Photos.Plain(Photos.Bright, 1, 1800), Photos.Plain(Photos.Dark, 2, 1800)];
            for (var number = 0; number < Count; number++)
            {
                Desk.Put($"shipment/lot-{number % 3}/{number / 2:000}_{number % 2}.jpg", [.. pictures[number % 40 == 7 ? 1 : 0], .. BitConverter.GetBytes(number + 1)]);
            }

            var answer = await Desk.Run(Arguments("out-whole"));
            ExitCode = answer.ExitCode;
            Assert.InRange(ExitCode, 0, 2);
            Uninterrupted = Desk.Written("out-whole");
        }

        public Task DisposeAsync()
        {
            Desk.Dispose();
            return Task.CompletedTask;
        }
    }
}
