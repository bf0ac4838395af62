using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Claiming;

/// <summary>
/// What will be stated and at which level, fixed before a photo is scored, so that nobody can say the statements were chosen after the findings.
/// Whatever the two parties see later, the file and its digest show what was planned.
/// </summary>
public sealed class AnalysisPlan
{
    /// <summary>The level at which all bounds hold together, and at which all comparisons with an AQL do.</summary>
    public static readonly ConfidenceLevel Together = ConfidenceLevel.P95;

    private const string Schema = "defectvision/analysis-plan/1";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private AnalysisPlan(string text, int lots, int tests)
    {
        Text = text;
        Lots = lots;
        Tests = tests;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A plan as it was made once, from its text.</summary>
    internal static AnalysisPlan Restored(string text, int lots, int tests) => new(text, lots, tests);

    /// <summary>The plan as a file: JSON, UTF-8, lines end with LF.</summary>
    public string Text { get; }

    /// <summary>Of the text's bytes, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <summary>Lots that a bound is planned for.</summary>
    public int Lots { get; }

    /// <summary>Comparisons with an AQL: one per lot and severity that has one.</summary>
    public int Tests { get; }

    /// <summary>The level of each lot's bound (Bonferroni).</summary>
    public ConfidenceLevel EachBound => Together.ForEachOf(Math.Max(1, Lots));

    /// <summary>The level of each comparison with an AQL (Bonferroni).</summary>
    public ConfidenceLevel EachTest => Together.ForEachOf(Math.Max(1, Tests));

    /// <param name="shipment">Name of the shipment's folder.</param>
    /// <param name="terms">As agreed, with defaults.</param>
    /// <param name="model">The model that will score; null when none was named.</param>
    /// <param name="draw">Null when no draw list was given.</param>
    /// <param name="lots">Names of all lots found or agreed.</param>
    public static AnalysisPlan Of(string shipment, AgreedTerms terms, ModelUsed? model, DrawList? draw, IEnumerable<string> lots)
    {
        var planned = lots.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var limits = terms.Limits.Where(limit => limit.Limit.AqlPercent is not null).ToList();
        var text = JsonSerializer.Serialize(
            new
            {
                Schema,
                Shipment = shipment,
                AgreementSha256 = terms.Agreement.Sha256,
                ModelSha256 = model?.Sha256,
                model?.Threshold,
                model?.ScoreDigits,
                model?.Margin,
                Sampling = FormattableString.Invariant(terms.SamplingWords),
                DrawListSha256 = draw?.Sha256,
                Unit = "the item; it is flagged when any of its photos is, and counts once at its worst severity",
                Review = "every flagged item is looked at by a person; the majority of readers decides, a tie counts as good in lower bounds",
                Plan = new
                {
                    Standard = terms.NeedsStandard ? terms.Standard : null,
                    Level = terms.NeedsStandard ? terms.LevelNameOf(SectionKind.Workmanship) : null,
                    InspectionSeverity = planned.Select(lot => new { Lot = lot, Severity = new Word(terms.InspectionSeverityOf(lot)).ToString() }),
                    Limits = terms.Limits.Select(limit => new { Severity = limit.Severity.ToString(), Limit = limit.Limit.ToString() }),
                },
                LevelTogether = Together.Value,
                Bounds = planned.Select(lot => new { Lot = lot, Size = terms.SizeOf(lot), Statement = "at least so many defective items, from items that persons confirm, or that a measurement or a test shows not to conform; " + BoundOf(draw, lot), LevelEach = Together.ForEachOf(Math.Max(1, planned.Count)).Value }),
                Tests = planned.SelectMany(lot => limits.Select(limit => new
                {
                    Lot = lot,
                    Severity = limit.Severity.ToString(),
                    limit.Limit.AqlPercent,
                    Statement = "worse than the AQL, from the same items; " + BoundOf(draw, lot),
                    AlphaEach = Together.Alpha / Math.Max(1, planned.Count * limits.Count),
                })),
                NotPlanned = "every other comparison, such as by defect class, is exploratory",
            },
            Form) + "\n";
        return new AnalysisPlan(text, planned.Count, planned.Count * limits.Count);
    }

    private static string BoundOf(DrawList? draw, string lot) =>
        draw?.Of(lot)?.Cartons is null ? "exact, one-sided" : "by cartons, which were drawn (dyadic carton bound), one-sided";
}
