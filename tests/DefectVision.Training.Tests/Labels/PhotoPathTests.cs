using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule: a label names a photo within the set, however the machine it was written on writes paths; it never leads out of the set.</summary>
public sealed class PhotoPathTests : IDisposable
{
    private readonly LabelledFolder _set = new LabelledFolder().Photo("Images/Lot 1/IMG_1.JPG").PutOutside("outside.jpg").PutOutside("set-2/outside.jpg");

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("Images/Lot 1/IMG_1.JPG")]
    [InlineData("images/lot 1/img_1.jpg")]
    [InlineData(@"Images\Lot 1\IMG_1.JPG")]
    [InlineData(@".\images\Lot 1\Img_1.jpg")]
    [InlineData("Images/../Images/Lot 1/IMG_1.JPG")]
    public void Backslashes_and_the_case_of_letters_do_not_matter(string name)
    {
        foreach (var layout in LayoutsThatName(name))
            Assert.Equal("Images/Lot 1/IMG_1.JPG good", _set.Said(_set.Read(layout)));
    }

    [Fact]
    public void A_name_in_its_own_case_goes_before_another_and_among_others_none_is_chosen()
    {
        _set.Photo("a.jpg", "A.jpg");
        Assert.Equal("a.jpg good", _set.Said(_set.Put("list.csv", "path,label\na.jpg,good\n").Read(LabelLayout.Csv)));
        Assert.StartsWith("list.csv(2): found no photo 'a.JPG'", _set.Put("list.csv", "path,label\na.JPG,good\n").Fault(LabelLayout.Csv), StringComparison.Ordinal);
    }

    [Fact]
    public void Boxes_in_a_text_file_find_their_photo_in_another_case()
    {
        _set.Put("labels/lot 1/img_1.txt", string.Empty).Put("classes.txt", "hole").Photo("images/lot 1/img_1.jpg");
        Assert.Equal("images/lot 1/img_1.jpg good", _set.Said(_set.Read(LabelLayout.Yolo)));
        File.Move(Path.Combine(_set.Root, "images/lot 1/img_1.jpg"), Path.Combine(_set.Root, "images/lot 1/Img_1.JPG"));
        Assert.Equal("images/lot 1/Img_1.JPG good", _set.Said(_set.Read(LabelLayout.Yolo)));
    }

    [Theory]
    [InlineData("../outside.jpg", "which leads out of the set, wanted a path within it")]
    [InlineData(@"..\outside.jpg", "which leads out of the set, wanted a path within it")]
    [InlineData("Images/../../outside.jpg", "which leads out of the set, wanted a path within it")]
    [InlineData("../set-2/outside.jpg", "which leads out of the set, wanted a path within it")]
    [InlineData("/etc/hostname", "wanted a path within the set")]
    [InlineData(@"C:\photos\outside.jpg", "wanted a path within the set")]
    [InlineData(@"\\server\share\outside.jpg", "wanted a path within the set")]
    public void A_path_that_leads_out_of_the_set_is_refused(string name, string fault)
    {
        foreach (var layout in LayoutsThatName(name))
        {
            var found = _set.Fault(layout);
            Assert.Contains($"found the photo '{name.Replace('\\', '/')}'", found, StringComparison.Ordinal);
            Assert.EndsWith(fault, found, StringComparison.Ordinal);
        }
    }

    private IEnumerable<LabelLayout> LayoutsThatName(string name)
    {
        var json = name.Replace(@"\", @"\\", StringComparison.Ordinal);
        _set.Put("list.csv", $"path,label\n{name},good\n");
        yield return LabelLayout.Csv;
        _set.Put("coco.json", $$"""{"images":[{"id":1,"file_name":"{{json}}"}],"annotations":[],"categories":[]}""");
        yield return LabelLayout.Coco;
        _set.Put("tasks.json", $$"""[{"data":{"image":"{{json}}"},"annotations":[{"result":[]}]}]""");
        yield return LabelLayout.LabelStudio;
        _set.Put("cvat.xml", $"<annotations><image name='{name}'/></annotations>");
        yield return LabelLayout.Cvat;
        _set.Put("Annotations/1.xml", $"<annotation><filename>{name}</filename></annotation>");
        yield return LabelLayout.Voc;
    }
}
