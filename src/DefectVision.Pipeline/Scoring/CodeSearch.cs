using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Codes;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Scoring;

/// <summary>
/// Which photos are searched for codes, and how closely. It is settled by the names of all files, before one is opened: what is read of a photo depends on the files
/// alone, and the work is bounded by a count, not by time.
/// </summary>
internal sealed class CodeSearch
{
    /// <summary>Photos of a lot that are named like labels or cartons and are searched in full size, the first in path order.</summary>
    public const int MostLabels = 24;

    /// <summary>Other photos of a lot, the first in path order, that are searched closely where they show anything like a code.</summary>
    public const int MostOthers = 8;

    /// <summary>Other photos of a lot that are searched as they were decoded, evenly spread over the path order, so that the cost of a large lot is bounded.</summary>
    public const int MostSearched = 128;

    private readonly HashSet<string> _close;
    private readonly HashSet<string> _searched;

    /// <param name="files">Every file found.</param>
    /// <param name="isOn">False: no photo is searched.</param>
    public CodeSearch(IReadOnlyList<FoundFile> files, bool isOn)
    {
        var lots = files
            .Where(file => PhotoName.PromisesPhoto(file.Path) && (file.Decided is null || file.IsContext))
            .GroupBy(file => file.Place?.Lot ?? file.NearLot)
            .SelectMany(lot => lot.Select(file => file.Path).Order(StringComparer.Ordinal).GroupBy(IsOfLabel))
            .ToList();
        _close = isOn ? [.. lots.SelectMany(paths => paths.Take(paths.Key ? MostLabels : MostOthers))] : [];
        _searched = isOn ? [.. lots.SelectMany(paths => paths.Key ? paths.ToList() : Spread([.. paths])), .. _close] : [];
    }

    /// <summary>Whether a photo is named like a label or a carton: its codes may be small.</summary>
    public static bool IsOfLabel(string path) => LabelWords.AreIn(path) || path.Split('/')[..^1].Any(Topic.IsContext);

    /// <summary>Whether a photo is searched at all. One whose name promises no photo is not.</summary>
    public bool IsSearched(string path) => _searched.Contains(path);

    /// <summary>Whether a photo is searched closely.</summary>
    public bool IsClose(string path) => _close.Contains(path);

    /// <summary>Whether a file that is not scored is opened for its codes: a photo of packing or marks, one of those that are searched closely.</summary>
    public bool Opens(FoundFile file) => file.IsContext && IsClose(file.Path);

    /// <summary>Whether what an earlier run journalled of a file tells all that this run wants to know of its codes.</summary>
    public bool IsTold(JournalEntry earlier) =>
        !IsSearched(earlier.Path) || earlier.Outcome is not (PhotoOutcome.Scored or PhotoOutcome.Read or PhotoOutcome.Attachment) || earlier.Codes?.IsClose == IsClose(earlier.Path);

    /// <summary>An entry of an earlier run as this run writes it: without codes where none are looked for.</summary>
    public JournalEntry Told(JournalEntry earlier) => IsSearched(earlier.Path) ? earlier : earlier with { Codes = null };

    private static IEnumerable<string> Spread(List<string> paths) =>
        paths.Count <= MostSearched ? paths : Enumerable.Range(0, MostSearched).Select(at => paths[(int)((long)at * paths.Count / MostSearched)]);
}
