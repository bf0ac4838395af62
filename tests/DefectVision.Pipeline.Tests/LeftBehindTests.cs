using DefectVision.Fixtures;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: what transfers, clouds, cards and cameras leave in a photo's place has its own outcome and says what to do; a photo that lies under such a name is read.</summary>
public sealed class LeftBehindTests : IDisposable
{
    private readonly Shipment _shipment = new();

    public void Dispose() => _shipment.Dispose();

    public static TheoryData<string, byte[], PhotoOutcome, string> Files => new()
    {
        { "1.jpg", [0x0D, 0x0A, .. Photos.Good(1)], PhotoOutcome.Unreadable, "2 bytes stand before the photo" },
        { "1.jpg", [0xEF, 0xBB, 0xBF, .. Photos.Good(1)], PhotoOutcome.Unreadable, "3 bytes stand before the photo" },
        { "1.jpg", [.. new byte[16], .. Photos.Good(1)], PhotoOutcome.Unreadable, "16 bytes stand before the photo" },
        { "1.jpg", [.. new byte[17], .. Photos.Good(1)], PhotoOutcome.Unreadable, "it starts with 0000000000000000" },
        { "1.jpg", new byte[4096], PhotoOutcome.Unreadable, "every byte of the file is zero: copy it again" },
        { "1.jpg", [.. new byte[4095], 1], PhotoOutcome.Unreadable, "it starts with 0000000000000000" },
        { "1.jpg", [], PhotoOutcome.Unreadable, "the file is empty" },
        { "1.jpg", [.. "<!DOCTYPE html><html><body>Log in</body></html>"u8], PhotoOutcome.Unreadable, "a web page was saved in place of the photo" },
        { "1.png", [.. "\uFEFF\r\n <HTML><body>Log in"u8], PhotoOutcome.Unreadable, "a web page was saved in place of the photo" },
        { "1.jpg", [.. "log in <html>"u8], PhotoOutcome.Unreadable, "the content is no image" },
        { "1.DNG", [.. "II*\0"u8, 8, .. new byte[300]], PhotoOutcome.UnsupportedFormat, "a camera's RAW that is not read; save it as JPEG" },
        { "1.cr2", [.. "no RAW"u8], PhotoOutcome.UnsupportedFormat, "a camera's RAW that is not read; save it as JPEG" },
        { "1.dng", Photos.Good(1), PhotoOutcome.Scored, "" },
        { ".1.HEIC.icloud", [.. "bplist"u8], PhotoOutcome.Unreadable, "download it and inspect again" },
        { "1.AAE", [.. "<?xml"u8], PhotoOutcome.NotAPhoto, "a sidecar" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_named_with_what_to_do(string name, byte[] content, PhotoOutcome outcome, string reason)
    {
        _shipment.Put("lot/2.jpg", Photos.Good(2));
        _shipment.Put("lot/" + name, content);
        foreach (var record in new[] { _shipment.Inspect(), _shipment.InspectWithoutModel("other") })
        {
            var file = record.Files.Single(one => one.Path == "lot/" + name);
            Assert.Equal(outcome, file.Outcome is PhotoOutcome.Read ? PhotoOutcome.Scored : file.Outcome);
            Assert.Contains(reason, file.Reason ?? string.Empty, StringComparison.Ordinal);
            Assert.Equal(outcome == PhotoOutcome.NotAPhoto ? ["2"] : ["1", "2"], Shipment.LotOf(record, "lot").Lot.Items.Select(item => item.Name));
        }
    }
}
