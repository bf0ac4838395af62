using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>Files that come with photos and are none, by their endings: videos and documents are attachments, sidecars are named.</summary>
internal static class Companions
{
    private const string Placeholder = ".icloud";
    private const string Document = "a document";

    private static readonly Dictionary<string, (PhotoOutcome Outcome, string What)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [Placeholder] = (PhotoOutcome.Unreadable, "a placeholder: the photo is still in iCloud; download it and inspect again"),
    };

    static Companions()
    {
        Add(PhotoOutcome.Attachment, "a video", ".mp4", ".mov", ".m4v", ".avi", ".3gp", ".mkv", ".webm", ".mts", ".m2ts", ".wmv", ".mpg", ".mpeg", ".insv", ".lrv");
        Add(PhotoOutcome.Attachment, "a sound recording", ".m4a", ".mp3", ".wav", ".amr", ".aac");
        Add(PhotoOutcome.Attachment, Document, ".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".eml", ".msg");
        Add(PhotoOutcome.NotAPhoto, "a sidecar: what a phone, a camera or an editor notes of a photo", ".aae", ".xmp", ".thm", ".pp3", ".dop");
    }

    /// <summary>The file with its outcome, where its ending decides it.</summary>
    public static FoundFile Told(FoundFile file) =>
        file.Decided is null && Kinds.TryGetValue(Path.GetExtension(file.Path), out var kind) ? file.Decide(kind.Outcome, kind.What) : file;

    /// <summary>Whether a name has the ending of a document.</summary>
    public static bool IsDocument(string name) => Kinds.TryGetValue(Path.GetExtension(name), out var kind) && kind.What == Document;

    /// <summary>Whether a name is that of a photo that a phone has left in its cloud.</summary>
    public static bool IsPlaceholder(string name) => name.EndsWith(Placeholder, StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of the photo that a placeholder stands for; of any other file its own.</summary>
    public static string PhotoPath(string path)
    {
        if (!IsPlaceholder(path))
        {
            return path;
        }

        var name = path.LastIndexOf('/') + 1;
        return string.Concat(path.AsSpan(0, name), path.AsSpan(name, path.Length - name - Placeholder.Length).TrimStart('.'));
    }

    private static void Add(PhotoOutcome outcome, string what, params string[] endings)
    {
        foreach (var ending in endings)
        {
            Kinds.Add(ending, (outcome, what));
        }
    }
}
