namespace Architecture.Tests;

/// <summary>A room of the house.</summary>
/// <param name="Name">Without the root namespace.</param>
/// <param name="MaySee">Rooms on lower floors that it may reference.</param>
/// <param name="Doors">Foreign packages that it may reference.</param>
/// <param name="NeverSays">Words that no identifier of it holds.</param>
internal sealed record Room(string Name, string[] MaySee, string[] Doors, string[] NeverSays);

/// <summary>The one law, as src/README.md and the design state it: a room sees only what is below it, through its own doors, in its own words.</summary>
internal static class Law
{
    public const string Root = "DefectVision";

    /// <summary>Names that say that nobody decided.</summary>
    public static readonly string[] ForbiddenNames = ["Core", "Common", "Shared", "Utils", "Helpers", "Services", "Managers"];

    /// <summary>All that may be seen at the root of the repository, beside files whose name begins with a dot.</summary>
    public static readonly string[] AtRoot =
    [
        "src", "models", "training", "datasets", "tests", "benchmarks", "deploy", "DefectVision.sln", "README.md", "LICENSE",
        "Directory.Build.props", "Directory.Packages.props", "global.json",
    ];

    /// <summary>What git ignores there.</summary>
    public static readonly string[] IgnoredAtRoot = ["artifacts", "inspections", "BenchmarkDotNet.Artifacts"];

    private static readonly string[] Skia = ["SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"];

    public static readonly Room[] Rooms =
    [
        new("Statistics", [], ["MathNet.Numerics"], ["photo", "model", "supplier", "refund"]),
        new("Imaging", [], [.. Skia, "Magick.NET-Q8-x64", "ZXing.Net"], ["lot", "defect", "aql", "onnx"]),
        new("Inspection", ["Statistics"], ["YamlDotNet"], ["pixel", "tensor", "onnx", "html"]),
        new("Inference", ["Statistics", "Imaging"], ["Microsoft.ML.OnnxRuntime", "Google.Protobuf", "Grpc.Tools", "System.Numerics.Tensors"], ["lot", "severity", "supplier"]),
        new("Pipeline", ["Statistics", "Imaging", "Inspection", "Inference"], ["CsvHelper", "ExcelDataReader"], ["html", "sql", "refund"]),
        new("Evidence", ["Statistics", "Inspection", "Imaging"], [.. Skia, "System.Security.Cryptography.Pkcs"], ["onnx", "sql"]),
        new("Claims", ["Statistics", "Inspection"], ["DocumentFormat.OpenXml"], ["pixel", "onnx"]),
        new("History", ["Statistics", "Inspection"], ["Microsoft.Data.Sqlite"], ["onnx", "html"]),
        new("Cases", ["Statistics", "Imaging", "Inspection", "Inference", "Pipeline", "Evidence", "Claims", "History"], [], ["console", "http", "html", "sql"]),
        new("Dashboard", ["Statistics", "Inspection", "Evidence", "Claims", "History"], [], ["onnx", "sql", "pixel"]),
        new("Web", ["Statistics", "Imaging", "Inspection", "Evidence", "Cases"], [], ["onnx", "sql", "tensor"]),
        new("Automation", [], ["Microsoft.AspNetCore.OpenApi", "StandardWebhooks"], ["onnx", "sql", "pixel"]),
        new("Cli", ["Statistics", "Imaging", "Inspection", "Inference", "Pipeline", "Evidence", "Claims", "History", "Cases", "Dashboard", "Automation", "Web", "Training"], ["System.CommandLine", "Spectre.Console"], []),
    ];

    /// <summary>Rooms outside src: they may see src and no more.</summary>
    public static readonly Room[] TrainingRooms =
    [
        new("Training", ["Statistics", "Imaging", "Inspection", "Inference", "Pipeline"], ["Microsoft.ML", "Microsoft.ML.LightGbm", "LightGBM", "System.Numerics.Tensors"], []),
        new("Garments", ["Statistics", "Imaging", "Inspection", "Pipeline"], [], []),
        new("Backbone", ["Statistics", "Imaging", "Inference"], ["Microsoft.ML.OnnxRuntime", "TorchSharp", "libtorch-cpu-linux-x64", "SharpZipLib", "Microsoft.ML.DnnImageFeaturizer.ResNet18", "System.CommandLine"], []),
    ];

    /// <summary>Names that a foreign library gave, which a room can only repeat.</summary>
    public static readonly string[] ForeignNames = ["LogSeverityLevel"];

    /// <summary>Files in which a class stands beside its records, from before this was tested. The list may only grow shorter.</summary>
    public static readonly string[] FilesWithCompany =
    [
        "DefectVision.Cli/Session.cs",
        "DefectVision.Evidence/Charts/ClassChart.cs",
        "DefectVision.Evidence/StagedFiles.cs",
        "DefectVision.Evidence/Terms.cs",
        "DefectVision.Inference/Model.cs",
        "DefectVision.Pipeline/InspectionRun.cs",
        "DefectVision.Pipeline/Scoring/ReadStage.cs",
        "DefectVision.Statistics/Calibration/ReliabilityTable.cs",
        "DefectVision.Statistics/Guarantee.cs",
        "DefectVision.Training/Embeddings.cs",
        "DefectVision.Training/Trainer.cs",
    ];

    /// <summary>One door opens into one folder only: the namespace of a foreign library, and the folder of a room that may name it.</summary>
    public static readonly (string Library, string Room, string Folder)[] FoldersOfDoors =
    [
        ("YamlDotNet", "Inspection", "Agreements"),
        ("ZXing", "Imaging", "Codes"),
        ("CsvHelper", "Pipeline", "Intake"),
        ("ExcelDataReader", "Pipeline", "Intake"),
        ("DocumentFormat.OpenXml", "Claims", "Letters"),
        ("Microsoft.Data.Sqlite", "History", "Storing"),
        ("System.Security.Cryptography.Pkcs", "Evidence", "Packets"),
        ("System.Threading.Channels", "Pipeline", "Scoring"),
        ("StandardWebhooks", "Automation", "Telling"),
        ("Microsoft.ML.Trainers", "Training", "Heads"),
    ];
}
