using DefectVision.Fixtures;
using EndToEnd.Tests;

namespace Deploy.Tests;

/// <summary>A machine as a recipe finds it: the command by its name on the path, and the sample shipment.</summary>
internal sealed class Workbench : IDisposable
{
    public const string AsOf = "2026-11-24T08:00:00Z";

    /// <summary>What a case holds whatever made it; the journal tells how it came to be.</summary>
    public static readonly string[] Outputs = ["results.jsonl", "summary.json", "defect-log.csv", "to-confirm.csv", "analysis-plan.json", "report.html", "record.json", "case.json"];

    private readonly TempFolder _temp = new();

    /// <param name="before">Lines of the shell that are done before the command starts.</param>
    public Workbench(string before = "")
    {
        Assert.True(File.Exists(Command.Assembly), $"found no {Command.Assembly}, wanted the command built in the tests' configuration");
        var command = Tool("defectvision", $"{before}\nexec dotnet '{Command.Assembly}' \"$@\"");
        Environment = new Dictionary<string, string?>
        {
            ["PATH"] = $"{Path.GetDirectoryName(command)}:{System.Environment.GetEnvironmentVariable("PATH")}",
            ["DOTNET_TieredPGO"] = "0",
        };
    }

    /// <summary>Of this repository: 172 photos in three lots, one of which is rejected.</summary>
    public static string Shipment { get; } = Path.Combine(Command.Repository, "datasets", "sample-shipment");

    public static string Model { get; } = Path.Combine(Command.Repository, "models", "garments.onnx");

    public static string Recipes { get; } = Path.Combine(Command.Repository, "deploy");

    public Dictionary<string, string?> Environment { get; }

    public string Root => _temp.Root;

    public string At(string name) => _temp.At(name);

    /// <summary>Puts a program on the path.</summary>
    /// <param name="name">By which it is called.</param>
    /// <param name="script">Lines of the shell.</param>
    public string Tool(string name, string script)
    {
        var program = _temp.Put($"bin/{name}", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return program;
    }

    public string Put(string name, string text) => _temp.Put(name, text);

    /// <summary>Runs a program with the command on its path.</summary>
    /// <param name="words">Program and arguments.</param>
    /// <param name="more">Variables that only this run has.</param>
    public async Task<Answer> Run(IReadOnlyList<string> words, IReadOnlyDictionary<string, string?>? more = null)
    {
        // env looks on the path of the bench, not on that of the tests.
        var start = new System.Diagnostics.ProcessStartInfo("env", words) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment.Concat(more ?? new Dictionary<string, string?>()))
        {
            start.Environment[name] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        return await Command.End(process);
    }

    public Dictionary<string, byte[]> Written(string folder) => Outputs.ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(At(folder), name)));

    public void Dispose() => _temp.Dispose();
}
