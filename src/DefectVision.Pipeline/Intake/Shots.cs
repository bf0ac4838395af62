using System.Text.RegularExpressions;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>Files of one shot: the raw or HEIC file that a camera writes beside its JPEG, and the copy that somebody edited. One of them counts.</summary>
internal static partial class Shots
{
    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { ".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf", ".pef", ".srw" };
    private static readonly HashSet<string> Phone = new(StringComparer.OrdinalIgnoreCase) { ".heic", ".heif", ".avif", ".jxl" };

    /// <summary>The files, of which those that repeat the shot of another in the same folder became its attachments.</summary>
    public static IReadOnlyList<FoundFile> Told(IReadOnlyList<FoundFile> files)
    {
        var repeats = files
            .Where(file => (file.Decided is null || Companions.IsPlaceholder(file.Path)) && PhotoName.PromisesPhoto(Companions.PhotoPath(file.Path)))
            .GroupBy(file => KeyOf(Companions.PhotoPath(file.Path)), StringComparer.OrdinalIgnoreCase)
            .SelectMany(Repeats)
            .ToDictionary(pair => pair.Path, pair => pair.Counts, StringComparer.Ordinal);
        return [.. files.Select(file => repeats.TryGetValue(file.Path, out var counts) ? file.Decide(PhotoOutcome.Attachment, $"the same shot as {counts}, which counts") : file)];
    }

    /// <summary>Whether a name promises a camera's RAW.</summary>
    public static bool IsRaw(string path) => Raw.Contains(Path.GetExtension(path));

    /// <summary>A file name without its ending and without what marks it as an edited copy.</summary>
    public static string NameOf(string stem) =>
        EditedByPhone().Match(stem) is { Success: true } phone ? phone.Groups[1].Value + phone.Groups[2].Value
        : Edited().Match(stem) is { Success: true } edited ? edited.Groups[1].Value
        : stem;

    private static IEnumerable<(string Path, string Counts)> Repeats(IEnumerable<FoundFile> alike)
    {
        var shot = alike.OrderBy(Rank).ThenBy(file => file.Path, StringComparer.Ordinal).ToList();
        return shot.Skip(1).Where(file => Rank(file) > Rank(shot[0]) || IsEdited(file)).Select(file => (file.Path, Path.GetFileName(shot[0].Path)));
    }

    // A photo that is surely read counts before one that may not be; then the original before what was made of it.
    private static int Rank(FoundFile file) => IsEdited(file) ? Format(file) + 1 : Format(file);

    private static int Format(FoundFile file) =>
        Companions.IsPlaceholder(file.Path) ? 6 : IsRaw(file.Path) ? 4 : Phone.Contains(Path.GetExtension(file.Path)) ? 2 : 0;

    private static bool IsEdited(FoundFile file) => Path.GetFileNameWithoutExtension(Companions.PhotoPath(file.Path)) is var stem && NameOf(stem) != stem;

    private static string KeyOf(string path) => path[..(path.LastIndexOf('/') + 1)] + NameOf(Path.GetFileNameWithoutExtension(path));

    // IMG_E0009 is IMG_0009 as it was edited.
    [GeneratedRegex(@"^(IMG_)E(\d{4,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditedByPhone();

    // IMG_0009-edited, IMG_0009_edit (2), IMG_0009~2.
    [GeneratedRegex(@"^(.+?)([-_ ]+\(?(edited|edit|bearbeitet|editado|editada|modifi[eé]e?|modificato|已编辑|已修改|编辑)\)?([ -]?\(?\d{1,2}\)?)?|~\d{1,2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Edited();
}
