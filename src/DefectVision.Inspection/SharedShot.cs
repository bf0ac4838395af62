namespace DefectVision.Inspection;

/// <summary>Two photos of two items whose pictures show the same shot: re-encoded, resized, mirrored, turned or cropped. Perhaps the items are one.</summary>
/// <param name="First">The earlier photo in path order.</param>
/// <param name="Second">The other; its item counts as good until a person says that the two are different.</param>
/// <param name="IsSettled">A person has said so of one of the two items.</param>
public sealed record SharedShot(InspectedFile First, InspectedFile Second, bool IsSettled);
