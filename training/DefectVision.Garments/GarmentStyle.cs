using DefectVision.Garments.Cloths;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments;

/// <summary>An article in one colour: its cloth, threads, buttons and inks. Colours are reflectances in linear light.</summary>
internal sealed record GarmentStyle(string Name, GarmentKind Kind, Func<Chance, Cloth> Weave, Tint Thread, Tint Buttons, Tint FirstInk, Tint SecondInk)
{
    public static readonly IReadOnlyList<GarmentStyle> All =
    [
        new("polo-navy", GarmentKind.Polo, chance => new KnittedCloth(new(0.045f, 0.070f, 0.165f), 1f, 0f, chance),
            new(0.20f, 0.26f, 0.40f), new(0.78f, 0.77f, 0.72f), new(0.66f, 0.67f, 0.67f), new(0.27f, 0.40f, 0.60f)),
        new("polo-grey", GarmentKind.Polo, chance => new KnittedCloth(new(0.36f, 0.365f, 0.375f), 0f, 0.16f, chance),
            new(0.68f, 0.68f, 0.67f), new(0.10f, 0.105f, 0.115f), new(0.030f, 0.045f, 0.12f), new(0.10f, 0.22f, 0.33f)),
        new("overshirt-khaki", GarmentKind.Overshirt, chance => new WovenCloth(new(0.44f, 0.345f, 0.215f), new(0.50f, 0.41f, 0.275f), 3, chance),
            new(0.72f, 0.64f, 0.48f), new(0.13f, 0.075f, 0.040f), new(0.075f, 0.045f, 0.030f), new(0.24f, 0.16f, 0.085f)),
        new("overshirt-chambray", GarmentKind.Overshirt, chance => new WovenCloth(new(0.150f, 0.230f, 0.390f), new(0.30f, 0.37f, 0.48f), 2, chance),
            new(0.74f, 0.74f, 0.70f), new(0.74f, 0.73f, 0.68f), new(0.020f, 0.035f, 0.10f), new(0.68f, 0.69f, 0.69f)),
    ];
}
