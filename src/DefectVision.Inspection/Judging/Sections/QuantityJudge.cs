namespace DefectVision.Inspection.Judging.Sections;

/// <summary>Whether there are as many items, each with a readable photo, as the verdict needs. A gap is pending only where it could change the verdict.</summary>
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
        var found = tally.Items + lot.NotDrawn.Count;
        if (lot.Size < found)
        {
            return Section(SectionAnswer.Pending, [$"found {found} items in a lot whose agreed size is {lot.Size}: one of the two is wrong"]);
        }

        if (tally.Photographed == 0)
        {
            return Section(SectionAnswer.NotInspected, [$"no item of this lot was photographed"]);
        }

        // Where a person has answered for an item, a photo of it would change nothing.
        var workmanship = others.Single(section => section.Kind == SectionKind.Workmanship);
        var wanted = Math.Max(workmanship.Readings.Max(reading => reading.SampleSize) ?? 0, lot.Draw is null ? 0 : tally.Items);
        var unread = lot.Items.Where(item => item is { Photos.Count: > 0, HasReadablePhoto: false, Review: null }).Select(item => item.Name).ToList();
        var missing = Math.Max(0, wanted - lot.Items.Count(item => item.HasReadablePhoto || item.Review is not null) - unread.Count);
        var isOpen = workmanship.Answer is SectionAnswer.Pending or SectionAnswer.NotInspected && others.All(section => section.Answer != SectionAnswer.Fail);
        List<FormattableString> gaps = [];
        if (missing > 0)
        {
            FormattableString asking = lot.Draw is null ? $"the plan asks for {wanted}" : (FormattableString)$"{wanted} were drawn";
            gaps.Add(missing == 1
                ? (FormattableString)$"1 item is missing: {tally.Photographed} photographed, {asking}"
                : $"{missing} items are missing: {tally.Photographed} photographed, {asking}");
        }

        if (unread.Count > 0)
        {
            gaps.Add($"{unread.Count} items have no photo that could be read: {Names.Some(unread, MostNamed)}");
        }

        return gaps.Count == 0 ? Section(SectionAnswer.Pass, [$"{tally.Photographed} items photographed, each with a photo that could be read"])
            : isOpen ? Section(SectionAnswer.Pending, gaps)
            : Section(SectionAnswer.Pass, [.. gaps.Select(gap => (FormattableString)$"{gap}; this cannot change the verdict")]);

        LotSection Section(SectionAnswer answer, IReadOnlyList<FormattableString> reasons) => new(SectionKind.QuantityAndPhotos, isRequired, answer, reasons) { Items = tally.Photographed };
    }
}
