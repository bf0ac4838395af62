using DefectVision.Garments.Surfaces;
using DefectVision.Imaging;

namespace DefectVision.Garments.Photography;

/// <summary>A small fixed-lens camera: it averages the light that falls on a pixel, softens it, darkens the corners a little and adds noise.</summary>
internal sealed class Camera
{
    public const int Width = 400;
    public const int Height = 300;
    private readonly float _exposure;
    private readonly Tint _balance;
    private readonly float _vignette;
    private readonly float _softness;
    private readonly uint _seed;

    public Camera(Chance chance)
    {
        _exposure = chance.About(1f, 0.06f);
        _balance = new Tint(chance.About(1f, 0.015f), 1f, chance.About(1f, 0.02f));
        _vignette = chance.Between(0.10f, 0.18f);
        _softness = chance.Between(0.10f, 0.16f);
        _seed = chance.Draw();
    }

    /// <param name="light">Light arriving from every point of the surface.</param>
    public RgbImage Take(Tint[] light)
    {
        var sensor = Soften(OnSensor(light));
        var photo = new RgbImage(Width, Height);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var dx = (x - (Width / 2f)) / (Width / 2f);
                var dy = (y - (Height / 2f)) / (Width / 2f);
                var fall = 1f - (_vignette * ((dx * dx) + (dy * dy)));
                var value = sensor[(y * Width) + x] * _balance * (_exposure * fall);
                var to = ((y * Width) + x) * 3;
                photo.Bytes[to] = Develop(value.R, x, y, 0);
                photo.Bytes[to + 1] = Develop(value.G, x, y, 1);
                photo.Bytes[to + 2] = Develop(value.B, x, y, 2);
            }
        }

        return photo;
    }

    private static Tint[] OnSensor(Tint[] light)
    {
        const float Share = 1f / (Surface.PointsPerPixel * Surface.PointsPerPixel);
        var sensor = new Tint[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var k = (y * Surface.PointsPerPixel * Surface.Columns) + (x * Surface.PointsPerPixel);
                var sum = light[k] + light[k + 1] + light[k + Surface.Columns] + light[k + Surface.Columns + 1];
                sensor[(y * Width) + x] = sum * Share;
            }
        }

        return sensor;
    }

    private Tint[] Soften(Tint[] sensor)
    {
        var across = new Tint[sensor.Length];
        for (var k = 0; k < sensor.Length; k++)
        {
            var x = k % Width;
            across[k] = (sensor[k] * (1f - (2f * _softness))) + ((sensor[x > 0 ? k - 1 : k] + sensor[x + 1 < Width ? k + 1 : k]) * _softness);
        }

        var both = new Tint[sensor.Length];
        for (var k = 0; k < sensor.Length; k++)
        {
            var above = k >= Width ? k - Width : k;
            var below = k + Width < sensor.Length ? k + Width : k;
            both[k] = (across[k] * (1f - (2f * _softness))) + ((across[above] + across[below]) * _softness);
        }

        return both;
    }

    // Shot noise grows with the root of the light; colours differ, as after demosaicing.
    private byte Develop(float value, int x, int y, int channel)
    {
        var noise = (0.6f * Noise(x, y, 3)) + (0.4f * Noise(x, y, channel));
        var lit = MathF.Max(0f, value + (noise * MathF.Sqrt(1.5e-5f + (value * 1.6e-4f))));

        // A soft shoulder instead of a hard clip at white.
        lit = lit > 0.75f ? 0.75f + (0.25f * (1f - MathF.Exp((0.75f - lit) / 0.25f))) : lit;
        var srgb = lit <= 0.0031308f ? 12.92f * lit : (1.055f * MathF.Pow(lit, 1f / 2.4f)) - 0.055f;
        return (byte)((255f * srgb) + 0.5f);
    }

    private float Noise(int x, int y, int channel) =>
        1.2f * (Unevenness.At(_seed + ((uint)channel * 2u), x, y) + Unevenness.At(_seed + ((uint)channel * 2u) + 1u, x, y));
}
