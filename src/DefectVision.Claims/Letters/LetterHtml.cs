using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DefectVision.Claims.Letters;

/// <summary>A letter as one self-contained HTML file that prints on A4.</summary>
internal static class LetterHtml
{
    private const string Style = "body{font:11pt/1.45 'Noto Sans','Noto Sans CJK SC','Microsoft YaHei',Arial,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#000}"
        + "h1{font-size:15pt}h2{font-size:12pt;margin-top:1.4em}h1,h2{page-break-after:avoid}table{border-collapse:collapse;width:100%;font-size:9.5pt;margin:.6em 0}"
        + "th,td{border:1px solid #777;padding:.25em .45em;text-align:left;vertical-align:top;overflow-wrap:break-word}td:first-child{word-break:keep-all;white-space:nowrap}th{background:#eee}tr{page-break-inside:avoid}thead{display:table-header-group}"
        + ".blank{background:#ddd;padding:0 .2em}@page{size:A4;margin:20mm}@media print{body{margin:0;max-width:none}}";

    public static byte[] Write(Letter letter)
    {
        var page = new XElement("html",
            new XAttribute("lang", letter.Language.Tag),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("title", letter.Title),
                new XElement("style", Style)),
            new XElement("body", Blocks(letter.Blocks)));
        var text = new StringBuilder();
        // No element of a letter is empty but meta, so XML's escaping and HTML's agree.
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", CheckCharacters = false }))
        {
            writer.WriteDocType("html", null, null, null);
            page.WriteTo(writer);
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static IEnumerable<XElement> Blocks(IReadOnlyList<LetterBlock> blocks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            switch (blocks[at])
            {
                case LetterHeading heading:
                    yield return new XElement(heading.Level == 1 ? "h1" : "h2", Runs(heading.Runs));
                    break;
                case LetterParagraph paragraph:
                    yield return new XElement("p", Runs(paragraph.Runs));
                    break;
                case LetterTable table:
                    yield return new XElement("table",
                        new XElement("thead", Row(table.Rows[0], "th")),
                        new XElement("tbody", table.Rows.Skip(1).Select(row => Row(row, "td"))));
                    break;
                case LetterBullet:
                    var list = blocks.Skip(at).TakeWhile(block => block is LetterBullet).Cast<LetterBullet>().ToList();
                    yield return new XElement("ul", list.Select(bullet => new XElement("li", Runs(bullet.Runs))));
                    at += list.Count - 1;
                    break;
            }
        }
    }

    private static XElement Row(IReadOnlyList<IReadOnlyList<LetterRun>> cells, string kind) => new("tr", cells.Select(cell => new XElement(kind, Runs(cell))));

    private static IEnumerable<object> Runs(IReadOnlyList<LetterRun> runs) => runs.Select(run => run.IsBlank
        ? (object)new XElement("span", new XAttribute("class", "blank"), $"________ [{XmlText.Of(run.Text)}]")
        : new XText(XmlText.Of(run.Text)));
}
