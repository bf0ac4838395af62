namespace DefectVision.Imaging.Locating;

/// <summary>
/// Learns where the product lies from good photos: the colours along the photos' edges are the background, and what is not like them is the product.
/// It is used only where that holds and pays: the edges are of one kind, every photo shows one box of much the same size, well within the photo and small in it, and no part of
/// a good product is cut off, though it be hardly told from the background.
/// </summary>
public static class LocatorFit
{
    /// <summary>Share of a side along each edge that is taken for background.</summary>
    private const double Edge = 0.04;

    /// <summary>Share of the edge's colours that may be something else.</summary>
    private const double Trimmed = 0.1;

    /// <summary>Variance that every colour has by noise and compression alone, in squared levels of 255.</summary>
    private const double Noise = 9;

    /// <summary>How much farther than nearly all of the edge a colour must be.</summary>
    private const double Clearly = 3;

    /// <summary>Photos that need be looked at: more of them tell nothing new of a background.</summary>
    public const int MostPhotos = 200;

    private const double NearlyAll = 0.995;
    private const double FewestLocated = 0.95;

    /// <summary>Of the photo. A product that fills more of it is seen well enough as it is: castings of 0.45 were ranked worse when cut out (benchmarks).</summary>
    private const double LargestProduct = 0.3;

    /// <summary>Where more of the product's sides would have to be added to be sure of all of it, nobody knows where it ends.</summary>
    private const double LargestMargin = 0.25;

    private const double MostSpread = 1.6;
    private const double NearEdge = 0.01;

    /// <param name="pictures">Good photos, upright, of at most <see cref="Locator.LongSide"/> pixels.</param>
    /// <returns>Null where the product cannot be told from what lies round it.</returns>
    public static Locator? Fit(IReadOnlyList<RgbImage> pictures)
    {
        var edge = pictures.SelectMany(EdgeOf).ToList();
        var all = Of(edge, double.PositiveInfinity);
        var distances = edge.Select(colour => all.Distance(colour[0], colour[1], colour[2])).Order().ToList();
        var cut = distances[(int)((1 - Trimmed) * (distances.Count - 1))];
        var trimmed = Of([.. edge.Where(colour => all.Distance(colour[0], colour[1], colour[2]) <= cut)], 0);
        var far = edge.Select(colour => trimmed.Distance(colour[0], colour[1], colour[2])).Order().ElementAt((int)(NearlyAll * (edge.Count - 1)));
        var background = trimmed with { Limit = Clearly * far };
        var boxes = pictures.Select(picture => Foreground.Box(picture, background)).OfType<Window>().Where(IsWithin).ToList();
        if (boxes.Count < FewestLocated * pictures.Count
            || Middle(boxes, box => box.Area) > LargestProduct
            || Spread(boxes, box => box.Width) > MostSpread
            || Spread(boxes, box => box.Height) > MostSpread)
        {
            return null;
        }

        double left = Middle(boxes, box => box.Left), top = Middle(boxes, box => box.Top);
        var usual = new Window(left, top, Middle(boxes, box => box.Left + box.Width) - left, Middle(boxes, box => box.Top + box.Height) - top);
        var locator = new Locator(usual.WithMargin(Locator.UsualMargin), background, boxes.Min(box => box.Area), boxes.Max(box => box.Area));

        // Whatever may be product: colours that are half as far from those of the edges.
        var most = pictures.Select(picture => Foreground.Box(picture, background with { Limit = background.Limit / 2 })).ToList();
        var margin = Math.Max(Locator.UsualMargin, pictures.Zip(most).Max(pair => pair.Second is { } whole ? Missing(locator.Box(pair.First) ?? usual, whole) : 0));
        return margin > LargestMargin ? null : locator with { Usual = usual.WithMargin(margin), Margin = margin };
    }

    // By how much of a box's sides it must grow on each of them to hold another.
    private static double Missing(Window box, Window whole) => new[]
    {
        (box.Left - whole.Left) / box.Width,
        (whole.Left + whole.Width - box.Left - box.Width) / box.Width,
        (box.Top - whole.Top) / box.Height,
        (whole.Top + whole.Height - box.Top - box.Height) / box.Height,
    }.Max();

    private static bool IsWithin(Window box) =>
        box.Left > NearEdge && box.Top > NearEdge && box.Left + box.Width < 1 - NearEdge && box.Top + box.Height < 1 - NearEdge;

    private static double Middle(List<Window> boxes, Func<Window, double> side) => boxes.Select(side).Order().ElementAt(boxes.Count / 2);

    private static double Spread(List<Window> boxes, Func<Window, double> side)
    {
        var sorted = boxes.Select(side).Order().ToList();
        return sorted[sorted.Count * 9 / 10] / sorted[sorted.Count / 10];
    }

    private static IEnumerable<byte[]> EdgeOf(RgbImage picture)
    {
        int across = Math.Max(1, (int)(Edge * picture.Width)), down = Math.Max(1, (int)(Edge * picture.Height));
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                if (x < across || y < down || x >= picture.Width - across || y >= picture.Height - down)
                {
                    var at = 3 * ((y * picture.Width) + x);
                    yield return picture.Bytes[at..(at + 3)];
                }
            }
        }
    }

    private static Background Of(IReadOnlyList<byte[]> colours, double limit)
    {
        var mean = Enumerable.Range(0, 3).Select(channel => colours.Average(colour => (double)colour[channel])).ToArray();
        double Covariance(int one, int other) => colours.Average(colour => (colour[one] - mean[one]) * (colour[other] - mean[other])) + (one == other ? Noise : 0);
        double rr = Covariance(0, 0), rg = Covariance(0, 1), rb = Covariance(0, 2), gg = Covariance(1, 1), gb = Covariance(1, 2), bb = Covariance(2, 2);
        var determinant = (rr * ((gg * bb) - (gb * gb))) - (rg * ((rg * bb) - (gb * rb))) + (rb * ((rg * gb) - (gg * rb)));
        return new Background(
            mean,
            [
                ((gg * bb) - (gb * gb)) / determinant,
                ((rb * gb) - (rg * bb)) / determinant,
                ((rg * gb) - (rb * gg)) / determinant,
                ((rr * bb) - (rb * rb)) / determinant,
                ((rg * rb) - (rr * gb)) / determinant,
                ((rr * gg) - (rg * rg)) / determinant,
            ],
            limit);
    }
}
