namespace DefectVision.Evidence.Documents.Print;

/// <summary>Exhibits as slabs: each whole on one page where a page can hold it, those of one picture two beside each other.</summary>
internal sealed class PdfCards(Typesetter typesetter, float pageHeight)
{
    private const float Gutter = 10;
    private const float Padding = 6;
    private const float Between = 5;
    private const float Under = 2;

    // Two cards with a row of small pictures fill a page, and three rows of narrow ones.
    private const float MainHeight = 180;
    private const float NarrowHeight = 165;
    private const float SmallHeight = 60;
    private const float GoneHeight = 30;

    /// <summary>Of their height, where pictures must do with less of it to stand on a page that is not full.</summary>
    private const float LowerShare = 0.8f;

    private const int SmallAcross = 4;

    /// <summary>Of the half beside a photo, for the close-up; the heat map has the rest.</summary>
    private const float CloseUpShare = 0.66f;

    private static readonly TextStyle SmallShot = new(6.5f, 8.2f);

    public IEnumerable<Slab> Slabs(Cards cards, float left, float width)
    {
        var half = (width - Gutter) / 2;
        Slab? first = null;
        foreach (var card in cards.All)
        {
            if (!card.IsNarrow)
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
                })
                { Before = Gutter };
            }
        }

        if (first is not null)
        {
            yield return first;
        }
    }

    private Slab Narrow(Card card, float left, float width)
    {
        var inner = width - (2 * Padding);
        List<Slab> parts = [Texts(Head(card, inner), left + Padding)];
        if (card.Main is { } main)
        {
            parts.Add(Of(main, left + Padding, inner, NarrowHeight, TextStyle.Shot));
        }

        return Framed(Stacked([.. parts, .. Foot(card, left + Padding, inner)]), left, width) with { Before = Gutter };
    }

    private IEnumerable<Slab> Wide(Card card, float left, float width)
    {
        var (top, rows) = Parts(card, left + Padding, width - (2 * Padding), 1);
        var whole = Framed(Stacked([top, .. rows]), left, width);
        if (whole.Height <= pageHeight)
        {
            var (lowerTop, lowerRows) = Parts(card, left + Padding, width - (2 * Padding), LowerShare);
            yield return whole with { Before = Gutter, Lower = Framed(Stacked([lowerTop, .. lowerRows]), left, width) with { Before = Gutter } };
            yield break;
        }

        // More than a page holds: parted between rows, each in a frame of its own.
        yield return Framed(top, left, width) with { Before = Gutter, LeadsIn = rows.Count > 0 };
        foreach (var row in rows)
        {
            yield return Framed(row, left, width);
        }
    }

    private (Slab Top, List<Slab> Rows) Parts(Card card, float left, float width, float share)
    {
        var (beside, below) = card.Small;
        return (
            Stacked([Texts(Head(card, width), left), Halves(card, beside, left, width, share)]),
            [.. below.Chunk(SmallAcross).Select(row => Row(row, SmallAcross, left, width, share)), .. Foot(card, left, width)]);
    }

    private Slab Halves(Card card, IReadOnlyList<Shot> beside, float left, float width, float share)
    {
        var half = (width - Between) / 2;
        var right = left + half + Between;
        List<Slab> parts = card.Main is { } main ? [Of(main, left, half, MainHeight * share, TextStyle.Shot)] : [];
        if (card.CloseUp is { } close)
        {
            var across = beside.Count == 0 ? half : half * CloseUpShare;
            parts.Add(Of(close, right, across, Math.Min(across, MainHeight * share), SmallShot));
            if (beside is [var heat])
            {
                var rest = half - across - Between;
                parts.Add(Of(heat, right + across + Between, rest, rest, SmallShot));
            }
        }
        else if (beside.Count > 0)
        {
            parts.Add(Stacked([.. beside.Chunk(2).Select(row => Row(row, 2, right, half, share))]));
        }

        return Abreast(parts);
    }

    private Slab Row(IReadOnlyList<Shot> shots, int across, float left, float width, float share)
    {
        var each = (width - ((across - 1) * Between)) / across;
        return Abreast([.. shots.Select((shot, at) => Of(shot, left + (at * (each + Between)), each, SmallHeight * share, SmallShot))]);
    }

    private List<SetText> Head(Card card, float width) =>
    [
        .. PdfLayout.Both(typesetter, card.Title, TextStyle.CellHead, width),
        .. PdfLayout.Both(typesetter, card.Text, TextStyle.Small, width),
    ];

    private IEnumerable<Slab> Foot(Card card, float left, float width) =>
        card.Foot is { } foot ? [Texts(PdfLayout.Both(typesetter, foot, TextStyle.Small, width), left)] : [];

    private static Slab Texts(List<SetText> texts, float left) => new(texts.Sum(text => text.Height), (canvas, y) => PdfLayout.Under(canvas, texts, left, y));

    private static Slab Framed(Slab inner, float left, float width)
    {
        var height = inner.Height + (2 * Padding);
        return new Slab(height, (canvas, y) =>
        {
            canvas.Frame(left, y, width, height, Look.Rule, 0.6f);
            inner.Draw(canvas, y + Padding);
        });
    }

    private static Slab Stacked(IReadOnlyList<Slab> slabs) => new(slabs.Sum(slab => slab.Height) + ((slabs.Count - 1) * Between), (canvas, y) =>
    {
        foreach (var slab in slabs)
        {
            slab.Draw(canvas, y);
            y += slab.Height + Between;
        }
    });

    private static Slab Abreast(IReadOnlyList<Slab> slabs) => new(slabs.Count == 0 ? 0 : slabs.Max(slab => slab.Height), (canvas, y) =>
    {
        foreach (var slab in slabs)
        {
            slab.Draw(canvas, y);
        }
    });

    // Where there is no picture its reason needs little room.
    private Slab Of(Shot shot, float left, float width, float most, TextStyle style)
    {
        var lines = shot.Lines.SelectMany(line => PdfLayout.Both(typesetter, line, style, width)).ToList();
        var high = shot.Picture is null ? Math.Min(GoneHeight, most) : most;
        return new Slab(high + Under + lines.Sum(text => text.Height), (canvas, y) =>
        {
            canvas.Fill(left, y, width, high, Look.Ground);
            if (shot.Picture?.Invoke() is { } jpeg)
            {
                canvas.Picture(jpeg, left, y, width, high);
            }
            else
            {
                PdfLayout.Under(canvas, PdfLayout.Both(typesetter, shot.Instead ?? Line.Empty, style, width - (2 * Between)), left + Between, y + (high / 3));
            }

            canvas.Frame(left, y, width, high, shot.Tag is null ? Look.Rule : Look.Ink, shot.Tag is null ? 0.6f : 2);
            if (shot.Tag is { } tag)
            {
                Tag(canvas, tag, left, y);
            }

            PdfLayout.Under(canvas, lines, left, y + high + Under);
        });
    }

    private void Tag(PdfCanvas canvas, Line tag, float left, float y)
    {
        var text = typesetter.Set(PdfLayout.Pieces(tag), new TextStyle(5.5f, 8, Look.Paper, IsBold: true), float.MaxValue);
        canvas.Fill(left, y, text.Lines[0].Width + 6, text.Height, Look.Ink);
        canvas.Text(text, left + 3, y);
    }
}
