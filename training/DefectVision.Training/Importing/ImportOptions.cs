using DefectVision.Inference.Foreign;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Importing;

/// <summary>What a person may say of a foreign classifier. What is null is told from the file, or taken as a default, and the card says which.</summary>
/// <param name="Foreign">The ONNX file.</param>
/// <param name="Dataset">Folder of the labelled set that it is measured on.</param>
/// <param name="ModelPath">Where the model goes; its card goes beside it.</param>
public sealed record ImportOptions(string Foreign, string Dataset, string ModelPath)
{
    /// <summary>How the labels of the set lie.</summary>
    public LabelLayout Labels { get; init; } = LabelLayout.Auto;

    /// <summary>In a YOLO set a photo without a text file is good; else it has no label.</summary>
    public bool UnlabelledIsGood { get; init; }

    /// <summary>True: measure although the doctor found an error in the labels.</summary>
    public bool AcceptFindings { get; init; }

    /// <summary>Share of good items to flag at most, see <see cref="OperatingPointChoice.Of"/>; null: 5 %.</summary>
    public double? FalseAlarmLevel { get; init; }

    /// <summary>Photos that an inspector takes of an item, as <see cref="TrainingOptions.Views"/>.</summary>
    public int Views { get; init; } = 1;

    /// <summary>Names of the classes: a name a line, or JSON.</summary>
    public string? LabelsFile { get; init; }

    /// <summary>The labels that are good; empty: those named good, ok, normal or pass.</summary>
    public IReadOnlyList<string> Good { get; init; } = [];

    /// <summary>Width and height in pixels of an input that the file leaves open.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>What white is: 1 or 255.</summary>
    public float? Scale { get; init; }

    /// <summary>Subtracted from the scaled red, green, blue.</summary>
    public IReadOnlyList<float>? Mean { get; init; }

    /// <summary>Divides the scaled red, green, blue.</summary>
    public IReadOnlyList<float>? Deviation { get; init; }

    /// <summary>Blue comes before green before red.</summary>
    public bool? IsBlueFirst { get; init; }

    public PixelLayout? Layout { get; init; }

    /// <summary>The output that holds the classes.</summary>
    public string? Output { get; init; }

    /// <summary>Logits or probabilities.</summary>
    public ClassNumbers? Numbers { get; init; }

    /// <summary>Of a classifier of one number: high means defective.</summary>
    public bool? DefectIsHigh { get; init; }
}
