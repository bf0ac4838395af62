using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: photos.csv has the columns path and lot, may have item and view; quotation as in RFC 4180; an error names its line.</summary>
public sealed class ManifestTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Path_lot_item_and_view_are_read_in_any_order_of_columns()
    {
        var (places, namesItems) = Read("View,LOT, Path ,captured_at,item\nfront,A,a/1.jpg,2026-11-24,001\n");
        Assert.True(namesItems);
        Assert.Equal(new PhotoPlace("A", "001", "front"), places["a/1.jpg"]);
    }

    [Fact]
    public void Without_a_column_of_items_each_photo_is_an_item()
    {
        var (places, namesItems) = Read("path,lot\na/1.jpg,A\na/2.jpg,A\n");
        Assert.False(namesItems);
        Assert.Equal(["a/1.jpg", "a/2.jpg"], places.Values.Select(place => place.Item));
    }

    [Fact]
    public void An_empty_item_makes_its_photo_an_item_of_its_own() =>
        Assert.Equal("a/1.jpg", Read("path,lot,item\na/1.jpg,A,\n").Places["a/1.jpg"].Item);

    [Fact]
    public void A_line_that_ends_early_has_no_item_and_no_view() =>
        Assert.Equal(new PhotoPlace("A", "a/1.jpg", string.Empty), Read("path,lot,item,view\na/1.jpg,A\n").Places["a/1.jpg"]);

    [Fact]
    public void Quotation_marks_may_hold_commas_marks_and_line_breaks()
    {
        var (places, _) = Read("path,lot,item\n\"a, b/\"\"1\"\".jpg\",\"Lot, first\",\"two\nlines\"\n");
        Assert.Equal(new PhotoPlace("Lot, first", "two\nlines", string.Empty), places["a, b/\"1\".jpg"]);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_column() =>
        Assert.Single(Read("\uFEFFpath,lot\na/1.jpg,A\n").Places);

    [Fact]
    public void Windows_line_ends_and_backslashes_give_the_same_paths() =>
        Assert.Equal("a/b/1.jpg", Assert.Single(Read("path,lot\r\n.\\a\\b\\1.jpg,A\r\n").Places.Keys));

    [Theory]
    [InlineData("", "photos.csv(1): found no header")]
    [InlineData("file,lot\n1.jpg,A\n", "photos.csv(1): found the columns file, lot, wanted at least path, lot")]
    [InlineData("path,item\n1.jpg,A\n", "photos.csv(1): found the columns path, item, wanted at least path, lot")]
    [InlineData("path,lot\n1.jpg,A\n,A\n", "photos.csv(3, path): found an empty path")]
    [InlineData("path,lot\n1.jpg,A\n2.jpg, \n", "photos.csv(3, lot): found an empty lot")]
    [InlineData("path,lot\n1.jpg,A\n./1.jpg,B\n", "photos.csv(3, path): found '1.jpg' a second time")]
    [InlineData("path,lot\n../1.jpg,A\n", "photos.csv(2, path): found the path '../1.jpg', wanted one inside")]
    [InlineData("path,lot\na/../../1.jpg,A\n", "photos.csv(2, path): found the path")]
    [InlineData("path,lot\na\\..\\..\\1.jpg,A\n", "photos.csv(2, path): found the path")]
    [InlineData("path,lot\n/etc/1.jpg,A\n", "photos.csv(2, path): found the path")]
    [InlineData("path,lot\nC:\\1.jpg,A\n", "photos.csv(2, path): found the path")]
    [InlineData("path,lot\n\\\\server\\share\\1.jpg,A\n", "photos.csv(2, path): found the path")]
    [InlineData("path,lot\n1\"x\".jpg,A\n", "photos.csv(2): found a broken quotation")]
    public void A_wrong_line_is_refused_by_number(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<IntakeException>(() => Read(text)).Message, StringComparison.Ordinal);

    private (IReadOnlyDictionary<string, PhotoPlace> Places, bool NamesItems) Read(string text) => Manifest.Read(_temp.Put("photos.csv", text), new FoundPaths([]));
}
