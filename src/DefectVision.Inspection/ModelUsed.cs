using System.Text.Json.Serialization;
using DefectVision.Statistics;
using DefectVision.Statistics.Correction;

namespace DefectVision.Inspection;

/// <summary>The model as a reader of the report must know it.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Sha256">Of the model file, lower-case hex.</param>
/// <param name="LearnedFrom">Name of the labelled set, in words.</param>
/// <param name="LabelledPhotos">Photos per class it has learned, "good" included.</param>
/// <param name="DefectClasses">The classes it can name.</param>
/// <param name="Recipe">The version of the input's definition and its size, in words.</param>
/// <param name="Threshold">A photo is flagged at this score and above.</param>
/// <param name="ScoreDigits">Decimals to which a score is rounded before it decides.</param>
/// <param name="Margin">A score nearer to the threshold than this is too close to call.</param>
/// <param name="FalseAlarmLevel">Share of good photos, or items where <see cref="IsLevelOfItems"/>, that the operating point was set to flag at most, 0 to 1.</param>
/// <param name="Sensitivity">Defective photos flagged, of those measured.</param>
/// <param name="Specificity">Good photos not flagged, of those measured.</param>
/// <param name="MeasuredHow">How the two counts were obtained.</param>
/// <param name="Calibration">How scores become probabilities, or why they do not.</param>
/// <param name="SelfTest">What the check at load compared and found.</param>
/// <param name="ExecutionProvider">What really ran it.</param>
/// <param name="Limits">What it was not made for, in sentences.</param>
public sealed record ModelUsed(
    string Name,
    string Sha256,
    string LearnedFrom,
    IReadOnlyDictionary<string, int> LabelledPhotos,
    IReadOnlyList<string> DefectClasses,
    string Recipe,
    double Threshold,
    int ScoreDigits,
    double Margin,
    double FalseAlarmLevel,
    Tally Sensitivity,
    Tally Specificity,
    string MeasuredHow,
    string Calibration,
    string SelfTest,
    string ExecutionProvider,
    IReadOnlyList<string> Limits)
{
    /// <summary>
    /// The share of defective items that flags show at least, after the model's false alarms are allowed for (statistics.md 2.2). It holds if the photos that the model
    /// was measured on are like these.
    /// </summary>
    /// <param name="flagged">Items flagged, of the items inspected.</param>
    /// <param name="looks">Photos of an item at most. Where false alarms were counted by item, on items of as many photos, these counts decide; otherwise each photo is one chance of one.</param>
    /// <param name="confidence">Of the one-sided bound.</param>
    /// <returns>Null where too few good photos or items were measured.</returns>
    public RateInterval? AtLeastDefective(Tally flagged, int looks, ConfidenceLevel confidence) =>
        (ItemSpecificity is { } items && looks <= ItemPhotos
            ? SpecificityOnly.LowerBoundOf(flagged, items, 1, confidence)
            : SpecificityOnly.LowerBoundOf(flagged, Specificity, looks, confidence)) is { Status: BoundStatus.Ok } bound ? bound : null;

    /// <summary>It gives an order to look in and flags nothing: it learned from too few good photos for a threshold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OrdersOnly { get; init; }

    /// <summary>Of goods that it knows the middle photo of a lot has at most this share of strange places, 0 to 1; null for a model that does not say.</summary>
    public double? MostStrange { get; init; }

    /// <summary>It tells goods that it does not know from its own. The flags of a model that does not may be those of any goods: alone they reject nothing.</summary>
    [JsonIgnore]
    public bool TellsGoods => MostStrange is not null;

    /// <summary>Which scores a person should look at, in words; null for a model that does not say.</summary>
    public string? ReviewBand { get; init; }

    /// <summary>The false-alarm level counts items, each by the highest score of its photos; else photos.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLevelOfItems { get; init; }

    /// <summary>Good items not flagged, of those measured; null where only photos were counted.</summary>
    public Tally? ItemSpecificity { get; init; }

    /// <summary>Photos that each of those good items had at least; null when not known.</summary>
    public int? ItemPhotos { get; init; }
}
