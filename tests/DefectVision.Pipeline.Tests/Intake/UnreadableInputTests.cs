using DefectVision.Fixtures;
using DefectVision.Imaging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: an input that is there and may not be read is told from an output that cannot be written (exit codes 66 and 74 of the workflow contract).</summary>
public sealed class UnreadableInputTests : IDisposable
{
    private const UnixFileMode Traversed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly Dictionary<string, Action<string>> Ways = new()
    {
        ["bytes"] = path => PlainFile.Bytes(path),
        ["text"] = path => PlainFile.Text(path),
        ["lines"] = path => PlainFile.Lines(path).ToList(),
        ["stream"] = path => PlainFile.Opened(path).Dispose(),
    };

    private readonly TempFolder _temp = new();

    public static TheoryData<string> All => [.. Ways.Keys];

    public void Dispose() => _temp.Dispose();

    [SkippableTheory]
    [MemberData(nameof(All))]
    public void A_file_that_may_not_be_read_is_named_with_the_reason(string way)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("needs Unix permissions");
        }

        var closed = _temp.Put("closed.csv", "item\n");
        var open = _temp.Put("open.csv", "item\n");
        File.SetUnixFileMode(_temp.Root, Traversed);
        File.SetUnixFileMode(closed, UnixFileMode.None);
        File.SetUnixFileMode(open, Traversed);
        Unprivileged.Run(() =>
        {
            Assert.EndsWith("closed.csv: the file may not be read (permission denied)", Assert.Throws<UnreadableFileException>(() => Ways[way](closed)).Message, StringComparison.Ordinal);
            Ways[way](open);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_folder_in_place_of_a_file_is_named_and_a_file_that_is_not_there_is_another_fault(string way)
    {
        Assert.EndsWith("list.csv: found a folder, wanted a file", Assert.Throws<UnreadableFileException>(() => Ways[way](_temp.Folder("list.csv"))).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => Ways[way](_temp.At("none.csv")));
        Assert.Throws<DirectoryNotFoundException>(() => Ways[way](_temp.At("none/none.csv")));
    }

    [SkippableFact]
    public void A_shipment_that_cannot_be_listed_is_an_input_that_cannot_be_read()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SkipException("needs Unix permissions");
        }

        var shipment = _temp.Folder("shipment");
        File.SetUnixFileMode(_temp.Root, Traversed);
        File.SetUnixFileMode(shipment, Traversed);
        Unprivileged.Run(() => Assert.Empty(Lists.InFolder(shipment)));
        File.SetUnixFileMode(shipment, UnixFileMode.None);
        try
        {
            Unprivileged.Run(() => Assert.Throws<UnreadableFileException>(() => Lists.InFolder(shipment)));
        }
        finally
        {
            File.SetUnixFileMode(shipment, Traversed);
        }
    }
}
