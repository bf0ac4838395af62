using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule: a list says path and label of each photo once, and its group by the column group, else lot, else item.</summary>
public sealed class CsvLayoutTests : IDisposable
{
    private readonly LabelledFolder _set = new LabelledFolder().Photo("a.jpg", "b.jpg", "images/c.jpg");

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("path,label\na.jpg,good\nb.jpg,hole\nimages/c.jpg,good\n")]
    [InlineData("\uFEFFpath,label\r\na.jpg,good\r\nb.jpg,hole\r\nc.jpg,Good\r\n")]
    [InlineData("# made by hand\nLabel,View,\"PATH\"\n good ,front,a.jpg\nhole,back,b.jpg\nGOOD,,c.jpg\n")]
    public void Columns_stand_in_any_order_and_case_and_photos_beside_the_list_or_in_images(string list)
    {
        var set = _set.Put("list.csv", list).Read();
        Assert.Equal(LabelLayout.Csv, set.Layout);
        Assert.Equal("a.jpg good, b.jpg hole, images/c.jpg good", _set.Said(set));
    }

    [Theory]
    [InlineData("path,label,item,lot,group\na.jpg,good,1,A,x\nb.jpg,good,2,B,x\n", "group x", "group x")]
    [InlineData("path,label,item,lot\na.jpg,good,1,A\nb.jpg,good,2,B\n", "lot A", "lot B")]
    [InlineData("path,label,item,lot\na.jpg,good,1,A\nb.jpg,good,2,A\n", "item 1", "item 2")]
    [InlineData("path,label,item\na.jpg,good,1\nb.jpg,good,1\n", "a.jpg", "b.jpg")]
    [InlineData("path,label\na.jpg,good\nb.jpg,good\n", "a.jpg", "b.jpg")]
    public void The_group_is_what_the_list_says_and_a_lot_or_item_that_all_share_splits_nothing(string list, string first, string second) =>
        Assert.Equal([first, second], _set.Put("list.csv", list).Read().Photos.Select(photo => photo.Group));

    [Theory]
    [InlineData("train", "a.jpg good")]
    [InlineData("test", "b.jpg good")]
    public void Of_two_lists_the_one_with_the_parts_name_is_taken(string part, string said)
    {
        _set.Put("labels-train.csv", "path,label\na.jpg,good\n").Put("labels-test.csv", "path,label\nb.jpg,good\n");
        Assert.Equal(said, _set.Said(_set.Read(part: part)));
    }

    [Theory]
    [InlineData("path,lot\na.jpg,A\n", "list.csv(1): found the columns path, lot, wanted at least path, label")]
    [InlineData("", "list.csv(1): found no header, wanted at least the columns path, label")]
    [InlineData("path,label\na.jpg,\n", "list.csv(2, label): found an empty label, wanted one")]
    [InlineData("path,label\n,good\n", "list.csv(2, path): found an empty path, wanted one")]
    [InlineData("path,label,group\na.jpg,good,\n", "list.csv(2, group): found an empty group, wanted one")]
    [InlineData("path,label\na.jpg,good\nz.jpg,hole\n", "list.csv(3): found no photo 'z.jpg', wanted it in ./ or images/")]
    [InlineData("path,label\na.jpg,good\na.jpg,hole\n", "a.jpg: found it labelled 'good' (list.csv(2)) and 'hole' (list.csv(3)), wanted one label a photo")]
    [InlineData("path,label\na.jpg,\"go\"od\n", "list.csv(2): found a broken quotation")]
    [InlineData("path,label\na.jpg,hole\n", "SET: found no photo labelled 'good' among 1, read as csv; wanted good photos")]
    public void What_is_wrong_is_named_with_its_line(string list, string fault) =>
        Assert.StartsWith(fault, _set.Put("list.csv", list).Fault(LabelLayout.Csv), StringComparison.Ordinal);

    // As a spreadsheet in Western Europe saves it: E9 is é in Windows-1252, and no UTF-8.
    [Fact]
    public void Bytes_that_are_not_UTF_8_are_read_as_spreadsheets_save_them() =>
        Assert.Equal("a.jpg good, b.jpg troué", _set.Said(_set.Put("list.csv", [.. "path,label\na.jpg,good\nb.jpg,trou"u8, 0xE9, (byte)'\n']).Read()));

    [Fact]
    public void Without_a_list_and_with_two_it_says_so()
    {
        Assert.Equal("SET: found no CSV list (a.jpg, b.jpg, images/), wanted one CSV list", _set.Fault(LabelLayout.Csv));
        _set.Put("1.csv", "path,label\na.jpg,good\n").Put("2.csv", "path,label\nb.jpg,good\n");
        Assert.Equal("SET: found the label files 1.csv, 2.csv, wanted one, or one with 'train' in its name", _set.Fault(LabelLayout.Csv));
    }
}
