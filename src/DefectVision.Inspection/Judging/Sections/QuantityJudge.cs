namespace DefectVision.Inspection.Judging.Sections;

/// <summary>Whether there are as many items, each with a readable photo of every view that was agreed, as the verdict needs. A gap is pending only where it could change the verdict.</summary>
internal static class QuantityJudge
{
    private const int MostNamed = 6;

    /// <param name="lot">As found, its size as agreed.</param>
    /// <param name="tally">Of its items.</param>
    /// <param name="others">The other sections, already judged.</param>
    /// <param name="terms">As agreed, defaults filled in.</param>
    public static LotSection Judge(Lot lot, LotTally tally, IReadOnlyList<LotSection> others, AgreedTerms terms)
    {
        var isRequired = terms.IsRequired(SectionKind.QuantityAndPhotos);
        if (lot.IsSizeContradicted)
        {
            return Section(SectionAnswer.Pending, [$"found {lot.Found} items in a lot whose agreed size is {lot.Size}: one of the two is wrong"]);
        }

        if (tally.Photographed == 0)
        {
            return Section(SectionAnswer.NotInspected, [$"no item of this lot was photographed"]);
        }

        // Where a person has answered for an item, a photo of it would change nothing.
        var workmanship = others.Single(section => section.Kind == SectionKind.Workmanship);
        var wanted = Math.Max(workmanship.Readings.Max(reading => reading.SampleSize) ?? 0, lot.Draw is null ? 0 : tally.Items);
        var unread = lot.Items.Where(item => item is { Photos.Count: > 0, HasReadablePhoto: false, Review: null }).Select(item => item.Name).ToList();
        var twins = lot.Items.Where(item => item is { Photos.Count: 0, IsSuspectedDuplicate: true, Review: null }).Select(item => item.Name).ToList();
        var onlyContext = lot.Items.Where(item => item is { HasOnlyContext: true, IsSuspectedDuplicate: false, Review: null }).Select(item => item.Name).ToList();
        var lacking = lot.Items.Where(item => item.LacksViews).ToList();
        var missing = Math.Max(0, wanted - lot.Items.Count(item => item.HasReadablePhoto || item.Review is not null) - unread.Count - twins.Count - onlyContext.Count);

        // Flags that nobody has read still wait for readers, and for the items that are missing.
        var isDecided = workmanship.Answer == SectionAnswer.Pass || others.Any(section => section is { Answer: SectionAnswer.Fail, IsFailedByFlags: false });
        List<FormattableString> gaps = [];
        if (missing > 0)
        {
            FormattableString asking = lot.Draw is null || wanted > tally.Items ? $"the plan asks for {wanted}" : (FormattableString)$"{wanted} were drawn";
            gaps.Add(missing == 1
                ? (FormattableString)$"1 item is missing: {tally.Photographed} photographed, {asking}"
                : $"{missing} items are missing: {tally.Photographed} photographed, {asking}");
        }

        if (unread.Count > 0)
        {
            gaps.Add(unread.Count == 1
                ? (FormattableString)$"1 item has no photo that could be read: {unread[0]}"
                : $"{unread.Count} items have no photo that could be read: {Names.Some(unread, MostNamed)}");
        }

        if (twins.Count > 0)
        {
            gaps.Add(twins.Count == 1
                ? (FormattableString)$"1 item has no photo of its own, only the same file as another item's: {twins[0]}"
                : $"{twins.Count} items have no photo of their own, only the same files as other items': {Names.Some(twins, MostNamed)}");
        }

        if (onlyContext.Count > 0)
        {
            gaps.Add(onlyContext.Count == 1
                ? (FormattableString)$"1 item has photos of its packing, a label or a scale alone: {onlyContext[0]}"
                : $"{onlyContext.Count} items have photos of their packing, a label or a scale alone: {Names.Some(onlyContext, MostNamed)}");
        }

        if (lacking.Count > 0)
        {
            var named = Names.Some([.. lacking.Select(item => $"{item.Name} ({string.Join(", ", item.MissingViews)})")], MostNamed);
            gaps.Add(lacking.Count == 1
                ? (FormattableString)$"1 item lacks a view that was agreed: {named}"
                : $"{lacking.Count} items lack a view that was agreed: {named}");
        }

        var whole = terms.RequiredViewsOf(lot.Name).Count > 0
            ? (FormattableString)$"{SectionReading.Items(tally.Photographed)} photographed, each in every view that was agreed"
            : $"{SectionReading.Items(tally.Photographed)} photographed, each with a photo that could be read";
        return gaps.Count == 0 ? Section(SectionAnswer.Pass, [whole])
            : !isDecided ? Section(SectionAnswer.Pending, gaps) with { Missing = missing }
            : Section(SectionAnswer.Pass, [.. gaps.Select(gap => (FormattableString)$"{gap}; this cannot change the verdict")]) with { Missing = missing, HasGaps = true };

        LotSection Section(SectionAnswer answer, IReadOnlyList<FormattableString> reasons) => new(SectionKind.QuantityAndPhotos, isRequired, answer, reasons) { Items = tally.Photographed };
    }
}
