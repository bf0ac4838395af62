using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DefectVision.Backbone.Crops;
using DefectVision.Backbone.Distilling;
using DefectVision.Backbone.Exporting;
using DefectVision.Backbone.Native;
using DefectVision.Backbone.Photos;
using DefectVision.Backbone.Students;
using DefectVision.Backbone.Teachers;
using TorchSharp;

namespace DefectVision.Backbone;

internal static class Program
{
    private const ulong FirstSeed = 1;
    private const int HeldOutLessons = 16;

    private static readonly Option<string> TeachersFolder = new("--teachers") { Description = "folder of ONNX feature networks to imitate", Required = true };
    private static readonly Option<string> PhotosFolder = new("--photos") { Description = "folder of photos to look at", Required = true };
    private static readonly Option<string> Work = new("--work") { Description = "folder for the checkpoint", Required = true };
    private static readonly Option<string> Output = new("--out") { Description = "the backbone's file; its card is written beside it", DefaultValueFactory = _ => "models/backbone.onnx" };
    private static readonly Option<long> Crops = new("--crops") { Description = "crops to learn from", DefaultValueFactory = _ => 250_000 };
    private static readonly Option<string?> Earlier = new("--from") { Description = "a backbone of an earlier run, whose weights the student begins with" };
    private static readonly Option<string> CutFile = new("--out") { Description = "the network's file", DefaultValueFactory = _ => "resnet18.onnx" };
    private static readonly Option<bool> ExportOnly = new("--export") { Description = "write the file from the checkpoint as it stands, without training" };

    private static int Main(string[] arguments)
    {
        var root = new RootCommand("Distils the backbone: a small network learns to see what larger ones see.") { TeachersFolder, PhotosFolder, Work, Output, Crops, Earlier, ExportOnly };
        root.SetAction(Run);
        var cut = new Command("resnet18", "Cuts the ResNet-18 of ML.NET's package to a feature network: a teacher, or a --backbone of train.") { CutFile };
        cut.SetAction(Cut);
        root.Subcommands.Add(cut);
        return root.Parse(arguments).Invoke();
    }

    private static int Cut(ParseResult parsed)
    {
        var whole = File.ReadAllBytes(ResNet18.PackagedFile);
        var file = ResNet18.Cut(whole);
        var difference = ResNet18.Verify(whole, file);
        var path = parsed.GetRequiredValue(CutFile);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, file);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {file.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(file))}, largest difference from the whole network {difference:0.0e+0} of the largest value"));
        return 0;
    }

    private static int Run(ParseResult parsed)
    {
        NativeLibraries.Prepare();
        torch.set_num_threads(1);
        torch.manual_seed((long)FirstSeed);
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        var log = Console.Error;
        var settings = new Settings(parsed.GetValue(Crops), FirstSeed);
        var shelf = PhotoShelf.Load(parsed.GetRequiredValue(PhotosFolder));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{shelf.Training.Count} photos to learn from, {shelf.HeldOut.Count} held out"));
        var teachers = Directory.EnumerateFiles(parsed.GetRequiredValue(TeachersFolder), "*.onnx").Order(StringComparer.Ordinal).Select(Teacher.Load).ToList();
        using var crops = new CropMaker(shelf.Training, settings.Seed);
        var classroom = new Classroom(crops, teachers);
        classroom.MeasureScales();
        var student = new Student(classroom.Maps);
        var optimiser = new AdamW(student.parameters());
        var earlier = parsed.GetValue(Earlier) is { } from ? File.ReadAllBytes(from) : null;
        var earlierSha256 = earlier is null ? null : Convert.ToHexStringLower(SHA256.HashData(earlier));
        if (earlier is not null)
        {
            // Behind the lessons that are learned and those that the channels were measured on.
            EarlierStudent.TakeOver(earlier, parsed.GetValue(Earlier)!, student, torch.tensor(classroom.Teach((long.MaxValue / Settings.Batch) - 1 - Settings.ScaleBatches).Crops).view(Settings.Batch, 3, CropMaker.Side, CropMaker.Side));
        }

        Directory.CreateDirectory(parsed.GetRequiredValue(Work));
        var checkpoint = Path.Combine(parsed.GetRequiredValue(Work), "checkpoint.bin");
        var about = string.Create(CultureInfo.InvariantCulture, $"{settings}, from {earlierSha256 ?? "nothing"}, photos {shelf.Digest}, teachers {string.Join(' ', teachers.Select(teacher => teacher.Sha256))}");
        if (parsed.GetValue(ExportOnly))
        {
            _ = Checkpoint.Load(checkpoint, about, student, optimiser);
        }
        else
        {
            try
            {
                new Distillation(settings, classroom, student, optimiser, log).Run(checkpoint, about, stop.Token);
            }
            catch (OperationCanceledException)
            {
                log.WriteLine("interrupted: run the same command again to go on");
                return 130;
            }
        }

        var errors = HeldOut(shelf, teachers, classroom, student, settings);
        Write(parsed.GetRequiredValue(Output), student, settings, earlierSha256, shelf, teachers, classroom, errors, log);
        return 0;
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    // Crops of photos that were never learned from, scaled as in training.
    private static double[] HeldOut(PhotoShelf shelf, IReadOnlyList<Teacher> teachers, Classroom scales, Student student, Settings settings)
    {
        student.eval();
        using var quiet = torch.no_grad();
        using var crops = new CropMaker(shelf.HeldOut, settings.Seed);
        var room = new Classroom(crops, teachers, scales);
        var sums = new double[room.Maps.Count];
        for (var lesson = 0; lesson < HeldOutLessons; lesson++)
        {
            using var scope = torch.NewDisposeScope();
            var errors = Distillation.Errors(student, room, room.Teach(lesson));
            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += errors[at].item<float>() / HeldOutLessons;
            }
        }

        return sums;
    }

    private static void Write(string path, Student student, Settings settings, string? earlier, PhotoShelf shelf, IReadOnlyList<Teacher> teachers, Classroom classroom, double[] errors, TextWriter log)
    {
        var about = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["defectvision.backbone"] = "dv-backbone/1",
            ["input"] = "RGB 0..1, any height and width of 16 and above",
            ["crops"] = settings.Crops.ToString(CultureInfo.InvariantCulture),
            ["seed"] = settings.Seed.ToString(CultureInfo.InvariantCulture),
            ["from"] = earlier ?? "nothing",
            ["photos_sha256"] = shelf.Digest,
            ["teachers"] = string.Join("; ", teachers.Select(teacher => $"{teacher.Name} {teacher.Sha256} ({teacher.Source}, {teacher.Licence})")),
        };
        var file = BackboneWriter.Write(student, about);
        var difference = BackboneWriter.Verify(file, student);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, file);
        File.WriteAllText(Path.ChangeExtension(path, ".md"), BackboneCard.Of(Convert.ToHexStringLower(SHA256.HashData(file)), file.Length, settings, earlier, shelf, teachers, classroom, errors, difference));
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {file.Length} bytes, held-out error {errors.Average():0.0000}, largest difference from the student {difference:0.0e+0}"));
    }
}
