using System.Text.Json.Nodes;
using DefectVision.Statistics;
using DefectVision.Training;
using DefectVision.Training.Measuring;

namespace DefectVision.Cli.Answers;

/// <summary><c>model compare --format json</c>.</summary>
internal static class ComparisonJson
{
    /// <param name="keptAt">Where the champion went; null when it stays.</param>
    public static JsonObject Of(ModelComparison comparison, string? keptAt) => new()
    {
        ["schema"] = "defectvision/comparison/1",
        ["dataset"] = new JsonObject
        {
            ["name"] = comparison.Set.Name,
            ["sha256"] = comparison.Set.Sha256,
            ["photos"] = Figure.Counts(comparison.Set.Counts),
            ["left_out"] = comparison.LeftOut.Count,
            ["learned_from"] = comparison.Seen.Count,
            ["findings"] = Figure.Texts(comparison.Findings.Select(finding => finding.Text)),
        },
        ["counted"] = comparison.Trials,
        ["champion"] = Side(comparison.Champion),
        ["candidate"] = Side(comparison.Candidate),
        ["auroc_gain"] = new JsonObject
        {
            ["value"] = comparison.Areas.Gain,
            ["lower"] = comparison.Areas.GainInterval(ConfidenceLevel.P95)?.Lower,
            ["upper"] = comparison.Areas.GainInterval(ConfidenceLevel.P95)?.Upper,
            ["p_value"] = comparison.Areas.PValue?.Value,
        },
        ["classes"] = new JsonArray([.. comparison.Labels.Select(label => new JsonObject
        {
            ["class"] = label.Label,
            ["champion"] = Figure.Json(label.Champion),
            ["candidate"] = Figure.Json(label.Candidate),
            ["only_champion"] = label.Test.OnlyFirst,
            ["only_candidate"] = label.Test.OnlySecond,
            ["p_value"] = label.Test.FirstBetter.Value,
            ["falls_behind"] = label.FallsBehind,
            ["champion_named_right"] = Figure.Json(comparison.Champion.Confusion.Recall(label.Label)),
            ["candidate_named_right"] = Figure.Json(comparison.Candidate.Confusion.Recall(label.Label)),
        })]),
        ["gate"] = comparison.Gate switch
        {
            Gate.Better => "better",
            Gate.FallsBehind => "falls_behind",
            _ => "not_shown_to_be_better",
        },
        ["verdict"] = comparison.Verdict,
        ["promoted"] = keptAt is not null,
        ["champion_kept_at"] = keptAt,
    };

    private static JsonObject Side(MeasuredModel model) => new()
    {
        ["name"] = model.Name,
        ["sha256"] = model.Sha256,
        ["auroc"] = model.Area.Value.Value,
        ["auroc_lower"] = Figure.Lower(model.Area),
        ["auroc_upper"] = Figure.Upper(model.Area),
        ["sensitivity"] = Figure.Json(model.Sensitivity),
        ["specificity"] = Figure.Json(model.Specificity),
    };
}
