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
    public const int Side = 192;

    /// <summary>Values of a crop: 3 planes, red first.</summary>
    public const int Values = 3 * Side * Side;

    private const double TextureShare = 0.12;
    private const double SmallestPart = 0.35;
    private const double LightChance = 0.3;
    private const double GreyChance = 0.15;
    private const double JpegChance = 0.2;
    private const double BlurChance = 0.12;

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

    // A square of 35 to 100 % of the short side, scaled to the crop's side by bilinear sampling, mirrored one time in two.
    private static RgbImage Cut(RgbImage source, PinnedGenerator random)
    {
        var shorter = Math.Min(source.Width, source.Height);
        var square = shorter * (SmallestPart + ((1 - SmallestPart) * random.NextDouble()));
        var left = (source.Width - square) * random.NextDouble();
        var top = (source.Height - square) * random.NextDouble();
        var isMirrored = random.NextInt(2) == 1;
        var isUpended = random.NextInt(8) == 0;
        var step = square / Side;
        var picture = new RgbImage(Side, Side);
        for (var y = 0; y < Side; y++)
        {
            var fromY = Math.Clamp(top + (((isUpended ? Side - 1 - y : y) + 0.5) * step) - 0.5, 0, source.Height - 1);
            int upper = (int)fromY, lower = Math.Min(upper + 1, source.Height - 1);
            var down = (float)(fromY - upper);
            for (var x = 0; x < Side; x++)
            {
                var fromX = Math.Clamp(left + (((isMirrored ? Side - 1 - x : x) + 0.5) * step) - 0.5, 0, source.Width - 1);
                int west = (int)fromX, east = Math.Min(west + 1, source.Width - 1);
                var right = (float)(fromX - west);
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
