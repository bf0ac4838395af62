using System.Globalization;
using DefectVision.Inspection.Recording;

namespace DefectVision.Evidence.Tests;

public sealed class WritingTests
{
    private static readonly string[] Names =
        [EvidenceWriter.ResultsName, EvidenceWriter.SummaryName, EvidenceWriter.DefectLogName, EvidenceWriter.ToConfirmName, RecordFile.Name, EvidenceWriter.ReportName];

    [Fact]
    public void Writing_again_gives_the_same_bytes_under_any_culture_and_in_any_folder()
    {
        using var first = new WrittenEvidence(Shipments.Rich().Record());
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            using var second = new WrittenEvidence(Shipments.Rich().Record());
            Assert.All(Names, name => Assert.Equal(first.Bytes(name), second.Bytes(name)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void The_outputs_are_the_only_files_and_their_paths_are_returned()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.Equal(Names.Order(StringComparer.Ordinal), Directory.GetFiles(written.Out).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(Names, written.Paths.Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void No_output_holds_a_folder_of_the_machine_or_a_line_break_of_its_system()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.All(Names, name =>
        {
            Assert.DoesNotContain(written.Root, written.Text(name), StringComparison.Ordinal);
            Assert.DoesNotContain(Path.GetTempPath(), written.Text(name), StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.CurrentDirectory, written.Text(name), StringComparison.Ordinal);
            Assert.True(name is EvidenceWriter.DefectLogName or EvidenceWriter.ToConfirmName || !written.Text(name).Contains('\r', StringComparison.Ordinal));
        });
    }

    [SkippableTheory]
    [InlineData(EvidenceWriter.ResultsName)]
    [InlineData(EvidenceWriter.SummaryName)]
    [InlineData(EvidenceWriter.DefectLogName)]
    [InlineData(EvidenceWriter.ToConfirmName)]
    [InlineData(EvidenceWriter.ReportName)]
    public void On_a_full_disk_the_fault_passes_through_and_the_earlier_outputs_stay_whole(string full)
    {
        Skip.IfNot(File.Exists("/dev/full"), "needs a device that is always full");
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var before = Names.Select(written.Bytes).ToList();
        File.CreateSymbolicLink(Path.Combine(written.Out, full + ".part"), "/dev/full");

        Assert.ThrowsAny<IOException>(() => EvidenceWriter.Write(Shipments.AllFlagged(50).Record(), written.Pictures, written.Out, CancellationToken.None, options: WrittenEvidence.Unprinted));

        Assert.Equal(before, Names.Select(written.Bytes));
        Assert.Equal(Names.Length, Directory.GetFiles(written.Out).Length);
    }

    [SkippableFact]
    public void A_full_disk_under_the_PDF_is_a_fault_that_can_be_told_although_native_code_writes_it()
    {
        Skip.IfNot(File.Exists("/dev/full"), "needs a device that is always full");
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        File.CreateSymbolicLink(Path.Combine(written.Out, EvidenceWriter.PdfName + ".part"), "/dev/full");
        Assert.ThrowsAny<IOException>(() => EvidenceWriter.Write(Shipments.Rich().Record(), written.Pictures, written.Out, CancellationToken.None));
        Assert.Equal(Names.Length, Directory.GetFiles(written.Out).Length);
    }

    [Fact]
    public void A_cancelled_writing_leaves_nothing_behind()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var before = Names.Select(written.Bytes).ToList();
        Assert.Throws<OperationCanceledException>(
            () => EvidenceWriter.Write(Shipments.AllFlagged(50).Record(), written.Pictures, written.Out, new CancellationToken(canceled: true)));
        Assert.Equal(before, Names.Select(written.Bytes));
        Assert.Equal(Names.Length, Directory.GetFiles(written.Out).Length);
    }
}
