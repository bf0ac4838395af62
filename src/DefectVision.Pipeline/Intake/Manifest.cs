using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary><c>photos.csv</c>: the columns path and lot, and where known item and view; further columns are kept for others.</summary>
internal static class Manifest
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "photos.csv";

    /// <summary>Path to place. A photo whose item is not named is an item of its own.</summary>
    /// <exception cref="IntakeException">A column is missing, or a line is wrong, with its number.</exception>
    public static (IReadOnlyDictionary<string, PhotoPlace> Places, bool NamesItems) Read(string file)
    {
        var table = CsvTable.Read(file, "path", "lot");
        var places = new SortedDictionary<string, PhotoPlace>(StringComparer.Ordinal);
        foreach (var line in table.Lines)
        {
            Add(places, line);
        }

        return (places, table.Has("item"));
    }

    private static void Add(SortedDictionary<string, PhotoPlace> places, CsvLine line)
    {
        var lot = line.Required("lot");
        var clean = InnerPath.Of(line, line.Required("path"), "the shipment's folder");
        var item = line["item"] is { Length: > 0 } named ? named : clean;
        if (!places.TryAdd(clean, new PhotoPlace(lot, item, line["view"])))
        {
            throw line.Wrong($"'{clean}' a second time", "each photo once");
        }
    }
}
