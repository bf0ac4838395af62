using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DefectVision.Evidence.Documents.Print;

/// <summary>
/// Adds what the library that writes the pages does not: an outline, and the language of the document, as an incremental update
/// (ISO 32000-1:2008, 7.5.6, 12.3.3, 14.9.2).
/// </summary>
internal static partial class PdfOutline
{
    private const int TailBytes = 1 << 16;

    public static void Append(Stream stream, IReadOnlyList<OutlineEntry> entries, string language)
    {
        var tail = Read(stream, Math.Max(0, stream.Length - TailBytes), TailBytes);
        var xref = long.Parse(One(StartXref().Match(tail), "startxref"), CultureInfo.InvariantCulture);
        var trailer = One(Trailer().Match(tail), "trailer");
        var size = int.Parse(One(Size().Match(trailer), "/Size"), CultureInfo.InvariantCulture);
        var root = int.Parse(One(Root().Match(trailer), "/Root"), CultureInfo.InvariantCulture);
        var catalogue = One(Catalogue().Match(Read(stream, OffsetOf(stream, xref, root), TailBytes)), "the catalogue");

        stream.Seek(0, SeekOrigin.End);
        var update = new Update(stream);
        update.Object(root, catalogue + $"\n/Lang ({language})" + (entries.Count == 0 ? "" : $"\n/PageMode /UseOutlines\n/Outlines {size} 0 R"));
        if (entries.Count > 0)
        {
            Outline(update, entries, size);
        }

        update.Close(trailer, size + (entries.Count == 0 ? 0 : entries.Count + 1), xref);
        stream.Flush();
    }

    private static void Outline(Update update, IReadOnlyList<OutlineEntry> entries, int first)
    {
        // Every entry knows its parent: the last one above it that stands higher.
        var parents = entries.Select((entry, at) => Enumerable.Range(0, at).Where(before => entries[before].Depth < entry.Depth).DefaultIfEmpty(-1).Last()).ToArray();
        update.Object(first, $"/Type /Outlines{Children(-1)}");
        for (var at = 0; at < entries.Count; at++)
        {
            var siblings = Enumerable.Range(0, entries.Count).Where(other => parents[other] == parents[at]).ToList();
            var place = siblings.IndexOf(at);
            update.Object(
                Number(at),
                $"/Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(entries[at].Title))}>\n/Parent {Number(parents[at])} 0 R\n/Dest /{entries[at].Anchor}"
                + (place > 0 ? $"\n/Prev {Number(siblings[place - 1])} 0 R" : "")
                + (place < siblings.Count - 1 ? $"\n/Next {Number(siblings[place + 1])} 0 R" : "")
                + Children(at));
        }

        int Number(int at) => first + 1 + at;
        string Children(int of)
        {
            var children = Enumerable.Range(0, entries.Count).Where(at => parents[at] == of).ToList();
            return children.Count == 0 ? "" : $"\n/First {Number(children[0])} 0 R\n/Last {Number(children[^1])} 0 R\n/Count {children.Count}";
        }
    }

    private static long OffsetOf(Stream stream, long xref, int number)
    {
        // "xref", "0 N", then lines of 20 bytes (7.5.4).
        var head = One(XrefHead().Match(Read(stream, xref, 64)), "xref");
        return long.Parse(Read(stream, xref + head.Length + (20L * number), 10), CultureInfo.InvariantCulture);
    }

    private static string Read(Stream stream, long from, int count)
    {
        stream.Seek(from, SeekOrigin.Begin);
        var bytes = new byte[count];
        return Encoding.Latin1.GetString(bytes, 0, stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false));
    }

    private static string One(Match match, string what) =>
        match.Success ? match.Groups[1].Value : throw new InvalidDataException($"PDF: found no {what}, wanted one as the library writes it");

    /// <summary>Objects added at the end, and the table that finds them.</summary>
    private sealed class Update(Stream stream)
    {
        private readonly SortedDictionary<int, long> _offsets = [];

        public void Object(int number, string entries)
        {
            _offsets[number] = stream.Position;
            Write($"{number} 0 obj\n<<{entries}>>\nendobj\n");
        }

        public void Close(string trailer, int size, long previous)
        {
            var from = stream.Position;
            Write("xref\n");
            foreach (var (number, offset) in _offsets)
            {
                Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n"));
            }

            Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<<{Size().Replace(trailer, $"/Size {size}")}\n/Prev {previous}>>\nstartxref\n{from}\n%%EOF\n"));
        }

        private void Write(string text) => stream.Write(Encoding.Latin1.GetBytes(text));
    }

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF\s*$")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"trailer\s*<<(.*?)>>\s*startxref", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"/Size (\d+)")]
    private static partial Regex Size();

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex Root();

    [GeneratedRegex(@"^\d+ 0 obj\s*<<(.*?)>>\s*endobj", RegexOptions.Singleline)]
    private static partial Regex Catalogue();

    [GeneratedRegex(@"^(xref\s+0 \d+\s+)")]
    private static partial Regex XrefHead();
}
