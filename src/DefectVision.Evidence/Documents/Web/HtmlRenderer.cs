namespace DefectVision.Evidence.Documents.Web;

/// <summary>Blocks as HTML.</summary>
internal sealed class HtmlRenderer(Html html) : IRenderer
{
    private readonly HtmlLine _line = new(html);

    public void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                Write(heading);
                break;
            case Paragraph paragraph:
                Write(paragraph);
                break;
            case Bullets bullets:
                Write(bullets);
                break;
            case Facts facts:
                Write(facts);
                break;
            case Table table:
                Write(table);
                break;
            case Figure figure:
                Write(figure);
                break;
            case Box box:
                Write(box);
                break;
            case PageEnd:
                using (html.Open("div", ("class", "page-end")))
                {
                }

                break;
            case Beside beside:
                Write(beside);
                break;
            case Pictures pictures:
                Write(pictures);
                break;
            case Signatures signatures:
                Write(signatures);
                break;
            case Cards cards:
                HtmlCards.Write(html, _line, cards);
                break;
            default:
                throw new InvalidOperationException($"a block of type {block.GetType().Name} has no form on a page");
        }
    }

    private void Write(Heading heading)
    {
        var (name, kind) = heading.Rank switch { Rank.Title => ("h1", null), Rank.Section => ("h2", null), Rank.Lot => ("h2", "lot"), _ => ("h3", (string?)null) };
        using (html.Open(name, ("id", heading.Anchor), ("class", kind)))
        {
            _line.Write(heading.Text);
        }
    }

    private void Write(Paragraph paragraph)
    {
        var kind = paragraph.Manner switch { Manner.Lead => "lead", Manner.Note or Manner.Under => "small soft", Manner.None => "none", Manner.Contents => "contents", _ => null };
        var kinds = paragraph.LeadsIn ? (kind is null ? "lead-in" : kind + " lead-in") : kind;
        if (paragraph.Text.Second is null || paragraph.Manner is Manner.Lead or Manner.Under or Manner.Contents)
        {
            using (html.Open("p", ("class", kinds)))
            {
                _line.Write(paragraph.Text);
            }

            return;
        }

        using (html.Open("div", ("class", "pair")))
        {
            Side(paragraph.Text.First, kinds, null);
            Side(paragraph.Text.Second, kinds, HtmlLine.SecondTag);
        }
    }

    private void Side(IReadOnlyList<Piece> pieces, string? kinds, string? language)
    {
        using (html.Open("p", ("class", kinds), ("lang", language)))
        {
            _line.Write(pieces);
        }
    }

    private void Write(Bullets bullets)
    {
        if (bullets.Lines.Count == 0)
        {
            return;
        }

        using (html.Open(bullets.IsNumbered ? "ol" : "ul", ("class", bullets.IsSmall ? "small" : null)))
        {
            foreach (var line in bullets.Lines)
            {
                using (html.Open("li"))
                {
                    _line.Write(line);
                }
            }
        }
    }

    private void Write(Facts facts)
    {
        using (html.Open("dl", ("class", facts.IsPaired ? "facts" : "facts wide")))
        {
            foreach (var fact in facts.All)
            {
                using (html.Open("dt"))
                {
                    _line.Write(fact.Term);
                }

                using (html.Open("dd", ("class", fact.IsKnown ? null : "none")))
                {
                    _line.Write(fact.Value);
                }
            }
        }
    }

    private void Write(Table table)
    {
        string[] kinds = [.. table.IsKept ? ["keep"] : Array.Empty<string>(), .. table.Spacing switch { Spacing.Compact or Spacing.Tight => ["compact"], Spacing.Narrow => ["narrow"], _ => Array.Empty<string>() }];
        using (html.Open("table", ("class", kinds.Length == 0 ? null : string.Join(' ', kinds))))
        {
            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                foreach (var column in table.Columns)
                {
                    using (html.Open("th", ("scope", "col"), ("class", column.IsNumber ? "num" : null)))
                    {
                        _line.Write(column.Title);
                    }
                }
            }

            var isOpen = false;
            foreach (var row in table.Rows)
            {
                if (row.Under is not null)
                {
                    // A body of its own keeps a row and what stands under it on one page.
                    using (html.Open("tbody", ("class", "group")))
                    {
                        Write(table, row);
                    }
                }
                else
                {
                    if (!isOpen)
                    {
                        html.Begin("tbody");
                        isOpen = true;
                    }

                    Write(table, row);
                }
            }

            if (isOpen)
            {
                html.End("tbody");
            }
        }
    }

    private void Write(Table table, Row row)
    {
        using (html.Open("tr", ("class", row.IsSum ? "sum" : null)))
        {
            for (var at = 0; at < row.Cells.Count; at++)
            {
                using (html.Open("td", ("class", table.Columns[at] switch { { IsNumber: true } => "num", { IsWhole: true } => "whole", _ => null })))
                {
                    Write(row.Cells[at]);
                }
            }
        }

        if (row.Under is { } under)
        {
            using (html.Open("tr", ("class", "why")))
            using (html.Open("td", ("colspan", table.Columns.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))))
            {
                Write(new Cell(under));
            }
        }
    }

    private void Write(Cell cell)
    {
        if (cell.Lines is [var only])
        {
            _line.Write(only);
            return;
        }

        foreach (var line in cell.Lines)
        {
            using (html.Open("div"))
            {
                _line.Write(line);
            }
        }
    }

    private void Write(Figure figure)
    {
        using (html.Open("figure"))
        {
            Svg.Write(html, figure.Drawing);
            using (html.Open("figcaption"))
            {
                _line.Write(figure.Caption);
            }
        }
    }

    private void Write(Beside beside)
    {
        using (html.Open("div", ("class", "beside")))
        {
            foreach (var side in new[] { beside.Left, beside.Right })
            {
                using (html.Open("div"))
                {
                    foreach (var block in side)
                    {
                        Write(block);
                    }
                }
            }
        }
    }

    private void Write(Pictures pictures)
    {
        using (html.Open("div", ("class", "strip")))
        {
            foreach (var picture in pictures.All)
            {
                using (html.Open("div", ("class", "shot")))
                {
                    using (html.Open("div", ("class", "picture")))
                    {
                        if (picture.Jpeg() is { } jpeg)
                        {
                            html.Jpeg(jpeg, picture.Name);
                        }
                    }

                    foreach (var line in picture.Lines)
                    {
                        using (html.Open("div"))
                        {
                            _line.Write(line);
                        }
                    }
                }
            }
        }
    }

    private void Write(Signatures signatures)
    {
        using (html.Open("div", ("class", "sign")))
        {
            foreach (var label in signatures.Labels)
            {
                using (html.Open("div"))
                {
                    _line.Write(label);
                }
            }
        }
    }

    private void Write(Box box)
    {
        using (html.Open("div", ("class", "box")))
        {
            foreach (var block in box.Blocks)
            {
                Write(block);
            }
        }
    }
}
