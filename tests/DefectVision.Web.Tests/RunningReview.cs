using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DefectVision.Web.Tests;

/// <summary><c>defectvision review</c> as a process of its own, from its printed address to its end.</summary>
internal sealed partial class RunningReview : IAsyncDisposable
{
    /// <summary>A guard against a process that hangs, not a measure of speed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private RunningReview(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>As printed; it opens one browser.</summary>
    public string Address { get; }

    public int Port => new Uri(Address).Port;

    public static async Task<RunningReview> Start(string folder, params string[] arguments)
    {
        // A shell that runs tests in the background hands an ignored SIGINT down; a person's terminal does not.
        string[] before = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];
        var process = Command.Start(folder, ["review", .. arguments, "--no-browser"], null, before);
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Printed().Match(line) is { Success: true } found)
            {
                return new RunningReview(process, found.Groups[1].Value);
            }
        }

        var error = await process.StandardError.ReadToEndAsync(patience.Token);
        process.Dispose();
        throw new InvalidOperationException($"found no address, wanted one; it said: {error}");
    }

    /// <summary>A browser that has opened the printed address.</summary>
    public async Task<Visitor> Visit(string reader)
    {
        var visitor = new Visitor(Port);
        Assert.True((await visitor.Get(new Uri(Address).PathAndQuery)).IsSuccessStatusCode);
        await visitor.PostJson("/api/reader", new { name = reader });
        return visitor;
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end as Ctrl-C does.</summary>
    public async Task<Answer> Interrupt()
    {
        using var sent = Process.Start("kill", ["-INT", FormattableString.Invariant($"{_process.Id}")]);
        await sent.WaitForExitAsync();
        return await End();
    }

    /// <summary>Waits for its end, and gives what it said after the address.</summary>
    public Task<Answer> End() => Command.End(_process);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"^review: (http://127\.0\.0\.1:\d+/open\?token=[0-9a-f]{64})$")]
    private static partial Regex Printed();
}
