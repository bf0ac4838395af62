using DefectVision.Garments.Parts;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments;

/// <summary>Where the parts of a garment are, in millimetres: the part of it that the inspector photographs.</summary>
internal static class Cut
{
    private const float Endless = 200f;
    private const float Upward = -MathF.PI / 2f;

    public static List<Panel> Panels(GarmentStyle style, View view, Chance chance) => (style.Kind, view) switch
    {
        (GarmentKind.Polo, View.Front) => [Band(style, -40f, 28f, [2.2f, 25.8f], chance)],
        (GarmentKind.Polo, View.Back) => [Hem(style, 27f, 18.5f, [15.4f, 18.2f], chance)],
        (GarmentKind.Overshirt, View.Front) =>
        [
            Band(style, -45f, 34f, [5f, 29f], chance),
            new(new Spot(2f, 20f), 0f, 0f, Endless, Endless, 0.5f, [1.8f, 6.4f], style.Thread, chance),
            new(new Spot(2f, 20f), Upward, -Endless, 0f, Endless, 0f, [1.8f], style.Thread, chance),
        ],
        _ =>
        [
            Yoke(style, -17f, [1.6f, 7.8f], chance),
            new(new Spot(-11f, -17f), Upward, -Endless, 0f, 25f, 0.55f, [], style.Thread, chance),
        ],
    };

    public static List<Button> Buttons(GarmentStyle style, View view, Chance chance)
    {
        var (column, rows) = style.Kind == GarmentKind.Polo ? (-26f, new[] { -25f, 0f, 25f }) : (-28f, new[] { -19f, 19f });
        return view == View.Front ? [.. rows.Select(row => new Button(new Spot(column, row), style.Buttons, style.Thread, chance))] : [];
    }

    public static Print? Print(GarmentStyle style, View view, Chance chance) =>
        view == View.Front ? new Print(new Spot(25f, -8f), style.FirstInk, style.SecondInk, chance) : null;

    private static Panel Band(GarmentStyle style, float edge, float breadth, float[] rows, Chance chance) =>
        new(new Spot(edge, 0f), Upward, -Endless, Endless, breadth, 0.7f, rows, style.Thread, chance);

    private static Panel Hem(GarmentStyle style, float edge, float breadth, float[] rows, Chance chance) =>
        new(new Spot(0f, edge), MathF.PI, -Endless, Endless, breadth, 0.35f, rows, style.Thread, chance) { IsHem = true };

    private static Panel Yoke(GarmentStyle style, float edge, float[] rows, Chance chance) =>
        new(new Spot(0f, edge), MathF.PI, -Endless, Endless, Endless, 0.6f, rows, style.Thread, chance);
}
