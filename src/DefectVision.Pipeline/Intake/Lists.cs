using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>Where the lists of a shipment are.</summary>
public static class Lists
{
    /// <summary>The name under which a list is found in a shipment's folder.</summary>
    public static string UsualName(ListKind kind) => kind switch
    {
        ListKind.Agreement => ShipmentIntake.AgreementFileName,
        ListKind.Manifest => Manifest.FileName,
        ListKind.Confirmed => Confirmations.FileName,
        ListKind.Draw => Draws.FileName,
        ListKind.Measurements => Measurements.FileName,
        ListKind.Tests => TestResults.FileName,
        ListKind.ThirdParty => ThirdPartyReports.FileName,
        _ => "holidays.csv",
    };

    /// <summary>
    /// Full path of every list that is found in a shipment's folder: under its usual name, otherwise the only file whose name can mean nothing else
    /// (<c>Confirmed.csv</c>, <c>confirmed (1).csv</c>, <c>confirmed.xlsx</c>).
    /// </summary>
    public static IReadOnlyDictionary<ListKind, string> InFolder(string folder)
    {
        var found = new SortedDictionary<ListKind, string>();
        foreach (var alike in Directory.Exists(folder) ? Alike(PlainFile.In(folder, path => new DirectoryInfo(path).GetFiles())) : [])
        {
            if (alike.FirstOrDefault(file => file.Name == UsualName(alike.Key)) is { } usual)
            {
                found[alike.Key] = usual.FullName;
            }
            else if (alike.ToList() is [var only])
            {
                found[alike.Key] = only.FullName;
            }
        }

        return found;
    }

    /// <summary>Files in a shipment's folder that are called like a list and hold nothing of their own: links, and what is empty, a pipe or a device. By kind, why each is not read.</summary>
    public static IEnumerable<(ListKind Kind, string Name, string Reason)> WithNothing(string folder) =>
        from file in Directory.Exists(folder) ? PlainFile.In(folder, path => new DirectoryInfo(path).GetFiles()) : []
        let named = ListName.Of(file.Name)
        where named is { IsSure: true } && (file.LinkTarget is not null || PlainFile.HasNothing(file.FullName))
        select (named.Kind, file.Name, file.LinkTarget is not null ? "it is a link" : "it is empty, a pipe or a device");

    /// <summary>
    /// Full path of every list that is found below a shipment's folder and not in it, where it is the only one of its kind and can speak for the whole shipment:
    /// it names items, or it is in the folder that holds all photos.
    /// </summary>
    /// <param name="folder">Of the shipment.</param>
    /// <param name="skip">Full path of the folder the outputs go to.</param>
    public static IReadOnlyDictionary<ListKind, string> Below(string folder, string skip)
    {
        var inside = skip + Path.DirectorySeparatorChar;
        var files = PlainFiles.Below(folder).Select(path => new FileInfo(path)).Where(file => !file.FullName.StartsWith(inside, StringComparison.Ordinal)).ToList();
        var photos = files.Where(file => Imaging.PhotoName.PromisesPhoto(file.Name)).ToList();
        var found = new SortedDictionary<ListKind, string>();
        foreach (var alike in Alike(files.Where(file => file.DirectoryName != folder && !file.FullName.Contains("/.", StringComparison.Ordinal))))
        {
            if (alike.ToList() is [var only]
                && (alike.Key is ListKind.Confirmed or ListKind.Measurements or ListKind.Tests or ListKind.ThirdParty
                    || photos.All(photo => Whereabouts.IsBelow(photo.FullName, only.DirectoryName!))))
            {
                found[alike.Key] = only.FullName;
            }
        }

        return found;
    }

    /// <summary>The kind of a list as options, folders and files name it: third-party.</summary>
    public static string Word(ListKind kind) => new Word(kind).Code.Replace('_', '-');

    /// <summary>Full paths of the documents that a list names, such as a laboratory's report; none for a list that names no documents.</summary>
    /// <exception cref="IntakeException">The list cannot be read, or a path leads out of its folder.</exception>
    public static IReadOnlyList<string> DocumentsOf(ListKind kind, string list) =>
        kind is ListKind.Tests or ListKind.ThirdParty ? [.. NamedDocuments.Of(list)]
        : kind == ListKind.Draw ? [.. Draws.ItemListsOf(list)]
        : [];

    // A link may lead to anything; a list that somebody names himself may be one.
    private static IEnumerable<IGrouping<ListKind, FileInfo>> Alike(IEnumerable<FileInfo> files) =>
        files.Select(file => (File: file, Name: ListName.Of(file.Name))).Where(one => one.Name is { IsSure: true } && one.File is { LinkTarget: null, Exists: true }).GroupBy(one => one.Name!.Kind, one => one.File);
}
