using DefectVision.Cases.Packing;
using DefectVision.Claims;
using DefectVision.Evidence.Packets;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Claiming;

/// <summary>Makes the claim of a case: it is about exactly what was inspected.</summary>
internal static class Claimant
{
    public static ClaimAnswer Make(OpenedCase opened, PackRequest request, CaseStory? story, CaseContext context)
    {
        var options = Packer.Options(opened, request);

        // Signature and timestamp come after these files, so they cannot speak of them.
        var facts = ClaimFacts.None with
        {
            HasPacket = true,
            IsSigned = null,
            IsTimestamped = null,
            SummarySha256 = opened.File.SummarySha256,
            Story = story,
        };
        var claim = Claim.Of(opened.Record, facts, Holidays(opened));
        var files = ClaimPaper.Write(claim, opened.Folder);
        return new ClaimAnswer(claim, files, Packer.Make(opened, options, context));
    }

    /// <summary>What is there and what is missing; whether a packet holds is for verification to say.</summary>
    public static Claim Check(OpenedCase opened)
    {
        var packet = Path.Combine(opened.Folder, PacketWriter.FolderName);
        return Claim.Of(
            opened.Record,
            ClaimFacts.None with
            {
                HasPacket = Directory.Exists(packet),
                IsSigned = File.Exists(Path.Combine(packet, PacketWriter.SignatureName)),
                IsTimestamped = Directory.Exists(packet) && Directory.EnumerateFiles(packet, "*.tsr").Any(),
            },
            Holidays(opened));
    }

    public static DefectVision.Claims.Deadlines.Holidays Holidays(OpenedCase opened) => HolidayFile.Of(opened.Copy(ListKind.Holidays));
}
