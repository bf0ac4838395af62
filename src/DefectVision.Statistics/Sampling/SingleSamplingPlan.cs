namespace DefectVision.Statistics.Sampling;

/// <summary>A single sampling plan by attributes: draw so many, accept up to so many nonconforming.</summary>
/// <param name="Edition">The standard and edition the numbers come from; printed wherever the plan is.</param>
/// <param name="CodeLetter">The letter whose sample size is used, after the arrows of the table.</param>
/// <param name="Aql">The acceptance quality limit asked for.</param>
/// <param name="Severity">Normal, tightened or reduced inspection.</param>
/// <param name="SampleSize">Items, as tabulated; may exceed the lot.</param>
/// <param name="AcceptanceNumber">Ac: this many nonconforming items or fewer accept the lot.</param>
/// <param name="RejectionNumber">Re: this many or more do not. Larger than Ac+1 only under reduced inspection of MIL-STD-105E, which accepts what lies between.</param>
/// <param name="TableConfidence">How sure the cell is; B must be shown with the advice to verify it.</param>
public sealed record SingleSamplingPlan(
    string Edition,
    SampleSizeCodeLetter CodeLetter,
    Aql Aql,
    InspectionSeverity Severity,
    int SampleSize,
    int AcceptanceNumber,
    int RejectionNumber,
    TableConfidence TableConfidence)
{
    /// <summary>The letter Table 1 gave for the lot, before the arrows; null when the plan was asked for by letter.</summary>
    public SampleSizeCodeLetter? InitialCodeLetter { get; init; }

    /// <summary>Items in the lot; null when the plan was asked for by letter.</summary>
    public long? LotSize { get; init; }

    /// <summary>The sample is as large as the lot or larger: every item is inspected, the acceptance number stays.</summary>
    public bool FullInspection => SampleSize >= LotSize;

    /// <summary>The sample size, or the lot size if that is smaller.</summary>
    public long ItemsToInspect => FullInspection ? LotSize!.Value : SampleSize;

    /// <summary>
    /// The most nonconforming items that accept the lot: Ac, and under reduced inspection of MIL-STD-105E every number below Re, since a count between the
    /// two accepts the lot as well.
    /// </summary>
    public int AcceptsUpTo => RejectionNumber - 1;

    /// <summary>Fewer than Re nonconforming items.</summary>
    public bool Accepts(long nonconformingItems)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nonconformingItems);
        return nonconformingItems <= AcceptsUpTo;
    }

    /// <summary>More than Ac and fewer than Re: the lot is accepted, and the next one is inspected normally.</summary>
    public bool ReturnsToNormal(long nonconformingItems) => Accepts(nonconformingItems) && nonconformingItems > AcceptanceNumber;

    /// <summary>The chance of acceptance at each quality.</summary>
    public OperatingCharacteristic OperatingCharacteristic => new(SampleSize, AcceptsUpTo);
}
