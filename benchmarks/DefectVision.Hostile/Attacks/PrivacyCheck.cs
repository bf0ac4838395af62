using System.Text.RegularExpressions;
using DefectVision.Hostile.Running;

namespace DefectVision.Hostile.Attacks;

/// <summary>The whole job in a network namespace without interfaces and under a trace of system calls: no attempt to reach anybody, no file written outside the case and the temporary folder, nothing left behind.</summary>
internal static partial class PrivacyCheck
{
    // Of every process: what it writes to is itself, or nothing.
    private static readonly string[] Harmless = ["/dev/null", "/dev/tty", "/proc/self/", "/dev/shm/.NET"];

    /// <param name="photos">Of the shipment.</param>
    /// <returns>Whether all of it held; true where it cannot be watched.</returns>
    public static bool Run(int photos)
    {
        var result = new ResultFile("Private", "inspect, report, claim, packet export, verify, history and train, each in a network namespace without interfaces (unshare -n) and under strace -f -e trace=network,file.");
        if (!NormalUser.IsAdministrator || !Shell.Has("unshare") || !Shell.Has("strace"))
        {
            result.Say("Not run: it needs the administrator, unshare and strace.");
            return true;
        }

        using var place = new Workplace(photos);
        var before = Snapshot.Of(place.Around);
        var faults = new List<string>();
        result.Say("| command | exit code | calls traced | of them on the network | sockets within the machine | files opened to write or changed | outside |");
        result.Say("|---|---|---|---|---|---|---|");
        foreach (var (name, arguments) in Jobs(place))
        {
            var trace = Path.Combine(place.Root, $"{name}.trace");
            var child = new Child(arguments) { Temporary = place.Temporary, By = ["unshare", "-n", "strace", "-f", "-q", "-s", "4096", "-o", trace, "-e", "trace=network,file"], Longest = TimeSpan.FromMinutes(9) };
            var end = child.Run();
            var lines = File.ReadAllLines(trace);
            File.Delete(trace);
            var network = lines.Where(line => Reaching().IsMatch(line)).ToList();
            var written = lines.SelectMany(Written).Distinct(StringComparer.Ordinal).ToList();
            var outside = written.Where(path => !path.StartsWith(place.Out + "/", StringComparison.Ordinal) && path != place.Out && !path.StartsWith(place.Temporary + "/", StringComparison.Ordinal) && !Harmless.Any(harmless => path.StartsWith(harmless, StringComparison.Ordinal))).ToList();
            result.Say($"| {name} | {end.Code} | {lines.Length} | {network.Count} | {lines.Count(line => Local().IsMatch(line))} | {written.Count} | {outside.Count} |");
            faults.AddRange(network.Select(line => $"{name}: {line}"));
            faults.AddRange(outside.Select(path => $"{name}: written outside: {path}"));
            if (end.IsHung || !end.IsNamed || end.Code > 64)
            {
                faults.Add(FormattableString.Invariant($"{name}: exit code {end.Code}, {end.LastWord}"));
            }

            faults.AddRange(Directory.EnumerateFileSystemEntries(place.Temporary, "*", SearchOption.AllDirectories).Select(path => $"{name}: left behind {path}"));
        }

        faults.AddRange(Snapshot.Changes(before, Snapshot.Of(place.Around)).Select(line => $"changed: {line}"));
        result.SayFaults(faults);
        result.Write("private");
        return faults.Count == 0;
    }

    private static IEnumerable<(string Name, string[] Arguments)> Jobs(Workplace place)
    {
        var (shipmentCase, history) = (Path.Combine(place.Out, "case"), Path.Combine(place.Out, "history.db"));
        yield return ("inspect", ["inspect", place.Shipment, "--model", Place.Model, "--out", shipmentCase, "--history", history, "--quiet"]);
        yield return ("report", ["report", shipmentCase, "--language", "en+zh", "--quiet"]);
        yield return ("claim", ["claim", shipmentCase, "--quiet"]);
        yield return ("packet export", ["packet", "export", Path.Combine(shipmentCase, "packet"), "--out", Path.Combine(place.Out, "packet.zip"), "--quiet"]);
        yield return ("verify", ["verify", Path.Combine(shipmentCase, "packet"), "--quiet"]);
        yield return ("history dashboard", ["history", "dashboard", Path.Combine(place.Out, "dashboard"), "--history", history, "--quiet"]);
        yield return ("train", ["train", Place.Garments, "--out", Path.Combine(place.Out, "made.onnx"), "--quiet"]);
    }

    // Sockets of any kind that leads off the machine; asking names is one, too.
    [GeneratedRegex(@"\b(AF_INET|AF_INET6|AF_NETLINK|AF_PACKET)\b|/etc/resolv\.conf|/etc/hosts")]
    private static partial Regex Reaching();

    [GeneratedRegex(@"\bsocket\(AF_UNIX|\bAF_UNIX, sun_path")]
    private static partial Regex Local();

    [GeneratedRegex(@"\b(open|openat|creat|mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|rmdir|link|linkat|symlink|symlinkat|chmod|fchmodat|chown|lchown|fchownat|truncate|utimensat|mknod|mknodat)\((.*)\) += (-?\d+)")]
    private static partial Regex Call();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Quoted();

    // Paths that a call changes, where it succeeded.
    private static IEnumerable<string> Written(string line)
    {
        var call = Call().Match(line);
        if (!call.Success || call.Groups[3].Value.StartsWith('-'))
        {
            return [];
        }

        var (name, arguments) = (call.Groups[1].Value, call.Groups[2].Value);
        return name is "open" or "openat" && !arguments.Contains("O_WRONLY", StringComparison.Ordinal) && !arguments.Contains("O_RDWR", StringComparison.Ordinal) && !arguments.Contains("O_CREAT", StringComparison.Ordinal)
            ? []
            : Quoted().Matches(arguments).Select(path => path.Groups[1].Value).Where(path => path.StartsWith('/'));
    }
}
