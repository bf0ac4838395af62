using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Pipeline.Tests;

/// <summary>
/// Rule: a photo as phones, messengers and failing transfers leave it has the outcome that its user calls right. Runs where shared/cases lies beside the repository; the same
/// kinds, made by the tests themselves, are in Imaging's tests, <see cref="LeftBehindTests"/>, <see cref="AttachmentTests"/> and <see cref="SharedShotTests"/>.
/// </summary>
public sealed class SharedPhotosTests
{
    // Folder, file, outcome, format, orientation ('-': not decoded), a part of the reason.
    private const string Right = """
        codec|C03.avif|Scored|avif|1|
        codec|C04.gif|Scored|gif|1|
        codec|C05.tif|Scored|tiff|1|
        codec|C06.jpg|Scored|jpeg|1|
        codec|C07.jpg|Scored|jpeg|1|
        codec|C08.jpg|Scored|jpeg|1|
        codec|C09.jpg|Scored|jpeg|1|
        codec|C10.png|Scored|png|1|
        codec|C11.jpg|Unreadable|-|-|2 bytes stand before the photo
        codec|C12.jpg|Unreadable|-|-|3 bytes stand before the photo
        codec|C13.jpg|Damaged|jpeg|1|coded data is damaged
        codec|C14.jpg|Truncated|jpeg|1|the rest of the file is zeros
        codec|C15.jpg|Unreadable|-|-|every byte of the file is zero
        codec|C16.jpg|Unreadable|-|-|the file is empty
        codec|C17.jpg|Damaged|jpeg|1|coded data is damaged
        codec|C18.jpg|Unreadable|-|-|a web page
        codec|C19.DNG|UnsupportedFormat|-|-|a camera's RAW
        codec|IMG_3001.AAE|NotAPhoto|-|-|a sidecar
        codec|IMG_3001.HEIC|Scored|heif|1|
        codec|IMG_3001.HEIC.icloud|Attachment|-|-|the same shot as IMG_3001.HEIC
        codec|.IMG_3003.HEIC.icloud|Unreadable|-|-|still in iCloud; download it
        codec|IMG_3001.MOV|Attachment|-|-|a video
        codec|IMG_3002.jpg|Duplicate|heif|1|the same bytes as LOT-A/IMG_3001.HEIC
        codec|video.mp4|Attachment|-|-|a video
        codec|._IMG_3001.JPG|SystemFile|-|-|
        codec|.picasa.ini|SystemFile|-|-|
        codec|~$checklist.xlsx|SystemFile|-|-|
        allheic|IMG_0001.HEIC|Scored|heif|1|
        allheic|IMG_0002.HEIC|Duplicate|heif|1|LOT-Z/IMG_0001.HEIC
        allheic|IMG_0003.HEIC|Duplicate|heif|1|LOT-Z/IMG_0001.HEIC
        allheic|IMG_0004.HEIC|Duplicate|heif|1|LOT-Z/IMG_0001.HEIC
        exif|T7_a.jpg|Scored|jpeg|6|
        exif|T8_a.jpg|Scored|jpeg|6|
        phone|DSC04.mpo|Scored|jpeg|1|
        phone|P09.jpg|Scored|jpeg|6|
        phone|P10.jpg|Scored|jpeg|6|
        phone|P12.webp|Scored|webp|6|
        phone|P13.png|Scored|png|6|
        phone|P14.jpg|Scored|webp|1|
        phone|P16|Scored|jpeg|1|
        phone|P21.jpg|Truncated|jpeg|1|
        phone|P22.jpg|Scored|jpeg|1|end marker is missing
        phone|P24.png|Scored|png|1|
        phone|P25.png|Scored|png|1|
        phone|P26.webp|Scored|webp|1|
        """;

    private static readonly string Cases = Path.Combine(CasesFolder.Path, "photos");

    public static TheoryData<string> Folders => ["codec", "allheic", "exif", "phone", "pixellot"];

    [SkippableTheory]
    [MemberData(nameof(Folders))]
    public void Every_file_has_the_outcome_that_a_user_calls_right(string folder)
    {
        using var shipment = Of(folder);
        var record = shipment.Inspect();
        var right = Right.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split('|')).Where(row => row[0] == folder).ToDictionary(row => row[1], StringComparer.Ordinal);
        Assert.Empty(right.Keys.Except(record.Files.Select(file => Path.GetFileName(file.Path)), StringComparer.Ordinal));
        foreach (var file in record.Files.Where(file => file.Path != "agreement.yaml"))
        {
            // What the table does not name is a photo like any other.
            if (right.TryGetValue(Path.GetFileName(file.Path), out var row))
            {
                Assert.Equal(string.Join('|', row[..5]), $"{folder}|{row[1]}|{file.Outcome}|{file.Facts?.Format ?? "-"}|{file.Facts?.Orientation.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}");
                Assert.Contains(row[5], file.Reason ?? string.Empty, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal((file.Path, PhotoOutcome.Scored, null), (file.Path, file.Outcome, file.Reason));
            }
        }

        Assert.Equal(record.Files.Count, record.Accounting.Values.Sum());
    }

    [SkippableFact]
    public void Neither_a_shot_in_two_formats_nor_a_video_makes_an_item_undecided()
    {
        using var shipment = Of("codec");
        var lot = Shipment.LotOf(shipment.Inspect(), "LOT-A").Lot;
        Assert.NotEqual(ItemStanding.Incomplete, lot.Items.Single(item => item.Name == "IMG_3001").Standing);
        Assert.DoesNotContain(lot.Items, item => item.Name == "video");
    }

    [SkippableFact]
    public void Thirty_two_shots_of_a_phone_that_counts_seconds_are_thirty_two_items()
    {
        using var shipment = Of("pixellot");
        var agreement = AgreementReader.Read(File.ReadAllBytes(Path.Combine(Cases, "pixellot", "agreement.yaml")), "agreement.yaml");
        var lot = Shipment.LotOf(shipment.Inspect(agreement: agreement), "LOT-A");
        Assert.Equal((32, 280L), (lot.Lot.Items.Count, lot.Lot.Size));
        Assert.All(lot.Lot.Items, item => Assert.Single(item.Photos));
    }

    private static Shipment Of(string folder)
    {
        Skip.IfNot(Directory.Exists(Cases), "shared/cases is not beside the repository");
        Skip.IfNot(FormatSniffer.IsRead(PhotoFormat.Heif), "this machine reads no HEIC");
        var shipment = new Shipment();
        shipment.PutFolder(Path.Combine(Cases, folder));
        return shipment;
    }
}
