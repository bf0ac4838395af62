namespace DefectVision.Pipeline.Intake;

/// <summary>A file below its lot.</summary>
/// <param name="File">As found.</param>
/// <param name="Below">Its path without the folders of the lot.</param>
/// <param name="Folders">The folders of it that may be items: none that sorts photos by topic.</param>
/// <param name="IsContext">It lies among photos of the packing, the marks or the whole.</param>
internal sealed record LotFile(FoundFile File, string Below, IReadOnlyList<string> Folders, bool IsContext)
{
    /// <summary>Folders that were not taken for items and keep items of the same name apart.</summary>
    public string Apart { get; init; } = string.Empty;

    /// <summary><see cref="Below"/> without the ending.</summary>
    public string BelowStem => Below[..^Path.GetExtension(Below).Length];

    /// <summary>The file's name without its ending.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Below);
}
