using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule: a mask belongs to the photo of its class and name, and is no photo of the set itself.</summary>
public sealed class MaskTests : IDisposable
{
    private readonly LabelledFolder _set = new();

    public void Dispose() => _set.Dispose();

    // Bergmann et al. 2019, "MVTec AD": train/good, test/CLASS, ground_truth/CLASS/NAME_mask.png.
    [Fact]
    public void The_layout_of_the_MVTec_sets_has_parts_and_masks()
    {
        _set.Photo("train/good/000.png", "test/good/000.png", "test/hole/000.png", "test/hole/001.png", "ground_truth/hole/000_mask.png");
        var learned = _set.Read();
        Assert.Equal((LabelLayout.MvTec, "train/good/000.png good"), (learned.Layout, _set.Said(learned)));
        var measured = _set.Read(part: "test");
        Assert.Equal("test/good/000.png good, test/hole/000.png hole, test/hole/001.png hole", _set.Said(measured));
        Assert.Equal(
            ["test/good/000.png -", "test/hole/000.png ground_truth/hole/000_mask.png", "test/hole/001.png -"],
            measured.Photos.Select(photo => $"{_set.Name(photo.Path)} {(photo.Mask is null ? "-" : _set.Name(photo.Mask))}"));
    }

    [Theory]
    [InlineData("masks/hole/1.png", true)]
    [InlineData("mask/hole/1_mask.png", true)]
    [InlineData("ground_truth/hole/1.png", true)]
    [InlineData("masks/stain/1.png", false)]
    [InlineData("masks/hole/2.png", false)]
    public void Beside_class_folders_a_mask_lies_under_the_same_class_and_name(string mask, bool isItsMask)
    {
        var set = _set.Photo("good/1.jpg", "hole/1.jpg", mask).Read();
        Assert.Equal("good/1.jpg good, hole/1.jpg hole", _set.Said(set));
        Assert.Equal(isItsMask ? mask : null, set.Photos[^1].Mask is { } found ? _set.Name(found) : null);
    }

    [Fact]
    public void In_parts_the_masks_may_lie_beside_the_parts_or_in_them()
    {
        var set = _set.Photo("train/good/1.jpg", "train/hole/1.jpg", "train/hole/2.jpg", "masks/hole/1.png", "train/masks/hole/2.png").Read();
        Assert.Equal(["masks/hole/1.png", "train/masks/hole/2.png"], set.Photos.Skip(1).Select(photo => _set.Name(photo.Mask!)));
    }

    [Fact]
    public void A_part_that_is_missing_is_named()
    {
        _set.Photo("test/good/1.jpg", "ground_truth/hole/1.png");
        Assert.Equal("SET: found no folder 'train' (ground_truth/, test/), wanted train/, test/ and ground_truth/", _set.Fault(LabelLayout.MvTec));
    }
}
