namespace DefectVision.Statistics.Cartons;

/// <summary>The share of nonconforming items in a cluster sample and how much the clustering costs. Class A.</summary>
/// <param name="Found">Nonconforming of all items looked at.</param>
/// <param name="Cartons">Opened cartons.</param>
/// <param name="StandardError">Of the share; null for a single carton.</param>
/// <param name="DesignEffect">The variance over that of as many independent items.</param>
/// <param name="IntraCartonCorrelation">From the analysis of variance; may be negative, null where it is not defined.</param>
/// <param name="MeanItemsPerItem">Kish's mean carton size, as an item sees it.</param>
/// <param name="EffectiveItems">Independent items worth as much.</param>
/// <param name="Interval">For display.</param>
public sealed record CartonEstimate(
    Tally Found,
    int Cartons,
    double? StandardError,
    double? DesignEffect,
    double? IntraCartonCorrelation,
    double? MeanItemsPerItem,
    double EffectiveItems,
    RateInterval Interval);
