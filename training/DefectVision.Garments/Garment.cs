using DefectVision.Garments.Cloths;
using DefectVision.Garments.Parts;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments;

/// <summary>One garment, one side up, sewn without fault; a defect spoils it before it is laid under the camera.</summary>
internal sealed class Garment
{
    /// <summary>How far from the middle, in millimetres across and down, a place is still well inside the picture.</summary>
    public const float ReachAcross = 39f;
    public const float ReachDown = 27f;
    private readonly Folds _folds;

    /// <param name="bolt">The stream that the cloth is woven from: both sides of one garment share it.</param>
    public Garment(GarmentStyle style, View view, Chance bolt, Chance chance)
    {
        Cloth = style.Weave(bolt);
        _folds = new Folds(chance);
        Panels = Cut.Panels(style, view, chance);
        Buttons = Cut.Buttons(style, view, chance);
        Print = Cut.Print(style, view, chance);
    }

    public Cloth Cloth { get; }

    public IReadOnlyList<Panel> Panels { get; }

    public IReadOnlyList<Button> Buttons { get; }

    public Print? Print { get; }

    public List<ClothFault> ClothFaults { get; } = [];

    public List<Stain> Stains { get; } = [];

    /// <summary>A place on plain cloth, well inside the picture, clear of stitches, buttons and print.</summary>
    /// <param name="run">How far the place extends to either side, in millimetres across and down.</param>
    public Spot PlainPlace(Chance chance, float clearance, Spot run = default)
    {
        for (var attempt = 0; attempt < 5000; attempt++)
        {
            var spot = new Spot(
                chance.Between(run.U - ReachAcross, ReachAcross - run.U), chance.Between(run.V - ReachDown, ReachDown - run.V));
            var along = new[] { -1f, -0.5f, 0f, 0.5f, 1f }.Select(share => new Spot(spot.U + (share * run.U), spot.V + (share * run.V)));
            if (along.All(place => IsPlain(place, clearance)))
            {
                return spot;
            }
        }

        throw new InvalidOperationException($"found no plain cloth with {clearance} mm round it");
    }

    public Surface Lay(Placement placement)
    {
        var surface = new Surface(placement);
        var folds = new CoarseField(placement, spot => _folds.At(spot.U, spot.V));
        for (var row = 0; row < Surface.Rows; row++)
        {
            for (var column = 0; column < Surface.Columns; column++)
            {
                var point = PointAt(placement.ToGarment(column, row), folds.At(column, row));
                surface.Relief[(row * Surface.Columns) + column] = point.Height;
                surface.Reflectance[(row * Surface.Columns) + column] = point.Reflectance;
            }
        }

        foreach (var stitches in Panels.SelectMany(panel => panel.Rows))
        {
            stitches.SewOn(surface);
        }

        foreach (var button in Buttons)
        {
            button.SewOn(surface);
        }

        foreach (var fault in ClothFaults)
        {
            fault.LeaveYarn(surface);
        }

        return surface;
    }

    /// <summary>Which place of the endless cloth is seen at a place of the garment: each panel is cut from another part of the cloth.</summary>
    public Spot OnCloth(Spot spot)
    {
        var (u, v) = (spot.U, spot.V);
        for (var i = 0; i < Panels.Count; i++)
        {
            var (along, across) = Panels[i].Locate(spot);
            if (Panels[i].Covers(along, across))
            {
                (u, v) = Offcut(i, u, v);
            }
        }

        return new Spot(u, v);
    }

    private static (float U, float V) Offcut(int panel, float u, float v) => (u + 97.3f + (31f * panel), v + 41.7f);

    private bool IsPlain(Spot spot, float clearance)
    {
        foreach (var panel in Panels)
        {
            var (along, across) = panel.Locate(spot);
            if (along > panel.From - clearance && along < panel.To + clearance && (panel.NearestLine(across) < clearance || (panel.IsHem && across < 0f)))
            {
                return false;
            }
        }

        var onPrint = Print is { } print && MathF.Abs(spot.U - print.Middle.U) < 12f + clearance && MathF.Abs(spot.V - print.Middle.V) < 13f + clearance;
        return !onPrint && Buttons.All(button => spot.DistanceTo(button.Middle) > Button.Radius + clearance);
    }

    private ClothPoint PointAt(Spot spot, float height)
    {
        var (shiftU, shiftV) = (0f, 0f);
        for (var i = 0; i < Panels.Count; i++)
        {
            var (along, across) = Panels[i].Locate(spot);
            if (Panels[i].IsHem && across < 0f)
            {
                return Table.At(spot);
            }

            height += Panels[i].Relief(along, across);
            if (Panels[i].Covers(along, across))
            {
                (shiftU, shiftV) = Offcut(i, shiftU, shiftV);
            }
        }

        var yarn = spot;
        foreach (var fault in ClothFaults)
        {
            yarn = fault.Displace(yarn);
        }

        var point = Cloth.At(yarn.U + shiftU, yarn.V + shiftV);
        point = Print is null ? point : Print.Ink(spot, point);
        foreach (var stain in Stains)
        {
            point = stain.Soak(spot, point);
        }

        foreach (var fault in ClothFaults)
        {
            point = fault.Change(spot, point);
        }

        return new ClothPoint(point.Height + height, point.Reflectance);
    }
}
