using System.Globalization;
using System.Runtime.InteropServices;
using DefectVision.Throughput.Measuring;
using Microsoft.ML;
using Microsoft.ML.Transforms.Image;

namespace DefectVision.MlNetBaseline;

/// <summary>A folder of photos scored as ML.NET's documentation teaches: load, resize, extract, apply the ONNX model, enumerate.</summary>
internal static partial class Program
{
    private const int Width = 384;
    private const int Height = 288;

    private static int Main(string[] arguments)
    {
        if (arguments.Length == 0 || arguments.Length % 2 == 0)
        {
            Console.Error.WriteLine("usage: FOLDER [--model M.onnx] [--format text|json] [--scores FILE]");
            return 64;
        }

        // ONNX Runtime sends telemetry unless the environment that libc sees forbids it; the product forbids it too.
        _ = SetInLibc("ORT_DISABLE_TELEMETRY", "1", 1);
        var options = arguments.Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var photos = Directory.EnumerateFiles(arguments[0], "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new PhotoRow { Path = Path.GetFullPath(path) })
            .ToList();
        var scores = Score(photos, options.GetValueOrDefault("--model", Path.Combine(AppContext.BaseDirectory, "models", "garments.onnx")));
        var run = Meter.Read("ml.net", photos.Count, scores.Count(row => float.IsFinite(row.Score)));
        Console.WriteLine(options.GetValueOrDefault("--format") == "json" ? run.ToJson() : $"{MeasurementTable.Head}\n{MeasurementTable.Row(run)}");
        if (options.TryGetValue("--scores", out var file))
        {
            File.WriteAllLines(file, scores.Select(row => string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(row.Path)},{row.Score}")));
        }

        return 0;
    }

    private static List<(string Path, float Score)> Score(List<PhotoRow> photos, string model)
    {
        var context = new MLContext(seed: 1);
        var pipeline = context.Transforms.LoadImages("image", imageFolder: string.Empty, nameof(PhotoRow.Path))
            .Append(context.Transforms.ResizeImages("image", Width, Height, "image", ImageResizingEstimator.ResizingKind.Fill))
            .Append(context.Transforms.ExtractPixels("photo", "image", interleavePixelColors: false, offsetImage: 0, scaleImage: 1 / 255f))
            .Append(context.Transforms.ApplyOnnxModel(["score", "logits"], ["photo"], model));
        var data = context.Data.LoadFromEnumerable(photos);
        var scored = pipeline.Fit(data).Transform(data);
        return [.. context.Data.CreateEnumerable<ScoreRow>(scored, reuseRowObject: true).Select(row => (row.Path, row.Score[0]))];
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetInLibc(string name, string value, int overwrite);
}
