using System.Text;
using DefectVision.Fixtures;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: a list is read as spreadsheets save it, and what a cell carries for a spreadsheet alone is taken off (RFC 4180; OWASP, "CSV Injection").</summary>
public sealed class SpreadsheetListTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("lot,item,note\na,1,x\n")]
    [InlineData("lot;item;note\r\na;1;x\r\n")]
    [InlineData("lot\titem\tnote\r\na\t1\tx\r\n")]
    [InlineData("\uFEFFlot;item;note\r\na;1;x\r\n")]
    [InlineData("\uFEFF\"lot\";\"item\";\"note\"\r\n\"a\";\"1\";\"x\"\r\n")]
    [InlineData("# a, b, c: d, e, f\nlot;item;note\na;1;x\n")]
    [InlineData("lot;item;note\r\na;1;x\r\n;;\r\n")]
    public void The_separator_is_the_one_of_the_header(string text)
    {
        var line = Assert.Single(Read(text).Lines);
        Assert.Equal(("a", "1", "x"), (line["lot"], line["item"], line["note"]));
    }

    [Theory]
    [InlineData("lot;item\na;1,5\n", "1,5")]
    [InlineData("lot,item\na,1;5\n", "1;5")]
    [InlineData("lot;item\na;\"1;5\"\n", "1;5")]
    [InlineData("lot;item\na;\"two\nlines\"\n", "two\nlines")]
    public void Other_separators_are_letters(string text, string item) => Assert.Equal(item, Assert.Single(Read(text).Lines)["item"]);

    [Theory]
    [InlineData("\"=\"\"017\"\"\"", "017")]
    [InlineData("=\"017\"", "017")]
    [InlineData("017", "017")]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("'-5", "-5")]
    [InlineData("'@x", "@x")]
    [InlineData("'＝1", "＝1")]
    [InlineData("\"' =1\"", " =1")]
    [InlineData("'tis", "'tis")]
    [InlineData("''=1", "'=1")]
    [InlineData("=1+1", "=1+1")]
    public void What_is_there_for_a_spreadsheet_alone_is_taken_off(string cell, string item) => Assert.Equal(item, Assert.Single(Read($"lot,item\na,{cell}\n").Lines)["item"]);

    [Fact]
    public void Unicode_text_of_Excel_is_read_by_its_mark() =>
        Assert.Equal("批次", Assert.Single(CsvTable.Read(_temp.Put("list.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("lot\titem\r\na\t批次\r\n")]), "lot", "item").Lines)["item"]);

    [Fact]
    public void A_broken_quotation_is_still_an_error() =>
        Assert.Contains("list.csv(2)", Assert.Throws<IntakeException>(() => Read("lot,item\na,5\" pipe\n").Each(line => line, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Remarks_that_a_spreadsheet_filled_up_say_what_they_said() =>
        Assert.Equal(("seed", "42"), Assert.Single(Read("# seed: 42;;\r\nlot;item;note\r\na;1;x\r\n").Remarks.Select(remark => (remark.Key, remark.Value))));

    private CsvTable Read(string text) => CsvTable.Read(_temp.Put("list.csv", text), "lot", "item");
}
