using System.IO.Compression;
using System.Text;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>
/// Rules: every byte of a packet's zip belongs to a file that its list names, under the same name, or to the list. Programs read a zip by its list or from its beginning, and some rename by an extra
/// field (APPNOTE.TXT 6.3.10, 4.5.7 and 4.6.9): what two of them would unpack as two packets does not hold. What other packers add and changes no file does.
/// </summary>
public sealed class ZipLayoutTests : IDisposable
{
    private readonly MadePacket _packet = new();

    public void Dispose() => _packet.Dispose();

    [Fact]
    public void A_zip_that_tells_everything_once_holds()
    {
        Assert.True(Check(_ => { }).Holds);
    }

    [Theory]
    [InlineData("a file that is not listed", "bytes after")]
    [InlineData("bytes of no file", "bytes after")]
    [InlineData("another name", "another name where it lies")]
    [InlineData("another method", "packed otherwise")]
    [InlineData("another check value", "another size or check value where it lies")]
    [InlineData("a second name in the list", "extra field of kind 0x7075")]
    [InlineData("a second name where it lies", "extra field of kind 0x7075")]
    [InlineData("a link in an extra field", "extra field of kind 0x756e")]
    [InlineData("the same extra field twice", "extra field of kind 0x5455")]
    [InlineData("a cut-off extra field", "cut off")]
    [InlineData("bytes behind the packed ones", "do not end with the file")]
    [InlineData("packed bytes without an end", "do not end with the file|unexpected|cannot be read")]
    [InlineData("marked as a folder", "marked as a folder or a label")]
    [InlineData("marked as a label", "marked as a folder or a label")]
    [InlineData("a version that not every program knows", "not every program unpacks")]
    [InlineData("patched data", "not every program unpacks")]
    [InlineData("a folder named like a file", "folder that holds no file")]
    [InlineData("an empty folder", "folder that holds no file")]
    [InlineData("a file within a file", "a file and a folder in one")]
    public void What_two_programs_would_unpack_as_two_packets_does_not_hold(string trick, string says)
    {
        var found = Check(zip =>
        {
            var more = Encoding.UTF8.GetBytes("more");
            switch (trick)
            {
                case "a file that is not listed":
                    zip.Add("originals/hidden.jpg", more, isListed: false);
                    break;
                case "bytes of no file":
                    zip.AddUntold(more);
                    break;
                case "another name":
                    zip.Add("originals/seen.jpg", more, localName: "originals/told.jpg");
                    break;
                case "another method":
                    zip.Add("originals/seen.jpg", more, localMethod: 8);
                    break;
                case "another check value":
                    zip.Add("originals/seen.jpg", more, localCrc: 1);
                    break;
                case "a second name in the list":
                    zip.Add("originals/seen.jpg", more, extra: Field(0x7075), localExtra: []);
                    break;
                case "a second name where it lies":
                    zip.Add("originals/seen.jpg", more, localExtra: Field(0x7075));
                    break;
                case "a link in an extra field":
                    zip.Add("originals/seen.jpg", more, extra: Field(0x756e));
                    break;
                case "the same extra field twice":
                    zip.Add("originals/seen.jpg", more, extra: [.. Field(0x5455), .. Field(0x5455)]);
                    break;
                case "a cut-off extra field":
                    zip.Add("originals/seen.jpg", more, extra: [1, 0]);
                    break;
                case "bytes behind the packed ones":
                    zip.Add("originals/seen.jpg", more, packed: [.. Deflated(more), 0]);
                    break;
                case "packed bytes without an end":
                    zip.Add("originals/seen.jpg", more, packed: [0, 4, 0, 0xFB, 0xFF, .. more]); // a stored block that is not the last, RFC 1951, 3.2.4
                    break;
                case "marked as a folder":
                    zip.Add("originals/seen.jpg", more, attributes: 0x10);
                    break;
                case "marked as a label":
                    zip.Add("originals/seen.jpg", more, attributes: 0x08);
                    break;
                case "a version that not every program knows":
                    zip.Add("originals/seen.jpg", more, version: 63);
                    break;
                case "patched data":
                    zip.Add("originals/seen.jpg", more, flags: 0x0820);
                    break;
                case "a folder named like a file":
                    zip.Add("report.html/", []);
                    break;
                case "an empty folder":
                    zip.Add("originals/nothing/", []);
                    break;
                default:
                    zip.Add("seal.json/hidden.jpg", more);
                    break;
            }
        });
        Assert.Contains(found.Parts, part => part.Answer == CheckAnswer.Fails && says.Split('|').Any(word => part.Detail.Contains(word, StringComparison.Ordinal)));
    }

    // Untold bytes between two files, not only after the last.
    [Fact]
    public void Bytes_between_two_files_are_found_where_they_are()
    {
        var zip = new ZipByHand();
        foreach (var name in Names)
        {
            zip.Add(name, File.ReadAllBytes(_packet.InPacket(name)));
            if (name == PacketNames.Manifest)
            {
                zip.AddUntold(new byte[1000]);
            }
        }

        Assert.Contains(Check(zip).Parts, part => part is { Answer: CheckAnswer.Fails } && part.Detail.Contains($"found 1,000 bytes after {PacketNames.Manifest}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_list_of_fewer_or_more_files_than_its_end_says_is_no_archive(int more)
    {
        var zip = new ZipByHand();
        foreach (var name in Names)
        {
            zip.Add(name, File.ReadAllBytes(_packet.InPacket(name)));
        }

        Assert.Contains(Check(zip, more).Parts, part => part is { Answer: CheckAnswer.Fails } && part.Detail.Contains("that its end says", StringComparison.Ordinal));
    }

    // As Info-ZIP, macOS and Windows pack: folders of their own, times and owners beside each file, and sizes after the bytes where a packer writes to a pipe.
    [Fact]
    public void What_other_packers_add_and_changes_no_file_holds()
    {
        Assert.True(Check(zip =>
        {
            zip.Add("originals/", []);
            zip.Add("proofs/", [], extra: Field(0x5455), localExtra: [.. Field(0x5455), .. Field(0x7875)]);
        }).Holds);

        var file = _packet.At("piped.zip");
        using (var stream = File.Create(file))
        using (var pipe = new Pipe(stream))
        using (var archive = new ZipArchive(pipe, ZipArchiveMode.Create))
        {
            foreach (var name in Names)
            {
                archive.CreateEntryFromFile(_packet.InPacket(name), "packet/" + name);
            }
        }

        Assert.True(PacketCheck.Of(file, new CheckOptions(), CancellationToken.None).Holds);
    }

    private IEnumerable<string> Names => Directory.EnumerateFiles(_packet.Folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_packet.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal))
        {
            deflate.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Field(ushort kind) => [(byte)kind, (byte)(kind >> 8), 5, 0, 1, 0, 0, 0, 0];

    private PacketFindings Check(Action<ZipByHand> trick)
    {
        var zip = new ZipByHand();
        foreach (var name in Names)
        {
            zip.Add(name, File.ReadAllBytes(_packet.InPacket(name)));
        }

        trick(zip);
        return Check(zip);
    }

    private PacketFindings Check(ZipByHand zip, int filesMore = 0)
    {
        zip.Save(_packet.At("hand.zip"), filesMore);
        return PacketCheck.Of(_packet.At("hand.zip"), new CheckOptions(), CancellationToken.None);
    }

    // Cannot be read or sought, as what a packer writes to when it does not write to a file.
    private sealed class Pipe(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
