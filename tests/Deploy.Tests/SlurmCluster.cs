using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Deploy.Tests;

/// <summary>Slurm with two nodes of two processors each, all daemons on this machine's loopback, in a folder of its own.</summary>
internal sealed class SlurmCluster : IAsyncDisposable
{
    public const string First = "n1";
    public const string Second = "n2";

    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "scontrol"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Workbench _bench;

    private SlurmCluster(Workbench bench)
    {
        _bench = bench;
        bench.Environment["SLURM_CONF"] = bench.At("slurm/slurm.conf");
    }

    /// <summary>Why there can be no cluster here; null where there can.</summary>
    public static string? Missing()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "needs Linux and root: the daemons of Slurm start tasks as the user who sent them";
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Concat(["/usr/sbin", "/sbin"]);
        return Programs.FirstOrDefault(name => !folders.Any(folder => File.Exists(Path.Combine(folder, name)))) is { } program
            ? $"found no {program} (Debian: slurmctld slurmd slurm-client munge)" : null;
    }

    /// <returns>The cluster, its nodes idle; or null and what the daemons said, where they do not come up on this machine.</returns>
    public static async Task<(SlurmCluster? Cluster, string Said)> Start(Workbench bench)
    {
        var cluster = new SlurmCluster(bench);
        bench.Environment["PATH"] += ":/usr/sbin:/sbin";
        cluster.Configure();
        var munge = Path.GetDirectoryName(bench.At("slurm/munge/key"))!;
        var said = (await bench.Run(["munged", "--force", $"--key-file={munge}/key", $"--socket={munge}/socket", $"--pid-file={munge}/pid", $"--log-file={munge}/log", $"--seed-file={munge}/seed"])).Error;
        said += (await bench.Run(["slurmctld", "-c"])).Error;
        foreach (var node in (string[])[First, Second])
        {
            said += (await bench.Run(["slurmd", "-N", node])).Error;
        }

        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            var nodes = await bench.Run(["sinfo", "-h", "-N", "-o", "%T"]);
            if (nodes.ExitCode == 0 && nodes.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries) is ["idle", "idle"])
            {
                return (cluster, said);
            }

            await Task.Delay(200);
        }

        await cluster.DisposeAsync();
        return (null, $"the daemons do not come up on this machine: {said.Trim()}");
    }

    public async Task<string> Control(params string[] words) => (await _bench.Run(["scontrol", .. words])).Gave(0).Out;

    /// <summary>One field of a job, such as <c>JobState</c>.</summary>
    /// <param name="job">A number, or array_task.</param>
    public async Task<string> Of(string job, string field)
    {
        var shown = await Control("show", "job", job, "--oneliner");
        return shown.Split([' ', '\n']).Where(word => word.StartsWith(field + "=", StringComparison.Ordinal)).Select(word => word[(field.Length + 1)..]).FirstOrDefault() ?? string.Empty;
    }

    /// <summary>Waits until a job has one of these states.</summary>
    public async Task<string> Until(string job, Func<string, bool> state, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        string found;
        while (!state(found = await Of(job, "JobState")))
        {
            Assert.True(waited.Elapsed < patience, $"job {job} is {found} after {patience}\n{await Control("show", "job")}");
            await Task.Delay(100);
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in (string[])["n1.pid", "n2.pid", "controller.pid", "munge/pid"])
        {
            if (File.Exists(_bench.At("slurm/" + file)) && int.TryParse(await File.ReadAllTextAsync(_bench.At("slurm/" + file)), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            {
                await End(id);
            }
        }
    }

    private static async Task End(int id)
    {
        try
        {
            using var daemon = Process.GetProcessById(id);
            using var kill = Process.Start("kill", [id.ToString(CultureInfo.InvariantCulture)]);
            using var patience = new CancellationTokenSource(Patience);
            await daemon.WaitForExitAsync(patience.Token);
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
    }

    private void Configure()
    {
        foreach (var folder in (string[])["slurm/state", "slurm/munge"])
        {
            Directory.CreateDirectory(_bench.At(folder), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.WriteAllBytes(_bench.At("slurm/munge/key"), RandomNumberGenerator.GetBytes(1024));
        File.SetUnixFileMode(_bench.At("slurm/munge/key"), UnixFileMode.UserRead);
        var here = Dns.GetHostName().Split('.')[0];
        var at = _bench.At("slurm");
        _bench.Put("slurm/slurm.conf", string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=here
            SlurmctldHost={here}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmUser=root
            SlurmdUser=root
            AuthType=auth/munge
            AuthInfo=socket={at}/munge/socket
            CredType=cred/munge
            StateSaveLocation={at}/state
            SlurmctldPidFile={at}/controller.pid
            SlurmdPidFile={at}/%n.pid
            SlurmdSpoolDir={at}/spool-%n
            SlurmctldLogFile={at}/controller.log
            SlurmdLogFile={at}/%n.log
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SwitchType=switch/none
            MpiDefault=none
            ReturnToService=2
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            SchedulerParameters=batch_sched_delay=0,sched_min_interval=100000
            KillWait=5
            NodeName={First} NodeHostname={here} NodeAddr=127.0.0.1 Port={FreePort()} CPUs=2 RealMemory=8000 State=UNKNOWN
            NodeName={Second} NodeHostname={here} NodeAddr=127.0.0.1 Port={FreePort()} CPUs=2 RealMemory=8000 State=UNKNOWN
            PartitionName=main Nodes={First},{Second} Default=YES MaxTime=INFINITE State=UP

            """));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
