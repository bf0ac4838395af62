namespace DefectVision.Inspection.Judging;

/// <summary>What a reader must know of a lot besides its verdict.</summary>
internal static class LotRemarks
{
    public static List<FormattableString> Of(Lot lot, LotTally tally, IEnumerable<LotSection> sections, AgreedTerms terms)
    {
        var remarks = new List<FormattableString>();
        if (lot.ItemSource == ItemSource.EachPhoto && lot.Items.Count > 0)
        {
            remarks.Add($"Nothing tells which photos show the same item: each photo was taken for an item of its own. Several photos of one item make every rate wrong.");
        }

        if (lot.Size is null)
        {
            remarks.Add(terms.NeedsStandard
                ? $"Lot size not given: bounds hold for a lot of any size, and no plan of the standard applies."
                : (FormattableString)$"Lot size not given: bounds hold for a lot of any size.");
        }

        foreach (var reading in sections.SelectMany(section => section.Readings).Where(reading => reading.ReturnsToNormal).DistinctBy(reading => reading.Severity))
        {
            remarks.Add($"Inspection returns to normal for the next lot: the {reading.Severity.InWords} defects are more than Ac {reading.AcceptanceNumber} and fewer than Re {reading.RejectionNumber} of reduced inspection.");
        }

        if (terms.RequiredViewsOf(lot.Name).Where(view => lot.Items.Count > 0 && lot.Items.All(item => item.MissingViews.Contains(view))).ToList() is { Count: > 0 } unseen)
        {
            var told = lot.Items.SelectMany(item => item.Photos.Concat(item.Context)).Select(photo => photo.Place?.View ?? string.Empty).Where(view => view.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            remarks.Add(told.Count > 0
                ? $"No photo of this lot shows a view that was agreed: {string.Join(", ", unseen)}. The views told by its names are: {Names.Some(told)}."
                : (FormattableString)$"No photo of this lot shows a view that was agreed: {string.Join(", ", unseen)}. No view is told by its names: 017_front.jpg shows the front of item 017.");
        }

        if (lot.Draw is { } draw)
        {
            remarks.Add($"Checked against the draw list: {draw.Drawn} items drawn, {NotPhotographed(draw.Missing)}, {NotDrawn(draw.Extra)}.");
            if (draw.List.FirstStage is { } first)
            {
                remarks.Add($"The draw list has two stages, {first} items and {draw.Drawn - first} more. No plan of the agreement is read in stages: the items of both count together, and those that were not photographed are not decided.");
            }

            if (lot.Cartons is { } cartons)
            {
                remarks.Add($"Cartons were drawn, {cartons.Opened} of {draw.List.CartonsInLot ?? 0}, and items in them. Items of one carton are often alike, so the bounds of this lot count cartons, not items, and hold however the defects lie. The chances of acceptance of a sampling plan are not told: they hold for items drawn one by one.");
            }

            if (draw.DoubtOf(lot.Size) is { } doubt)
            {
                remarks.Add(doubt);
            }
        }

        if (lot.SharedPhotos.Count > 0)
        {
            remarks.Add($"The same photo stands for two items: {Names.Some(lot.SharedPhotos)}. No bound of this lot is called guaranteed.");
        }

        if (lot.SettledPhotos.Count > 0)
        {
            remarks.Add($"The same photo stands for two items, and persons answered for each of them: {Names.Some(lot.SettledPhotos)}.");
        }

        remarks.AddRange(ShotRemarks.Of(lot));
        remarks.AddRange(TrainedOn.Remarks(lot));
        var outside = lot.Items.SelectMany(item => item.Photos).Where(photo => photo.Finding?.OutsideTrainedRange is not null).ToList();
        if (outside.Count > 0)
        {
            remarks.Add($"Photos unlike those the model learned from, so that nobody has measured how it answers there: {outside.Count}, such as {outside[0].Path} ({outside[0].Finding!.OutsideTrainedRange}); results.jsonl names each.");
        }

        if (lot.AllItems.Where(item => item.IsPerhapsOtherGoods).Select(item => item.Name).ToList() is { Count: > 0 } other)
        {
            remarks.Add($"Perhaps other goods: {Names.Some(other)}. More than {100 * StrangeGoods.MostOfOnePhoto:0} % of a photo is like none of the good photos that the model learned from, which about one photo in 60 of its own goods reached where that was measured. Look at these items first.");
        }

        if (lot.Strange is { } strange)
        {
            remarks.Add($"The model does not know these goods: {PrintedShare.AtLeast(strange.Share)} % of the places of the middle photo are like none of the good photos it learned from; of goods that it knows it is at most {PrintedShare.AtMost(strange.Most)} %. It would flag {strange.Flagged} of {lot.Items.Count} items, and that decides nothing.");
        }

        if (tally.Undecided > 0)
        {
            var items = tally.Undecided == 1 ? (FormattableString)$"1 item is undecided" : $"{tally.Undecided} items are undecided";
            var why = lot.Items.Where(item => item.IsUndecided).Select(item => Undecided(item, tally)).DistinctBy(cause => cause.Format).Aggregate((first, second) => $"{first}, {second}");
            remarks.Add(tally.Scored == 0
                ? (FormattableString)$"{items} ({why}): counted as good in lower bounds, and open in the verdict."
                : $"{items} ({why}): counted as clear in lower bounds and as flagged in upper bounds.");
        }

        return remarks;
    }

    // The one cause that an item is counted by, so that no cause is named which no item of the lot has.
    private static FormattableString Undecided(Item item, LotTally tally) => item switch
    {
        { IsSuspectedDuplicate: true } => $"perhaps another item once more",
        { HasOnlyContext: true } => $"with photos of packing, a label or a scale alone",
        { HasReadablePhoto: false } => $"without a readable photo",
        { Standing: ItemStanding.TooCloseToCall } => $"too close to call",
        { LacksViews: true } => $"without a view that was agreed",
        _ => tally.Scored == 0 ? $"not looked at by a person" : (FormattableString)$"not scored",
    };

    private static FormattableString NotPhotographed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => $"none not photographed",
        _ => $"{names.Count} not photographed: {Names.Some(names)}",
    };

    private static FormattableString NotDrawn(IReadOnlyList<string> names) => names.Count switch
    {
        0 => $"none photographed and not drawn",
        _ => $"{names.Count} photographed and not drawn (shown, and counted in no statement about the lot): {Names.Some(names)}",
    };
}
