using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Teaching;

/// <summary>Where the photos of a case are now, for commands that cannot be told.</summary>
internal static class ShipmentPlace
{
    /// <exception cref="DirectoryNotFoundException">They are no longer where they were inspected.</exception>
    public static string Of(OpenedCase opened)
    {
        var (was, zip, name) = (opened.Local.Shipment, opened.Record.GivenAs?.Path, Path.GetFileName(opened.Folder));
        return opened.FoundShipment(null) ?? throw new DirectoryNotFoundException(
            zip is not null ? $"{name}: found no folder {UnpackedArchive.FolderOf(zip, opened.Folder)}, into which {zip} was unpacked, wanted it: inspect {zip} again, with the same --out"
            : was.Length == 0 ? $"{name}: found no {CasePaths.Local}, which says where the photos of '{opened.Record.Name}' are, wanted it: inspect them again, with the same --out"
            : $"{name}: found no folder {was}, where its photos were inspected, wanted it: put it back, or inspect it again where it is now, with the same --out");
    }
}
