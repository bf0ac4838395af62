using System.Globalization;
using DefectVision.Inference;

namespace DefectVision.Training.Labels.Doctor;

/// <summary>Looks at a labelled set before a model learns from it, and names what a person should know.</summary>
public sealed class LabelDoctor
{
    /// <summary>Groups of a side below which nothing can be measured.</summary>
    private const int FewestGroups = 2;
    private const int FewestGroupsOfAClass = 5;

    /// <summary>Photos that hang together as almost one picture, and the share of the set that they are, above which they are taken for goods that look alike.</summary>
    private const int MostCopies = 8;
    private const int ShareOfCopies = 10;

    /// <summary>Photos that a sentence names; the finding holds them all.</summary>
    private const int MostNamed = 4;

    private readonly LabelledSet _set;
    private readonly IReadOnlyList<LabelledPhoto> _heldOut;
    private readonly string? _root;
    private readonly List<LabelFinding> _findings = [];

    private LabelDoctor(LabelledSet set, string? folder)
    {
        _set = set;
        _heldOut = folder is null ? [] : set.Beside(folder, "test");
        _root = folder is null ? null : Path.GetFullPath(folder);
    }

    /// <param name="set">The part that is learned from, as it was read. Where the set has a test part too, its photos are held against it.</param>
    /// <param name="folder">Its folder, from which photos are named; null: it has none, and each photo says how it is known.</param>
    /// <param name="progress">Told how far the photos are read.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Errors first, each severity in the order of <see cref="FindingKind"/>.</returns>
    public static IReadOnlyList<LabelFinding> Examine(LabelledSet set, string? folder, IProgress<TrainingProgress>? progress, CancellationToken cancel) =>
        new LabelDoctor(set, folder).Examine(progress, cancel);

    /// <summary>Ends what must not go on with such labels.</summary>
    /// <param name="found">From <see cref="Examine(LabelledSet, string?, IProgress{TrainingProgress}?, CancellationToken)"/>.</param>
    /// <param name="folder">The set, as a person names it.</param>
    /// <param name="accepted">A person has accepted what was found.</param>
    /// <param name="what">What would go on, such as "learn".</param>
    /// <exception cref="DatasetException">There is an error among the findings that nobody accepted.</exception>
    public static void RefuseErrors(IReadOnlyList<LabelFinding> found, string folder, bool accepted, string what)
    {
        var errors = found.Where(finding => finding.Severity == FindingSeverity.Error).ToList();
        if (errors.Count > 0 && !accepted)
        {
            throw new DatasetException(Text(
                $"{folder}: found {(errors.Count == 1 ? "an error in its labels" : Text($"{errors.Count} errors in its labels, the first"))}: {errors[0].Text}; mend the labels, or {what} all the same with --accept-findings"));
        }
    }

    private IReadOnlyList<LabelFinding> Examine(IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var looks = Looking.At([.. _set.Photos, .. _heldOut], progress, cancel);
        var (learned, heldOut) = (looks.Take(_set.Photos.Count).ToList(), looks.Skip(_set.Photos.Count).Where(look => look.Print is not null).ToList());
        var seen = learned.Where(look => look.Print is not null).ToList();
        foreach (var look in learned.Where(look => look.Print is null))
        {
            Warn(FindingKind.Unreadable, $"{Name(look.Photo)}: found a file that gives no picture ({look.Reason}), wanted a whole photo; it is left out", [look.Photo]);
        }

        foreach (var fault in _set.Faults)
        {
            Find(FindingSeverity.Error, FindingKind.Unusable, $"{fault}; it is left out", []);
        }

        if (_set.Unlabelled.Count > 0)
        {
            _findings.Add(new LabelFinding(
                FindingSeverity.Warning,
                FindingKind.Unlabelled,
                Text($"found {_set.Unlabelled.Count} photos without a label ({Named(_set.Unlabelled)}), wanted a label each; they are passed over"),
                _set.Unlabelled));
        }

        var photos = seen.Select(look => look.Photo).ToList();
        ExactDuplicates(photos);
        Near(seen, heldOut, cancel);
        SmallClasses(photos);
        return [.. _findings.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Kind)];
    }

    private void ExactDuplicates(IReadOnlyList<LabelledPhoto> photos)
    {
        foreach (var same in photos.GroupBy(photo => photo.Sha256).Where(same => same.Count() > 1))
        {
            var classes = same.Select(photo => photo.Label).Distinct().ToList();
            var groups = same.Select(photo => photo.Group).Distinct().Count();
            if (classes.Count > 1)
            {
                // Good and defective contradict each other; two defects may be in one photo, and only the class is then learned badly.
                var severity = classes.Contains(LabelledPhoto.Good) ? FindingSeverity.Error : FindingSeverity.Warning;
                Find(severity, FindingKind.ConflictingLabels, Text($"{Listed(same)}: found the same bytes under {classes.Count} labels, wanted one"), same);
            }
            else
            {
                var split = groups > 1 ? ", in several groups, so that a split may learn from one and be measured on another" : string.Empty;
                Warn(FindingKind.ExactDuplicates, Text($"{Listed(same)}: found the same bytes {same.Count()} times{split}, wanted each photo once"), same);
            }
        }
    }

    // Copies to the byte have been named; of each part one of them stands for all.
    private void Near(IReadOnlyList<Look> seen, IReadOnlyList<Look> heldOut, CancellationToken cancel)
    {
        var learned = seen.DistinctBy(look => look.Photo.Sha256).ToList();
        var different = learned.Concat(heldOut.DistinctBy(look => look.Photo.Sha256)).ToList();
        foreach (var near in NearDuplicates.Of([.. different.Select(look => look.Print!)], cancel))
        {
            if (near.Count > Math.Max(MostCopies, different.Count / ShareOfCopies))
            {
                var alike = near.Select(at => different[at].Photo).ToList();
                Warn(FindingKind.TooAlike, Text($"{Listed(alike)}: found {alike.Count} photos that are almost one picture, wanted copies taken out by hand: they cannot be told from goods under a fixed camera"), alike);
                continue;
            }

            var photos = near.Where(at => at < learned.Count).Select(at => different[at].Photo).ToList();
            if (photos.Count > 0 && photos.Count < near.Count)
            {
                Warn(
                    FindingKind.DuplicatesAcrossParts,
                    $"{Listed(near.Select(at => different[at].Photo))}: found almost the same picture in what is learned from and in what is held out, wanted it in one of them, or what is measured there flatters",
                    near.Select(at => different[at].Photo));
            }

            NearWithin(photos);
        }
    }

    private void NearWithin(IReadOnlyList<LabelledPhoto> photos)
    {
        if (photos.DistinctBy(photo => photo.Label).Skip(1).Any())
        {
            Warn(FindingKind.NearDuplicatesAcrossClasses, $"{Listed(photos)}: found almost the same picture under several labels, wanted one label a picture", photos);
        }
        else if (photos.DistinctBy(photo => photo.Group).Skip(1).Any())
        {
            Warn(
                FindingKind.NearDuplicatesAcrossGroups,
                $"{Listed(photos)}: found almost the same picture in several groups, so that it may stand on both sides of a split, wanted them in one group",
                photos);
        }
    }

    private void SmallClasses(IReadOnlyList<LabelledPhoto> photos)
    {
        foreach (var side in photos.GroupBy(photo => photo.IsGood))
        {
            var name = side.Key ? $"'{LabelledPhoto.Good}'" : "all defect classes together";
            var groups = Groups(side);
            if (groups < FewestGroups)
            {
                Find(FindingSeverity.Error, FindingKind.ClassTooSmall, Text($"{name}: found {side.Count()} photos in {groups} group, wanted at least {FewestGroups} groups, or nothing can be measured"), []);
            }

            if (side.Count() < Calibration.FewestPhotos)
            {
                Warn(FindingKind.ClassTooSmall, Text($"{name}: found {side.Count()} photos, wanted at least {Calibration.FewestPhotos}, or a score does not become a probability"), []);
            }
        }

        foreach (var label in _set.Photos.GroupBy(photo => photo.Label))
        {
            var readable = photos.Where(photo => photo.Label == label.Key).ToList();
            if (Groups(readable) is var groups && groups < FewestGroupsOfAClass)
            {
                Warn(
                    FindingKind.ClassTooSmall,
                    Text($"class '{label.Key}': found {readable.Count} readable photos in {groups} groups, wanted at least {FewestGroupsOfAClass}: with fewer, nobody knows how well it is told from the others"),
                    []);
            }
        }
    }

    private static int Groups(IEnumerable<LabelledPhoto> photos) => photos.DistinctBy(photo => photo.Group).Count();

    private void Warn(FindingKind kind, string text, IEnumerable<LabelledPhoto> photos) => Find(FindingSeverity.Warning, kind, text, photos);

    private void Find(FindingSeverity severity, FindingKind kind, string text, IEnumerable<LabelledPhoto> photos) =>
        _findings.Add(new LabelFinding(severity, kind, text, [.. photos.Select(photo => photo.Path).Order(StringComparer.Ordinal)]));

    private string Listed(IEnumerable<LabelledPhoto> photos) => More([.. photos.OrderBy(photo => photo.Path, StringComparer.Ordinal).Select(photo => $"{Name(photo)} ({photo.Label})")]);

    private string Named(IReadOnlyList<string> paths) => More([.. paths.Select(Name)]);

    private static string More(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? Text($" and {names.Count - MostNamed} more") : string.Empty);

    private string Name(LabelledPhoto photo) => photo.ShownAs ?? Name(photo.Path);

    private string Name(string path) => _root is null ? path : Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
