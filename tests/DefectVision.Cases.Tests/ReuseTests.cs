using DefectVision.Cases.Remembering;
using DefectVision.Fixtures;

namespace DefectVision.Cases.Tests;

/// <summary>Rule: a photo that was in another shipment is named with where it was, whether its bytes are the same or only its shot; a shipment is not held against itself.</summary>
public sealed class ReuseTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_photo_of_another_shipment_is_named()
    {
        Inspect("PO-1", ("1_front.jpg", Scenes.Piece(1).ToJpeg(90)), ("2_front.jpg", Scenes.Piece(2).ToJpeg(90)));
        Assert.Empty(Keep("PO-1").Photos);
        Assert.Empty(Keep("PO-1").Photos);
        Inspect("PO-2", ("1_front.jpg", Scenes.Piece(3).ToJpeg(90)), ("7_front.jpg", Scenes.Mirrored(Scenes.Piece(2)).ToJpeg(70)), ("8_front.jpg", Scenes.Piece(1).ToJpeg(90)));
        Assert.Equal(
            [("A/7_front.jpg", "PO-1", "A/2_front.jpg", false), ("A/8_front.jpg", "PO-1", "A/1_front.jpg", true)],
            Keep("PO-2").Photos.Select(photo => (photo.Path, photo.Shipment, photo.OtherPath, photo.IsSameFile)));
    }

    [Fact]
    public void Where_the_other_inspection_is_gone_the_same_file_is_still_found_and_the_rest_is_said()
    {
        Inspect("PO-1", ("1_front.jpg", Scenes.Piece(1).ToJpeg(90)), ("2_front.jpg", Scenes.Piece(2).ToJpeg(90)));
        Keep("PO-1");
        Directory.Delete(_temp.At("out/PO-1"), recursive: true);
        Inspect("PO-2", ("7_front.jpg", Scenes.Mirrored(Scenes.Piece(2)).ToJpeg(70)), ("8_front.jpg", Scenes.Piece(1).ToJpeg(90)));
        var reuse = Keep("PO-2");
        Assert.Equal("A/8_front.jpg", Assert.Single(reuse.Photos).Path);
        Assert.Equal(["PO-1"], reuse.NotCompared);
    }

    // Without keeping, and where nothing was kept of the case itself.
    [Fact]
    public void A_claim_is_checked_without_being_kept()
    {
        Inspect("PO-1", ("1_front.jpg", Scenes.Piece(1).ToJpeg(90)));
        Keep("PO-1");
        Inspect("PO-2", ("3_front.jpg", Scenes.Piece(1).ToJpeg(60)));
        Assert.Single(Casework.Reused(_temp.At("out/PO-2"), _temp.At("history.db"), Context).Photos);
        Assert.Equal(1, Casework.CheckHistory(_temp.At("history.db")).Shipments);
    }

    private static CaseContext Context => new(TimeProvider.System, _ => { }, null, CancellationToken.None);

    private Reuse Keep(string name) => Assert.Single(Casework.Keep([_temp.At($"out/{name}")], _temp.At("history.db"), Context)).Reuse;

    private void Inspect(string name, params (string Name, byte[] Jpeg)[] photos)
    {
        foreach (var (photo, jpeg) in photos)
        {
            _temp.Put($"{name}/A/{photo}", jpeg);
        }

        Casework.Inspect(new Inspecting.InspectRequest(_temp.At(name), _temp.At($"out/{name}")) { Settings = new CaseSettings { HasPdf = false, HasOrder = false } }, Context);
    }
}
