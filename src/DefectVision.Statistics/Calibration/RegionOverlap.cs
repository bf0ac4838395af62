namespace DefectVision.Statistics.Calibration;

/// <summary>
/// How well scores of places trace nonconforming regions: the share of a region that is found, averaged over the regions so that a small one weighs as much as a
/// large one, against the share of places outside that are called suspicious; the area below that curve up to a limit.
/// </summary>
/// <remarks>Source: Bergmann, Fauser, Sattlegger and Steger 2020, CVPR, Uninformed Students, section 4 (per-region overlap, 30 %).</remarks>
public static class RegionOverlap
{
    /// <summary>The limit of the source.</summary>
    public static Rate UsualLimit { get; } = new(0.3);

    /// <param name="places">At least one inside a region and one outside; no score NaN.</param>
    /// <param name="limit">Largest share of places outside, above 0. The area is divided by it.</param>
    /// <returns>0..1; half of the limit for scores that say nothing.</returns>
    public static Probability Area(IReadOnlyCollection<ScoredPlace> places, Rate limit)
    {
        if (!(limit.Value > 0))
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "Wanted a limit above 0.");
        if (places.Any(place => double.IsNaN(place.Score)))
            throw new ArgumentException("A score is not a number.", nameof(places));
        var sizes = places.GroupBy(place => place.Region).ToDictionary(region => region.Key, region => region.Sum(place => place.Weight));
        var regions = sizes.Count - (sizes.ContainsKey(ScoredPlace.Outside) ? 1 : 0);
        if (regions == 0 || regions == sizes.Count)
            throw new ArgumentException("Wanted at least one place inside a region and one outside.", nameof(places));
        var sorted = places.OrderByDescending(place => place.Score).ToArray();
        var (foundOutside, falseAlarms, overlap, area) = (0L, 0.0, 0.0, 0.0);
        for (int from = 0, to; ; from = to)
        {
            var gained = 0.0;
            for (to = from; to < sorted.Length && sorted[to].Score == sorted[from].Score; to++)
            {
                if (sorted[to].Region == ScoredPlace.Outside)
                    foundOutside += sorted[to].Weight;
                else
                    gained += (double)sorted[to].Weight / sizes[sorted[to].Region] / regions;
            }
            var next = (double)foundOutside / sizes[ScoredPlace.Outside];
            if (next >= limit.Value)
            {
                // Where the last step crosses the limit, the curve is cut on the straight line between its ends.
                var width = limit.Value - falseAlarms;
                area += width * (overlap + gained * width / (next - falseAlarms) / 2);
                return Probability.Clamped(area / limit.Value);
            }
            area += (next - falseAlarms) * (overlap + gained / 2);
            (falseAlarms, overlap) = (next, overlap + gained);
        }
    }
}
