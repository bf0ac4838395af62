using System.Text;
using System.Text.RegularExpressions;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Documents.Print;
using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection.Languages;
using SkiaSharp;

namespace DefectVision.Evidence.Tests;

/// <summary>The printed report. Structure by ISO 32000-1:2008.</summary>
public sealed partial class PdfTests
{
    private static readonly Running Named = new("Report", "PO-1", "en", "DV-1", new string('a', 64), new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

    [SkippableFact]
    public void The_same_inspection_gives_the_same_bytes()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var first = new WrittenEvidence(Shipments.Rich().Record(), options: new ReportOptions());
        using var second = new WrittenEvidence(Shipments.Rich().Record(), options: new ReportOptions());
        Assert.Equal(first.Bytes(EvidenceWriter.PdfName), second.Bytes(EvidenceWriter.PdfName));
    }

    [SkippableFact]
    public void A_kept_picture_is_in_it_byte_for_byte()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        var jpeg = new RgbImage(64, 48).ToJpeg(76);
        using var written = new WrittenEvidence(Shipments.Rich().Record(), store => store.Keep(Shipments.FrontPhoto, PictureKind.Thumbnail, jpeg), new ReportOptions());
        Assert.InRange(written.Bytes(EvidenceWriter.PdfName).AsSpan().IndexOf(jpeg), 1, int.MaxValue);
    }

    [SkippableFact]
    public void Every_section_stands_in_the_outline_and_leads_to_a_place_in_the_document()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var written = new WrittenEvidence(Shipments.Rich().Record(), options: new ReportOptions());
        var text = Encoding.Latin1.GetString(written.Bytes(EvidenceWriter.PdfName));
        var destinations = Destination().Matches(text).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("inspected", destinations);
        Assert.Contains("lot-1", destinations);
        // Each stands in the dictionary of named destinations as well (12.3.2.3).
        Assert.All(destinations, name => Assert.Matches($@"/{name} (\d+ 0 R|\[)", text));
    }

    [SkippableTheory]
    [InlineData(Paper.A4, 595, 842)]
    [InlineData(Paper.Letter, 612, 792)]
    public void Pages_have_the_size_of_the_paper(Paper paper, int width, int height)
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var written = new WrittenEvidence(Shipments.Rich().Record(), options: new ReportOptions(Paper: paper));
        var boxes = MediaBox().Matches(Encoding.Latin1.GetString(written.Bytes(EvidenceWriter.PdfName)));
        Assert.NotEmpty(boxes);
        Assert.All(boxes, box => Assert.Equal((width, height), (Rounded(box, 1), Rounded(box, 2))));
    }

    [SkippableFact]
    public void It_carries_the_evidence_root_for_programs()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var written = new WrittenEvidence(Shipments.Rich().Record(), options: new ReportOptions());
        var root = written.Page.Descendants("meta").Single(meta => meta.Attribute("name")?.Value == "evidence-root").Attribute("content")!.Value;
        Assert.Contains(root, Encoding.Latin1.GetString(written.Bytes(EvidenceWriter.PdfName)), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_heading_never_stands_alone_at_the_end_of_a_page()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        // One more line a time pushes the heading down to where only itself would fit.
        for (var lines = 30; lines < 75; lines++)
        {
            Block[] blocks = [.. Enumerable.Range(0, lines).Select(_ => Text("line")), new Heading(Rank.Part, Line.Of("heading")), Text("after")];
            var drawn = Drawn(blocks, (block, _) => block is Heading ? "heading" : block == blocks[^1] ? "after" : "line");
            Assert.Equal(drawn.Single(slab => slab.Label == "heading").Page, drawn.Single(slab => slab.Label == "after").Page);
        }
    }

    [SkippableFact]
    public void The_head_of_a_table_stands_on_each_of_its_pages_and_no_row_is_lost()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        var drawn = Drawn(
            [new Table([new Column(Line.Of("head"))], Enumerable.Range(0, 200).Select(row => new Row([$"row{row}"])))],
            (_, at) => at == 0 ? "head" : $"row{at - 1}");
        var pages = drawn.GroupBy(slab => slab.Page).Select(page => page.Select(slab => slab.Label).ToList()).ToList();
        Assert.True(pages.Count > 2);
        Assert.All(pages, page => Assert.Equal("head", page[0]));
        Assert.Equal(Enumerable.Range(0, 200).Select(row => $"row{row}"), pages.SelectMany(page => page.Skip(1)));
    }

    [SkippableFact]
    public void A_table_that_is_kept_stands_whole_on_one_page_so_that_no_sum_is_parted_from_what_it_adds_up()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        for (var lines = 20; lines < 60; lines++)
        {
            Block[] blocks = [.. Enumerable.Range(0, lines).Select(_ => Text("line")), new Table([new Column(Line.Of("head"))], Enumerable.Range(0, 9).Select(row => new Row([$"row{row}"])), IsKept: true)];
            Assert.Single(Drawn(blocks, (block, _) => block is Table ? "table" : "line").Where(slab => slab.Label == "table").Select(slab => slab.Page).Distinct());
        }
    }

    [SkippableFact]
    public void A_row_higher_than_a_page_is_parted()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var fonts = PdfFonts.OfThisMachine()!;
        var frame = new PageFrame(PaperSize.A4);
        var cell = new Cell([.. Enumerable.Range(0, 300).Select(line => Line.Of($"line{line}"))]);
        var slabs = new PdfLayout(frame, new Typesetter(fonts)).Slabs(new Table([new Column(Line.Of("head"))], [new Row([cell])])).ToList();
        Assert.All(slabs, slab => Assert.True(slab.Height < frame.Height));
        Assert.True(slabs.Sum(slab => slab.Height) > 300 * TextStyle.Cell.Leading);
    }

    [SkippableTheory]
    [InlineData("one two three", 50, "one two|three")]
    [InlineData("检验水平，接收", 38, "检验水|平，接|收")]
    [InlineData("a/bb", 14, "a/|bb")]
    [InlineData("in LOT-A", 40, "in|LOT-A")]
    [InlineData("in a-lot-with-a-name-of-many-letters", 84, "in a-lot-with-a-|name-of-many-|letters")]
    public void Lines_end_at_blanks_between_Chinese_letters_after_strokes_of_long_names_and_of_short_ones_where_they_must_and_never_before_a_comma(string text, float width, string lines)
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var fonts = PdfFonts.OfThisMachine()!;
        Skip.IfNot(fonts.Has(LanguagePack.Find("zh")!), "needs a Chinese font");
        var set = new Typesetter(fonts).Set([new Piece(text)], new TextStyle(10, 12), width);
        Assert.Equal(lines, string.Join('|', set.Lines.Select(line => string.Concat(line.Runs.Select(run => run.Text)))));
    }

    private static Paragraph Text(string text) => new(Line.Of(text));

    // Each slab where it was drawn, named by its block and its place among the slabs of that.
    private static List<(int Page, string Label)> Drawn(IReadOnlyList<Block> blocks, Func<Block, int, string> label)
    {
        using var fonts = PdfFonts.OfThisMachine()!;
        var typesetter = new Typesetter(fonts);
        var frame = new PageFrame(PaperSize.A4);
        var layout = new PdfLayout(frame, typesetter);
        var drawn = new List<(int Page, string Label)>();
        using var document = SKDocument.CreatePdf(new MemoryStream());
        using var pages = new PdfPages(frame, typesetter, Named, document, 9);
        foreach (var block in blocks)
        {
            foreach (var (slab, at) in layout.Slabs(block).Select((slab, at) => (slab, at)))
            {
                pages.Add(slab with { Draw = (_, _) => drawn.Add((pages.Count, label(block, at))), Head = slab.Head is { } head ? head with { Draw = (_, _) => drawn.Add((pages.Count, label(block, 0))) } : null });
            }
        }

        pages.Close();
        return drawn;
    }

    private static int Rounded(Match box, int group) => (int)Math.Round(double.Parse(box.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"/Dest /([a-z0-9-]+)\s*(?:/Prev|/Next|/First|>>)")]
    private static partial Regex Destination();

    [GeneratedRegex(@"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex MediaBox();
}
