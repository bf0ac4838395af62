using DefectVision.Evidence.Packets;

namespace DefectVision.Cli.Commands;

/// <summary>Where the shipment of an inspection lies.</summary>
internal static class ShipmentFolder
{
    /// <param name="folder">Of the inspection's outputs, by its full path.</param>
    /// <param name="told">By --shipment; null: a folder of the shipment's name is looked for. It may be another; every photo is held against its digest.</param>
    public static string Of(string folder, string? told)
    {
        if (told is not null)
        {
            return Directory.Exists(told) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(told)) : throw new DirectoryNotFoundException($"{told}: no such folder");
        }

        var name = PacketWriter.ShipmentOf(folder);
        var above = Path.GetDirectoryName(folder) ?? folder;
        return new[] { Environment.CurrentDirectory, above, Path.GetDirectoryName(above) ?? above }.Select(place => Path.Combine(place, name)).FirstOrDefault(place => place != folder && Directory.Exists(place))
            ?? throw new UsageException($"--shipment: found no folder '{name}' here, beside {Path.GetFileName(folder)} or above it, wanted the shipment that was inspected");
    }
}
