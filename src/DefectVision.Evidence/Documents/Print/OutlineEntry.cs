namespace DefectVision.Evidence.Documents.Print;

/// <summary>A line of the outline.</summary>
/// <param name="Title">The heading's letters.</param>
/// <param name="Depth">0 for sections, 1 for what stands in one.</param>
/// <param name="Anchor">The named destination.</param>
internal sealed record OutlineEntry(string Title, int Depth, string Anchor);
