namespace DefectVision.Inspection.Agreements;

/// <summary>The shot list: which pictures of every item were agreed, and which pictures show no workmanship.</summary>
/// <param name="Required">Views that every item must have, as they are written; null: not said.</param>
/// <param name="Context">Views that are kept and not scored; null: those of packing, labels and measuring (<see cref="ViewName.IsUsualContext"/>). An empty list: every view is scored.</param>
public sealed record AgreedViews(IReadOnlyList<string>? Required, IReadOnlyList<string>? Context)
{
    public static AgreedViews None { get; } = new(null, null);

    /// <summary>These, and where nothing is said, the others.</summary>
    public AgreedViews Or(AgreedViews others) => new(Required ?? others.Required, Context ?? others.Context);
}
