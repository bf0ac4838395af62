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
        var names = record.Lots.Where(isMeant).Select(lot => (FormattableString)$"{Piece.Name(Short(record, lot.Lot.Name))}").ToList();
        return names.Count switch
        {
            0 => null,
            1 => $"lot {names[0]}",
            _ => $"lots {Some(names)}",
        };
    }

    /// <summary>The last part of a lot's name where that tells it from the others, as the folder of its photos is called.</summary>
    public static string Short(InspectionRecord record, string lot)
    {
        var last = Last(lot);
        return record.Lots.Count(other => Last(other.Lot.Name) == last) == 1 ? last : lot;
    }

    private static string Last(string lot) => lot[(lot.LastIndexOf('/') + 1)..];

    public static FormattableString Some(List<FormattableString> names) => names.Count <= Most
        ? (FormattableString)$"{Listed.Semicolons(names)}"
        : $"{Listed.Semicolons(names.Take(Most))} and {Figures.Count(names.Count - Most)} more";
}
