namespace DefectVision.Training.Labels.Layouts;

/// <summary>The members of a COCO detection file that are used.</summary>
internal sealed record CocoFile(IReadOnlyList<CocoImage> Images, IReadOnlyList<CocoAnnotation> Annotations, IReadOnlyList<CocoCategory> Categories);

internal sealed record CocoImage(long Id, string FileName);

/// <param name="Bbox">Left, top, width, height in pixels; null where the annotation is only an outline or a class.</param>
internal sealed record CocoAnnotation(long ImageId, long CategoryId, IReadOnlyList<double>? Bbox = null);

internal sealed record CocoCategory(long Id, string Name);
