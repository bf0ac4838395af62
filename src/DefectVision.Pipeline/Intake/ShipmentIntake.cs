using System.Text.RegularExpressions;
using DefectVision.Inspection;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;

namespace DefectVision.Pipeline.Intake;

/// <summary>What to take in.</summary>
/// <param name="Folder">Full path of the shipment's folder.</param>
/// <param name="OutFolder">Full path of where the outputs go.</param>
/// <param name="Lists">Full path of each list that is read.</param>
/// <param name="ItemPattern">Finds item and view in a photo's path below its lot, by the groups "item" and "view" or the first two; null: the usual rule.</param>
/// <param name="LotLevel">Depth of the lot folders; null: told from the folders.</param>
public sealed record IntakeOptions(string Folder, string OutFolder, IReadOnlyDictionary<ListKind, string> Lists, Regex? ItemPattern = null, int? LotLevel = null)
{
    /// <summary>Wrong lines of lists are left out and named; otherwise they end the run before a photo is scored.</summary>
    public bool AcceptsListErrors { get; init; }

    /// <summary>The zip that the folder was unpacked from; null where the shipment was given as a folder.</summary>
    public UnpackedArchive? Unpacked { get; init; }

    /// <summary>Where a file of the shipment lies.</summary>
    public string FullPath(string path) => ShipmentFile.FullPath(Folder, OutFolder, path);
}

/// <summary>A shipment as it lies in its folder, before any photo is opened.</summary>
/// <param name="Files">Every file found, in ordinal path order.</param>
/// <param name="ItemSources">Every lot that has a photo or is named, and how its items are told apart.</param>
/// <param name="NamedItems">Items that exist because the manifest names them.</param>
/// <param name="MissingPhotos">Photos that the manifest names and the folder does not hold.</param>
/// <param name="Layout">How lots and items were told apart, in sentences.</param>
public sealed record ShipmentIntake(
    IReadOnlyList<FoundFile> Files,
    IReadOnlyDictionary<string, ItemSource> ItemSources,
    IReadOnlySet<(string Lot, string Item)> NamedItems,
    IReadOnlyList<string> MissingPhotos,
    IReadOnlyList<FormattableString> Layout)
{
    /// <summary>Of missing photos those of the shipment whose names are nearest; null where none is missing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? NearestPhotos { get; init; }

    /// <summary>The agreement's name in a shipment's folder.</summary>
    public const string AgreementFileName = "agreement.yaml";

    /// <summary>Missing photos that have a sentence each.</summary>
    private const int MostMissingAlone = 3;

    private const string LeftOut = "a list that was not read";
    private const string NotRead = "likely a list, and not read";
    private const string LikeReport = "a document named like the report of an inspection company or a laboratory";

    /// <param name="options">The folder, and how it is read.</param>
    /// <param name="terms">Says which lots were agreed.</param>
    /// <param name="draw">Says which items were drawn; null when no list was given.</param>
    /// <param name="reading">Where wrong lines of the manifest go, and what was assumed.</param>
    /// <exception cref="IntakeException">The folder or the manifest cannot be taken in.</exception>
    public static ShipmentIntake Of(IntakeOptions options, AgreedTerms terms, DrawList? draw = null, ListReading? reading = null)
    {
        var lists = KnownFiles(options);
        var files = Walk.Files(options.Folder, options.OutFolder)
            .Select(file => options.Unpacked?.NameOf(Path.Combine(options.Folder, file.Path)) is { } bytes ? file with { NameBytes = file.NameBytes ?? bytes } : file)
            .Select(file => file.Decided is not null ? file
                : lists.TryGetValue(Path.Combine(options.Folder, file.Path), out var what) ? file.Decide(PhotoOutcome.NotAPhoto, what)
                : Companions.IsDocument(file.Path) && ReportName.IsLike(file.Path) && ListName.Of(Path.GetFileName(file.Path)) is not { IsSure: true } ? file.Decide(PhotoOutcome.Attachment, LikeReport)
                : ListName.Of(Path.GetFileName(file.Path)) is not null ? file.Decide(PhotoOutcome.NotAPhoto, NotRead)
                : Companions.Told(file))
            .ToList();
        reading?.Note([.. FoundElsewhere(options), .. files.Where(file => file.Reason == NotRead).Select(Unread).OfType<FormattableString>(), .. Offered(files, options)]);
        var intake = options.Lists.TryGetValue(ListKind.Manifest, out var manifest) ? ByManifest(files, manifest, reading) : new FolderIntake(options, terms, draw).Of(files);
        return files.Count(file => file.NameBytes is not null) is var read and > 0
            ? intake with { Layout = [.. intake.Layout, $"{read} files had names that are no UTF-8, as Windows in China writes them: they were read as GB18030."] }
            : intake;
    }

    private static IEnumerable<FormattableString> FoundElsewhere(IntakeOptions options) => options.Lists
        .Where(list => Whereabouts.IsBelow(list.Value, options.Folder) && list.Value != Path.Combine(options.Folder, Lists.UsualName(list.Key)))
        .Select(list => (FormattableString)$"{Path.GetRelativePath(options.Folder, list.Value)}: read as the list {Lists.UsualName(list.Key)}.");

    private static FormattableString? Unread(FoundFile file) => ListName.Of(Path.GetFileName(file.Path)) is { } name
        ? (FormattableString)$"{file.Path}: likely a list that was not read; to have it read, save it as {Lists.UsualName(name.Kind)} in the shipment's folder."
        : null;

    // Those that third-party.csv or tests.csv names are known files, and not among these.
    private static IEnumerable<FormattableString> Offered(IEnumerable<FoundFile> files, IntakeOptions options)
    {
        var reports = files.Where(file => file.Reason == LikeReport).Select(file => file.Path).ToList();
        if (reports.Count > 0)
        {
            yield return options.Lists.TryGetValue(ListKind.ThirdParty, out var list)
                ? (FormattableString)$"Documents named like the report of an inspection company or a laboratory, which {Path.GetFileName(list)} does not name and of which nothing was read: {Names.Some(reports)}. To have their findings count, add them to it, with the document in the column document, and inspect again."
                : $"Documents named like the report of an inspection company or a laboratory, of which nothing was read: {Names.Some(reports)}. To have their findings count, write them as {ThirdPartyReports.FileName} (a line an item: item, verdict, document), or their tests as {Lists.UsualName(ListKind.Tests)}, and inspect again.";
        }
    }

    // By full path, what a file is that is no photo. A list that was left out, or another was named in its place, is no stray: it must not hold the inspection.
    private static Dictionary<string, string> KnownFiles(IntakeOptions options)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, path) in options.Lists)
        {
            known.TryAdd(path, WhatIs(kind));
            foreach (var document in Lists.DocumentsOf(kind, path))
            {
                known.TryAdd(document, kind == ListKind.Draw ? "a list of items that the draw list names" : $"a document that {Path.GetFileName(path)} names");
            }
        }

        foreach (var kind in Enum.GetValues<ListKind>())
        {
            known.TryAdd(Path.Combine(options.Folder, Lists.UsualName(kind)), LeftOut);
        }

        return known;
    }

    private static string WhatIs(ListKind kind) => kind switch
    {
        ListKind.Agreement => "the agreement",
        ListKind.Manifest => "the list of photos",
        ListKind.Confirmed => "what readers confirmed",
        ListKind.Draw => "the draw list",
        ListKind.Measurements => "what was measured",
        ListKind.Tests => "tests made elsewhere",
        ListKind.ThirdParty => "a third party's report",
        _ => "public holidays",
    };

    private static ShipmentIntake ByManifest(List<FoundFile> files, string manifestFile, ListReading? reading)
    {
        var photos = new FoundPaths([.. files.Where(file => file.Decided is null).Select(file => file.Path)]);
        var (places, namesItems) = Manifest.Read(manifestFile, photos, reading);
        var source = namesItems ? ItemSource.Manifest : ItemSource.EachPhoto;
        var found = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        List<string> missing = [.. places.Keys.Where(path => !found.Contains(path))];
        var nearest = missing.ToDictionary(path => path, path => photos.Nearest(path, places.Keys), StringComparer.Ordinal);
        reading?.Note(Missing(Path.GetFileName(manifestFile), missing, nearest));
        return new ShipmentIntake(
            [.. files.Select(file => file.Decided is not null ? file
                : places.TryGetValue(file.Path, out var place) ? file with { Place = place }
                : file.Decide(PhotoOutcome.OutsideAnyLot, $"{Path.GetFileName(manifestFile)} does not name it"))],
            new SortedDictionary<string, ItemSource>(places.Values.Select(place => place.Lot).Distinct().ToDictionary(lot => lot, _ => source), StringComparer.Ordinal),
            places.Values.Select(place => (place.Lot, place.Item)).ToHashSet(),
            missing,
            [namesItems ? (FormattableString)$"{Path.GetFileName(manifestFile)} names lot and item of each photo." : $"{Path.GetFileName(manifestFile)} names the lot and no item of each photo."])
        {
            NearestPhotos = nearest.Count == 0 ? null : new SortedDictionary<string, IReadOnlyList<string>>(nearest, StringComparer.Ordinal),
        };
    }

    // The report lists all of them, each with the names nearest to it.
    private static IEnumerable<FormattableString> Missing(string manifest, List<string> missing, Dictionary<string, IReadOnlyList<string>> nearest)
    {
        foreach (var path in missing.Take(MostMissingAlone).Where(path => nearest[path].Count > 0))
        {
            yield return $"{manifest}: it names {path}, which the shipment does not hold; the nearest names are {Names.Some(nearest[path])}.";
        }

        if (missing.Where((path, at) => at >= MostMissingAlone || nearest[path].Count == 0).ToList() is { Count: > 0 } others)
        {
            yield return $"{manifest}: photos that it names and the shipment does not hold: {Names.Some(others)}.";
        }
    }
}
