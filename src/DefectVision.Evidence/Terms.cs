using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Evidence;

/// <summary>A term that was applied, and whether it was agreed or stands in for what nobody agreed.</summary>
internal sealed record Term(string Value, bool IsDefault);

/// <summary>The limit applied for one severity.</summary>
/// <param name="AqlPercent">Null when defects of this severity are not allowed.</param>
internal sealed record LimitTerm(Severity Severity, string Limit, decimal? AqlPercent, bool IsDefault);

/// <summary>What a defect class counts as.</summary>
internal sealed record ClassTerm(string Name, Severity Severity, bool SeverityIsDefault, Cause? Cause);

/// <summary>The terms that this inspection was judged by: the agreement's, and the defaults where it is silent.</summary>
internal sealed class Terms
{
    /// <summary>What a flagged photo counts as when nobody agreed a severity for its class.</summary>
    public const Severity DefaultSeverity = Severity.Major;

    private const string AqlWord = "AQL ";

    private readonly Agreement _agreement;

    private Terms(InspectionRecord record)
    {
        _agreement = record.Agreement;
        Standard = Applied(_agreement.Standard, "ISO 2859-1:1999");
        InspectionLevel = Applied(_agreement.InspectionLevel, "II");
        Limits = [.. Enum.GetValues<Severity>().OrderDescending().Select(severity => LimitOf(record, severity))];
        Classes = [.. record.Model.DefectClasses
            .Concat(_agreement.Classes.Keys)
            .Concat(record.Files.Select(file => file.Finding?.DefectClass).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => new ClassTerm(name, SeverityOf(name), !IsSeverityAgreed(name), CauseOf(name)))];
    }

    public static Terms Of(InspectionRecord record) => new(record);

    public Term Standard { get; }

    public Term InspectionLevel { get; }

    /// <summary>Worst severity first.</summary>
    public IReadOnlyList<LimitTerm> Limits { get; }

    /// <summary>Every class that was agreed, can be named or was found, in ordinal order.</summary>
    public IReadOnlyList<ClassTerm> Classes { get; }

    public Severity SeverityOf(string? defectClass) => Agreed(defectClass)?.Severity ?? DefaultSeverity;

    /// <summary>Null unless the photo is flagged.</summary>
    public Severity? SeverityOf(Finding? finding) => finding?.Standing == Standing.Flagged ? SeverityOf(finding.DefectClass) : null;

    public Cause? CauseOf(string? defectClass) => Agreed(defectClass)?.Cause;

    private static Term Applied(string? agreed, string standIn) => agreed is null ? new Term(standIn, true) : new Term(agreed, false);

    private bool IsSeverityAgreed(string defectClass) => Agreed(defectClass)?.Severity is not null;

    private AgreedClass? Agreed(string? defectClass) =>
        defectClass is not null && _agreement.Classes.TryGetValue(defectClass, out var agreed) ? agreed : null;

    private LimitTerm LimitOf(InspectionRecord record, Severity severity)
    {
        if (_agreement.Limits.TryGetValue(severity, out var agreed))
        {
            return new LimitTerm(severity, agreed.ToString(), agreed.AqlPercent, false);
        }

        // The judge says which limit it read by; before any lot was judged there is only the rule.
        var limit = record.Lots.SelectMany(lot => lot.Readings).FirstOrDefault(reading => reading.Severity == severity)?.Limit
            ?? severity switch { Severity.Critical => "not allowed", Severity.Major => "AQL 2.5", _ => "AQL 4.0" };
        decimal? aql = limit.StartsWith(AqlWord, StringComparison.Ordinal)
            && decimal.TryParse(limit.AsSpan(AqlWord.Length), NumberStyles.Number, CultureInfo.InvariantCulture, out var percent) ? percent : null;
        return new LimitTerm(severity, limit, aql, true);
    }
}
