using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DefectVision.Imaging.Decoding;

/// <summary>Decoded RGBA pixels, reduced to a working size.</summary>
internal sealed class PixelGrid
{
    private AreaAverage? _across;
    private AreaAverage? _down;

    // For each column red, green, blue and a fourth that nobody reads: the four go through every sum side by side.
    private Vector128<float>[] _row = [];
    private Vector128<float>[] _sums = [];

    /// <summary>
    /// Reduces an area of <paramref name="pixels"/> (RGBA, not premultiplied, over white) to three upright planes of 0..255 values.
    /// </summary>
    /// <param name="pixels">Rows of <paramref name="stride"/> x 4 bytes.</param>
    /// <param name="stride">Pixels of a row.</param>
    /// <param name="area">What is taken of them.</param>
    /// <param name="orientation">EXIF orientation of the pixels.</param>
    /// <param name="uprightWidth">Width of the result.</param>
    /// <param name="uprightHeight">Height of the result.</param>
    /// <param name="planes">Receives red, green and blue planes, each <paramref name="uprightWidth"/> x <paramref name="uprightHeight"/>.</param>
    public void Reduce(ReadOnlySpan<byte> pixels, int stride, PixelArea area, int orientation, int uprightWidth, int uprightHeight, Span<float> planes)
    {
        var swap = Orientation.SwapsSides(orientation);
        var columns = swap ? uprightHeight : uprightWidth;
        var rows = swap ? uprightWidth : uprightHeight;
        if (_across?.Source != area.Width || _across.Target != columns)
        {
            _across = new AreaAverage(area.Width, columns);
        }

        if (_down?.Source != area.Height || _down.Target != rows)
        {
            _down = new AreaAverage(area.Height, rows);
        }

        Array.Resize(ref _row, columns);
        Array.Resize(ref _sums, columns);
        var plane = columns * rows;
        var red = planes[..plane];
        var green = planes.Slice(plane, plane);
        var blue = planes.Slice(2 * plane, plane);
        var stored = MemoryMarshal.Cast<byte, uint>(pixels);
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
                    ReduceRow(stored.Slice(((area.Y + reduced) * stride) + area.X, area.Width));
                }

                AddRow(shares[i]);
            }

            var at = Orientation.UprightIndex(orientation, 0, y, columns, rows);
            var step = columns > 1 ? Orientation.UprightIndex(orientation, 1, y, columns, rows) - at : 0;
            foreach (var sum in _sums)
            {
                red[at] = sum[0];
                green[at] = sum[1];
                blue[at] = sum[2];
                at += step;
            }
        }
    }

    // Multiplied, then added, never fused: a fused step rounds once and gives other bits.
    private void AddRow(float share)
    {
        var from = MemoryMarshal.Cast<Vector128<float>, Vector<float>>(_row.AsSpan());
        var to = MemoryMarshal.Cast<Vector128<float>, Vector<float>>(_sums.AsSpan());
        var shares = new Vector<float>(share);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += shares * from[i];
        }

        for (var i = to.Length * Vector<float>.Count / 4; i < _sums.Length; i++)
        {
            _sums[i] += Vector128.Create(share) * _row[i];
        }
    }

    private void ReduceRow(ReadOnlySpan<uint> source)
    {
        var white = Vector128.Create(255f);
        for (var x = 0; x < _row.Length; x++)
        {
            var shares = _across!.Weights(x);
            var covered = source.Slice(_across.Start(x), shares.Length);
            var sum = Vector128<float>.Zero;
            for (var i = 0; i < shares.Length; i++)
            {
                var pixel = covered[i];
                var values = Vector128.ConvertToSingle(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(pixel).AsByte())).AsInt32());
                var opaque = pixel >> 24;
                if (opaque == byte.MaxValue)
                {
                    sum += Vector128.Create(shares[i]) * values;
                }
                else
                {
                    var cover = shares[i] * opaque / 255f;
                    sum += (Vector128.Create(cover) * values) + (Vector128.Create(shares[i] - cover) * white);
                }
            }

            _row[x] = sum;
        }
    }
}
