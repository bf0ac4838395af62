using System.IO.Compression;
using System.Text;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>
/// Rules: what is withheld from photos is in no byte of any file of the packet, whichever command makes it, packed or not; a photo that cannot be copied without it is left
/// out and named; the packet holds together.
/// </summary>
public sealed class RedactionTests : IDisposable
{
    private const string Planted = "PLANTED";
    private static readonly string[] Kinds = ["--redact", "gps,exif-serial,personal"];
    private static readonly byte[] Word = Encoding.ASCII.GetBytes(Planted);
    private readonly Desk _desk = new();

    public RedactionTests()
    {
        _desk.PutLot("b", stained: true);
        Change("b/0_front.jpg", photo => [.. photo, .. WithSegment(photo, 0xFE, Word)]);
        Change("b/1_front.jpg", photo => WithSegment(photo, 0xE0, [.. "JFXX\0"u8, 0x10, .. WithExif(photo)]));
        Change("b/2_front.jpg", WithExif);
        File.Delete(_desk.At("shipment/b/4_front.jpg"));
        using var moving = new ImageMagick.MagickImage(Photos.Good(4));
        moving.Comment = Planted;
        _desk.Put("shipment/b/4_front.gif", moving.ToByteArray(ImageMagick.MagickFormat.Gif));
    }

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("packet make")]
    [InlineData("claim")]
    public async Task A_planted_word_is_in_no_file_of_the_packet(string command)
    {
        await _desk.Inspect("--out", "out");
        Assert.Contains("b/2_front.jpg, Photoshop</bdi>", _desk.Text("out/report.html"), StringComparison.Ordinal);
        (await _desk.Of(command, "out", "--originals", "all")).Gave(0);
        Assert.Equal(4, Holding("out/packet").Count);

        var made = (await _desk.Of(command, "out", [.. Kinds, "--originals", "all", "--overwrite"])).Gave(0);
        Assert.Empty(Holding("out/packet"));
        Assert.Contains("b/4_front.gif: its file cannot be written again", made.Error, StringComparison.Ordinal);
        Assert.Equal(4, Directory.GetFiles(_desk.At("out/packet/originals"), "*", SearchOption.AllDirectories).Length);
        Assert.Contains("\"withheld\":\"personal\"", _desk.Text("out/packet/redactions.jsonl"), StringComparison.Ordinal);
        (await _desk.Run("verify", "out/packet")).Gave(0);
    }

    private static byte[] WithExif(byte[] photo)
    {
        var position = new ExifBlock().Text(0x12, Planted).Bytes(0x1C, Planted);
        var taken = new ExifBlock().Text(0x9003, "2026:11:20 09:30:00").Bytes(0x927C, Planted).Bytes(0x9286, Planted).Text(0xA420, Planted).Text(0xA430, Planted).Text(0xA431, Planted);
        var thumbnail = new ExifBlock().Text(0x013B, Planted).Leads(0x8825, position);
        var exif = new ExifBlock { Next = thumbnail }.Text(0x010F, "ACME").Text(0x0131, "Adobe Photoshop " + Planted).Text(0x013B, Planted).Leads(0x8769, taken).Leads(0x8825, position);
        return WithSegment(photo, 0xE1, [.. "Exif\0\0"u8, .. exif.ToBytes(isLittle: true, Planted)]);
    }

    private static byte[] WithSegment(byte[] photo, byte marker, byte[] body) => [.. photo[..2], 0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. photo[2..]];

    private void Change(string name, Func<byte[], byte[]> change) => _desk.Put("shipment/" + name, change(File.ReadAllBytes(_desk.At("shipment/" + name))));

    private List<string> Holding(string folder) => [.. Directory.GetFiles(_desk.At(folder), "*", SearchOption.AllDirectories).Where(file => Holds(File.ReadAllBytes(file)) || file.Contains(Planted, StringComparison.Ordinal))];

    // Letters are zips; PDF and PNG hold zlib streams.
    private static bool Holds(byte[] file)
    {
        if (file.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            return zip.Entries.Any(entry => Holds(Whole(entry.Open())));
        }

        return file.AsSpan().IndexOf(Word) >= 0 || Enumerable.Range(0, Math.Max(0, file.Length - 1))
            .Where(at => file[at] == 0x78 && file[at + 1] is 0x01 or 0x5E or 0x9C or 0xDA)
            .Any(at => Whole(new ZLibStream(new MemoryStream(file, at, file.Length - at), CompressionMode.Decompress)).AsSpan().IndexOf(Word) >= 0);
    }

    // Nothing where no such stream begins.
    private static byte[] Whole(Stream packed)
    {
        using (packed)
        {
            using var whole = new MemoryStream();
            try
            {
                packed.CopyTo(whole);
            }
            catch (InvalidDataException)
            {
            }

            return whole.ToArray();
        }
    }
}
