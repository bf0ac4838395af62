using System.Globalization;
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
/// <param name="FalseAlarmLevel">The share (0 to 1) of good items, where <see cref="IsLevelOfItems"/>, else of good photos, that it was set to flag at most.</param>
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

    /// <summary>The level is a share of good items, each scored by the highest of its photos; else of good photos.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsLevelOfItems { get; init; }

    /// <summary>Photos of an item (2 or more) that the level of photos was made stricter for; null: one, or the level is of items.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Views { get; init; }

    /// <summary>The share of good items (0 to 1) flagged at most: where only photos were counted, of items of <see cref="Views"/> photos whose false alarms do not depend on each other.</summary>
    [JsonIgnore]
    public double ItemLevel => Views is { } views ? 1 - Math.Pow(1 - FalseAlarmLevel, views) : FalseAlarmLevel;

    /// <summary>The false-alarm level in words: "at most 5.0 % of good items".</summary>
    [JsonIgnore]
    public string LevelInWords => OrdersOnly ? "none: nothing is flagged"
        : IsLevelOfItems ? $"at most {Percent(FalseAlarmLevel)} of good items"
        : Views is { } views ? string.Create(CultureInfo.InvariantCulture, $"at most {Percent(FalseAlarmLevel)} of good photos, so {Percent(ItemLevel)} of good items of {views} photos")
        : $"at most {Percent(FalseAlarmLevel)} of good photos";

    /// <summary>What a person will have to look at of good goods, in words: an estimate from the level.</summary>
    [JsonIgnore]
    public string Workload
    {
        get
        {
            if (OrdersOnly)
            {
                return "nothing is flagged; the scores give an order to look in";
            }

            var (flagged, of) = ItemLevel switch { >= 0.01 => (100 * ItemLevel, "100"), >= 0.001 => (1000 * ItemLevel, "1,000"), _ => (10000 * ItemLevel, "10,000") };
            var counted = IsLevelOfItems ? Items?.FewestPhotos is { } fewest ? string.Create(CultureInfo.InvariantCulture, $"items of as many photos as those measured, {fewest} or more") : "items like those measured"
                : Views is { } views ? string.Create(CultureInfo.InvariantCulture, $"items of {views} photos")
                : "items of one photo; each further photo is another chance of a false alarm";
            return string.Create(CultureInfo.InvariantCulture, $"about {flagged:0} of {of} good items will be flagged for a person to look at (estimate, for {counted})");
        }
    }

    /// <summary>Decimals of a score that decide. ONNX Runtime promises no equal bits on unlike machines; it does keep to these digits.</summary>
    public const int ScoreDigits = 4;

    /// <summary>Half-width of the band round the threshold in which a score decides nothing.</summary>
    public const double Margin = 0.0005;

    /// <summary>A raw score as it is recorded and as it decides.</summary>
    public static double Round(double score) => Math.Round(score, ScoreDigits, MidpointRounding.AwayFromZero);

    /// <summary>Whether a photo of this score is flagged, however near to the threshold.</summary>
    /// <param name="score">Already rounded by <see cref="Round"/>.</param>
    public bool Flags(double score) => !OrdersOnly && score >= Threshold;

    /// <param name="score">Already rounded by <see cref="Round"/>.</param>
    public Decision Decide(double score) =>
        OrdersOnly ? Decision.Pass
        : Round(Math.Abs(score - Threshold)) < Margin ? Decision.TooCloseToCall
        : score >= Threshold ? Decision.Flag
        : Decision.Pass;

    /// <summary>A level as every output prints it: one decimal, and as many as it needs below 0.05 %.</summary>
    /// <param name="share">0 to 1.</param>
    public static string Percent(double share)
    {
        var percent = (decimal)share * 100;
        var decimals = 1;
        for (var size = percent; size is > 0 and < 0.05m && decimals < 6; size *= 10)
        {
            decimals++;
        }

        return decimal.Round(percent, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + " %";
    }
}
