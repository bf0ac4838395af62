using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: a zip of photos is a folder called like it; one that could harm is left closed and named.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    // An output folder may be one that somebody keeps other things in.
    [Fact]
    public void A_folder_that_no_inspection_made_is_never_deleted()
    {
        var mine = Path.Combine(Out, "mine");
        Directory.CreateDirectory(mine);
        UnpackedFolder.Clear(mine);
        Directory.CreateDirectory(mine);
        File.WriteAllText(Path.Combine(mine, "letter.txt"), "keep");
        Assert.Throws<IntakeException>(() => UnpackedFolder.Clear(mine));
        Assert.True(File.Exists(Path.Combine(mine, "letter.txt")));

        var made = Path.Combine(Out, "made");
        UnpackedFolder.Make(made);
        File.WriteAllText(Path.Combine(made, "photo.jpg"), "unpacked");
        UnpackedFolder.Clear(made);
        Assert.False(Directory.Exists(made));
    }

    [Fact]
    public void A_zip_of_photos_is_walked_as_a_folder_of_its_name()
    {
        Zip("shipment/PO-1/lot-1.zip", ("001/a.jpg", "one"), ("002.jpg", "two"), ("__MACOSX/._x.jpg", "x"));
        var files = Walk.Files(Shipment, Out);
        Assert.Equal(
            [("PO-1/lot-1.zip", PhotoOutcome.NotAPhoto), ("PO-1/lot-1/001/a.jpg", null), ("PO-1/lot-1/002.jpg", null), ("PO-1/lot-1/__MACOSX/._x.jpg", PhotoOutcome.SystemFile)],
            files.Select(file => (file.Path, file.Decided)));
        Assert.Equal("one", File.ReadAllText(ShipmentFile.FullPath(Shipment, Out, "PO-1/lot-1/001/a.jpg")));
    }

    [Fact]
    public void A_folder_in_a_zip_that_is_called_like_it_is_left_out_of_the_paths()
    {
        Zip("shipment/lot-1.zip", ("lot-1/a.jpg", "one"), ("lot-1/b.jpg", "two"));
        Assert.Equal(["lot-1.zip", "lot-1/a.jpg", "lot-1/b.jpg"], Paths());
    }

    [Fact]
    public void What_an_earlier_run_unpacked_is_not_there_any_more_when_its_zip_is_gone()
    {
        Zip("shipment/lot-1.zip", ("a.jpg", "one"));
        Walk.Files(Shipment, Out);
        File.Delete(_temp.At("shipment/lot-1.zip"));
        _temp.Put("shipment/lot-1/a.jpg", "other");
        Assert.Equal(["lot-1/a.jpg"], Paths());
        Assert.Equal("other", File.ReadAllText(ShipmentFile.FullPath(Shipment, Out, "lot-1/a.jpg")));
    }

    [Theory]
    [InlineData("../a.jpg")]
    [InlineData("lot/../../a.jpg")]
    [InlineData("/etc/a.jpg")]
    [InlineData("..\\a.jpg")]
    [InlineData("C:\\a.jpg")]
    public void A_zip_with_a_path_that_leads_out_is_named_and_nothing_of_it_is_unpacked(string path)
    {
        Zip("shipment/lot-1.zip", ("good.jpg", "good"), (path, "bad"));
        var zip = Assert.Single(Walk.Files(Shipment, Out));
        Assert.Equal(PhotoOutcome.UnsupportedFormat, zip.Decided);
        Assert.Contains("leads out of it", zip.Reason, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Out, ShipmentFile.UnpackedFolder, "lot-1")));
    }

    [Fact]
    public void A_zip_that_grows_like_no_photos_do_is_named()
    {
        Zip("shipment/lot-1.zip", ("a.jpg", new string('x', 70 << 20)));
        Assert.Contains("far more bytes", Assert.Single(Walk.Files(Shipment, Out)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_grows_little_in_bytes_is_opened_however_well_it_shrank()
    {
        Zip("shipment/lot-1.zip", ("a.jpg", new string('x', 60 << 20)));
        Assert.Equal(["lot-1.zip", "lot-1/a.jpg"], Paths());
    }

    [Fact]
    public void A_zip_in_a_zip_is_not_opened()
    {
        Zip("inner.zip", ("a.jpg", "one"));
        Zip("shipment/lot-1.zip", ("b.jpg", "two"), ("inner.zip", Encoding.Latin1.GetString(File.ReadAllBytes(_temp.At("inner.zip")))));
        var inner = Walk.Files(Shipment, Out).Single(file => file.Path == "lot-1/inner.zip");
        Assert.Equal((PhotoOutcome.UnsupportedFormat, "an archive in an archive: unpack it and inspect again"), (inner.Decided, inner.Reason));
    }

    [Fact]
    public void A_zip_beside_a_folder_of_its_name_is_not_opened()
    {
        Zip("shipment/lot-1.zip", ("a.jpg", "one"));
        _temp.Put("shipment/lot-1/a.jpg", "one");
        Assert.Equal(["lot-1.zip", "lot-1/a.jpg"], Paths());
    }

    [Fact]
    public void A_zip_without_photos_is_an_attachment_and_a_damaged_one_is_named()
    {
        Zip("shipment/papers.zip", ("a.pdf", "one"));
        _temp.Put("shipment/torn.zip", "PK");
        Assert.Equal([PhotoOutcome.Attachment, PhotoOutcome.UnsupportedFormat], Walk.Files(Shipment, Out).Select(file => file.Decided!.Value));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public void Names_in_a_zip_that_are_no_utf_8_are_read_as_those_of_windows_in_china(string encoding)
    {
        var names = encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        var bytes = ZipOf("LOT/PHOTO_NAME.jpg", "one");
        Replace(bytes, "PHOTO_NAME", Padded(names.GetBytes("正面图"), 10));
        _temp.Put("shipment/lot-1.zip", bytes);
        var files = Walk.Files(Shipment, Out);
        Assert.Equal(["lot-1.zip", $"lot-1/LOT/正面图{new string('-', 10 - names.GetByteCount("正面图"))}.jpg"], files.Select(file => file.Path));
        Assert.Equal([null, encoding == "utf-8" ? null : "LOT/%D5%FD%C3%E6%CD%BC----.jpg"], files.Select(file => file.NameBytes));
        Assert.All(files.Where(file => file.NameBytes is not null), file => Assert.True(NameBytes.AreOf(file.NameBytes!, file.Path, isInArchive: true)));
    }

    [Fact]
    public void A_zip_that_is_unpacked_is_hashed_and_one_that_is_not_is_none_of_the_inspection()
    {
        using var shipment = new Shipment();
        var zip = ZipOf("1_front.jpg", Encoding.Latin1.GetString(Photos.Good(1)));
        shipment.Put("lot.zip", zip);
        shipment.Put("other/2_front.jpg", Photos.Good(2));
        shipment.Put("other.zip", zip);
        var record = shipment.InspectWithoutModel();
        var digest = Convert.ToHexStringLower(SHA256.HashData(zip));
        Assert.Equal([new ShipmentArchive("lot.zip", zip.Length, digest)], record.Archives);
        Assert.Equal(digest, record.Files.Single(file => file.Path == "lot.zip").Sha256);
        Assert.Equal("lot.zip", record.ArchiveOf("lot/1_front.jpg")?.Path);
        Assert.Null(record.ArchiveOf("other/2_front.jpg"));
        Assert.Null(record.NameBytes);
    }

    [Fact]
    public void A_shipment_that_is_a_zip_is_unpacked_and_its_digest_and_names_are_kept()
    {
        var bytes = ZipOf("LOT/PHOTO_NAME.jpg", "one");
        Replace(bytes, "PHOTO_NAME", Padded(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("正面图"), 10));
        var unpacked = UnpackedArchive.Of(_temp.Put("PO 7.zip", bytes), Out);
        Assert.Equal(new ShipmentArchive("PO 7.zip", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), unpacked.Archive);
        Assert.Equal(Path.Combine(Out, "shipment", "PO 7"), unpacked.Folder);
        Assert.Equal("LOT/%D5%FD%C3%E6%CD%BC----.jpg", unpacked.NameOf(Path.Combine(unpacked.Folder, "LOT", "正面图----.jpg")));
        var intake = ShipmentIntake.Of(new IntakeOptions(unpacked.Folder, Out, new Dictionary<ListKind, string>()) { Unpacked = unpacked }, new AgreedTerms(Agreement.None));
        Assert.Equal(["LOT/%D5%FD%C3%E6%CD%BC----.jpg"], intake.Files.Select(file => file.NameBytes));
    }

    [Fact]
    public void A_chinese_name_that_is_utf_8_by_chance_is_read_like_the_others_of_its_zip()
    {
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        Zip("shipment/lot-1.zip", ("AA.jpg", "one"), ("BBBB.jpg", "two"));
        var bytes = File.ReadAllBytes(_temp.At("shipment/lot-1.zip"));
        Replace(bytes, "BBBB", chinese.GetBytes("正面"));
        Replace(bytes, "AA", chinese.GetBytes("图"));
        File.WriteAllBytes(_temp.At("shipment/lot-1.zip"), bytes);
        Assert.Equal(["lot-1.zip", "lot-1/图.jpg", "lot-1/正面.jpg"], Paths());
    }

    [Fact]
    public void Photos_of_a_zip_are_inspected()
    {
        using var shipment = new Shipment();
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var number in new[] { 1, 2 })
            {
                using var entry = zip.CreateEntry($"00{number}_front.jpg").Open();
                entry.Write(Photos.Good(number));
            }
        }

        shipment.Put("lot.zip", stream.ToArray());
        var record = shipment.Inspect();
        Assert.Equal(["001", "002"], Tests.Shipment.LotOf(record, "lot").Lot.Items.Select(item => item.Name));
        Assert.Equal(2, record.Accounting[PhotoOutcome.Scored]);
    }

    private static byte[] Padded(byte[] name, int length) => [.. name, .. Enumerable.Repeat((byte)'-', length - name.Length)];

    private static void Replace(byte[] bytes, string found, byte[] by)
    {
        var wanted = Encoding.ASCII.GetBytes(found);
        for (var at = bytes.AsSpan().IndexOf(wanted); at >= 0; at = bytes.AsSpan().IndexOf(wanted))
        {
            by.CopyTo(bytes, at);
        }
    }

    private static byte[] ZipOf(string name, string content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.Latin1.GetBytes(content));
        }

        return stream.ToArray();
    }

    private void Zip(string path, params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.Latin1.GetBytes(content));
            }
        }

        _temp.Put(path, stream.ToArray());
    }

    private string Shipment => _temp.At("shipment");

    private string Out => _temp.At("out");

    private IEnumerable<string> Paths() => Walk.Files(Shipment, Out).Select(file => file.Path);
}
