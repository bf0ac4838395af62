using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Letters;

/// <summary>The items of lots, counted as the report counts them.</summary>
/// <param name="Inspected">Of the sample: drawn, or found where nothing was drawn.</param>
/// <param name="Photographed">Of these, with a readable photo.</param>
/// <param name="Unreadable">Of these, with photos of which none could be read.</param>
/// <param name="OnlyContext">Of these, with photos of the packing, a label or a scale alone.</param>
/// <param name="Repeated">Of these, with no photo but the same file as another item's, and unanswered.</param>
/// <param name="Missing">Of these, without a photo.</param>
/// <param name="NotDrawn">Photographed beside the sample; no statement about a lot counts them.</param>
internal sealed record SampleCount(long Inspected, long Photographed, long Unreadable, long OnlyContext, long Repeated, long Missing, long NotDrawn)
{
    public static SampleCount Of(IReadOnlyCollection<LotJudgement> lots) => new(
        lots.Sum(judged => judged.Tally.Items),
        lots.Sum(judged => judged.Tally.Photographed),
        lots.Sum(judged => judged.Lot.Items.Count(item => item.Photos.Count > 0 && !item.HasReadablePhoto)),
        lots.Sum(judged => judged.Lot.Items.Count(item => item is { HasOnlyContext: true, IsSuspectedDuplicate: false })),
        lots.Sum(judged => judged.Lot.Items.Count(item => item is { Photos.Count: 0, IsSuspectedDuplicate: true })),
        lots.Sum(judged => judged.Lot.Items.Count(item => item is { Photos.Count: 0, HasOnlyContext: false, IsSuspectedDuplicate: false })),
        lots.Sum(judged => judged.Lot.NotDrawn.Count));

    /// <summary>"198 photographed, 1 without a readable photo, 1 missing, and 3 more that were not drawn".</summary>
    public string In(LetterTexts texts) => string.Join(texts.Word("list_separator"), new[]
    {
        texts.Word("count.photographed", Photographed),
        Unreadable > 0 ? texts.Word("count.unreadable", Unreadable) : null,
        OnlyContext > 0 ? texts.Word("count.only_context", OnlyContext) : null,
        Repeated > 0 ? texts.Word("count.repeated", Repeated) : null,
        Missing > 0 ? texts.Word("count.missing", Missing) : null,
        NotDrawn > 0 ? texts.Word("count.not_drawn", NotDrawn) : null,
    }.OfType<string>());
}
