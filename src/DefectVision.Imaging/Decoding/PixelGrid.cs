namespace DefectVision.Imaging.Decoding;

/// <summary>Decoded RGBA pixels, reduced to a working size.</summary>
internal sealed class PixelGrid
{
    private AreaAverage? _across;
    private AreaAverage? _down;
    private float[] _row = [];
    private float[] _sums = [];

    /// <summary>
    /// Reduces <paramref name="pixels"/> (RGBA, not premultiplied, over white) to three upright planes of 0..255 values.
    /// </summary>
    /// <param name="pixels"><paramref name="width"/> x <paramref name="height"/> x 4 bytes.</param>
    /// <param name="orientation">EXIF orientation of the pixels.</param>
    /// <param name="uprightWidth">Width of the result.</param>
    /// <param name="uprightHeight">Height of the result.</param>
    /// <param name="planes">Receives red, green and blue planes, each <paramref name="uprightWidth"/> x <paramref name="uprightHeight"/>.</param>
    public void Reduce(ReadOnlySpan<byte> pixels, int width, int height, int orientation, int uprightWidth, int uprightHeight, Span<float> planes)
    {
        var swap = Orientation.SwapsSides(orientation);
        var columns = swap ? uprightHeight : uprightWidth;
        var rows = swap ? uprightWidth : uprightHeight;
        if (_across?.Source != width || _across.Target != columns)
        {
            _across = new AreaAverage(width, columns);
        }

        if (_down?.Source != height || _down.Target != rows)
        {
            _down = new AreaAverage(height, rows);
        }

        Array.Resize(ref _row, columns * 3);
        Array.Resize(ref _sums, columns * 3);
        var plane = columns * rows;
        var reduced = -1;
        for (var y = 0; y < rows; y++)
        {
            Array.Clear(_sums);
            var first = _down.Start(y);
            var shares = _down.Weights(y);
            for (var i = 0; i < shares.Length; i++)
            {
                if (reduced != first + i)
                {
                    reduced = first + i;
                    ReduceRow(pixels.Slice(reduced * width * 4, width * 4));
                }

                var share = shares[i];
                for (var c = 0; c < _sums.Length; c++)
                {
                    _sums[c] += share * _row[c];
                }
            }

            for (var x = 0; x < columns; x++)
            {
                var at = Orientation.UprightIndex(orientation, x, y, columns, rows);
                planes[at] = _sums[3 * x];
                planes[plane + at] = _sums[(3 * x) + 1];
                planes[(2 * plane) + at] = _sums[(3 * x) + 2];
            }
        }
    }

    private void ReduceRow(ReadOnlySpan<byte> source)
    {
        for (var x = 0; x < _across!.Target; x++)
        {
            var shares = _across.Weights(x);
            var at = _across.Start(x) * 4;
            float red = 0, green = 0, blue = 0;
            foreach (var share in shares)
            {
                var opaque = source[at + 3];
                if (opaque == byte.MaxValue)
                {
                    red += share * source[at];
                    green += share * source[at + 1];
                    blue += share * source[at + 2];
                }
                else
                {
                    var cover = share * opaque / 255f;
                    var white = (share - cover) * 255f;
                    red += (cover * source[at]) + white;
                    green += (cover * source[at + 1]) + white;
                    blue += (cover * source[at + 2]) + white;
                }

                at += 4;
            }

            _row[3 * x] = red;
            _row[(3 * x) + 1] = green;
            _row[(3 * x) + 2] = blue;
        }
    }
}
