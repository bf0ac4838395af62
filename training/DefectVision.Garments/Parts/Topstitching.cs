using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Parts;

/// <summary>A row of visible stitches along a panel's edge.</summary>
internal sealed class Topstitching
{
    private readonly Panel _panel;
    private readonly float _offset;
    private readonly Tint _thread;
    private readonly float _pitch;
    private readonly float _start;
    private readonly uint _seed;

    public Topstitching(Panel panel, float offset, Tint thread, Chance chance)
    {
        _panel = panel;
        _offset = offset;
        _thread = thread;
        _pitch = chance.About(3.5f, 0.15f);
        _start = chance.Between(0f, _pitch);
        _seed = chance.Draw();
    }

    /// <summary>Where stitches are missing, if they are.</summary>
    public StitchGap? Gap { get; set; }

    public float Pitch => _pitch;

    public float From => _panel.From;

    public float To => _panel.To;

    /// <summary>Millimetres from the panel's edge.</summary>
    public float Offset => _offset;

    public Spot SpotAt(float along) => _panel.SpotAt(along, _offset);

    /// <summary>Millimetres by which the thread's tension pulls the cloth down under the row and gathers it beside the row.</summary>
    public float Pull(float along, float across)
    {
        var d = across - _offset;
        if (MathF.Abs(d) > 8f)
        {
            return 0f;
        }

        var loose = Gap is { } gap && along > gap.From && along < gap.To ? 0.25f : 1f;
        var groove = MathF.Abs(d) > 2f ? 0f : -0.16f * MathF.Exp(-d * d / 0.45f);
        var gather = 0.11f * MathF.Exp(-d * d / 9f) * Unevenness.Along(_seed, 0, (along * 0.33f) + (d * 0.05f));
        return loose * (groove + gather);
    }

    public void SewOn(Surface surface)
    {
        var first = (int)MathF.Floor((_panel.From - _start) / _pitch) + 1;
        var last = (int)MathF.Floor((_panel.To - _start) / _pitch) - 1;
        for (var k = first; k <= last; k++)
        {
            var from = _start + (k * _pitch) + (0.12f * Unevenness.At(_seed, k, 1));
            var to = from + (_pitch * 0.74f);
            if (Gap is { } gap && to > gap.From && from < gap.To)
            {
                LeaveNeedleHole(surface, from);
                continue;
            }

            Stitch(surface, from, to, k);
        }

        if (Gap is { Floats: true } open)
        {
            var side = Unevenness.At(_seed, 0, 7);
            var bow = (side < 0f ? -1f : 1f) * (1.6f + MathF.Abs(side));
            var path = Enumerable.Range(0, 9).Select(i => _panel.SpotAt(
                open.From - 0.4f + ((open.To - open.From + 0.6f) * i / 8f), _offset + (bow * MathF.Sin(MathF.PI * i / 8f))));
            new Strand([.. path], 0.32f, _thread).LayOn(surface, 0.7f);
        }
    }

    private void Stitch(Surface surface, float from, float to, int k)
    {
        var slant = 0.14f * Unevenness.At(_seed, k, 2);
        var shade = 1f + (0.07f * Unevenness.At(_seed, k, 3));
        var path = new Spot[5];
        for (var i = 0; i < path.Length; i++)
        {
            var share = i / 4f;
            path[i] = _panel.SpotAt(from + ((to - from) * share), _offset + (slant * (share - 0.5f)));
        }

        new Strand(path, 0.36f, _thread * shade).LayOn(surface, 0.14f);
        LeaveNeedleHole(surface, to + (_pitch * 0.13f));
    }

    private void LeaveNeedleHole(Surface surface, float along)
    {
        surface.Around(_panel.SpotAt(along, _offset), 0.5f, (index, spot) =>
        {
            var d = spot.DistanceTo(_panel.SpotAt(along, _offset)) / 0.42f;
            if (d < 1f)
            {
                surface.Relief[index] -= 0.38f * (1f - (d * d));
            }
        });
    }
}
