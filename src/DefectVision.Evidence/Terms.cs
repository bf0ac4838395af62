using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence;

/// <summary>A term that was applied, and whether it was agreed or stands in for what nobody agreed.</summary>
internal sealed record Term(string Value, bool IsDefault);

/// <summary>The limit applied for one severity.</summary>
/// <param name="AqlPercent">Null when defects of this severity are not allowed.</param>
internal sealed record LimitTerm(Severity Severity, string Limit, decimal? AqlPercent, bool IsDefault);

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
        Limits = [.. Enum.GetValues<Severity>().OrderDescending().Select(severity =>
            new LimitTerm(severity, _applied.Limits[severity].ToString(), _applied.Limits[severity].AqlPercent, !_agreement.Limits.ContainsKey(severity)))];
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
