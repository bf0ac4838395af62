using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Evidence;

/// <summary>A term that was applied, and whether it was agreed or stands in for what nobody agreed.</summary>
internal sealed record Term(string Value, bool IsDefault);

/// <summary>The limit applied for one severity, or for several together.</summary>
internal sealed record LimitTerm(SeverityRange Severity, SeverityLimit Limit, bool IsDefault);

/// <summary>What a defect class counts as.</summary>
internal sealed record ClassTerm(string Name, Severity Severity, bool SeverityIsDefault, Cause? Cause);

/// <summary>The terms that this inspection was judged by, each told apart from what stands in for what nobody agreed.</summary>
internal sealed class Terms
{
    private readonly Agreement _agreement;
    private readonly AgreedTerms _applied;

    private Terms(InspectionRecord record)
    {
        _agreement = record.Agreement;
        _applied = record.Terms;
        Standard = new Term(_applied.Standard, _agreement.Standard is null);
        InspectionLevel = LevelOf(SectionKind.Workmanship);
        Limits = [.. _applied.Limits.Select(limit => new LimitTerm(limit.Severity, limit.Limit, limit.IsDefault))];
        var severities = record.Lots.Select(lot => (Lot: lot.Lot.Name, Severity: _applied.InspectionSeverityOf(lot.Lot.Name))).ToList();
        InspectionSeverity = _agreement.InspectionSeverity ?? default;
        LotSeverities = [.. severities.Where(one => one.Severity != InspectionSeverity)];
        Classes = [.. (record.Model?.DefectClasses ?? [])
            .Concat(_agreement.Classes.Keys)
            .Concat(record.Files.Select(file => file.Finding?.DefectClass).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => new ClassTerm(name, SeverityOf(name), !IsSeverityAgreed(name), CauseOf(name)))];
    }

    public static Terms Of(InspectionRecord record) => new(record);

    public Term Standard { get; }

    public Term InspectionLevel { get; }

    /// <summary>The inspection level of a section.</summary>
    public Term LevelOf(SectionKind section) => new(_applied.LevelNameOf(section), _applied.LevelAgreed(section) is null);

    /// <summary>At least one plan is read from the tables of the standard.</summary>
    public bool NeedsStandard => _applied.NeedsStandard;

    /// <summary>Normal, tightened or reduced inspection, as agreed for all lots; inspection begins normal where nothing was said.</summary>
    public InspectionSeverity InspectionSeverity { get; }

    /// <summary>Whether the inspection severity was agreed for all lots.</summary>
    public bool IsInspectionSeverityDefault => _agreement.InspectionSeverity is null;

    /// <summary>The lots that are inspected otherwise.</summary>
    public IReadOnlyList<(string Lot, InspectionSeverity Severity)> LotSeverities { get; }

    /// <summary>How the photographed items were chosen, in words.</summary>
    public FormattableString Sampling => _applied.SamplingWords;

    /// <summary>Worst severity first.</summary>
    public IReadOnlyList<LimitTerm> Limits { get; }

    /// <summary>Every class that was agreed, can be named or was found, in ordinal order.</summary>
    public IReadOnlyList<ClassTerm> Classes { get; }

    public Severity SeverityOf(string? defectClass) => _applied.SeverityOf(defectClass);

    /// <summary>Null unless the photo is flagged.</summary>
    public Severity? SeverityOf(Finding? finding) => finding?.Standing == Standing.Flagged ? SeverityOf(finding.DefectClass) : null;

    public Cause? CauseOf(string? defectClass) => _applied.CauseOf(defectClass);

    private bool IsSeverityAgreed(string defectClass) => _agreement.Classes.TryGetValue(defectClass, out var agreed) && agreed.Severity is not null;
}
