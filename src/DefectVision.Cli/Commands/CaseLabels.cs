using DefectVision.Cases;
using DefectVision.Cases.Teaching;
using DefectVision.Training.Labels;

namespace DefectVision.Cli.Commands;

/// <summary>What persons answered in cases, as labels to learn from.</summary>
internal static class CaseLabels
{
    /// <param name="folders">Cases as they were named; one named twice counts once.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or the photos are no longer where they were inspected.</exception>
    /// <exception cref="CaseException">It is no finished inspection, or nobody answered.</exception>
    public static IReadOnlyList<GivenLabels> Of(IEnumerable<string> folders, SessionContext context) =>
        [.. folders.Select(given => CaseArgument.Folder(given)).Distinct(StringComparer.Ordinal).Select(folder => Given(Casework.Answers(folder, context.Case())))];

    private static GivenLabels Given(AnsweredPhotos answered) => new(answered.Inspection, answered.ToString(), [.. answered.Photos.Select(photo => Given(photo, answered))])
    {
        Looked = answered.Inspected,
    };

    private static GivenLabel Given(AnsweredPhoto photo, AnsweredPhotos answered)
    {
        var origin = new PhotoOrigin(answered.Case, answered.Inspection, photo.Lot, photo.Item, photo.View, string.Join("; ", photo.Readers), photo.Answered);
        return new GivenLabel(photo.FullPath, $"{answered.Inspection}/{photo.Path}", photo.Sha256, photo.IsGood, photo.DefectClass, origin.Group) { Origin = origin, Regions = photo.Regions };
    }
}
