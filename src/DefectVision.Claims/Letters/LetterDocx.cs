using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DefectVision.Claims.Letters;

/// <summary>A letter as a Word document (ISO/IEC 29500): the same letter gives the same bytes.</summary>
internal static partial class LetterDocx
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Shade = "D9D9D9";
    private const int LongestName = 24;
    private const char LastLatin = '\u2E7F';

    /// <param name="letter">What to write.</param>
    /// <param name="asOf">Created and changed, by the document's own word.</param>
    public static byte[] Write(Letter letter, DateTimeOffset asOf)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            // Names of our own: the library's are drawn at random.
            var main = document.AddNewPart<MainDocumentPart>(MainType, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = LetterStyles.Of(letter.Language);
            main.Document = new Document(new Body([.. letter.Blocks.SelectMany(Block), Page()]));
            var core = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2");
            using var properties = new MemoryStream(Encoding.UTF8.GetBytes(Core(asOf)));
            core.FeedData(properties);
        }

        return Fixed(stream.ToArray());
    }

    private static IEnumerable<OpenXmlElement> Block(LetterBlock block)
    {
        switch (block)
        {
            case LetterHeading heading:
                yield return Paragraph(heading.Level == 1 ? "Title" : "Heading1", heading.Runs);
                break;
            case LetterParagraph paragraph:
                yield return Paragraph(null, paragraph.Runs);
                break;
            case LetterBullet bullet:
                yield return Paragraph("Entry", [new LetterRun("• ", false), .. bullet.Runs]);
                break;
            case LetterTable table:
                yield return Table(table);
                yield return Paragraph(null, []);
                break;
        }
    }

    private static Paragraph Paragraph(string? style, IEnumerable<LetterRun> runs)
    {
        var paragraph = new Paragraph();
        if (style is not null)
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs.Select(Run));
        return paragraph;
    }

    private static Run Run(LetterRun run) => run.IsBlank
        ? new Run([new RunProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Shade }), .. Words($"________ [{run.Text}]")])
        : new Run(Words(run.Text));

    // A line must not end inside "LOT-A".
    private static IEnumerable<OpenXmlElement> Words(string text)
    {
        var from = 0;
        foreach (var hyphen in Name().Matches(text).Where(name => name.Length <= LongestName).SelectMany(name => Enumerable.Range(name.Index, name.Length)).Where(at => text[at] == '-'))
        {
            yield return Part(text[from..hyphen]);
            yield return new NoBreakHyphen();
            from = hyphen + 1;
        }

        yield return Part(text[from..]);

        static Text Part(string part) => new(XmlText.Of(part)) { Space = SpaceProcessingModeValues.Preserve };
    }

    // Of a lot, an item or an order: short, with a capital letter or a digit.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_-])(?=[\p{L}\p{N}_-]*[\p{Lu}\p{Lo}\p{N}])[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)+(?![\p{L}\p{N}_-])")]
    private static partial Regex Name();

    private static Table Table(LetterTable table)
    {
        var columns = Columns(table);
        var made = new Table(
            new TableProperties(new TableStyle { Val = "Lines" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }),
            new TableGrid(columns.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        for (var at = 0; at < table.Rows.Count; at++)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (at == 0)
                properties.Append(new TableHeader());
            made.Append(new TableRow([properties, .. table.Rows[at].Select((cell, column) => new TableCell(Cell(at == 0, columns[column]), Paragraph("Cell", cell)))]));
        }

        return made;
    }

    private static TableCellProperties Cell(bool head, int width)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (head)
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EEEEEE" });
        return properties;
    }

    // Widths in twentieths of a point: every column holds its longest word; what is left goes to those with long texts.
    private static int[] Columns(LetterTable table)
    {
        const int page = 9638, letter = 104, sides = 190, narrowest = 9, widest = 36;
        var columns = Enumerable.Range(0, table.Rows.Max(row => row.Count)).Select(column => table.Rows.Where(row => row.Count > column).Select(row => row[column]).ToList()).ToList();
        var least = columns.Select(cells => (letter * cells.Max(LongestWord)) + sides).ToList();
        var weights = columns.Select(cells => Math.Clamp(cells.Max(Length), narrowest, widest)).ToList();
        var left = page - least.Sum();
        return left < 0 ? [.. least.Select(width => page * width / least.Sum())] : [.. least.Zip(weights, (width, weight) => width + (left * weight / weights.Sum()))];
    }

    // A Chinese character is as wide as two Latin ones; a blank has its line and brackets.
    private static int Length(IReadOnlyList<LetterRun> cell) => cell.Sum(run => (run.IsBlank ? 11 : 0) + Width(run.Text));

    // Chinese lines may end after each character.
    private static int LongestWord(IReadOnlyList<LetterRun> cell) => Math.Min(
        LongestName,
        string.Concat(cell.Select(run => run.Text)).Split(' ').SelectMany(word => Latin().Matches(word)).Select(word => word.Length).Append(2).Max());

    private static int Width(string text) => text.Sum(letter => letter > LastLatin ? 2 : 1);

    [GeneratedRegex(@"[^\u2E80-\uFFFF]+")]
    private static partial Regex Latin();

    // A4 with margins of 20 mm, in twentieths of a point.
    private static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });

    private static string Core(DateTimeOffset asOf)
    {
        var time = asOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:modified></cp:coreProperties>";
    }

    // The packaging library stamps its entries with the clock.
    private static byte[] Fixed(byte[] package)
    {
        using var made = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return made.ToArray();
    }
}
