using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Photography;

/// <summary>The inspection table's light: a lamp from the upper left that falls off across the table, and light from the room all round.</summary>
internal sealed class Light
{
    private const float Lamp = 1.05f;
    private const float Room = 0.42f;
    private const int ShadowSteps = 16;
    private readonly float _x;
    private readonly float _y;
    private readonly float _z;
    private readonly float _stepX;
    private readonly float _stepY;
    private readonly float _rise;
    private readonly float _strength;
    private readonly float _fallX;
    private readonly float _fallY;

    public Light(Chance chance)
    {
        var direction = chance.About(222f, 12f) * MathF.PI / 180f;
        var elevation = chance.About(44f, 4f) * MathF.PI / 180f;
        _x = MathF.Cos(direction) * MathF.Cos(elevation);
        _y = MathF.Sin(direction) * MathF.Cos(elevation);
        _z = MathF.Sin(elevation);
        var flat = MathF.Sqrt((_x * _x) + (_y * _y));
        (_stepX, _stepY, _rise) = (_x / flat, _y / flat, _z / flat);
        _strength = chance.About(1f, 0.08f);
        _fallX = chance.About(-0.10f, 0.05f);
        _fallY = chance.About(-0.07f, 0.05f);
    }

    /// <summary>The light each point of the surface sends to a camera straight above.</summary>
    public Tint[] Shine(Surface surface)
    {
        const int Columns = Surface.Columns;
        const int Rows = Surface.Rows;
        var near = Hollows.Mean(surface.Relief, 5);
        var far = Hollows.Mean(surface.Relief, 24);
        var seen = new Tint[Columns * Rows];
        var perPoint = 0.5f / surface.Placement.Grain;
        for (var row = 0; row < Rows; row++)
        {
            var up = row > 0 ? Columns : 0;
            var down = row + 1 < Rows ? Columns : 0;
            for (var column = 0; column < Columns; column++)
            {
                var k = (row * Columns) + column;
                var h = surface.Relief;
                var dx = (h[column + 1 < Columns ? k + 1 : k] - h[column > 0 ? k - 1 : k]) * perPoint;
                var dy = (h[k + down] - h[k - up]) * perPoint;
                var scale = 1f / MathF.Sqrt(1f + (dx * dx) + (dy * dy));
                var facing = (_z - (dx * _x) - (dy * _y)) * scale;
                var open = 1f - (0.9f * MathF.Min(0.6f, MathF.Max(0f, near[k] - h[k]))) - (0.16f * MathF.Min(2f, MathF.Max(0f, far[k] - h[k])));
                var fall = 1f + (_fallX * ((2f * column / Columns) - 1f)) + (_fallY * ((2f * row / Rows) - 1f));
                var lamp = Lamp * _strength * fall * Lit(surface, column, row);
                var amount = (lamp * MathF.Max(0f, facing)) + (Room * open * (0.55f + (0.45f * scale)));
                seen[k] = surface.Reflectance[k] * (amount * open);
                if (surface.Gloss[k] > 0f)
                {
                    var shine = surface.Gloss[k] * lamp * Highlight(dx * scale, dy * scale, scale);
                    seen[k] += new Tint(shine, shine, shine);
                }
            }
        }

        return seen;
    }

    // Blinn and Phong's highlight: how near the normal is to the half-way direction between lamp and camera.
    private float Highlight(float nx, float ny, float nz)
    {
        var length = MathF.Sqrt((_x * _x) + (_y * _y) + ((_z + 1f) * (_z + 1f)));
        var half = ((nz * (_z + 1f)) - (nx * _x) - (ny * _y)) / length;
        return half <= 0f ? 0f : 0.55f * MathF.Pow(half, 60f);
    }

    // 1 in full light, less where something between here and the lamp stands higher than the ray.
    private float Lit(Surface surface, int column, int row)
    {
        var h = surface.Relief;
        var here = h[(row * Surface.Columns) + column];
        var grain = surface.Placement.Grain;
        var rise = _rise * grain;
        var blocked = 0f;
        for (var k = 1; k <= ShadowSteps; k++)
        {
            var distance = k * (1f + (0.09f * k));
            var x = (int)(column + (_stepX * distance) + 0.5f);
            var y = (int)(row + (_stepY * distance) + 0.5f);
            if ((uint)x >= Surface.Columns || (uint)y >= Surface.Rows)
            {
                break;
            }

            var above = h[(y * Surface.Columns) + x] - here - (rise * distance);
            if (above > 0f)
            {
                blocked = MathF.Max(blocked, above / (0.12f + (0.10f * distance * grain)));
            }
        }

        return 1f - (0.85f * MathF.Min(1f, blocked));
    }
}
