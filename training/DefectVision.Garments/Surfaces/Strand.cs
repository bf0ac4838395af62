namespace DefectVision.Garments.Surfaces;

/// <summary>A length of thread lying on the surface along a path.</summary>
internal sealed class Strand
{
    private readonly Spot[] _path;
    private readonly float _radius;
    private readonly Tint _colour;

    /// <param name="radius">Half the thread's thickness in millimetres.</param>
    public Strand(IReadOnlyList<Spot> path, float radius, Tint colour)
    {
        _path = [.. path];
        _radius = radius;
        _colour = colour;
    }

    /// <summary>A curl: a path that starts in a direction and bends as it goes.</summary>
    public static Strand Curl(Spot start, float angle, float length, float bend, float radius, Tint colour)
    {
        const int Pieces = 9;
        var path = new Spot[Pieces + 1];
        path[0] = start;
        for (var i = 0; i < Pieces; i++)
        {
            path[i + 1] = path[i].Polar(angle, length / Pieces);
            angle += bend / Pieces;
        }

        return new Strand(path, radius, colour);
    }

    /// <param name="lift">Millimetres above the cloth at the middle of the thread's length; its ends touch the cloth.</param>
    public void LayOn(Surface surface, float lift, float gloss = 0.15f)
    {
        var heights = new float[_path.Length];
        for (var i = 0; i < _path.Length; i++)
        {
            heights[i] = surface.RestingHeight(_path[i]) + (lift * MathF.Sin(MathF.PI * (i + 0.5f) / _path.Length));
        }

        for (var i = 0; i + 1 < _path.Length; i++)
        {
            LayPiece(surface, i, heights, gloss);
        }
    }

    private void LayPiece(Surface surface, int piece, float[] heights, float gloss)
    {
        var from = _path[piece];
        var to = _path[piece + 1];
        var length = MathF.Max(from.DistanceTo(to), 1e-4f);
        var (du, dv) = ((to.U - from.U) / length, (to.V - from.V) / length);
        surface.Around(from.Toward(to, 0.5f), (length / 2f) + _radius, (index, spot) =>
        {
            var along = Math.Clamp(((spot.U - from.U) * du) + ((spot.V - from.V) * dv), 0f, length);
            var away = spot.DistanceTo(new Spot(from.U + (du * along), from.V + (dv * along))) / _radius;
            if (away >= 1f)
            {
                return;
            }

            var round = MathF.Sqrt(1f - (away * away));
            var share = along / length;
            var height = heights[piece] + ((heights[piece + 1] - heights[piece]) * share) + (_radius * round);
            if (height <= surface.Relief[index])
            {
                return;
            }

            var side = ((spot.U - from.U) * dv) - ((spot.V - from.V) * du);
            var twist = 0.9f + (0.1f * MathF.Sin(((along + (piece * length)) * 9f) + (side * 11f)));
            surface.Relief[index] = height;
            surface.Reflectance[index] = _colour * twist;
            surface.Gloss[index] = gloss;
        });
    }
}
