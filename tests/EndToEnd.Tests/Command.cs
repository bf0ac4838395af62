using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>What the process answered.</summary>
/// <param name="ExitCode">128 + the signal's number where a signal ended it.</param>
/// <param name="Out">Its stdout.</param>
/// <param name="Error">Its stderr.</param>
internal sealed record Answer(int ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Fails with everything that was said.</summary>
    public Answer Gave(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"found exit code {ExitCode}, wanted {exitCode}\n{Error}\n{Out}");
        return this;
    }
}

/// <summary>The shipped command as a process of its own.</summary>
internal static class Command
{
    /// <summary>A guard against a process that hangs, not a measure of speed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string Repository { get; } = FindRepository();

    // artifacts/bin/EndToEnd.Tests/debug/ beside artifacts/bin/DefectVision.Cli/debug/
    public static string Assembly { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "DefectVision.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, "defectvision.dll"));

    public static Process Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, params string[] before)
    {
        Assert.True(File.Exists(Assembly), $"found no {Assembly}, wanted the command built in the tests' configuration");
        string[] words = [.. before, "dotnet", Assembly, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Commands of a second gain nothing from being profiled.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task<Answer> Run(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, params string[] before)
    {
        using var process = Start(folder, arguments, environment, before);
        return await End(process);
    }

    /// <summary>Waits for the end and gives what was said.</summary>
    public static async Task<Answer> End(Process process)
    {
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("the command hangs");
        }

        return new Answer(process.ExitCode, await output, await error);
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DefectVision.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("found no DefectVision.sln above the tests");
        }

        return folder.FullName;
    }
}
