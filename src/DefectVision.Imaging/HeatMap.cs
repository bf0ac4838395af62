namespace DefectVision.Imaging;

/// <summary>
/// A grid of anomaly scores over a window of a photo, drawn on one fixed scale: nothing below its beginning is coloured, and what is above its end has the
/// colour of the end.
/// </summary>
/// <param name="Rows">Places from top to bottom.</param>
/// <param name="Columns">Places from left to right.</param>
/// <param name="Values">Row by row from the top; never clamped.</param>
/// <param name="Window">The part of the upright photo that the grid lies over.</param>
/// <param name="From">Where the scale begins.</param>
/// <param name="To">Where it ends; above <paramref name="From"/>.</param>
public sealed record HeatMap(int Rows, int Columns, IReadOnlyList<float> Values, Window Window, double From, double To)
{
    // From light to dark, so that the order is told in grey print, too.
    private static readonly byte[] Begin = [255, 214, 0];
    private static readonly byte[] End = [150, 0, 40];

    public double Highest => Values.Max();

    /// <summary>True when any place is coloured.</summary>
    public bool Shows => Highest >= From;

    /// <summary>The middle of the place with the highest score, of equal ones the first from the top, as shares of the upright photo's width and height.</summary>
    public (double X, double Y) Hottest
    {
        get
        {
            var at = 0;
            for (var place = 1; place < Values.Count; place++)
            {
                at = Values[place] > Values[at] ? place : at;
            }

            return (Window.Left + (Window.Width * ((at % Columns) + 0.5) / Columns), Window.Top + (Window.Height * ((at / Columns) + 0.5) / Rows));
        }
    }

    /// <summary>Makes the picture pale grey and colours the places on it.</summary>
    /// <param name="picture">The whole upright photo at any size.</param>
    public void DrawOn(RgbImage picture)
    {
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var pixel = picture.Bytes.AsSpan(3 * ((y * picture.Width) + x), 3);
                var grey = (byte)(90 + (((2 * pixel[0]) + (5 * pixel[1]) + pixel[2]) * 165 / (8 * 255)));
                var value = At((x + 0.5) / picture.Width, (y + 0.5) / picture.Height);
                var share = value >= From ? Math.Min(1, (value - From) / (To - From)) : double.NaN;
                for (var channel = 0; channel < 3; channel++)
                {
                    pixel[channel] = double.IsNaN(share) ? grey : (byte)(Begin[channel] + (share * (End[channel] - Begin[channel])));
                }
            }
        }
    }

    private double At(double x, double y)
    {
        double across = (x - Window.Left) / Window.Width, down = (y - Window.Top) / Window.Height;
        return across is >= 0 and < 1 && down is >= 0 and < 1 ? Values[((int)(down * Rows) * Columns) + (int)(across * Columns)] : double.NegativeInfinity;
    }
}
