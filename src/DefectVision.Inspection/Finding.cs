using DefectVision.Statistics.Calibration;

namespace DefectVision.Inspection;

/// <summary>How the score of a photo stands to the operating point.</summary>
public enum Standing
{
    /// <summary>Below the threshold.</summary>
    Clear,

    /// <summary>At or above the threshold: flagged by the model, not confirmed by a person.</summary>
    Flagged,

    /// <summary>Nearer to the threshold than scores repeat across machines.</summary>
    TooCloseToCall,

    /// <summary>It decides nothing: the model does not know the goods of the lot, or gives an order alone.</summary>
    NotJudged,
}

/// <summary>What the model said of one photo.</summary>
/// <param name="Score">Uncalibrated, already rounded to the digits that decide; higher is more suspect.</param>
/// <param name="Standing">The score against the operating point.</param>
/// <param name="Probability">Calibrated probability (0 to 1) that the photo shows a defect; null when the model has no calibration.</param>
/// <param name="DefectClass">The defect class that fits best; null unless flagged, or when the model knows only one class of defect.</param>
public sealed record Finding(double Score, Standing Standing, double? Probability, string? DefectClass)
{
    /// <summary>How the score stands to the operating point where that decides nothing, because the model does not know the goods of the lot; null elsewhere.</summary>
    public Standing? ByScore { get; init; }

    /// <summary>Share of its places that are like none of the good photos that the model learned from (0 to 1); null for a model that does not say.</summary>
    public double? Strangeness { get; init; }

    /// <summary>The photo by itself shows goods that the model may not know: more of it is strange than of nearly every photo of its own goods that was measured, defective ones included.</summary>
    public bool IsPerhapsOtherGoods => Standing != Standing.NotJudged && Strangeness > StrangeGoods.MostOfOnePhoto;

    /// <summary>What may happen to the photo unseen, by the model's review band; null for a model without one.</summary>
    public Triage? Triage { get; init; }

    /// <summary>
    /// In what the photo is unlike those that the model learned from, in words; null when in nothing that was looked at, and where
    /// <see cref="WasTrainedOn"/>.
    /// </summary>
    public string? OutsideTrainedRange { get; init; }

    /// <summary>Its heat map in numbers; null unless flagged or too close to call, and for a model without heat map.</summary>
    public HeatReading? Heat { get; init; }

    /// <summary>
    /// True of a photo that the model learned from or its operating point was set on, known by the bytes of the file: the finding says nothing
    /// of how the model does on others. Null when the model does not carry which photos those were.
    /// </summary>
    public bool? WasTrainedOn { get; init; }
}
