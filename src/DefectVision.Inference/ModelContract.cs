using System.Text.Json.Serialization;
using DefectVision.Imaging;

namespace DefectVision.Inference;

/// <summary>What the model was made from.</summary>
/// <param name="Dataset">The labelled set's name.</param>
/// <param name="DatasetSha256">Over the sorted list of label, file name and file hash.</param>
/// <param name="Photos">Labelled photos per class, "good" among them.</param>
/// <param name="Backbone">Name and version of what turned photos into numbers.</param>
/// <param name="BackboneSha256">Of the backbone's ONNX bytes.</param>
/// <param name="Seed">Of every draw in the training.</param>
public sealed record TrainingFacts(
    string Dataset,
    string DatasetSha256,
    IReadOnlyDictionary<string, int> Photos,
    string Backbone,
    string BackboneSha256,
    ulong Seed)
{
    /// <summary>SHA-256 of the model whose labels these were added to; null when it began anew.</summary>
    public string? From { get; init; }

    /// <summary>
    /// It was made by somebody else: what it learned from is not known, <see cref="Dataset"/> is the set that its operating point was chosen on,
    /// and <see cref="Backbone"/> names the file that it was made from.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsForeign { get; init; }

    /// <summary>
    /// The photos that it learned from and that its operating point was set on, of a foreign model the latter alone; null in models that did
    /// not record them, and in those made from more than <see cref="PhotoDigests.Most"/>, which say so among their limits.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PhotoDigests? Digests { get; init; }
}

/// <summary>An input made by formula and the outputs it must give, checked at every load.</summary>
/// <param name="Pattern">Which input: see <see cref="GoldenPattern"/>.</param>
/// <param name="Score">The score it must give.</param>
/// <param name="Logits">The class logits it must give.</param>
public sealed record GoldenVector(int Pattern, double Score, IReadOnlyList<double> Logits);

/// <summary>Everything that a model's user must know, carried in the metadata of the ONNX file itself.</summary>
/// <param name="Schema">Must be <see cref="CurrentSchema"/>.</param>
/// <param name="Name">The model's own name.</param>
/// <param name="Input">The definition of its input.</param>
/// <param name="DefectClasses">In the order of the logits; "good" is none of them.</param>
/// <param name="Calibration">Null when there were too few photos for one.</param>
/// <param name="OperatingPoint">Threshold and what was measured at it.</param>
/// <param name="Training">What it was made from.</param>
/// <param name="GoldenVectors">The self-test.</param>
/// <param name="Limits">What it was not made for, in sentences.</param>
public sealed record ModelContract(
    string Schema,
    string Name,
    InputRecipe Input,
    IReadOnlyList<string> DefectClasses,
    Calibration? Calibration,
    OperatingPoint OperatingPoint,
    TrainingFacts Training,
    IReadOnlyList<GoldenVector> GoldenVectors,
    IReadOnlyList<string> Limits)
{
    /// <summary>What the photos were like; null in models that did not record it.</summary>
    public TrainedRange? Trained { get; init; }

    /// <summary>Which scores a person should look at; null for a model that does not say.</summary>
    public ReviewBand? Review { get; init; }

    /// <summary>How its anomaly scores are read; null for a model that gives none.</summary>
    public AnomalyScale? Anomaly { get; init; }

    /// <summary>Which goods it knows; null for a model that does not say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Familiarity? Familiar { get; init; }

    public const string CurrentSchema = "defectvision/model/1";

    /// <summary>Key of the contract in the file's metadata.</summary>
    public const string MetadataKey = "defectvision.contract";

    /// <summary>The graph's input: N x 3 x height x width, 0..1.</summary>
    public const string PhotoInput = "photo";

    /// <summary>The graph's output N x 1: higher is more suspect.</summary>
    public const string ScoreOutput = "score";

    /// <summary>The graph's output N x 1 x rows x columns: distance of each place from the good ones, not clamped. Models of the first version have none.</summary>
    public const string HeatMapOutput = "heat_map";

    /// <summary>The graph's output N x 1, where the contract has an anomaly scale: the mean of the heat map's highest hundredth.</summary>
    public const string AnomalyScoreOutput = "anomaly_score";

    /// <summary>The graph's output N x 1, where the contract says which goods the model knows: the share of places (0 to 1) beyond <see cref="Familiarity.Within"/>.</summary>
    public const string StrangenessOutput = "strangeness";

    /// <summary>What a photo is called that shows a defect like none of the classes.</summary>
    public const string UnknownClass = "unknown";

    /// <summary>The graph's output N x classes: which defect fits best.</summary>
    public const string LogitsOutput = "logits";

    /// <summary>What its probabilities rest on, in words; null when it has no calibration.</summary>
    [JsonIgnore]
    public string? CalibratedHow => Calibration is null ? null
        : Training.IsForeign ? FormattableString.Invariant($"Platt, on the {Calibration.GoodPhotos} good and {Calibration.DefectivePhotos} defective photos that the threshold was set on")
        : Calibration.ToString();
}
