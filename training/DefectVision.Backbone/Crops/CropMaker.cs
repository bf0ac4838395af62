using DefectVision.Backbone.Textures;
using DefectVision.Imaging;
using DefectVision.Statistics;

namespace DefectVision.Backbone.Crops;

/// <summary>
/// Square crops at many scales, in colour and in grey, sharp, blurred and compressed. A crop depends on the seed and its own number alone, so that a run that
/// was broken off goes on with the very crops it would have had.
/// </summary>
internal sealed class CropMaker(IReadOnlyList<RgbImage> photos, ulong seed) : IDisposable
{
    /// <summary>Pixels of either side: a multiple of 32, which the teachers need.</summary>
    public const int Side = 224;

    /// <summary>Values of a crop: 3 planes, red first.</summary>
    public const int Values = 3 * Side * Side;

    private const double TextureShare = 0.12;
    private const double SmallestPart = 0.25;
    private const double LightChance = 0.4;
    private const double GreyChance = 0.3;
    private const double JpegChance = 0.2;
    private const double BlurChance = 0.12;
    private const double NoiseChance = 0.15;
    private const double TurnChance = 0.5;

    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    /// <param name="number">0 and above.</param>
    /// <param name="into">Receives <see cref="Values"/> values of 0 to 255, plane by plane.</param>
    public void Make(long number, Span<float> into)
    {
        var random = new PinnedGenerator(seed, (ulong)number);
        var source = random.NextDouble() < TextureShare ? ProceduralTexture.Draw(256, random) : photos[random.NextInt(photos.Count)];
        var picture = Cut(source, random);
        if (random.NextDouble() < BlurChance)
        {
            Blur(picture);
        }

        if (random.NextDouble() < LightChance)
        {
            Light(picture, random);
        }

        if (random.NextDouble() < GreyChance)
        {
            Grey(picture);
        }

        if (random.NextDouble() < NoiseChance)
        {
            Noise(picture, random);
        }

        if (random.NextDouble() < JpegChance)
        {
            picture = _reader.ReadPicture(picture.ToJpeg(30 + random.NextInt(66)), Side).Picture ?? picture;
        }

        for (var at = 0; at < Side * Side; at++)
        {
            into[at] = picture.Bytes[3 * at];
            into[at + (Side * Side)] = picture.Bytes[(3 * at) + 1];
            into[at + (2 * Side * Side)] = picture.Bytes[(3 * at) + 2];
        }
    }

    public void Dispose() => _reader.Dispose();

    // A square of 25 to 100 % of the short side, scaled to the crop's side by bilinear sampling, mirrored one time in two and turned one time in two; beyond its edges the photo is mirrored.
    private static RgbImage Cut(RgbImage source, PinnedGenerator random)
    {
        var shorter = Math.Min(source.Width, source.Height);
        var square = shorter * (SmallestPart + ((1 - SmallestPart) * random.NextDouble()));
        var left = (source.Width - square) * random.NextDouble();
        var top = (source.Height - square) * random.NextDouble();
        var (handed, upended) = (random.NextInt(2) == 1 ? -1 : 1, random.NextInt(8) == 0 ? -1 : 1);
        var angle = random.NextDouble() < TurnChance ? 2 * Math.PI * random.NextDouble() : 0;
        var step = square / Side;
        var (across, along) = (Math.Cos(angle) * step, Math.Sin(angle) * step);
        var picture = new RgbImage(Side, Side);
        for (var y = 0; y < Side; y++)
        {
            var fromMiddle = upended * (y - ((Side - 1) / 2.0));
            for (var x = 0; x < Side; x++)
            {
                var aside = handed * (x - ((Side - 1) / 2.0));
                var fromX = Within(left + (square / 2) + (across * aside) - (along * fromMiddle) - 0.5, source.Width);
                var fromY = Within(top + (square / 2) + (along * aside) + (across * fromMiddle) - 0.5, source.Height);
                int west = (int)fromX, east = Math.Min(west + 1, source.Width - 1), upper = (int)fromY, lower = Math.Min(upper + 1, source.Height - 1);
                float right = (float)(fromX - west), down = (float)(fromY - upper);
                for (var channel = 0; channel < 3; channel++)
                {
                    float a = source.Bytes[(3 * ((upper * source.Width) + west)) + channel], b = source.Bytes[(3 * ((upper * source.Width) + east)) + channel];
                    float c = source.Bytes[(3 * ((lower * source.Width) + west)) + channel], d = source.Bytes[(3 * ((lower * source.Width) + east)) + channel];
                    var above = a + (right * (b - a));
                    var below = c + (right * (d - c));
                    picture.Bytes[(3 * ((y * Side) + x)) + channel] = (byte)(above + (down * (below - above)) + 0.5f);
                }
            }
        }

        return picture;
    }

    private static double Within(double at, int side)
    {
        var last = side - 1;
        var folded = Math.Abs(at) % (2.0 * last);
        return folded > last ? (2.0 * last) - folded : folded;
    }

    // Of a sensor in bad light, the same in every channel or not.
    private static void Noise(RgbImage picture, PinnedGenerator random)
    {
        var height = 4 + (20 * random.NextDouble());
        var isGrey = random.NextInt(2) == 0;
        for (var at = 0; at < picture.Bytes.Length; at += 3)
        {
            var one = random.NextDouble() + random.NextDouble() - 1;
            for (var channel = 0; channel < 3; channel++)
            {
                picture.Bytes[at + channel] = (byte)Math.Clamp(picture.Bytes[at + channel] + (height * (isGrey ? one : random.NextDouble() + random.NextDouble() - 1)), 0, 255);
            }
        }
    }

    // Three by three mean.
    private static void Blur(RgbImage picture)
    {
        var from = picture.Bytes.ToArray();
        for (var y = 1; y < Side - 1; y++)
        {
            for (var x = 1; x < Side - 1; x++)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    var sum = 0;
                    for (var dy = -1; dy <= 1; dy++)
                    {
                        for (var dx = -1; dx <= 1; dx++)
                        {
                            sum += from[(3 * (((y + dy) * Side) + x + dx)) + channel];
                        }
                    }

                    picture.Bytes[(3 * ((y * Side) + x)) + channel] = (byte)(sum / 9);
                }
            }
        }
    }

    private static void Light(RgbImage picture, PinnedGenerator random)
    {
        var gain = 0.7 + (0.6 * random.NextDouble());
        var offset = (random.NextDouble() - 0.5) * 50;
        for (var at = 0; at < picture.Bytes.Length; at++)
        {
            picture.Bytes[at] = (byte)Math.Clamp((picture.Bytes[at] * gain) + offset, 0, 255);
        }
    }

    private static void Grey(RgbImage picture)
    {
        for (var at = 0; at < picture.Bytes.Length; at += 3)
        {
            var grey = (byte)((0.299 * picture.Bytes[at]) + (0.587 * picture.Bytes[at + 1]) + (0.114 * picture.Bytes[at + 2]));
            picture.Bytes[at] = picture.Bytes[at + 1] = picture.Bytes[at + 2] = grey;
        }
    }
}
