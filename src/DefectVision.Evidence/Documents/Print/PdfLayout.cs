namespace DefectVision.Evidence.Documents.Print;

/// <summary>Blocks as slabs.</summary>
internal sealed class PdfLayout(PageFrame frame, Typesetter typesetter)
{
    private const float Gutter = 14;
    private const float Indent = 14;
    private const int LinesKeptWhole = 6;
    private const float BoxPadding = 8;
    private const float PictureHeight = 56;
    private const float LowPictureHeight = 38;
    private const float SignatureHeight = 17;

    private static readonly TextStyle Close = new(7.5f, 9.8f);

    private readonly PdfTable _table = new(typesetter);
    private readonly PdfCards _cards = new(typesetter, frame.Height);

    public IEnumerable<Slab> Slabs(Block block)
    {
        // A note says something of what stands above it.
        var follows = block is Paragraph { Manner: Manner.Note, LeadsIn: false };
        foreach (var slab in Slabs(block, PageFrame.Left, frame.Width))
        {
            yield return follows ? slab with { Follows = true } : slab;
            follows = false;
        }
    }

    private IEnumerable<Slab> Slabs(Block block, float left, float width) => block switch
    {
        Heading heading => [Of(heading, left, width)],
        Paragraph paragraph => Of(paragraph, left, width),
        Bullets bullets => Of(bullets, left, width),
        Facts facts => Of(facts, left, width),
        Table table => _table.Slabs(table, left, width),
        Figure figure => Of(figure, left, width),
        Box box => Of(box, left, width),
        PageEnd => [new Slab(0, (_, _) => { }) { EndsPage = true }],
        Pictures pictures => Of(pictures, left, width),
        Beside beside => Of(beside, left, width),
        Signatures signatures => [Of(signatures, left, width)],
        Cards cards => _cards.Slabs(cards, left, width),
        _ => throw new InvalidOperationException($"a block of type {block.GetType().Name} has no form on paper"),
    };

    private Slab Of(Heading heading, float left, float width)
    {
        var (style, before, after) = heading.Rank switch
        {
            Rank.Title => (TextStyle.Title, 0f, 2f),
            Rank.Section => (TextStyle.Section, 22f, 5f),
            Rank.Lot => (TextStyle.Lot, 16f, 4f),
            _ => (TextStyle.Part, 11f, 3f),
        };
        var text = typesetter.Set(Pieces(heading.Text), style, width);
        var rule = heading.Rank switch { Rank.Section => 1.4f, Rank.Lot => 0.6f, _ => 0 };
        var down = rule > 0 ? 5f : 0;
        return new Slab(text.Height + after + down, (canvas, y) =>
        {
            if (rule > 0)
            {
                canvas.Rule(left, left + width, y, heading.Rank == Rank.Section ? Look.Ink : Look.Rule, rule);
            }

            canvas.Text(text, left, y + down);
        })
        {
            Before = before,
            LeadsIn = true,
            Outline = heading.Anchor is { } anchor ? new OutlineEntry(Line.Letters(Pieces(heading.Text)), heading.Rank == Rank.Section ? 0 : 1, anchor) : null,
        };
    }

    // Side by side where there are two languages.
    private IEnumerable<Slab> Of(Paragraph paragraph, float left, float width)
    {
        var style = paragraph.Manner switch
        {
            Manner.Lead => TextStyle.Lead,
            Manner.Note => TextStyle.Note,
            Manner.None => TextStyle.Body with { Colour = Look.Soft },
            Manner.Under or Manner.Contents => TextStyle.Note with { Size = 7.5f, Leading = 10 },
            _ => TextStyle.Body,
        };
        const float after = 5;
        if (paragraph.Text.Second is not { } second || paragraph.Manner is Manner.Contents)
        {
            return Lines(typesetter.Set(Pieces(paragraph.Text), style, width), left, after, paragraph.LeadsIn);
        }

        if (paragraph.Manner is Manner.Lead or Manner.Under)
        {
            var lines = Both(paragraph.Text, style, width);
            return [new Slab(lines.Sum(text => text.Height) + after, (canvas, y) => Under(canvas, lines, left, y))];
        }

        var half = (width - Gutter) / 2;
        var first = typesetter.Set(paragraph.Text.First, style, half);
        var other = typesetter.Set(second, style, half);
        return [new Slab(Math.Max(first.Height, other.Height) + after, (canvas, y) =>
        {
            canvas.Text(first, left, y);
            canvas.Text(other, left + half + Gutter, y);
        })
        {
            LeadsIn = paragraph.LeadsIn,
        }];
    }

    // A long paragraph may be parted, but never after its first or before its last line.
    private static IEnumerable<Slab> Lines(SetText text, float left, float after, bool leadsIn)
    {
        if (text.Lines.Count <= LinesKeptWhole)
        {
            yield return new Slab(text.Height + after, (canvas, y) => canvas.Text(text, left, y)) { LeadsIn = leadsIn };
            yield break;
        }

        for (var at = 0; at < text.Lines.Count; at++)
        {
            var line = text.Lines[at];
            var isLast = at == text.Lines.Count - 1;
            yield return new Slab(text.Style.Leading + (isLast ? after : 0), (canvas, y) => canvas.Text(line, text.Style, left, y))
            {
                LeadsIn = at == 0 || at == text.Lines.Count - 2 || (isLast && leadsIn),
            };
        }
    }

    private IEnumerable<Slab> Of(Bullets bullets, float left, float width)
    {
        var style = bullets.IsSmall ? Close : TextStyle.Body;
        for (var at = 0; at < bullets.Lines.Count; at++)
        {
            var sign = typesetter.Set([new Piece(bullets.IsNumbered ? FormattableString.Invariant($"{at + 1}.") : "•")], style, Indent);
            var texts = Both(bullets.Lines[at], style, width - Indent);
            var after = at == bullets.Lines.Count - 1 ? 5f : bullets.IsSmall ? 0.5f : 1.5f;
            yield return new Slab(texts.Sum(text => text.Height) + after, (canvas, y) =>
            {
                canvas.Text(sign, left, y);
                Under(canvas, texts, left + Indent, y);
            });
        }
    }

    private IEnumerable<Slab> Of(Facts facts, float left, float width)
    {
        var columns = facts.IsPaired ? 2 : 1;
        var across = (width - ((columns - 1) * Gutter)) / columns;
        var term = facts.All.Max(fact => typesetter.Widths(Pieces(fact.Term), TextStyle.Small).Whole);
        term = Math.Min(term + 8, facts.IsPaired ? 110 : 150);
        for (var at = 0; at < facts.All.Count; at += columns)
        {
            var row = facts.All.Skip(at).Take(columns)
                .Select(fact => (
                    Term: Both(fact.Term, TextStyle.Note, term - 6),
                    Value: Both(fact.Value, fact.IsKnown ? TextStyle.Small : TextStyle.Note, across - term)))
                .ToList();
            var isLast = at + columns >= facts.All.Count;
            yield return new Slab(row.Max(fact => Math.Max(fact.Term.Sum(text => text.Height), fact.Value.Sum(text => text.Height))) + (isLast ? 9 : 2), (canvas, y) =>
            {
                for (var here = 0; here < row.Count; here++)
                {
                    var x = left + (here * (across + Gutter));
                    Under(canvas, row[here].Term, x, y);
                    Under(canvas, row[here].Value, x + term, y);
                }
            });
        }
    }

    private IEnumerable<Slab> Of(Pictures pictures, float left, float width)
    {
        var high = pictures.IsLow ? LowPictureHeight : PictureHeight;
        var each = (width - Gutter) / 2;
        foreach (var row in pictures.All.Chunk(2))
        {
            var texts = row.Select(picture => picture.Lines.SelectMany(line => Both(line, TextStyle.Shot, each)).ToList()).ToList();
            yield return new Slab(high + 1 + texts.Max(text => text.Sum(line => line.Height)) + 3, (canvas, y) =>
            {
                for (var at = 0; at < row.Length; at++)
                {
                    var x = left + (at * (each + Gutter));
                    canvas.Fill(x, y, each, high, Look.Ground);
                    if (row[at].Jpeg() is { } jpeg)
                    {
                        canvas.Picture(jpeg, x, y, each, high);
                    }

                    canvas.Frame(x, y, each, high, Look.Rule, 0.6f);
                    Under(canvas, texts[at], x, y + high + 1);
                }
            });
        }
    }

    private IEnumerable<Slab> Of(Beside beside, float left, float width)
    {
        var half = (width - Gutter) / 2;
        var sides = new[] { beside.Left, beside.Right }
            .Select((blocks, at) => blocks.SelectMany(block => Slabs(block, left + (at * (half + Gutter)), half)).ToList())
            .ToList();
        var height = sides.Max(Height);
        return height > frame.Height ? [.. beside.Left.Concat(beside.Right).SelectMany(block => Slabs(block, left, width))]
            : [new Slab(height, (canvas, y) => sides.ForEach(side => Stack(canvas, side, y)))];
    }

    private static float Height(IReadOnlyList<Slab> slabs) => slabs.Sum(slab => slab.Height + slab.Before) - (slabs.Count > 0 ? slabs[0].Before : 0);

    private static void Stack(PdfCanvas canvas, IReadOnlyList<Slab> slabs, float y)
    {
        for (var at = 0; at < slabs.Count; at++)
        {
            y += at == 0 ? 0 : slabs[at].Before;
            slabs[at].Draw(canvas, y);
            y += slabs[at].Height;
        }
    }

    private Slab Of(Signatures signatures, float left, float width)
    {
        var count = signatures.Labels.Count;
        var each = (width - ((count - 1) * Gutter)) / count;
        var texts = signatures.Labels.Select(label => Both(label, TextStyle.Note, each)).ToList();
        return new Slab(SignatureHeight + texts.Max(text => text.Sum(line => line.Height)) + 6, (canvas, y) =>
        {
            for (var at = 0; at < count; at++)
            {
                var x = left + (at * (each + Gutter));
                canvas.Rule(x, x + each, y + SignatureHeight, Look.Ink, 0.6f);
                Under(canvas, texts[at], x, y + SignatureHeight + 2);
            }
        })
        { Before = 2 };
    }

    private IEnumerable<Slab> Of(Figure figure, float left, float width)
    {
        var height = width * (float)(figure.Drawing.Height / figure.Drawing.Width);
        yield return new Slab(height + 4, (canvas, y) => canvas.Draw(figure.Drawing, left, y, width)) { Before = 6, LeadsIn = true };
        var texts = Both(figure.Caption, width < frame.Width ? Close : TextStyle.Small, width);
        yield return new Slab(texts.Sum(text => text.Height) + 9, (canvas, y) => Under(canvas, texts, left, y));
    }

    private IEnumerable<Slab> Of(Box box, float left, float width)
    {
        var inner = box.Blocks.SelectMany(block => Slabs(block, left + BoxPadding, width - (2 * BoxPadding))).ToList();
        var height = inner.Sum(slab => slab.Height + slab.Before) + (2 * BoxPadding) - 4;
        if (height > frame.Height)
        {
            // Too high for a page: without its frame it may be parted.
            return inner;
        }

        return [new Slab(height + 6, (canvas, y) =>
        {
            canvas.Frame(left, y, width, height, Look.Ink, 0.8f);
            var at = y + BoxPadding;
            foreach (var slab in inner)
            {
                slab.Draw(canvas, at + slab.Before);
                at += slab.Before + slab.Height;
            }
        })
        { Before = 2 }];
    }

    /// <summary>Both languages in a row, for what has one line.</summary>
    internal static IReadOnlyList<Piece> Pieces(Line line) => line.Second is { } second ? [.. line.First, new Piece("  "), .. second] : line.First;

    private List<SetText> Both(Line line, TextStyle style, float width) => Both(typesetter, line, style, width);

    /// <summary>Each language on lines of its own.</summary>
    internal static List<SetText> Both(Typesetter typesetter, Line line, TextStyle style, float width) => line.Second is { } second
        ? [typesetter.Set(line.First, style, width), typesetter.Set(second, style with { Colour = Look.Soft }, width)]
        : [typesetter.Set(line.First, style, width)];

    internal static void Under(PdfCanvas canvas, IEnumerable<SetText> texts, float x, float y, bool isRight = false)
    {
        foreach (var text in texts)
        {
            canvas.Text(text, x, y, isRight);
            y += text.Height;
        }
    }
}
