using DefectVision.Inspection.Imported;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Agreements;

/// <summary>The standard that contracts name, and the edition whose numbers are used for it.</summary>
internal static class SamplingStandard
{
    /// <returns>Null for a standard whose tables this program does not have.</returns>
    public static string? EditionOf(string text)
    {
        var plain = string.Concat(UnicodeForm.Compatible(text).ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)));
        return plain.Contains("2859-1", StringComparison.Ordinal) || plain is "ISO2859" or "AQL" || plain.Contains("2828.1", StringComparison.Ordinal) || plain == "GB/T2828" ? Iso2859.Edition
            : plain.Contains("Z1.4", StringComparison.Ordinal) || plain.Contains("STD-105", StringComparison.Ordinal) || plain.Contains("STD105", StringComparison.Ordinal) ? MilStd105E.Edition
            : null;
    }

    /// <summary>True where the text is an edition whose numbers are used, so that there is nothing to say.</summary>
    public static bool IsExact(string text)
    {
        var plain = string.Concat(text.ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)));
        return plain.Contains("2859-1:1999", StringComparison.Ordinal) || plain.Contains("2828.1-2012", StringComparison.Ordinal) || plain == "MIL-STD-105E";
    }

    /// <summary>The plan of an edition at a code letter, arrows followed.</summary>
    public static SingleSamplingPlan PlanAtLetter(string edition, SampleSizeCodeLetter letter, Aql aql, InspectionSeverity severity) =>
        edition == MilStd105E.Edition ? MilStd105E.PlanAtLetter(letter, aql, severity) : Iso2859.PlanAtLetter(letter, aql, severity);

    /// <summary>The plan of an edition for a lot, arrows followed.</summary>
    public static SingleSamplingPlan PlanFor(string edition, long lotSize, InspectionLevel level, Aql aql, InspectionSeverity severity) =>
        edition == MilStd105E.Edition ? MilStd105E.SinglePlan(lotSize, level, aql, severity) : Iso2859.SinglePlan(lotSize, level, aql, severity);
}
