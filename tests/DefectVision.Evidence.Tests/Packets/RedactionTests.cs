using System.Text;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Imaging.Withholding;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rules: what is withheld is not in the packet, is listed, and the original's hash stays; nobody is told that a copy is the original.</summary>
public sealed class RedactionTests : IDisposable
{
    private const string Source = MadePacket.Lot + "/002_front.jpg";
    private const string Blackened = MadePacket.FlaggedPhoto + ".redacted.png";
    private static readonly WithheldRegion Face = new(Source, new PhotoRegion(4, 2, 8, 6), "faces");
    private readonly MadePacket _packet = new();

    public void Dispose() => _packet.Dispose();

    [Fact]
    public void Metadata_goes_from_every_copy_and_the_pixels_stay()
    {
        var before = Entry(MadePacket.FlaggedPhoto);
        Assert.Contains(MadePacket.Remark, Latin(MadePacket.FlaggedPhoto), StringComparison.Ordinal);
        Make(MetadataKinds.Gps | MetadataKinds.ExifSerial | MetadataKinds.Personal);
        var after = Entry(MadePacket.FlaggedPhoto);
        Assert.All(_packet.Names.Where(name => name.StartsWith(PacketNames.Originals, StringComparison.Ordinal)), name => Assert.DoesNotContain("31.2304", Latin(name), StringComparison.Ordinal));
        Assert.NotEqual(before.Sha256, after.Sha256);
        Assert.Equal(before.Photo!.PixelsSha256, after.Photo!.PixelsSha256);
        Assert.Equal(["gps", "exif_serial", "personal"], after.Photo.Redaction!.Withheld);
        Assert.Equal((before.Sha256, before.Photo.PixelsSha256), (after.Photo.Redaction.OriginalSha256, after.Photo.Redaction.OriginalPixelsSha256));
        Assert.Equal(9, Lines.Of(_packet.Bytes(PacketNames.Redactions)).Count());
    }

    [Fact]
    public void A_photo_that_cannot_be_copied_without_it_is_left_out_and_named()
    {
        var made = MadePacket.Make(_packet.Options with { Withheld = MetadataKinds.Personal, Originals = OriginalsWanted.All, Overwrite = true });
        Assert.DoesNotContain(made.Missing, sentence => sentence.Contains("cannot be written again", StringComparison.Ordinal));
        using var odd = new MadePacket(isAttached: true);
        made = MadePacket.Make(odd.Options with { Withheld = MetadataKinds.Personal, Originals = OriginalsWanted.All, Overwrite = true });
        Assert.Equal(3, made.Missing.Count(sentence => sentence.Contains("cannot be written again", StringComparison.Ordinal)));
        Assert.DoesNotContain(odd.Names, name => name.EndsWith(".mp4", StringComparison.Ordinal) || name.EndsWith("packing.pdf", StringComparison.Ordinal));
        Assert.True(odd.Check().Holds);
    }

    [Fact]
    public void Copies_are_counted_apart_from_originals()
    {
        var (copied, whole) = (Make(MetadataKinds.Gps), Make(MetadataKinds.None));
        Assert.Equal((whole.Photos, whole.Photos, 0), (copied.Photos, copied.Copies, whole.Copies));
        Assert.NotEqual(0, whole.Photos);
    }

    [Fact]
    public void The_check_says_that_the_original_is_not_in_the_packet()
    {
        Make(MetadataKinds.Gps);
        var findings = _packet.Check();
        Assert.True(findings.Holds, string.Join('\n', findings.Parts.Where(part => part.Answer == CheckAnswer.Fails)));
        Assert.Contains(findings.Parts, part => part is { Part: MadePacket.FlaggedPhoto, Answer: CheckAnswer.NotChecked }
            && part.Detail.StartsWith("redacted (gps): the original is not in the packet", StringComparison.Ordinal)
            && part.Detail.Contains(Entry(MadePacket.FlaggedPhoto).Photo!.Redaction!.OriginalSha256, StringComparison.Ordinal));
    }

    [Fact]
    public void That_nothing_is_withheld_from_documents_of_others_is_said()
    {
        Assert.Contains("nothing was withheld from them", Assert.Single(Make(MetadataKinds.Gps).Remarks), StringComparison.Ordinal);
        Assert.Empty(Make(MetadataKinds.None).Remarks);
    }

    [Fact]
    public void The_holder_of_the_original_shows_that_it_is_the_one()
    {
        Make(MetadataKinds.Gps);
        var proof = _packet.InPacket(PacketNames.ProofOf(MadePacket.FlaggedPhoto));
        var alone = PacketCheck.OfExhibit(_packet.Folder, Path.Combine(_packet.Shipment, Source), proof, new CheckOptions());
        Assert.True(alone.Holds);
        Assert.Contains(alone.Parts, part => part.Detail.StartsWith("it is the original of", StringComparison.Ordinal));
        Assert.False(PacketCheck.OfExhibit(_packet.Folder, Path.Combine(_packet.Shipment, MadePacket.Lot, "001_front.jpg"), proof, new CheckOptions()).Holds);
    }

    [Fact]
    public void The_same_redactions_give_the_same_bytes_and_none_give_none()
    {
        Make(MetadataKinds.Gps, Face);
        var first = _packet.Names.ToDictionary(name => name, _packet.Bytes);
        Make(MetadataKinds.Gps, Face);
        Assert.All(first, file => Assert.Equal(file.Value, _packet.Bytes(file.Key)));
        Make(MetadataKinds.None);
        Assert.DoesNotContain(PacketNames.Redactions, _packet.Names);
    }

    [Fact]
    public void A_region_is_black_in_a_copy_without_loss_and_its_photo_is_in_no_picture_of_the_report()
    {
        Assert.Equal(2, _packet.Text(EvidenceWriter.ReportName).Split("alt=\"" + Source).Length - 1);
        Make(MetadataKinds.None, Face);
        Assert.True(_packet.Check().Holds);
        Assert.DoesNotContain(MadePacket.FlaggedPhoto, _packet.Names);
        Assert.DoesNotContain("alt=\"" + Source, _packet.Text(EvidenceWriter.ReportName), StringComparison.Ordinal);
        Assert.DoesNotContain(_packet.Names, name => name.StartsWith(PictureStore.FolderName, StringComparison.Ordinal));
        Assert.Contains("alt=\"" + MadePacket.Lot + "/002_back.jpg", _packet.Text(EvidenceWriter.ReportName), StringComparison.Ordinal);
        using var reader = new PhotoReader(DecodeLimits.Default);
        var picture = reader.ReadPicture(_packet.Bytes(Blackened), 32).Picture!;
        Assert.Equal([0, 0, 0], picture.Bytes.AsSpan(3 * ((2 * 32) + 4), 3).ToArray());
        Assert.NotEqual(0, picture.Bytes[3 * ((1 * 32) + 4)]);
        var entry = RedactionEntry.Parse(Lines.Of(_packet.Bytes(PacketNames.Redactions)).Single());
        Assert.Equal(new RedactionEntry(Blackened, Source, Entry(Blackened).Photo!.Redaction!.OriginalSha256, "region", Face.Region, "faces"), entry);
    }

    [Fact]
    public void A_region_outside_the_photo_and_one_of_no_photo_make_no_packet()
    {
        Assert.Contains("inside the upright photo of 32 x 24 px", Refused(Face with { Region = new PhotoRegion(30, 0, 3, 1) }), StringComparison.Ordinal);
        Assert.Contains("no such photo", Refused(Face with { Path = "nowhere.jpg" }), StringComparison.Ordinal);
        Assert.True(_packet.Check().Holds);
    }

    [Fact]
    public void A_redaction_taken_from_the_list_is_caught_although_everything_is_made_anew()
    {
        Make(MetadataKinds.Gps);
        var lines = Lines.Of(_packet.Bytes(PacketNames.Redactions)).Where(line => RedactionEntry.Parse(line).Path != MadePacket.FlaggedPhoto);
        File.WriteAllBytes(_packet.InPacket(PacketNames.Redactions), Lines.Join(lines));
        Forger.Reseal(_packet);
        _packet.Catches(PacketNames.Redactions, "a redaction is missing");
    }

    [Fact]
    public void A_copy_that_the_manifest_calls_an_original_is_caught_although_everything_is_made_anew()
    {
        Make(MetadataKinds.Gps);
        Change(entry => entry with { Redaction = null });
        _packet.Catches(MadePacket.FlaggedPhoto, "does not have this photo");
        _packet.Catches(PacketNames.Redactions, "the manifest does not say so");
    }

    [Fact]
    public void Other_pixels_under_the_name_of_withheld_metadata_are_caught_although_everything_is_made_anew()
    {
        Make(MetadataKinds.Gps);
        Change(entry => entry with { Redaction = entry.Redaction! with { OriginalPixelsSha256 = new string('0', 64) } });
        _packet.Catches(MadePacket.FlaggedPhoto, "other pixels for the original");
    }

    [Fact]
    public void A_false_digest_of_pixels_does_not_hold_although_everything_is_made_anew()
    {
        Change(entry => entry with { PixelsSha256 = new string('0', 64) });
        _packet.Catches(MadePacket.FlaggedPhoto, "its pixels are not those of the manifest");
        Change(entry => entry with { PixelsSha256 = null });
        _packet.Catches(MadePacket.FlaggedPhoto, "wanted none");
    }

    [Fact]
    public void A_photo_that_cannot_be_decoded_is_not_checked_and_why_is_said()
    {
        var whole = _packet.Bytes(MadePacket.FlaggedPhoto);
        File.WriteAllBytes(_packet.InPacket(MadePacket.FlaggedPhoto), whole[..^200]);
        Change(entry => entry with { PixelsSha256 = null });
        Assert.Contains(_packet.Check().Parts, part => part is { Part: MadePacket.FlaggedPhoto, Answer: CheckAnswer.NotChecked } && part.Detail.StartsWith("its pixels: ", StringComparison.Ordinal));
        Change(entry => entry with { PixelsSha256 = new string('0', 64) });
        _packet.Catches(MadePacket.FlaggedPhoto, "cannot be decoded whole");
    }

    private string Refused(WithheldRegion region) =>
        Assert.Throws<PacketException>(() => MadePacket.Make(_packet.Options with { WithheldRegions = [region], Overwrite = true })).Message;

    private PacketMade Make(MetadataKinds kinds, params WithheldRegion[] regions) =>
        MadePacket.Make(_packet.Options with { Withheld = kinds, WithheldRegions = regions, Overwrite = true });

    private ManifestEntry Entry(string name) => Lines.Of(_packet.Bytes(PacketNames.Manifest)).Select(ManifestEntry.Parse).Single(entry => entry.Path == name);

    private string Latin(string name) => Encoding.Latin1.GetString(_packet.Bytes(name));

    private void Change(Func<ExhibitFacts, ExhibitFacts> change)
    {
        var entries = Lines.Of(_packet.Bytes(PacketNames.Manifest)).Select(ManifestEntry.Parse).Select(entry => entry.Path == MadePacket.FlaggedPhoto ? entry with { Photo = change(entry.Photo!) } : entry);
        File.WriteAllBytes(_packet.InPacket(PacketNames.Manifest), Lines.Join(entries.Select(entry => entry.ToLine())));
        Forger.Reseal(_packet);
    }
}
