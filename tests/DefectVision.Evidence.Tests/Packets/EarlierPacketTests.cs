using System.IO.Compression;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>
/// Rules: a packet made before the verdict came from sections (defectvision/summary/1) is still checked, whole. The fixture was made by the commit before that change:
/// five photos of the sample shipment, two readers' answers, inspected with the shipped model, packed by packet export.
/// </summary>
public sealed class EarlierPacketTests : IDisposable
{
    private const string Root = "7e7de8e6d709bbdf67009f150a389a53eef88579b5a33e17403d5f7dc4895afb";
    private static readonly string Archive = Path.Combine(AppContext.BaseDirectory, "Packets", "summary-1.zip");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("earlier");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void It_holds_as_it_came()
    {
        var findings = Check(Archive);
        Assert.DoesNotContain(findings.Parts, part => part.Answer == CheckAnswer.Fails);
        Assert.Contains(findings.Parts, part => part is { Part: "archive", Answer: CheckAnswer.Holds });
        Assert.Contains(findings.Parts, part => part is { Part: "counts", Answer: CheckAnswer.Holds });
        Assert.Equal(Root, findings.Root);
    }

    [Theory]
    [InlineData(EvidenceWriter.SummaryName)]
    [InlineData(EvidenceWriter.ResultsName)]
    [InlineData(EvidenceWriter.ReportName)]
    [InlineData(PacketNames.Confirmed)]
    [InlineData("originals/PO-2026-118/LOT-B/B-003_front.jpg")]
    public void A_changed_byte_in_it_is_found(string name)
    {
        ZipFile.ExtractToDirectory(Archive, _folder.FullName);
        Assert.True(Check(_folder.FullName).Holds);
        var path = Path.Combine(_folder.FullName, name);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains(Check(_folder.FullName).Parts, part => part.Part == name && part.Answer == CheckAnswer.Fails);
    }

    private static PacketFindings Check(string packet) => PacketCheck.Of(packet, new CheckOptions(), CancellationToken.None);
}
