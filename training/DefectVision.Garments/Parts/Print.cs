using DefectVision.Garments.Cloths;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Parts;

/// <summary>A two-colour screen print on the chest.</summary>
internal sealed class Print
{
    private readonly Tint _first;
    private readonly Tint _second;
    private readonly uint _seed;

    public Print(Spot middle, Tint first, Tint second, Chance chance)
    {
        Middle = new Spot(middle.U + chance.About(0f, 0.8f), middle.V + chance.About(0f, 0.8f));
        _first = first;
        _second = second;
        _seed = chance.Draw();
    }

    public Spot Middle { get; }

    public PrintFault Fault { get; set; }

    /// <summary>Where the fault draws the ink to, in millimetres.</summary>
    public Spot Shift { get; set; }

    public ClothPoint Ink(Spot spot, ClothPoint cloth)
    {
        var u = spot.U - Middle.U;
        var v = spot.V - Middle.V;
        var reach = Emblem.Reach + MathF.Abs(Shift.U) + MathF.Abs(Shift.V) + 1f;
        if (MathF.Abs(u) > reach || MathF.Abs(v) > reach)
        {
            return cloth;
        }

        var (first, second) = Coverage(u, v);
        if (first <= 0f && second <= 0f)
        {
            return cloth;
        }

        // Ink sits on the yarns' crowns and leaves some of the valleys bare.
        var wear = 0.93f + (0.05f * Unevenness.Rough(_seed, u * 1.5f, v * 1.5f)) + (0.35f * Math.Min(0f, cloth.Height));
        var relief = cloth.Height * (1f - (0.35f * MathF.Max(first, second)));
        var shade = 1f + (0.5f * cloth.Height);
        var reflectance = cloth.Reflectance.Toward(_first * shade, first * wear).Toward(_second * shade, second * wear);
        return new ClothPoint(relief, reflectance);
    }

    private (float First, float Second) Coverage(float u, float v)
    {
        var first = Emblem.FirstInk(u, v);
        var second = Emblem.SecondInk(u, v);
        switch (Fault)
        {
            case PrintFault.Ghost:
                return (MathF.Max(first, 0.6f * Emblem.FirstInk(u - Shift.U, v - Shift.V)), MathF.Max(second, 0.6f * Emblem.SecondInk(u - Shift.U, v - Shift.V)));
            case PrintFault.Smear:
                return Smeared(u, v, first, second);
            case PrintFault.MissingInk:
                var band = ((u * Shift.V) - (v * Shift.U)) / MathF.Sqrt((Shift.U * Shift.U) + (Shift.V * Shift.V));
                var bare = Unevenness.Step(4.2f, 3.0f, MathF.Abs(band + 1f + (1.6f * Unevenness.Rough(_seed + 9, u * 0.3f, v * 0.3f))));
                bare *= 0.85f + (0.15f * Unevenness.Over(_seed + 10, u * 2f, v * 2f));
                return (first * (1f - bare), second * (1f - bare));
            case PrintFault.OutOfRegister:
                return (first, Emblem.SecondInk(u - Shift.U, v - Shift.V));
            default:
                return (first, second);
        }
    }

    private (float First, float Second) Smeared(float u, float v, float first, float second)
    {
        const int Steps = 8;
        var (sum1, sum2) = (0f, 0f);
        for (var k = 1; k <= Steps; k++)
        {
            var share = (k + (0.5f * Unevenness.At(_seed + 3, k, 0))) / Steps;
            sum1 += Emblem.FirstInk(u - (Shift.U * share), v - (Shift.V * share)) * (1.25f - share);
            sum2 += Emblem.SecondInk(u - (Shift.U * share), v - (Shift.V * share)) * (1.25f - share);
        }

        var streak = 1f + (0.35f * Unevenness.Over(_seed + 4, ((u * Shift.V) - (v * Shift.U)) * 0.25f, 0f));
        return (MathF.Max(first, MathF.Min(0.9f, sum1 * 0.24f * streak)), MathF.Max(second, MathF.Min(0.9f, sum2 * 0.24f * streak)));
    }
}
