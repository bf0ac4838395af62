namespace DefectVision.Statistics.Sampling;

using static SampleSizeCodeLetter;

/// <summary>
/// Single sampling plans of MIL-STD-105E (ANSI/ASQ Z1.4 prints the same). Normal plans are those of ISO 2859-1; tightened plans differ in one
/// cell; reduced plans leave a gap between acceptance and rejection number.
/// </summary>
/// <remarks>Source: MIL-STD-105E, 1989, Tables I and II-A to II-C, approved for public release.</remarks>
public static class MilStd105E
{
    /// <summary>The edition to print beside a plan.</summary>
    public const string Edition = "MIL-STD-105E / ANSI/ASQ Z1.4";

    private static readonly MasterTable Tightened = new(Iso2859.SampleSizes, 15, "0 v v 1 2 3 5 8 12 18 27 41", [(A, 15, "v")], Iso2859.LetterS);

    private static readonly MasterTable Reduced = new(Iso2859.ReducedSampleSizes, 14, "0 ^ v 0/2 1/3 1/4 2/5 3/6 5/8 7/10 10/13 14/17 21/24",
        [(A, 17, "1 2 3 5 7 10 14 21 30"), (B, 19, "2/4 3/5 5 7 10 14 21 30")]);

    /// <summary>The plan for a lot, arrows followed.</summary>
    /// <param name="lotSize">Items, 2 or more.</param>
    /// <param name="level">Gives the code letter.</param>
    /// <param name="aql">Gives the column.</param>
    /// <param name="severity">Gives the table.</param>
    public static SingleSamplingPlan SinglePlan(long lotSize, InspectionLevel level, Aql aql, InspectionSeverity severity)
    {
        var letter = CodeLetterTable.For(lotSize, level);
        return PlanAtLetter(letter, aql, severity) with { InitialCodeLetter = letter, LotSize = lotSize };
    }

    /// <summary>
    /// The plan at a code letter, arrows followed. Under reduced inspection a count between acceptance and rejection number
    /// accepts the lot and returns the next one to normal inspection.
    /// </summary>
    public static SingleSamplingPlan PlanAtLetter(SampleSizeCodeLetter letter, Aql aql, InspectionSeverity severity)
    {
        var table = severity switch
        {
            InspectionSeverity.Normal => Iso2859.Normal,
            InspectionSeverity.Tightened => Tightened,
            InspectionSeverity.Reduced => Reduced,
            _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Wanted Normal, Tightened or Reduced."),
        };
        var plan = table.Plan(letter, aql);
        return new SingleSamplingPlan(Edition, plan.Letter, aql, severity, plan.SampleSize, plan.Acceptance, plan.Rejection, TableConfidence.A);
    }
}
