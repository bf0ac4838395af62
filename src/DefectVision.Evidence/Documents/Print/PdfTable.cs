namespace DefectVision.Evidence.Documents.Print;

/// <summary>A table as slabs, one a row. No row is parted unless it is longer than a page could hold; the head stands on every page.</summary>
internal sealed class PdfTable(Typesetter typesetter)
{
    private const float Gap = 8;
    private const float Padding = 2.6f;
    private const int RowsMeasured = 400;
    private const int MostLines = 50;
    private const int ShortTitle = 7;
    private const float NarrowWidth = 227;

    public IEnumerable<Slab> Slabs(Table table, float left, float width)
    {
        var isCompact = table.Spacing is Spacing.Compact or Spacing.Tight;
        var style = isCompact ? TextStyle.CompactCell : TextStyle.Cell;
        var whole = table.Spacing == Spacing.Narrow ? NarrowWidth : width;
        var widths = Widths(table, style, whole);
        var padding = table.Spacing switch { Spacing.Tight => Padding / 3, Spacing.Compact => Padding / 2, _ => Padding };
        var head = Head(table, widths, isCompact ? TextStyle.CompactHead : TextStyle.CellHead, left, whole, padding);
        yield return head with { Before = 3, LeadsIn = true };
        // No row stands alone at the foot of a page or at the head of the next: the first leads in, and the last follows.
        Slab? last = null;
        var isFirst = true;
        foreach (var slab in table.Rows.SelectMany(row => Rows(table, row, widths, style, left, whole, padding)))
        {
            if (last is not null)
            {
                yield return last with { LeadsIn = table.IsKept || isFirst };
                isFirst = false;
            }

            last = slab with { Head = head };
        }

        if (last is not null)
        {
            yield return last with { Height = last.Height + 8, Follows = true };
        }
    }

    private Slab Head(Table table, float[] widths, TextStyle style, float left, float width, float padding)
    {
        var cells = table.Columns.Select((column, at) => PdfLayout.Both(typesetter, column.Title, style, widths[at])).ToList();
        var height = cells.Max(cell => cell.Sum(text => text.Height));
        return new Slab(height + (2 * padding), (canvas, y) =>
        {
            Cells(canvas, table, cells, widths, left, y + padding, height, isBottom: true);
            canvas.Rule(left, left + width, y + height + (2 * padding), Look.Ink, 0.8f);
        });
    }

    private IEnumerable<Slab> Rows(Table table, Row row, float[] widths, TextStyle style, float left, float width, float padding)
    {
        var own = row.IsSum ? style with { IsBold = true } : style;
        var cells = row.Cells.Select((cell, at) => cell.Lines.SelectMany(line => PdfLayout.Both(typesetter, line, own, widths[at])).ToList()).ToList();
        var under = (row.Under ?? []).SelectMany(line => PdfLayout.Both(typesetter, line, style, width)).ToList();
        var lines = cells.Max(cell => cell.Sum(text => text.Lines.Count));
        for (var from = 0; from < Math.Max(lines, 1); from += MostLines)
        {
            var part = lines <= MostLines ? cells : [.. cells.Select(cell => Part(cell, from))];
            var isLast = from + MostLines >= lines;
            var height = part.Max(cell => cell.Sum(text => text.Height));
            var below = isLast ? under.Sum(text => text.Height) : 0;
            var isFirst = from == 0;
            yield return new Slab(height + below + (2 * padding) + (below > 0 ? padding : 0), (canvas, y) =>
            {
                if (row.IsSum && isFirst)
                {
                    canvas.Rule(left, left + width, y, Look.Ink, 0.8f);
                }

                Cells(canvas, table, part, widths, left, y + padding, height, isBottom: false);
                if (isLast)
                {
                    PdfLayout.Under(canvas, under, left, y + padding + height);
                    if (!row.IsSum)
                    {
                        canvas.Rule(left, left + width, y + height + below + (2 * padding) + (below > 0 ? padding : 0), Look.Faint, 0.5f);
                    }
                }
            });
        }
    }

    private static List<SetText> Part(List<SetText> cell, int from)
    {
        var part = new List<SetText>();
        var at = 0;
        foreach (var text in cell)
        {
            var lines = text.Lines.Where((_, line) => at + line >= from && at + line < from + MostLines).ToList();
            if (lines.Count > 0)
            {
                part.Add(text with { Lines = lines });
            }

            at += text.Lines.Count;
        }

        return part;
    }

    private static void Cells(PdfCanvas canvas, Table table, List<List<SetText>> cells, float[] widths, float left, float y, float height, bool isBottom)
    {
        var x = left;
        for (var at = 0; at < cells.Count; at++)
        {
            var isRight = table.Columns[at].IsNumber;
            var top = isBottom ? y + height - cells[at].Sum(text => text.Height) : y;
            PdfLayout.Under(canvas, cells[at], isRight ? x + widths[at] : x, top, isRight);
            x += widths[at] + Gap;
        }
    }

    // As browsers do: each column gets what its longest word needs, and the rest is shared by what the columns would still take.
    private float[] Widths(Table table, TextStyle style, float width)
    {
        var least = new float[table.Columns.Count];
        var whole = new float[table.Columns.Count];
        for (var at = 0; at < least.Length; at++)
        {
            Measure(at, table.Columns[at].Title, style with { IsBold = true }, table.Columns[at].Title.ToString().Length > ShortTitle);
        }

        foreach (var row in table.Rows.Take(RowsMeasured))
        {
            for (var at = 0; at < row.Cells.Count; at++)
            {
                foreach (var line in row.Cells[at].Lines)
                {
                    Measure(at, line, row.IsSum ? style with { IsBold = true } : style, !(table.Columns[at].IsNumber || table.Columns[at].IsWhole));
                }
            }
        }

        var room = width - (Gap * (least.Length - 1));
        var needed = least.Sum();
        if (needed >= room)
        {
            return [.. least.Select(each => each * room / needed)];
        }

        var wished = whole.Sum() - needed;
        return wished <= room - needed
            ? [.. whole.Select((each, at) => each + ((room - whole.Sum()) * (table.Columns[at].IsNumber ? 0.5f : 1) / table.Columns.Sum(column => column.IsNumber ? 0.5f : 1)))]
            : [.. least.Select((each, at) => each + ((room - needed) * (whole[at] - each) / wished))];

        void Measure(int at, Line line, TextStyle set, bool mayBreak)
        {
            foreach (var pieces in line.Second is { } second ? new[] { line.First, second } : [line.First])
            {
                var (one, all) = typesetter.Widths(pieces, set);
                least[at] = Math.Max(least[at], mayBreak ? Math.Min(one, width / 3) : all);
                whole[at] = Math.Max(whole[at], all);
            }
        }
    }
}
