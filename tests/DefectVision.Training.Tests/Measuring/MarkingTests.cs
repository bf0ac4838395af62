using DefectVision.Fixtures;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Training.Labels;
using DefectVision.Training.Measuring;

namespace DefectVision.Training.Tests.Measuring;

/// <summary>Rules: what persons marked becomes regions, and each place of a heat map stands for the pixels that it covers.</summary>
public sealed class MarkingTests : IDisposable
{
    private const int Outside = Statistics.Calibration.ScoredPlace.Outside;
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Pixels_that_touch_at_a_corner_hang_together_and_a_gap_parts_them()
    {
        bool[] mask =
        [
            true, false, false, false,
            false, true, false, true,
            false, false, false, true,
        ];
        Assert.Equal([[0, 5], [7, 11]], ConnectedRegions.Of(mask, 4));
    }

    [Fact]
    public void A_row_does_not_go_on_in_the_next()
    {
        bool[] mask =
        [
            false, false, true,
            true, false, false,
        ];
        Assert.Equal(2, ConnectedRegions.Of(mask, 3).Count);
    }

    // 4 x 2 pixels under 2 x 1 places: the left place covers the columns 0 and 1, the right one 2 and 3.
    [Fact]
    public void A_place_stands_for_the_pixels_it_covers_apart_for_each_region_and_outside()
    {
        var marking = new Marking(4, 2, [[1, 2], [1]]);
        Assert.Equal(
            [(0, 0, 1L), (1, 0, 1L), (0, 1, 1L), (0, Outside, 3L), (1, Outside, 3L)],
            marking.Places(new HeatMapGrid(1, 2), Window.Whole));
    }

    [Fact]
    public void More_places_than_pixels_leave_some_places_without_any()
    {
        var places = new Marking(1, 1, []).Places(new HeatMapGrid(2, 2), Window.Whole).ToList();
        Assert.Equal([(3, Outside, 1L)], places);
    }

    [Fact]
    public void A_box_takes_the_pixels_it_touches_and_ends_at_the_edge_of_the_photo()
    {
        using var reader = new MarkingReader();
        var photo = Photo() with { Boxes = [new LabelledBox("hole", 6.5, -2, 9, 3.5), new LabelledBox("hole", 20, 20, 5, 5)] };
        var region = Assert.Single(reader.Read(photo)!.Regions);
        Assert.Equal([6, 7, 14, 15], region);
    }

    [Fact]
    public void A_defective_photo_that_nobody_marked_and_an_empty_or_unreadable_mask_have_no_marking()
    {
        using var reader = new MarkingReader();
        Assert.Null(reader.Read(Photo()));
        Assert.Null(reader.Read(Photo() with { Mask = _temp.Put("black.png", new RgbImage(8, 8).ToJpeg(100)) }));
        Assert.Null(reader.Read(Photo() with { Mask = _temp.Put("broken.png", "no mask") }));
        Assert.Null(reader.Read(Photo() with { Mask = _temp.At("nowhere.png") }));
    }

    [Fact]
    public void A_good_photo_is_all_outside()
    {
        using var reader = new MarkingReader();
        var marking = reader.Read(Photo() with { Label = LabelledPhoto.Good });
        Assert.Equal((8, 8, 0), (marking!.Width, marking.Height, marking.Regions.Count));
    }

    private static LabelledPhoto Photo() => new("photo.jpg", "hole", "photo.jpg", new string('a', 64), new PhotoHeader(PhotoFormat.Jpeg, 8, 8, 1));
}
