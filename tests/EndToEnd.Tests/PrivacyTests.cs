using System.Diagnostics;
using System.Net;

namespace EndToEnd.Tests;

/// <summary>Rules: nothing is fetched or sent, nothing is left on the machine but the outputs, and no output names the machine or its user.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string User = "zaphod-beeblebrox";
    private static readonly string[] Arguments = ["inspect", "shipment", "--model", Desk.Model];
    private readonly Desk _desk = new();

    public PrivacyTests()
    {
        _desk.PutLot("a");
        _desk.PutLot("b", stained: true);
    }

    public void Dispose() => _desk.Dispose();

    // ONNX Runtime 1.31 writes a device id below the cache folder and sends telemetry unless it is told not to.
    [Fact]
    public async Task No_file_appears_in_the_home_or_cache_folder()
    {
        var home = Directory.CreateDirectory(_desk.At("home")).FullName;
        var cache = Directory.CreateDirectory(_desk.At("cache")).FullName;
        var environment = new Dictionary<string, string?>
        {
            ["HOME"] = home,
            ["XDG_CACHE_HOME"] = cache,
            ["XDG_CONFIG_HOME"] = null,
            ["XDG_DATA_HOME"] = null,
            ["ORT_DISABLE_TELEMETRY"] = null,
        };
        (await Command.Run(_desk.Root, Arguments, environment)).Gave(1);
        Assert.Empty(Directory.GetFileSystemEntries(home, "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFileSystemEntries(cache, "*", SearchOption.AllDirectories));
    }

    [SkippableFact]
    public async Task An_inspection_needs_no_network()
    {
        string[]? cutOff = await Succeeds("unshare", "-n", "true") ? ["unshare", "-n"]
            : await Succeeds("unshare", "-r", "-n", "true") ? ["unshare", "-r", "-n"]
            : null;
        Skip.If(cutOff is null, "needs unshare -n to take the network away, which this machine does not permit");
        (await Command.Run(_desk.Root, Arguments, null, cutOff!)).Gave(1);
    }

    [Fact]
    public async Task No_output_holds_an_absolute_path_a_host_or_a_user()
    {
        var environment = new Dictionary<string, string?> { ["USER"] = User, ["LOGNAME"] = User, ["USERNAME"] = User, ["HOME"] = _desk.At(User) };
        (await Command.Run(_desk.Root, [.. Arguments, "--out", _desk.At("out")], environment)).Gave(1);
        var host = Dns.GetHostName();
        var files = Directory.GetFiles(_desk.At("out"), "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "local.json").ToArray();
        // A machine without a font writes no PDF.
        string[] printed = File.Exists(_desk.At("out/report.pdf")) ? ["report.pdf"] : [];
        Assert.Equal(
            [.. Desk.Outputs.Append("journal.jsonl").Append("local.json").Concat(printed).Order(StringComparer.Ordinal)],
            Directory.GetFiles(_desk.At("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(["inputs", "pictures"], Directory.GetDirectories(_desk.At("out")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));
        Assert.All(files, file =>
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(_desk.Root, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
            Assert.DoesNotContain(Command.Repository, text, StringComparison.Ordinal);
            Assert.DoesNotContain(User, text, StringComparison.Ordinal);

            // A host called "a" or "main" would be found in any text.
            Assert.True(host.Length < 6 || !text.Contains(host, StringComparison.OrdinalIgnoreCase), $"{Path.GetFileName(file)} names the host");
        });
    }

    [Fact]
    public async Task The_photos_are_left_as_they_were()
    {
        var before = Snapshot();
        (await _desk.Inspect()).Gave(1);
        Assert.Equal(before, Snapshot());

        List<string> Snapshot() =>
        [
            .. Directory.GetFiles(_desk.At("shipment"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"),
        ];
    }

    private static async Task<bool> Succeeds(params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true });
            await process!.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
