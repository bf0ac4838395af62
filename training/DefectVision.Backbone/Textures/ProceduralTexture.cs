using DefectVision.Imaging;
using DefectVision.Statistics;

namespace DefectVision.Backbone.Textures;

/// <summary>
/// A surface that no camera saw: value noise of several octaves between two colours, often with a weave or stripes over it and a few blots. Photos of things
/// hold little of what most of a product's surface looks like.
/// </summary>
internal static class ProceduralTexture
{
    private const int Octaves = 5;

    /// <param name="side">Pixels of either side.</param>
    /// <param name="random">Decides everything.</param>
    public static RgbImage Draw(int side, PinnedGenerator random)
    {
        var field = Noise(side, random);
        if (random.NextDouble() < 0.6)
        {
            AddWaves(field, side, random);
        }

        if (random.NextDouble() < 0.5)
        {
            AddBlots(field, side, random);
        }

        return Colour(field, side, random);
    }

    private static float[] Noise(int side, PinnedGenerator random)
    {
        var field = new float[side * side];
        var amplitude = 1.0f;
        var cells = 2 + random.NextInt(6);
        for (var octave = 0; octave < Octaves; octave++, amplitude *= 0.45f + (0.4f * (float)random.NextDouble()), cells = Math.Min(side, cells * 2))
        {
            var grid = new float[(cells + 1) * (cells + 1)];
            for (var at = 0; at < grid.Length; at++)
            {
                grid[at] = (float)random.NextDouble() - 0.5f;
            }

            for (var y = 0; y < side; y++)
            {
                var (row, down) = Cell(y, side, cells);
                for (var x = 0; x < side; x++)
                {
                    var (column, right) = Cell(x, side, cells);
                    var corner = (row * (cells + 1)) + column;
                    var top = grid[corner] + (right * (grid[corner + 1] - grid[corner]));
                    var bottom = grid[corner + cells + 1] + (right * (grid[corner + cells + 2] - grid[corner + cells + 1]));
                    field[(y * side) + x] += amplitude * (top + (down * (bottom - top)));
                }
            }
        }

        return field;
    }

    private static (int Cell, float Part) Cell(int at, int side, int cells)
    {
        var position = (float)at * cells / side;
        var cell = (int)position;
        return (cell, position - cell);
    }

    private static void AddWaves(float[] field, int side, PinnedGenerator random)
    {
        for (var family = 1 + random.NextInt(2); family > 0; family--)
        {
            var angle = Math.PI * random.NextDouble();
            var wave = 2 * Math.PI / (3 + (random.NextDouble() * 40));
            var (across, along) = (Math.Cos(angle) * wave, Math.Sin(angle) * wave);
            var height = (float)(0.1 + (0.6 * random.NextDouble()));
            var sharp = random.NextDouble() < 0.3;
            for (var y = 0; y < side; y++)
            {
                for (var x = 0; x < side; x++)
                {
                    var value = (float)Math.Sin((across * x) + (along * y));
                    field[(y * side) + x] += height * (sharp ? Math.Sign(value) : value);
                }
            }
        }
    }

    private static void AddBlots(float[] field, int side, PinnedGenerator random)
    {
        for (var blot = 1 + random.NextInt(6); blot > 0; blot--)
        {
            int left = random.NextInt(side), top = random.NextInt(side);
            double wide = 2 + (random.NextDouble() * side / 6), high = 2 + (random.NextDouble() * side / 6);
            var depth = (float)((random.NextDouble() - 0.5) * 3);
            for (var y = Math.Max(0, (int)(top - high)); y < Math.Min(side, top + high); y++)
            {
                for (var x = Math.Max(0, (int)(left - wide)); x < Math.Min(side, left + wide); x++)
                {
                    if (Math.Pow((x - left) / wide, 2) + Math.Pow((y - top) / high, 2) < 1)
                    {
                        field[(y * side) + x] += depth;
                    }
                }
            }
        }
    }

    private static RgbImage Colour(float[] field, int side, PinnedGenerator random)
    {
        var picture = new RgbImage(side, side);
        float[] one = Any(random), other = Any(random);
        float least = field.Min(), most = field.Max();
        for (var at = 0; at < field.Length; at++)
        {
            var part = (field[at] - least) / Math.Max(1e-6f, most - least);
            for (var channel = 0; channel < 3; channel++)
            {
                picture.Bytes[(3 * at) + channel] = (byte)((one[channel] * (1 - part)) + (other[channel] * part));
            }
        }

        return picture;
    }

    private static float[] Any(PinnedGenerator random) => [random.NextInt(256), random.NextInt(256), random.NextInt(256)];
}
