using System.Text;
using DefectVision.Inspection.Imported;

namespace DefectVision.Evidence.Tests;

/// <summary>RFC 4180, and OWASP's rule against formulas in cells that came from a stranger.</summary>
public sealed class DefectLogTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u00A0=1", "'\u00A0=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    public void Text_that_a_spreadsheet_would_run_gets_an_apostrophe(string text, string cell) => Assert.Equal(cell, CsvCell.Text(text).Trim('"'));

    [Theory]
    [InlineData("\"=1", "\"'\"\"=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=A,B", "\"'=A,B\"")]
    public void A_formula_behind_a_quote_or_a_line_break_is_quoted_too(string text, string cell) => Assert.Equal(cell, CsvCell.Text(text));

    [Theory]
    [InlineData("001", "001")]
    [InlineData("a-b", "a-b")]
    [InlineData("批次-丙 C", "批次-丙 C")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData(null, "")]
    public void Other_text_stays_as_it_is_and_is_quoted_only_where_it_must(string? text, string cell) => Assert.Equal(cell, CsvCell.Text(text));

    [Fact]
    public void A_number_stays_a_number_with_its_minus_sign_and_a_decimal_point() => Assert.Equal("-0.25", CsvCell.Number(-0.25));

    [Fact]
    public void The_log_begins_with_the_mark_that_Excel_needs_and_ends_its_lines_as_RFC_4180_says()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), written.Bytes(EvidenceWriter.DefectLogName)[..3]);
        Assert.Equal(
            "lot,item,view,defect_class,severity,cause,photo,score,probability,sha256,position_x,position_y,status,confirmed_by,exhibit,codes",
            written.Log.TrimStart('\uFEFF').Split("\r\n")[0]);
        Assert.DoesNotContain('\n', written.Log.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_one_row_per_flagged_photo_and_none_for_a_clear_or_undecided_one()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var rows = written.Log.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.Equal(2, rows.Count);
        Assert.StartsWith("PO-4711/批次-丙 C,001,front,hole,critical,workmanship,PO-4711/批次-丙 C/001_front.jpg,2.41,", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",\"flagged by the model, not confirmed\",,1,", rows[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_named_like_a_formula_is_text_in_the_log()
    {
        using var written = new WrittenEvidence(Shipments.Named("=HYPERLINK(\"http://evil\")").Record());
        Assert.Contains("\r\n\"'=HYPERLINK(\"\"http://evil\"\")\",", written.Log, StringComparison.Ordinal);
    }
}
