namespace DefectVision.Benchmarks.Verdicts;

/// <summary>How photos are taken, and what the threshold was set on.</summary>
/// <param name="Views">Photos of an item.</param>
/// <param name="Kind">What the threshold was set on.</param>
/// <param name="Good">Good photos or items that it was set on.</param>
/// <param name="Dependence">Correlation of the scores of an item's photos, 0 to 1.</param>
internal sealed record Situation(int Views, CalibrationKind Kind, int Good, double Dependence)
{
    public static IReadOnlyList<Situation> All { get; } =
    [
        .. from views in new[] { 1, 2, 4 }
           from kind in views == 1 ? [CalibrationKind.Photos] : Enum.GetValues<CalibrationKind>()
           from good in new[] { 19, 60, 200 }
           from dependence in views == 1 ? [0.0] : new[] { 0, 0.5 }
           select new Situation(views, kind, good, dependence),
    ];

    public string InWords => Kind switch
    {
        CalibrationKind.Items => "items",
        CalibrationKind.PhotosWithViews => "photos, --views",
        _ => "photos",
    };
}
