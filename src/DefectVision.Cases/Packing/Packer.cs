using DefectVision.Evidence.Packets;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Packing;

/// <summary>From a case to what a packet is made of: its own copies of every list, and the photos where they are.</summary>
internal static class Packer
{
    public static PacketOptions Options(OpenedCase opened, PackRequest request) => new(opened.Folder, opened.Shipment(request.Shipment), InspectionRun.Product, opened.Record)
    {
        Originals = request.Originals,
        Key = request.Key,
        By = request.By,
        AsOf = request.AsOf,
        AgreementFile = opened.Copy(ListKind.Agreement),
        ConfirmedFile = opened.Copy(ListKind.Confirmed),
        DrawFile = opened.Copy(ListKind.Draw),
        MeasurementsFile = opened.Copy(ListKind.Measurements),
        TestsFile = opened.Copy(ListKind.Tests),
        ThirdPartyFile = opened.Copy(ListKind.ThirdParty),
        ModelFile = opened.Local.Model,
        Withheld = request.Withheld,
        WithheldRegions = request.RegionsFile is { } regions ? WithheldRegions.Read(regions, [.. opened.Record.Files.Select(file => file.Path)]) : [],
        Overwrite = request.Overwrite,
    };
}
