using System.Diagnostics;
using EndToEnd.Tests;

namespace Deploy.Tests;

/// <summary>Rule: what is shipped runs as a user who owns nothing of it and can write nothing into it, and holds no more than it needs.</summary>
public sealed class PublishedTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [SkippableFact]
    public async Task The_published_tree_inspects_as_a_normal_user_from_a_tree_that_nobody_writes()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "needs Linux and root: the command is run as another user");
        var tree = _bench.At("tree");
        var built = new DirectoryInfo(AppContext.BaseDirectory).Name == "release" ? "Release" : "Debug";
        (await _bench.Run(["dotnet", "publish", Path.Combine(Command.Repository, "src", "DefectVision.Cli"), "-c", built, "--no-build", "--nologo", "-v", "q", "-o", tree])).Gave(0);
        var files = Directory.GetFiles(tree, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(tree, file)).ToList();
        Assert.DoesNotContain(files, file => file.EndsWith(".pdb", StringComparison.Ordinal) || file.Contains("android", StringComparison.Ordinal) || file.Contains("ios/", StringComparison.Ordinal));
        Assert.Contains("models/backbone.onnx", files);
        Assert.Contains("runtimes/win-x64/native/onnxruntime.dll", files);
        Assert.Contains("defectvision", files);

        Directory.CreateDirectory(_bench.At("out"));
        await Quietly("chmod", "-R", "a+rX,a-w", tree);
        await Quietly("chmod", "755", _bench.Root);
        await Quietly("chown", "65534:65534", _bench.At("out"));
        var before = files.Order(StringComparer.Ordinal).ToList();
        var shipment = Path.Combine(_bench.Root, "shipment");
        await Quietly("cp", "-r", Path.Combine(Workbench.Shipment, "PO-2026-118", "LOT-C"), shipment);
        await Quietly("cp", Workbench.Model, _bench.At("model.onnx"));
        await Quietly("chmod", "-R", "a+rX", shipment, _bench.At("model.onnx"));
        var answer = await _bench.Run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "-i", $"PATH={Environment.GetEnvironmentVariable("PATH")}", $"DOTNET_ROOT={Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? DotnetRoot()}", "HOME=/nonexistent", $"TMPDIR={_bench.At("out")}", Path.Combine(tree, "defectvision"), "inspect", shipment, "--model", _bench.At("model.onnx"), "--out", _bench.At("out/case"), "--no-pdf"]);
        Assert.InRange(answer.ExitCode, 0, 2);
        Assert.True(File.Exists(_bench.At("out/case/report.html")), answer.Error);
        Assert.Equal(before, Directory.GetFiles(tree, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(tree, file)).Order(StringComparer.Ordinal));
        Assert.Equal(["case"], Directory.GetFileSystemEntries(_bench.At("out")).Select(Path.GetFileName));
    }

    /// <summary>CIS Docker Benchmark 4.1 (a user), 4.9 (COPY, not ADD), and what the recipes of schedulers rest on.</summary>
    [SkippableFact]
    public void The_recipe_of_the_container_ends_as_a_user_who_is_not_root()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "the recipes are for Linux");
        var lines = File.ReadAllLines(Path.Combine(Workbench.Recipes, "container", "Containerfile")).Where(line => !line.StartsWith('#')).ToList();
        Assert.Equal("USER 10001:10001", lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("ADD ", StringComparison.Ordinal) || line.StartsWith("ENTRYPOINT", StringComparison.Ordinal));
        Assert.Contains("VOLUME [\"/in\", \"/out\"]", lines);
        Assert.Contains("10001", Recipe.Yaml("kubernetes/inspect.yaml")["spec"]["template"]["spec"]["securityContext"]["runAsUser"].Text, StringComparison.Ordinal);
    }

    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static async Task Quietly(params string[] words)
    {
        using var process = Process.Start(words[0], words[1..]);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
