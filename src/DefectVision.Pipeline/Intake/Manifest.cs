using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary><c>photos.csv</c>: the columns path and lot, and where known item and view; further columns are kept for others.</summary>
internal static class Manifest
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "photos.csv";

    /// <summary>Path to place. A photo whose item is not named is an item of its own.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="photos">The files found, by which a path that is not quite right is understood.</param>
    /// <param name="reading">Where wrong lines go; null: they are an error.</param>
    /// <exception cref="IntakeException">A column is missing, or a line is wrong, with its number.</exception>
    public static (IReadOnlyDictionary<string, PhotoPlace> Places, bool NamesItems) Read(string file, FoundPaths photos, ListReading? reading = null)
    {
        var table = CsvTable.Read(file, "path", "lot");
        var places = new SortedDictionary<string, PhotoPlace>(StringComparer.Ordinal);
        table.Each(line => Add(places, line, photos), reading);
        reading?.Note(photos.Notes(table.Name));
        return (places, table.Has("item"));
    }

    private static string Add(SortedDictionary<string, PhotoPlace> places, CsvLine line, FoundPaths photos)
    {
        var lot = line.Required("lot");
        var path = photos.Of(line, "path");
        var item = line["item"] is { Length: > 0 } named ? named : path;
        return places.TryAdd(path, new PhotoPlace(lot, item, line["view"])) ? path : throw line.Wrong($"'{CsvLine.Cut(path)}' a second time", "each photo once", "path");
    }
}
