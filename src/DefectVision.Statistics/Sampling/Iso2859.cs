using System.Collections.Immutable;

namespace DefectVision.Statistics.Sampling;

using static SampleSizeCodeLetter;

/// <summary>Single sampling plans of ISO 2859-1:1999 (GB/T 2828.1-2012 is identical), Tables 1, 2-A, 2-B and 2-C.</summary>
/// <remarks>
/// The numbers were compared cell by cell between public transcriptions and this generating rule; the printed standard was not
/// at hand, and the edition of 2026 was not seen. Cells on which the transcriptions do not all agree carry confidence B.
/// </remarks>
public static class Iso2859
{
    /// <summary>The edition to print beside a plan.</summary>
    public const string Edition = "ISO 2859-1:1999 / GB/T 2828.1-2012";

    internal static readonly ImmutableArray<int> SampleSizes = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000];

    internal static readonly ImmutableArray<int> ReducedSampleSizes = [2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800];

    internal static readonly MasterTable Normal = new(SampleSizes, 14, "0 ^ v 1 2 3 5 7 10 14 21 30 44", []);

    internal static readonly MasterTable.Extra LetterS = new(new Aql(0.025m), 3150, new(1, 2, 0));

    private static readonly MasterTable Tightened = new(SampleSizes, 15, "0 v v 1 2 3 5 8 12 18 27 41", [], LetterS);

    private static readonly MasterTable Reduced = new(ReducedSampleSizes, 14, "0 ^ v v 1 2 3 5 6 8 10 14 21",
        [(A, 17, "1 2 3 5 7 10 14 21 30"), (B, 22, "7 10 14 21 30")]);

    /// <summary>The letter of Table 1.</summary>
    /// <param name="lotSize">Items, 2 or more.</param>
    /// <param name="level">General level II unless something else was agreed.</param>
    public static SampleSizeCodeLetter CodeLetter(long lotSize, InspectionLevel level) => CodeLetterTable.For(lotSize, level);

    /// <summary>The plan for a lot, arrows followed.</summary>
    /// <param name="lotSize">Items, 2 or more.</param>
    /// <param name="level">Gives the code letter.</param>
    /// <param name="aql">Gives the column.</param>
    /// <param name="severity">Gives the table.</param>
    public static SingleSamplingPlan SinglePlan(long lotSize, InspectionLevel level, Aql aql, InspectionSeverity severity)
    {
        var letter = CodeLetter(lotSize, level);
        return PlanAtLetter(letter, aql, severity) with { InitialCodeLetter = letter, LotSize = lotSize };
    }

    /// <summary>The plan at a code letter, arrows followed. Letter S exists for tightened inspection at AQL 0.025 only.</summary>
    public static SingleSamplingPlan PlanAtLetter(SampleSizeCodeLetter letter, Aql aql, InspectionSeverity severity)
    {
        var table = severity switch
        {
            InspectionSeverity.Normal => Normal,
            InspectionSeverity.Tightened => Tightened,
            InspectionSeverity.Reduced => Reduced,
            _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Wanted Normal, Tightened or Reduced."),
        };
        var plan = table.Plan(letter, aql);
        return new SingleSamplingPlan(Edition, plan.Letter, aql, severity, plan.SampleSize, plan.Acceptance, plan.Rejection, ConfidenceIn(letter, aql, severity));
    }

    /// <summary>B where the transcriptions disagree: one tightened plan, and the arrows of three reduced diagonals between AQL 0.065 and 6.5.</summary>
    private static TableConfidence ConfidenceIn(SampleSizeCodeLetter letter, Aql aql, InspectionSeverity severity)
    {
        var doubtful = severity switch
        {
            InspectionSeverity.Tightened => letter == A && aql.Percent == 10m,
            InspectionSeverity.Reduced => (int)letter + aql.Column is 15 or 16 or 17 && aql.Percent is >= 0.065m and <= 6.5m,
            _ => false,
        };
        return doubtful ? TableConfidence.B : TableConfidence.A;
    }
}
