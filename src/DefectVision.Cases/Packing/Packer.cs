using DefectVision.Cases.Inspecting;
using DefectVision.Evidence.Packets;
using DefectVision.Inspection.Codes;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Packing;

/// <summary>From a case to what a packet is made of: its own copies of every list, and the photos where they are.</summary>
internal static class Packer
{
    /// <summary>Makes the packet. Where a region of a photo is withheld, what was read on it must not stand in the outputs either: they are written again without it.</summary>
    public static PacketMade Make(OpenedCase opened, PacketOptions options, CaseContext context)
    {
        var record = WithheldCodes.Of(options.Record, PacketWriter.WithheldPhotos(options));
        if (ReferenceEquals(record, options.Record))
        {
            return PacketWriter.Make(options, context.Cancel);
        }

        var folder = Directory.CreateTempSubdirectory("defectvision-").FullName;
        try
        {
            Outputs.Again(record, opened, folder, context);
            return PacketWriter.Make(options with { Record = record, OutputsFolder = folder }, context.Cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static PacketOptions Options(OpenedCase opened, PackRequest request) => new(opened.Folder, opened.Shipment(request.Shipment), ProgramBuild.Product, opened.Record)
    {
        Originals = request.Originals,
        Key = request.Key,
        By = request.By,
        AsOf = request.AsOf,
        AgreementFile = opened.Copy(ListKind.Agreement),
        ConfirmedFile = opened.Copy(ListKind.Confirmed),
        ReviewsFile = opened.Record.Reviews is null ? null : Path.Combine(opened.Folder, ReviewLog.FileName),
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
