using System.CommandLine;
using System.Runtime.Versioning;
using DefectVision.Hostile.Attacks;

[assembly: SupportedOSPlatform("linux")]

namespace DefectVision.Hostile;

internal static class Program
{
    private static readonly Option<ulong> Seed = new("--seed") { Description = "of what is random", DefaultValueFactory = _ => 1 };

    private static int Main(string[] arguments)
    {
        var root = new RootCommand("The built command (dotnet build -c Release src/DefectVision.Cli) under attack. Each attack writes what it measured to benchmarks/results.")
        {
            Folder(), Kills(), Disks(), Limits(), Twice(), Private(), Shards(),
        };
        return root.Parse(arguments).Invoke();
    }

    private static Command Folder()
    {
        var files = new Option<int>("--files") { Description = "how many", DefaultValueFactory = _ => 10_000 };
        return Attack("folder", "Inspects a folder of every kind of trouble.", parsed => FolderAttack.Run(parsed.GetValue(files), parsed.GetValue(Seed)), files, Seed);
    }

    private static Command Shards()
    {
        var (photos, parts) = (Count("--photos", 100_000), Count("--parts", 8));
        var both = new Option<bool>("--one-run") { Description = "inspect it in one run, too, and compare" };
        return Attack("shards", "Inspects very many photos in parts, and merges them.", parsed => ShardsRun.Run(parsed.GetValue(photos), parsed.GetValue(parts), parsed.GetValue(both)), photos, parts, both);
    }

    private static Command Kills()
    {
        var (kills, photos) = (Count("--kills", 200), Count("--photos", 300));
        return Attack("kills", "Kills inspections at random moments, and goes on with them.", parsed => KillAttack.Run(parsed.GetValue(kills), parsed.GetValue(photos), parsed.GetValue(Seed)), kills, photos, Seed);
    }

    private static Command Disks()
    {
        var (sizes, photos) = (Count("--sizes", 40), Count("--photos", 174));
        return Attack("disks", "Inspects to disks that run full, and goes on with more room.", parsed => DiskAttack.Run(parsed.GetValue(sizes), parsed.GetValue(photos)), sizes, photos);
    }

    private static Command Limits()
    {
        var photos = Count("--photos", 174);
        return Attack("limits", "Inspects with few open files, little memory, outputs that cannot be written, and a clock that goes back.", parsed => LimitAttack.Run(parsed.GetValue(photos)), photos);
    }

    private static Command Twice()
    {
        var (rounds, photos) = (Count("--rounds", 20), Count("--photos", 174));
        return Attack("twice", "Runs the same inspection twice at once.", parsed => TwiceAttack.Run(parsed.GetValue(rounds), parsed.GetValue(photos), parsed.GetValue(Seed)), rounds, photos, Seed);
    }

    private static Command Private()
    {
        var photos = Count("--photos", 174);
        return Attack("private", "Does the whole job without a network and under a trace.", parsed => PrivacyCheck.Run(parsed.GetValue(photos)), photos);
    }

    private static Option<int> Count(string name, int usual) => new(name) { Description = "how many", DefaultValueFactory = _ => usual };

    private static Command Attack(string name, string description, Func<ParseResult, bool> run, params Option[] options)
    {
        var verb = new Command(name, description);
        foreach (var option in options)
        {
            verb.Add(option);
        }

        verb.SetAction(parsed => run(parsed) ? 0 : 1);
        return verb;
    }
}
