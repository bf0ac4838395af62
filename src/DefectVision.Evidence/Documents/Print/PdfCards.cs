namespace DefectVision.Evidence.Documents.Print;

/// <summary>Exhibits as slabs: cards of one or two photos beside each other, those of more across the page.</summary>
internal sealed class PdfCards(Typesetter typesetter)
{
    private const float Gutter = 10;
    private const float Padding = 6;
    private const float Between = 5;
    private const float PictureHeight = 96;
    private const int ShotsOfNarrowCard = 2;
    private const int ShotsAcross = 4;
    private const int LegendLines = 3;

    private static readonly TextStyle Legend = new(6.5f, 8.2f, Look.Soft);

    public IEnumerable<Slab> Slabs(Cards cards, float left, float width)
    {
        var half = (width - Gutter) / 2;
        Slab? first = null;
        foreach (var card in cards.All)
        {
            if (card.Shots.Count > ShotsOfNarrowCard)
            {
                if (first is not null)
                {
                    yield return first;
                    first = null;
                }

                foreach (var slab in Wide(card, left, width))
                {
                    yield return slab;
                }
            }
            else if (first is null)
            {
                first = Narrow(card, left, half);
            }
            else
            {
                var (one, other) = (first, Narrow(card, left + half + Gutter, half));
                first = null;
                yield return new Slab(Math.Max(one.Height, other.Height), (canvas, y) =>
                {
                    one.Draw(canvas, y);
                    other.Draw(canvas, y);
                });
            }
        }

        if (first is not null)
        {
            yield return first;
        }
    }

    private Slab Narrow(Card card, float left, float width)
    {
        var head = Head(card, width);
        var row = ShotRow(card.Shots, Math.Max(card.Shots.Count, 1), left + Padding, width - (2 * Padding));
        var foot = Foot(card, width);
        var height = head.Sum(text => text.Height) + row.Height + foot.Sum(text => text.Height) + (2 * Padding) + Between;
        return new Slab(height + Gutter, (canvas, y) =>
        {
            canvas.Frame(left, y, width, height, Look.Rule, 0.6f);
            PdfLayout.Under(canvas, head, left + Padding, y + Padding);
            var top = y + Padding + head.Sum(text => text.Height) + Between;
            row.Draw(canvas, top);
            PdfLayout.Under(canvas, foot, left + Padding, top + row.Height);
        });
    }

    // Many photos may not fit on a page: a slab a row of them, each in a frame of its own.
    private IEnumerable<Slab> Wide(Card card, float left, float width)
    {
        var head = Head(card, width);
        var height = head.Sum(text => text.Height) + (2 * Padding);
        yield return new Slab(height, (canvas, y) =>
        {
            canvas.Frame(left, y, width, height, Look.Rule, 0.6f);
            PdfLayout.Under(canvas, head, left + Padding, y + Padding);
        })
        { LeadsIn = true };
        var rows = card.Shots.Chunk(ShotsAcross).ToList();
        for (var at = 0; at < rows.Count; at++)
        {
            var row = ShotRow(rows[at], ShotsAcross, left + Padding, width - (2 * Padding));
            var foot = at == rows.Count - 1 ? Foot(card, width) : [];
            var high = row.Height + foot.Sum(text => text.Height) + (2 * Padding);
            yield return new Slab(high + (at == rows.Count - 1 ? Gutter : 0), (canvas, y) =>
            {
                canvas.Frame(left, y, width, high, Look.Rule, 0.6f);
                row.Draw(canvas, y + Padding);
                PdfLayout.Under(canvas, foot, left + Padding, y + Padding + row.Height);
            });
        }
    }

    private List<SetText> Head(Card card, float width) =>
    [
        .. PdfLayout.Both(typesetter, card.Title, TextStyle.CellHead, width - (2 * Padding)),
        .. PdfLayout.Both(typesetter, card.Text, TextStyle.Small, width - (2 * Padding)),
    ];

    private List<SetText> Foot(Card card, float width) =>
        card.Foot is { } foot ? PdfLayout.Both(typesetter, foot, TextStyle.Small, width - (2 * Padding)) : [];

    private Slab ShotRow(IReadOnlyList<Shot> shots, int across, float left, float width)
    {
        var each = (width - ((across - 1) * Between)) / across;
        var made = shots.Select((shot, at) => Of(shot, left + (at * (each + Between)), each)).ToList();
        return new Slab(made.Max(slab => slab.Height), (canvas, y) =>
        {
            foreach (var shot in made)
            {
                shot.Draw(canvas, y);
            }
        });
    }

    private Slab Of(Shot shot, float left, float width)
    {
        // The scale is known when the picture is made; three lines a language are kept for it.
        var legend = shot.HasHeatMap ? LegendLines * (shot.Tag?.Second is null ? 1 : 2) * Legend.Leading : 0;
        var lines = shot.Lines.SelectMany(line => PdfLayout.Both(typesetter, line, TextStyle.Shot, width)).ToList();
        var pictures = shot.HasHeatMap ? (2 * PictureHeight) + Between + legend : PictureHeight;
        return new Slab(pictures + Between + lines.Sum(text => text.Height), (canvas, y) =>
        {
            var shown = shot.Picture();
            Picture(canvas, shown.Jpeg, shown.Reason ?? Line.Empty, left, y, width);
            canvas.Frame(left, y, width, PictureHeight, shot.Tag is null ? Look.Rule : Look.Ink, shot.Tag is null ? 0.6f : 2);
            if (shot.Tag is { } tag)
            {
                Tag(canvas, tag, left, y);
            }

            if (shot.HasHeatMap)
            {
                var below = y + PictureHeight + Between;
                Picture(canvas, shown.HeatMapJpeg, Line.Empty, left, below, width);
                canvas.Frame(left, below, width, PictureHeight, Look.Rule, 0.6f);
                var words = PdfLayout.Both(typesetter, shown.HeatMapLegend ?? Line.Empty, Legend, width);
                PdfLayout.Under(canvas, words, left, below + PictureHeight + 1);
            }

            PdfLayout.Under(canvas, lines, left, y + pictures + Between);
        });
    }

    private void Picture(PdfCanvas canvas, byte[]? jpeg, Line instead, float left, float y, float width)
    {
        canvas.Fill(left, y, width, PictureHeight, "#f4f4f4");
        if (jpeg is not null)
        {
            canvas.Picture(jpeg, left, y, width, PictureHeight);
        }
        else
        {
            PdfLayout.Under(canvas, PdfLayout.Both(typesetter, instead, TextStyle.Shot, width - (2 * Between)), left + Between, y + (PictureHeight / 3));
        }
    }

    private void Tag(PdfCanvas canvas, Line tag, float left, float y)
    {
        var text = typesetter.Set(PdfLayout.Pieces(tag), new TextStyle(5.5f, 8, Look.Paper, IsBold: true), float.MaxValue);
        canvas.Fill(left, y, text.Lines[0].Width + 6, text.Height, Look.Ink);
        canvas.Text(text, left + 3, y);
    }
}
