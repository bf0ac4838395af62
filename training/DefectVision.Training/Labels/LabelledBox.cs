namespace DefectVision.Training.Labels;

/// <summary>Where a person saw a defect: an upright rectangle in pixels of the upright photo, origin at its top left corner.</summary>
/// <param name="Class">The defect class.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
public sealed record LabelledBox(string Class, double X, double Y, double Width, double Height);
