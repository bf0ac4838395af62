using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Letters;

/// <summary>
/// What is said of a lot as a whole, in sentences with their conditions: how many items are defective at least, what the contract tolerates of them, and how the items
/// found stand to the AQL.
/// </summary>
internal sealed class LotStatements(InspectionRecord record, LetterTexts texts)
{
    /// <returns>At least one sentence.</returns>
    public IEnumerable<string> Of(LotJudgement judged)
    {
        if (judged.Verdict == Verdict.Accept)
        {
            return [texts.Word("lot.accepted")];
        }

        if (judged.Lot.IsSizeContradicted)
        {
            return [texts.Say("lot.contradicted", ("size", Number(judged.Lot.Size!.Value)), ("found", Number(judged.Lot.Found)))];
        }

        if (!judged.HasEvidence)
        {
            return [texts.Word("lot.flags")];
        }

        return [.. AtLeast(judged), .. (judged.Claim?.Comparisons ?? []).Where(comparison => comparison.Found.Count > 0).Select(comparison => Aql(judged, comparison))];
    }

    private IEnumerable<string> AtLeast(LotJudgement judged)
    {
        if (judged.Claim?.AtLeast is not { Class: 'G', Items: > 0 and { } items } bound || judged.Lot.Size is not { } size)
        {
            yield return texts.Word("lot.no_bound");
            yield break;
        }

        yield return texts.Say(
            IsWhole(judged) ? "lot.bound.whole" : judged.Lot.Cartons is null ? "lot.bound.draw" : "lot.bound.cartons",
            ("n", Number(items)), ("size", Number(size)), ("confidence", PrintedConfidence.Of(bound.Confidence)));
        if (judged.Claim.Claimed is { Tolerated: > 0 } claimed)
        {
            yield return texts.Say(
                claimed.Count == 0 ? "lot.claimed.none" : claimed.Count == claimed.AtLeast ? "lot.claimed.all" : "lot.claimed.beyond",
                ("tolerated", Number(claimed.Tolerated)), ("claimed", Number(claimed.Count)));
        }
    }

    // That more were found than the AQL leaves to the whole lot needs no statistics; that the lot holds more needs a sample that speaks for it.
    private string Aql(LotJudgement judged, AqlComparison comparison)
    {
        var key = IsWhole(judged) ? "lot.aql.whole"
            : comparison.IsCounted ? "lot.aql.sample_alone"
            : comparison is { IsShown: true, Class: 'G' } ? judged.Lot.Cartons is null ? "lot.aql.shown" : "lot.aql.shown.cartons"
            : "lot.aql.found";
        var percent = comparison.AqlPercent.ToString(CultureInfo.InvariantCulture);
        var said = texts.Say(
            key,
            ("severity", new LimitWords(texts).Named(comparison.Severity)),
            ("n", Number(comparison.Found.Count)),
            ("items", Number(comparison.Found.Total)),
            ("aql", percent),
            ("size", Number(judged.Lot.Size!.Value)),
            ("permitted", Number(comparison.PermittedInLot)),
            ("confidence", PrintedConfidence.Of(1 - comparison.Alpha)));
        return record.Terms.Limits.Any(limit => limit.Severity == comparison.Severity && !limit.IsDefault) ? said : said + texts.Say("lot.aql.default", ("aql", percent));
    }

    private static bool IsWhole(LotJudgement judged) => judged.Lot.Items.Count == judged.Lot.Size && judged.Lot.NotDrawn.Count == 0;

    private static string Number(long number) => LetterFields.Number(number);
}
