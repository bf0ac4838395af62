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

    /// <summary>Full path of a list in a shipment's folder; null when there is none.</summary>
    public static string? Find(string folder, ListKind kind) => Path.Combine(folder, UsualName(kind)) is var path && File.Exists(path) ? path : null;

    /// <summary>Full path of every list that lies in a shipment's folder under its usual name.</summary>
    public static IReadOnlyDictionary<ListKind, string> InFolder(string folder) => new SortedDictionary<ListKind, string>(
        Enum.GetValues<ListKind>().Where(kind => Find(folder, kind) is not null).ToDictionary(kind => kind, kind => Find(folder, kind)!));

    /// <summary>The kind of a list as options, folders and files name it: third-party.</summary>
    public static string Word(ListKind kind) => new Word(kind).Code.Replace('_', '-');

    /// <summary>Full paths of the documents that a list names, such as a laboratory's report; none for a list that names no documents.</summary>
    /// <exception cref="IntakeException">The list cannot be read, or a path leads out of its folder.</exception>
    public static IReadOnlyList<string> DocumentsOf(ListKind kind, string list) =>
        kind is ListKind.Tests or ListKind.ThirdParty ? [.. NamedDocuments.Of(list)]
        : kind == ListKind.Draw ? [.. Draws.ItemListsOf(list)]
        : [];
}
