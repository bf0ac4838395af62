using DefectVision.History;
using DefectVision.Imaging.Likeness;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Cases.Remembering;

/// <summary>By what the photos of a case are known when they come again.</summary>
internal static class CasePrints
{
    /// <summary>Of the photos that show goods of a lot, and were not changed since they were read.</summary>
    public static IReadOnlyList<(string Path, string Sha256, Fingerprint? Print)> Of(OpenedCase opened)
    {
        var known = Read(opened.Folder);
        return
        [
            .. opened.Record.Files.Where(file => file is { IsReadable: true, Place: not null, Sha256: not null } && known.TryGetValue(file.Path, out var look) && look.Sha256 == file.Sha256)
                .Select(file => (file.Path, file.Sha256!, known[file.Path].Print)),
        ];
    }

    /// <summary>As a history keeps them.</summary>
    public static PhotoPrints Kept(OpenedCase opened)
    {
        var photos = Of(opened);
        return photos.Count == 0 ? PhotoPrints.None
            : new PhotoPrints([.. photos.Select(photo => photo.Path)], [.. photos.SelectMany(photo => Convert.FromHexString(photo.Sha256))], [.. photos.SelectMany(photo => Sketch.Of(photo.Print))]);
    }

    /// <summary>Whether a case keeps them.</summary>
    public static bool AreIn(string folder) => JournalPrints.AreIn(folder);

    /// <summary>Empty where the journal is gone or another version wrote it: the case stands without it.</summary>
    public static IReadOnlyDictionary<string, (string Sha256, Fingerprint? Print)> Read(string folder)
    {
        try
        {
            return JournalPrints.Of(folder);
        }
        catch (Exception fault) when (fault is IntakeException or IOException or UnauthorizedAccessException)
        {
            return new Dictionary<string, (string, Fingerprint?)>();
        }
    }
}
