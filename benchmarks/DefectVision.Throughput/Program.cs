using System.CommandLine;
using System.Globalization;
using BenchmarkDotNet.Running;
using DefectVision.Throughput.Children;
using DefectVision.Throughput.Measuring;
using DefectVision.Throughput.Micro;
using DefectVision.Throughput.Photos;

namespace DefectVision.Throughput;

internal static class Program
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "a folder of photos" };
    private static readonly Option<string> ModelFile = new("--model") { Description = "the ONNX model", DefaultValueFactory = _ => FolderRun.ShippedModel };
    private static readonly Option<int> Workers = new("--workers") { Description = "threads that decode and score", DefaultValueFactory = _ => Environment.ProcessorCount };

    private static int Main(string[] arguments)
    {
        if (arguments is ["micro", .. var rest])
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest, InProcess.Config);
            return 0;
        }

        var root = new RootCommand("How fast, and with how much memory.")
        {
            new Command("micro", "BenchmarkDotNet on decoding and scoring; further arguments are BenchmarkDotNet's."),
            FolderVerb(),
            PhotosVerb(),
            MemoryVerb(),
            CompareVerb(),
            CodesVerb(),
            DamageVerb(),
            CopiesVerb(),
        };
        return root.Parse(arguments).Invoke();
    }

    private static Command FolderVerb()
    {
        var format = new Option<string>("--format") { Description = "form of the answer", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var noCodes = new Option<bool>("--no-codes") { Description = "do not look for barcodes and two-dimensional codes" };
        var verb = new Command("folder", "Inspects a folder in this process and measures it.") { Folder, ModelFile, Workers, format, noCodes };
        verb.SetAction((parsed, cancel) =>
        {
            var run = FolderRun.Execute(parsed.GetRequiredValue(Folder), parsed.GetRequiredValue(ModelFile), parsed.GetValue(Workers), !parsed.GetValue(noCodes), cancel);
            Console.WriteLine(parsed.GetValue(format) == "json" ? run.ToJson() : $"{MeasurementTable.Head}\n{MeasurementTable.Row(run)}");
            return Task.CompletedTask;
        });
        return verb;
    }

    private static Command PhotosVerb()
    {
        var target = new Argument<string>("OUT") { Description = "the folder to write to" };
        var count = new Argument<int>("N") { Description = "how many" };
        var megapixels = new Option<double>("--megapixels") { Description = "size of each", DefaultValueFactory = _ => 12 };
        var verb = new Command("photos", "Makes JPEGs, the same ones every time.") { target, count, megapixels };
        verb.SetAction(parsed => PhotoFolder.Make(parsed.GetRequiredValue(target), parsed.GetValue(count), parsed.GetValue(megapixels)));
        return verb;
    }

    private static Command MemoryVerb()
    {
        var few = new Option<int>("--few") { DefaultValueFactory = _ => 200 };
        var many = new Option<int>("--many") { DefaultValueFactory = _ => 2000 };
        var verb = new Command("memory", "Inspects few and many copies of the folder's photos and compares the peaks of memory.") { Folder, ModelFile, Workers, few, many };
        verb.SetAction(parsed =>
        {
            var (less, more) = MemoryRun.Execute(
                parsed.GetRequiredValue(Folder), parsed.GetValue(few), parsed.GetValue(many), parsed.GetRequiredValue(ModelFile), parsed.GetValue(Workers));
            Console.WriteLine($"{MeasurementTable.Head}\n{MeasurementTable.Row(less)}\n{MeasurementTable.Row(more)}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak of memory, many / few: {more.PeakMiB / less.PeakMiB:0.00}"));
        });
        return verb;
    }

    private static Command CompareVerb()
    {
        var other = new Option<string>("--with") { Description = "the other program's .dll; it is given FOLDER --model M --format json", Required = true };
        var rounds = new Option<int>("--rounds") { Description = "how often each", DefaultValueFactory = _ => 5 };
        var verb = new Command("compare", "Runs this program and another in turn and prints the medians.") { Folder, ModelFile, Workers, other, rounds };
        verb.SetAction(parsed =>
        {
            var (folder, model) = (parsed.GetRequiredValue(Folder), parsed.GetRequiredValue(ModelFile));
            Console.WriteLine(MeasurementTable.Head);
            var (ours, theirs) = Comparison.Execute(
                ChildRun.OfFolder(folder, model, parsed.GetValue(Workers)),
                ChildRun.OfAssembly(parsed.GetRequiredValue(other), [folder, "--model", model, "--format", "json"]),
                parsed.GetValue(rounds),
                run => Console.WriteLine(MeasurementTable.Row(run)));
            Console.WriteLine($"medians\n{MeasurementTable.Row(ours)}\n{MeasurementTable.Row(theirs)}");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{theirs.Program} / {ours.Program}: CPU {theirs.CpuMsPerPhoto / ours.CpuMsPerPhoto:0.00}, time {theirs.Seconds / ours.Seconds:0.00}, peak of memory {theirs.PeakMiB / ours.PeakMiB:0.00}"));
        });
        return verb;
    }

    private static Command CodesVerb()
    {
        var rounds = new Option<int>("--rounds") { Description = "how often each", DefaultValueFactory = _ => 5 };
        var verb = new Command("codes", "Inspects the folder with and without looking for codes in turn, and prints the medians.") { Folder, ModelFile, Workers, rounds };
        verb.SetAction(parsed =>
        {
            var (folder, model, workers) = (parsed.GetRequiredValue(Folder), parsed.GetRequiredValue(ModelFile), parsed.GetValue(Workers));
            Console.WriteLine(MeasurementTable.Head);
            var (with, without) = Comparison.Execute(
                ChildRun.OfFolder(folder, model, workers),
                ChildRun.OfFolder(folder, model, workers, searchesForCodes: false),
                parsed.GetValue(rounds),
                run => Console.WriteLine(MeasurementTable.Row(run)));
            Console.WriteLine($"medians, with and without\n{MeasurementTable.Row(with)}\n{MeasurementTable.Row(without)}");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"with / without: CPU {with.CpuMsPerPhoto / without.CpuMsPerPhoto:0.00}, time {with.Seconds / without.Seconds:0.00}, peak of memory {with.PeakMiB / without.PeakMiB:0.00}"));
        });
        return verb;
    }

    private static Command DamageVerb()
    {
        var verb = new Command("damage", "Damages the folder's photos in many ways and counts how many are told from whole ones.") { Folder };
        verb.SetAction(parsed => Damage.Measure(parsed.GetRequiredValue(Folder)));
        return verb;
    }

    private static Command CopiesVerb()
    {
        var verb = new Command("copies", "Alters copies of the folder's photos in many ways and counts how many are found to be the same shot, and how many pairs of the photos are.") { Folder };
        verb.SetAction(parsed => Copies.Measure(parsed.GetRequiredValue(Folder)));
        return verb;
    }
}
