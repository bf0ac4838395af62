namespace DefectVision.Inspection;

/// <summary>A zip that was unpacked and inspected: what it held is tied to it by its digest.</summary>
/// <param name="Path">Under the shipment's folder, parts joined by '/'; its name alone where the shipment was given as this zip.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
public sealed record ShipmentArchive(string Path, long Bytes, string Sha256)
{
    /// <summary>Whether a file of the shipment came out of it, where it lay in the shipment: it was inspected as a folder of its name.</summary>
    public bool Held(string path) => path.StartsWith(Path[..^System.IO.Path.GetExtension(Path).Length] + "/", StringComparison.Ordinal);
}
