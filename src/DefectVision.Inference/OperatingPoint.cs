using System.Text.Json.Serialization;
using DefectVision.Statistics;

namespace DefectVision.Inference;

/// <summary>What the operating point makes of a score.</summary>
public enum Decision
{
    Pass,
    Flag,

    /// <summary>Nearer to the threshold than scores repeat across machines.</summary>
    TooCloseToCall,
}

/// <summary>A threshold together with the sensitivity and specificity measured at it. A bare threshold is none.</summary>
/// <param name="Threshold">A photo is flagged at this score and above; a multiple of the last digit that decides.</param>
/// <param name="FalseAlarmLevel">The share of good photos (0 to 1) it was set to flag at most.</param>
/// <param name="Sensitivity">Defective photos at or above the threshold, of all defective ones measured.</param>
/// <param name="Specificity">Good photos below it, of all good ones measured.</param>
/// <param name="MeasuredHow">On which photos, in a sentence.</param>
public sealed record OperatingPoint(
    double Threshold,
    double FalseAlarmLevel,
    Tally Sensitivity,
    Tally Specificity,
    string MeasuredHow)
{
    /// <summary>The same counts with the item as the trial; null where nothing told which photos show one item.</summary>
    public ItemCounts? Items { get; init; }

    /// <summary>
    /// There were too few good photos for a threshold: nothing is flagged, and the scores only give an order to look in. <see cref="Threshold"/> is then above every
    /// good score that was measured and decides nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OrdersOnly { get; init; }

    /// <summary>Decimals of a score that decide. ONNX Runtime promises no equal bits on unlike machines; it does keep to these digits.</summary>
    public const int ScoreDigits = 4;

    /// <summary>Half-width of the band round the threshold in which a score decides nothing.</summary>
    public const double Margin = 0.0005;

    /// <summary>A raw score as it is recorded and as it decides.</summary>
    public static double Round(double score) => Math.Round(score, ScoreDigits, MidpointRounding.AwayFromZero);

    /// <param name="score">Already rounded by <see cref="Round"/>.</param>
    public Decision Decide(double score) =>
        Round(Math.Abs(score - Threshold)) < Margin ? Decision.TooCloseToCall
        : score >= Threshold ? Decision.Flag
        : Decision.Pass;
}
