namespace DefectVision.Imaging.Locating;

/// <summary>The box round what is not background in a small picture.</summary>
public static class Foreground
{
    /// <summary>A piece this much smaller than the largest is dirt, not part of the product.</summary>
    private const double SmallestPiece = 0.1;

    /// <param name="picture">A photo made small.</param>
    /// <param name="background">Its colours.</param>
    /// <returns>Null where all is background.</returns>
    public static Window? Box(RgbImage picture, Background background)
    {
        var (width, height) = (picture.Width, picture.Height);
        var pieces = Pieces(Cleaned(Mask(picture, background), width, height), width, height);
        if (pieces.Count == 0)
        {
            return null;
        }

        var largest = pieces.Max(piece => piece.Size);
        var kept = pieces.Where(piece => piece.Size >= SmallestPiece * largest).ToList();
        int left = kept.Min(piece => piece.Left), top = kept.Min(piece => piece.Top);
        return new Window(
            (double)left / width,
            (double)top / height,
            (double)(kept.Max(piece => piece.Right) + 1 - left) / width,
            (double)(kept.Max(piece => piece.Bottom) + 1 - top) / height);
    }

    private static bool[] Mask(RgbImage picture, Background background)
    {
        var mask = new bool[picture.Width * picture.Height];
        for (var at = 0; at < mask.Length; at++)
        {
            mask[at] = background.Distance(picture.Bytes[3 * at], picture.Bytes[(3 * at) + 1], picture.Bytes[(3 * at) + 2]) > background.Limit;
        }

        return mask;
    }

    // A place counts as most of its 3 x 3 neighbourhood does: specks go, holes close.
    private static bool[] Cleaned(bool[] mask, int width, int height)
    {
        var cleaned = new bool[mask.Length];
        for (var y = 1; y < height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                var count = 0;
                for (var at = 0; at < 9; at++)
                {
                    count += mask[((y + (at / 3) - 1) * width) + x + (at % 3) - 1] ? 1 : 0;
                }

                cleaned[(y * width) + x] = count >= 5;
            }
        }

        return cleaned;
    }

    private static List<Piece> Pieces(bool[] mask, int width, int height)
    {
        var pieces = new List<Piece>();
        var open = new Stack<int>();
        for (var start = 0; start < mask.Length; start++)
        {
            if (!mask[start])
            {
                continue;
            }

            var piece = new Piece(0, width, height, 0, 0);
            mask[start] = false;
            open.Push(start);
            while (open.TryPop(out var at))
            {
                int x = at % width, y = at / width;
                piece = new Piece(piece.Size + 1, Math.Min(piece.Left, x), Math.Min(piece.Top, y), Math.Max(piece.Right, x), Math.Max(piece.Bottom, y));
                Visit(x > 0, at - 1);
                Visit(x < width - 1, at + 1);
                Visit(y > 0, at - width);
                Visit(y < height - 1, at + width);
            }

            pieces.Add(piece);
        }

        return pieces;

        void Visit(bool isInside, int at)
        {
            if (isInside && mask[at])
            {
                mask[at] = false;
                open.Push(at);
            }
        }
    }

    private readonly record struct Piece(int Size, int Left, int Top, int Right, int Bottom);
}
