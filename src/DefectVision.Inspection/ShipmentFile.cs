namespace DefectVision.Inspection;

/// <summary>Where a file of a shipment lies: in the shipment's folder, or in the case, where it came out of an archive.</summary>
public static class ShipmentFile
{
    /// <summary>In the case's folder: what archives of the shipment hold, each under the path of its archive without the ending.</summary>
    public const string UnpackedFolder = "unpacked";

    /// <summary>The full path of a file.</summary>
    /// <param name="shipment">The shipment's folder.</param>
    /// <param name="caseFolder">The case's folder.</param>
    /// <param name="path">Under the shipment's folder, as the record has it.</param>
    public static string FullPath(string shipment, string caseFolder, string path) =>
        Path.Combine(caseFolder, UnpackedFolder, path) is var unpacked && File.Exists(unpacked) ? unpacked : Path.Combine(shipment, path);
}
