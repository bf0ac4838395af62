using DefectVision.Imaging.Likeness;

namespace DefectVision.Pipeline.Journalling;

/// <summary>What the photos of an inspection are known by when they come again, as its journal keeps it.</summary>
public static class JournalPrints
{
    /// <summary>The name of the journal in the folder of an inspection's outputs.</summary>
    public const string FileName = Journal.FileName;

    /// <summary>Whether there is a journal.</summary>
    /// <param name="folder">Of the inspection's outputs.</param>
    public static bool AreIn(string folder) => File.Exists(Path.Combine(folder, Journal.FileName));

    /// <param name="folder">Of the inspection's outputs.</param>
    /// <returns>By the path of the photo: the digest of the file that was read (lower-case hex), and its fingerprint, null where it is one even area.</returns>
    /// <exception cref="FileNotFoundException">There is no journal.</exception>
    /// <exception cref="Intake.IntakeException">It is none of this version.</exception>
    public static IReadOnlyDictionary<string, (string Sha256, Fingerprint? Print)> Of(string folder) =>
        Journal.EntriesOf(folder).Values.Where(entry => entry is { Sha256: not null, Look: not null })
            .ToDictionary(entry => entry.Path, entry => (entry.Sha256!, Fingerprint.From(entry.Look!.Print)), StringComparer.Ordinal);
}
