using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Deploy.Tests;

/// <summary>
/// Rule: an array job on a real Slurm, with a task that is killed and goes back into the queue and a node that is drained, and a merge that waits
/// for it, gives the bytes of one run on one machine.
/// </summary>
public sealed class SlurmTests(ITestOutputHelper log)
{
    private const int Parts = 6;
    private const string Killed = "2";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [SkippableFact]
    public async Task An_array_job_with_a_killed_task_and_a_drained_node_merges_to_the_bytes_of_one_run()
    {
        var missing = SlurmCluster.Missing();
        Skip.IfNot(missing is null, missing);

        // Each start of a task leaves its process behind it, so that one can be killed.
        using var bench = new Workbench("echo $$ >> \"$STARTS/${SLURM_ARRAY_TASK_ID:-merge}\"");
        bench.Environment["STARTS"] = Directory.CreateDirectory(bench.At("starts")).FullName;
        bench.Environment["SBATCH_REQUEUE"] = null;
        var one = await bench.Run(["defectvision", "inspect", Workbench.Shipment, "--model", Workbench.Model, "--out", bench.At("one"), "--as-of", Workbench.AsOf, "--no-pdf", "--quiet"]);
        one.Gave(1);

        var (started, said) = await SlurmCluster.Start(bench);
        Skip.If(started is null, said);
        await using var cluster = started;
        var submitted = await bench.Run(["sh", Path.Combine(Workbench.Recipes, "slurm", "submit.sh"), Workbench.Shipment, bench.At("parts"), Parts.ToString(CultureInfo.InvariantCulture), "--model", Workbench.Model, "--as-of", Workbench.AsOf, "--no-pdf"]);
        var words = submitted.Gave(0).Out.Trim().Split([' ', ',']);
        var (array, merge) = (words[2], words[^1]);
        log.WriteLine(submitted.Out);

        var process = await Started(bench, Killed);
        await cluster.Control("update", $"NodeName={SlurmCluster.Second}", "State=DRAIN", "Reason=maintenance");
        await Process.Start("kill", ["-9", process]).WaitForExitAsync();
        await cluster.Until($"{array}_{Killed}", state => state == "PENDING", Patience);
        log.WriteLine(await cluster.Control("show", "job", $"{array}_{Killed}"));

        // Slurm lets a task that was put back wait for two minutes; this one need not.
        await cluster.Control("update", $"JobId={array}_{Killed}", "StartTime=now");
        var end = await cluster.Until(merge, state => state is not ("PENDING" or "RUNNING" or "COMPLETING" or "CONFIGURING"), Patience);

        // A lot of the sample is rejected: exit code 1, which Slurm calls a failure.
        log.WriteLine(await cluster.Control("show", "job"));
        log.WriteLine(await cluster.Control("show", "node"));
        Assert.Equal(("FAILED", "1:0"), (end, await cluster.Of(merge, "ExitCode")));
        Assert.Equal("1", await cluster.Of($"{array}_{Killed}", "Restarts"));
        Assert.Equal(2, File.ReadLines(bench.At($"starts/{Killed}")).Count());
        Assert.Equal(SlurmCluster.First, await cluster.Of($"{array}_{Killed}", "BatchHost"));
        foreach (var file in Directory.EnumerateFiles(bench.At("parts"), "*.log").Order(StringComparer.Ordinal))
        {
            log.WriteLine($"{Path.GetFileName(file)}: {await File.ReadAllTextAsync(file)}");
        }

        var (whole, joined) = (bench.Written("one"), bench.Written("parts"));
        Assert.All(Workbench.Outputs, name => Assert.True(whole[name].AsSpan().SequenceEqual(joined[name]), $"{name} differs from that of one run"));
    }

    /// <summary>The process of a task that has begun to write its part.</summary>
    private static async Task<string> Started(Workbench bench, string task)
    {
        var waited = Stopwatch.StartNew();
        while (!File.Exists(bench.At($"parts/part-{task}-of-{Parts}/journal.jsonl")))
        {
            Assert.True(waited.Elapsed < Patience, $"task {task} has not begun after {Patience}");
            await Task.Delay(20);
        }

        return (await File.ReadAllLinesAsync(bench.At($"starts/{task}")))[^1];
    }
}
