using DefectVision.Imaging;
using DefectVision.Statistics;

namespace DefectVision.Throughput.Photos;

/// <summary>
/// A photo for people who have none: a shaded ground, a weave, dark discs, camera noise. Integer arithmetic and the pinned generator make the same
/// pixels everywhere; at quality 90 a 12-megapixel one is about as large as a phone's.
/// </summary>
internal static class SyntheticPhoto
{
    public const int Quality = 90;
    private const ulong Purpose = 0xF070;

    /// <summary>A 4 : 3 photo of about so many megapixels as a JPEG.</summary>
    /// <param name="number">Which photo: each number another.</param>
    public static byte[] Jpeg(int number, double megapixels)
    {
        var height = 16 * (int)Math.Round(Math.Sqrt(megapixels * 1e6 * 3 / 4) / 16);
        return Jpeg(number, 4 * height / 3, height);
    }

    public static byte[] Jpeg(int number, int width, int height)
    {
        var draws = new PinnedGenerator((ulong)number, Purpose);
        var image = new RgbImage(width, height);
        int[] ground = [90 + draws.NextInt(80), 90 + draws.NextInt(80), 90 + draws.NextInt(80)];
        int[] slope = [draws.NextInt(61) - 30, draws.NextInt(61) - 30];
        var period = 8 + draws.NextInt(24);
        var spots = Enumerable.Range(0, 6).Select(_ => (X: draws.NextInt(width), Y: draws.NextInt(height), Radius: (height / 60) + draws.NextInt(height / 20))).ToList();
        var at = 0;
        for (var y = 0; y < height; y++)
        {
            var near = spots.Where(spot => Math.Abs(y - spot.Y) < spot.Radius).ToArray();
            for (var x = 0; x < width; x++)
            {
                var weave = Triangle(x, period) + Triangle(y, period + 3);
                var light = (slope[0] * x / width) + (slope[1] * y / height) + weave;
                foreach (var spot in near)
                {
                    var (dx, dy) = (x - spot.X, y - spot.Y);
                    light -= (dx * dx) + (dy * dy) < spot.Radius * spot.Radius ? 50 : 0;
                }

                var noise = draws.NextUInt32();
                for (var channel = 0; channel < 3; channel++, noise >>= 8)
                {
                    image.Bytes[at++] = (byte)Math.Clamp(ground[channel] + light + Grain(noise), 0, 255);
                }
            }
        }

        return image.ToJpeg(Quality);
    }

    private static int Triangle(int place, int period) => (Math.Abs((place % period * 2) - period) * 16 / period) - 8;

    // The sum of two draws of 0..15, around 0: small values are likelier than large ones.
    private static int Grain(uint bits) => (int)((bits & 15) + ((bits >> 4) & 15)) - 15;
}
