using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>Lots named inside a sentence.</summary>
internal static class LotNames
{
    private const int Most = 5;

    /// <summary>"lot A", "lots A; B and 3 more"; null where none is meant.</summary>
    public static FormattableString? Of(InspectionRecord record, Func<LotJudgement, bool> isMeant)
    {
        var names = record.Lots.Where(isMeant).Select(lot => (FormattableString)$"{Piece.Name(lot.Lot.Name)}").ToList();
        return names.Count switch
        {
            0 => null,
            1 => $"lot {names[0]}",
            _ => $"lots {Some(names)}",
        };
    }

    public static FormattableString Some(List<FormattableString> names) => names.Count <= Most
        ? (FormattableString)$"{Listed.Semicolons(names)}"
        : $"{Listed.Semicolons(names.Take(Most))} and {Figures.Count(names.Count - Most)} more";
}
