using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Judging;

/// <summary>The lots of an inspection, to be judged by what is known at a time: of the same photos, as often as evidence comes in.</summary>
/// <param name="lots">Their items with photos and context; what was said of them does not matter.</param>
/// <param name="files">Every file with its outcome.</param>
/// <param name="terms">As agreed, defaults filled in.</param>
/// <param name="model">Whose flags the items carry; null when no model was named.</param>
/// <param name="plan">What was to be stated; null: nothing is claimed.</param>
/// <param name="changes">Terms that changed after scoring began.</param>
public sealed class JudgedLots(IReadOnlyList<Lot> lots, IReadOnlyList<InspectedFile> files, AgreedTerms terms, ModelUsed? model, AnalysisPlan? plan, IReadOnlyList<TermsChange> changes)
{
    private readonly ClaimChain? _claims = plan is null ? null : new ClaimChain(terms, plan, model);

    /// <summary>Every lot, judged, in the order given.</summary>
    public IReadOnlyList<LotJudgement> By(GivenEvidence evidence)
    {
        var pairs = new DuplicatePairs(files, evidence.Confirmed);
        return [.. lots.Select(lot => Judged(lot, evidence, pairs))];
    }

    private LotJudgement Judged(Lot lot, GivenEvidence evidence, DuplicatePairs pairs)
    {
        var judged = Known(evidence);
        judged = BindingTerms.Applied(judged.Verdict == Verdict.Reject ? judged with { Failed = FirstFailure.Of(evidence, lot.Name, Known) } : judged, changes);
        return _claims is null ? judged : judged with { Claim = _claims.Of(judged) };

        LotJudgement Known(GivenEvidence known) => LotJudge.Judge(Answered(lot, known, pairs), terms, model, known);
    }

    private Lot Answered(Lot lot, GivenEvidence evidence, DuplicatePairs pairs)
    {
        var readings = (evidence.Confirmed?.Readings ?? []).Where(reading => reading.Lot == lot.Name).ToLookup(reading => reading.Item, StringComparer.Ordinal);
        var against = evidence.Against(lot.Name, terms);
        return lot with
        {
            Items = [.. lot.Items.Select(Known)],
            NotDrawn = [.. lot.NotDrawn.Select(Known)],
            SharedPhotos = pairs.PhotosOf(lot.Name, isSettled: false),
            SettledPhotos = pairs.PhotosOf(lot.Name, isSettled: true),
            SharedShots = pairs.ShotsOf(lot.Name),
        };

        Item Known(Item item) => ItemJudge.Judge(
            item.Name, item.Photos, terms, ItemReview.Of([.. readings[item.Name]]), item.Context, terms.RequiredViewsOf(lot.Name)) with
        {
            ByFact = [.. against[item.Name]],
            IsSuspectedDuplicate = pairs.IsSuspected(lot.Name, item.Name),
        };
    }
}
