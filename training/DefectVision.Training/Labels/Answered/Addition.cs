using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Imaging.Likeness;
using DefectVision.Training.Labels.Layouts;

namespace DefectVision.Training.Labels.Answered;

/// <summary>One addition to a set: takes the labels up, finds the same shots, places the photos, and only then writes.</summary>
internal sealed class Addition
{
    private readonly string _folder;
    private readonly IReadOnlyList<GivenLabels> _given;
    private readonly double _heldOut;
    private readonly ClassSpelling _spelling;
    private readonly List<KeptPhoto> _photos;
    private readonly Dictionary<string, KeptPhoto> _known;
    private readonly ILookup<string, string> _putInByHand;
    private readonly byte[] _listed;
    private readonly List<string> _unusable = [];
    private readonly HashSet<string> _alreadyThere = new(StringComparer.Ordinal);
    private List<string> _sameShots = [];

    /// <param name="folder">The set's full path.</param>
    /// <param name="given">Labels of each case.</param>
    /// <param name="heldOut">Share of new groups that is held out.</param>
    public Addition(string folder, IReadOnlyList<GivenLabels> given, double heldOut)
    {
        (_folder, _given, _heldOut) = (folder, given, heldOut);
        var lines = AnswerList.Read(folder);
        _listed = AnswerList.Bytes(lines);
        var places = SetPath.Photos(folder).ToLookup(AnswerLine.NameOf, StringComparer.Ordinal);
        _photos =
        [
            .. lines.GroupBy(line => line.Sha256, StringComparer.Ordinal).Select(said => new KeptPhoto(said.Key)
            {
                Lines = [.. said],
                Now = places[said.First().Name] is var found && found.Contains(said.First().Path) ? said.First().Path : found.FirstOrDefault(),
            }),
        ];
        _known = _photos.ToDictionary(photo => photo.Sha256, StringComparer.Ordinal);
        var listed = _photos.Select(photo => photo.Name).ToHashSet(StringComparer.Ordinal);
        _putInByHand = places.Where(name => !listed.Contains(name.Key)).SelectMany(name => name).ToLookup(path => Sha256Of(Path.Combine(folder, path)), StringComparer.Ordinal);
        var labelsByFolder = KeptPhoto.LabelsByFolder(lines);
        _spelling = new ClassSpelling(
            [
                LabelledPhoto.Unnamed, .. lines.Select(line => line.Label).Where(label => label.Length > 0),
                .. places.SelectMany(name => name).Select(SetPath.FolderOf).Where(name => name.Length > 0 && !FolderLayout.IsNoClass(name)).Distinct().Select(name => KeptPhoto.LabelOf(name, labelsByFolder)),
            ],
            given.SelectMany(one => one.Labels).Select(label => label.DefectClass).OfType<string>());
    }

    public SetAddition Make(IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        foreach (var given in _given)
        {
            TakeUp(given);
            TakeBack(given);
        }

        var prints = new KeptPrints(_folder);
        var unreadable = prints.Look([.. _photos.Where(photo => (photo.From ?? photo.Now) is not null).Select(photo => (photo.Sha256, photo.From ?? Path.Combine(_folder, photo.Now!)))], progress, cancel);
        foreach (var photo in _photos.Where(photo => photo.From is not null && unreadable.ContainsKey(photo.Sha256)))
        {
            _unusable.Add($"{photo}: {unreadable[photo.Sha256]}");
        }

        _photos.RemoveAll(photo => photo.From is not null && unreadable.ContainsKey(photo.Sha256));
        Join(SameShots(prints, progress, cancel));
        return Place(prints, cancel);
    }

    private void TakeUp(GivenLabels given)
    {
        foreach (var label in given.Labels)
        {
            if (!label.IsGood && label.DefectClass is { } named && ClassRule.IsGood(named))
            {
                _unusable.Add($"{label.ShownAs}: found the defect class '{named}' for a photo that shows a defect, wanted the name of the defect");
                continue;
            }

            var name = label.IsGood ? LabelledPhoto.Good : label.DefectClass is null ? LabelledPhoto.Unnamed : _spelling.Of(label.DefectClass);
            if (_putInByHand[label.Sha256].ToList() is { Count: > 0 } byHand)
            {
                _alreadyThere.Add(label.Sha256);
                if (byHand.Find(path => SetPath.FolderOf(path) is { Length: > 0 } folder && ClassRule.Name(folder, folder) != name) is { } other)
                {
                    _unusable.Add($"{label.ShownAs}: found it labelled {name}, and the same photo as {other}, where a person put it; it stays there");
                }

                continue;
            }

            TakeUp(label, label.Origin!, name);
        }
    }

    private void TakeUp(GivenLabel label, PhotoOrigin origin, string name)
    {
        var source = label.ShownAs[(label.ShownAs.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (!_known.TryGetValue(label.Sha256, out var photo))
        {
            photo = new KeptPhoto(label.Sha256) { From = label.Path };
            _known.Add(label.Sha256, photo);
            _photos.Add(photo);
        }
        else if (photo.From is null)
        {
            _alreadyThere.Add(label.Sha256);
        }

        var at = photo.Lines.FindIndex(line => IsOf(line, origin));
        if (at >= 0)
        {
            // Who answered and when is kept as it was while they say the same.
            if (photo.Lines[at].Label != name || !photo.Lines[at].Regions.SequenceEqual(label.Regions))
            {
                photo.Lines[at] = photo.Lines[at] with { Label = name, Origin = origin, Regions = label.Regions };
            }

            return;
        }

        // A new photo has no folder yet: the placement says it.
        var file = photo.Lines.Count > 0 ? photo.Lines[0].Path : SafeName.OfPhoto(origin, source, label.Sha256, PhotoName.PromisesPhoto(source) ? PhotoFormat.Jpeg : FormatOf(label.Path));
        photo.Lines.Add(new AnswerLine(file, name, origin.Group, photo.Lines.Count > 0 ? photo.Lines[0].Shot : label.Sha256[..16], origin, source, label.Sha256) { Regions = label.Regions });
    }

    // The case holds the photo, and says nothing of it any more.
    private void TakeBack(GivenLabels given)
    {
        var said = given.Labels.Select(label => (label.Sha256, label.Origin!.Case, label.Origin.Shipment, label.Origin.Lot, label.Origin.Item)).ToHashSet();
        var cases = given.Labels.Select(label => (label.Origin!.Case, label.Origin.Shipment)).ToHashSet();
        foreach (var photo in _photos.Where(photo => given.Looked.Contains(photo.Sha256)))
        {
            for (var at = 0; at < photo.Lines.Count; at++)
            {
                var (line, origin) = (photo.Lines[at], photo.Lines[at].Origin);
                if (line.Label.Length > 0 && cases.Contains((origin.Case, origin.Shipment)) && !said.Contains((photo.Sha256, origin.Case, origin.Shipment, origin.Lot, origin.Item)))
                {
                    photo.Lines[at] = line with { Label = string.Empty, Regions = [] };
                }
            }
        }
    }

    // Within one case the inspection has looked already, and asked where it found one.
    private List<(KeptPhoto One, KeptPhoto Other)> SameShots(KeptPrints prints, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        List<KeptPhoto> photos = [.. _photos.Where(photo => photo.From is null && photo.Now is not null), .. _photos.Where(photo => photo.From is not null)];
        var old = photos.Count(photo => photo.From is null);
        if (old == photos.Count)
        {
            return [];
        }

        var search = new LikenessSearch([.. photos.Select(photo => prints.Of(photo.Sha256))]);
        var (before, done) = (new IReadOnlyList<int>[photos.Count - old], 0);
        Parallel.For(0, before.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
        {
            before[at] = search.Before(old + at);
            progress?.Report(new TrainingProgress("looking for the same shots", Interlocked.Increment(ref done), before.Length));
        });
        return
        [
            .. before.SelectMany((found, at) => found.Select(other => (photos[old + at], photos[other])))
                .Where(pair => !pair.Item1.Lines.Any(line => pair.Item2.Lines.Any(other => (other.Origin.Case, other.Origin.Shipment) == (line.Origin.Case, line.Origin.Shipment)))),
        ];
    }

    private void Join(List<(KeptPhoto One, KeptPhoto Other)> same)
    {
        var (shots, groups) = (new Joined(), new Joined());
        foreach (var (one, other) in same)
        {
            shots.Join(one.Lines[0].Shot, other.Lines[0].Shot);
        }

        foreach (var shot in _photos.SelectMany(photo => photo.Lines).GroupBy(line => shots.Of(line.Shot), StringComparer.Ordinal))
        {
            foreach (var line in shot)
            {
                groups.Join(shot.First().Group, line.Group);
            }
        }

        foreach (var photo in _photos)
        {
            for (var at = 0; at < photo.Lines.Count; at++)
            {
                photo.Lines[at] = photo.Lines[at] with { Shot = shots.Of(photo.Lines[at].Shot), Group = groups.Of(photo.Lines[at].Group) };
            }
        }

        _sameShots = [.. same.Select(pair => $"{pair.One} and {pair.Other}")];
    }

    private SetAddition Place(KeptPrints prints, CancellationToken cancel)
    {
        var placement = new Placement(_photos, Directory.Exists(Path.Combine(_folder, "train")) ? SetPath.Train : string.Empty, _heldOut);
        using var staged = new StagedPhotos(_folder);
        var (contradictions, changed, places) = (new List<string>(), new List<string>(), new List<(KeptPhoto Photo, string Place, string? Label)>());
        foreach (var (photos, labels, wanted) in placement.Shots())
        {
            var isMoved = false;
            foreach (var (photo, place) in photos.Zip(wanted).Where(pair => pair.Second is not null))
            {
                cancel.ThrowIfCancellationRequested();
                places.Add((photo, place!, labels is [var label] ? label : null));
                if (photo.Now == place)
                {
                    continue;
                }

                isMoved = true;
                staged.Stage(photo.From ?? Path.Combine(_folder, photo.Now!), photo.Name, photo.Sha256);
                if (photo.From is null && labels.Count < 2)
                {
                    changed.Add($"{photo}: {(labels.Count == 0 ? "its label was taken back; it is left out" : $"it is now {labels[0]}")} ({place})");
                }
            }

            if (isMoved && labels.Count > 1)
            {
                contradictions.Add($"{string.Join("; ", photos.SelectMany(photo => photo.Lines).Where(line => line.Label.Length > 0).Select(Said))}: found {labels.Count} labels for {(photos.Count == 1 ? "one photo" : "one shot")}, wanted one");
            }
        }

        foreach (var (photo, place, _) in places)
        {
            for (var at = 0; at < photo.Lines.Count; at++)
            {
                photo.Lines[at] = photo.Lines[at] with { Path = place };
            }
        }

        AnswerLine[] lines = [.. _photos.SelectMany(photo => photo.Lines).OrderBy(line => line.Name, StringComparer.Ordinal).ThenBy(line => line.Origin.Case, StringComparer.Ordinal).ThenBy(line => line.Origin.Item, StringComparer.Ordinal)];
        var isChange = !AnswerList.Bytes(lines).AsSpan().SequenceEqual(_listed);
        if (isChange)
        {
            staged.Publish(lines);
            prints.Keep(_known.Keys.ToHashSet(StringComparer.Ordinal));
        }

        var added = places.Where(entry => entry.Photo.From is not null).ToList();
        var now = SetPath.Photos(_folder).Where(path => SetPath.FolderOf(path) is { Length: > 0 } folder && !FolderLayout.IsNoClass(folder)).ToList();
        var labelsByFolder = KeptPhoto.LabelsByFolder(lines);
        return new SetAddition(
            Counted(added.Select(entry => entry.Label).OfType<string>()),
            added.Count(entry => SetPath.IsHeldOut(entry.Place)),
            _alreadyThere.Count,
            Counted(now.Where(path => !SetPath.IsUndecided(path)).Select(path => KeptPhoto.LabelOf(SetPath.FolderOf(path), labelsByFolder))),
            now.Count(path => SetPath.IsHeldOut(path) && !SetPath.IsUndecided(path)),
            now.Count(SetPath.IsUndecided))
        {
            Contradictions = contradictions,
            Changed = changed,
            SameShots = _sameShots,
            Unusable = _unusable,
            Divided = [.. placement.Divided.Select(group => $"{group}: found photos of it, or of its shots, in test/ and among those that are learned from, wanted them in one of the two")],
            IsChange = isChange,
        };
    }

    private static string Said(AnswerLine line) => $"{line.Origin.Shipment}/{line.Source} is {line.Label} by {line.Origin.Readers} ({line.Origin.Answered}, case {line.Origin.Case})";

    private static bool IsOf(AnswerLine line, PhotoOrigin origin) =>
        (line.Origin.Case, line.Origin.Shipment, line.Origin.Lot, line.Origin.Item) == (origin.Case, origin.Shipment, origin.Lot, origin.Item);

    private static IReadOnlyDictionary<string, int> Counted(IEnumerable<string> labels) => labels.CountBy(label => label)
        .OrderBy(label => label.Key == LabelledPhoto.Good ? 0 : 1).ThenBy(label => label.Key, StringComparer.Ordinal).ToDictionary(label => label.Key, label => label.Value);

    private static PhotoFormat FormatOf(string path) => File.Exists(path) && PhotoReader.ReadHeader(PlainFile.Bytes(path)) is { } header ? header.Format : PhotoFormat.Jpeg;

    private static string Sha256Of(string path)
    {
        using var stream = PlainFile.Opened(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
