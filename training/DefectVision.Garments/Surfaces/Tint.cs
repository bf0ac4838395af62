namespace DefectVision.Garments.Surfaces;

/// <summary>Red, green and blue in linear light: a reflectance (0 to 1) or an amount of light.</summary>
internal readonly record struct Tint(float R, float G, float B)
{
    public static Tint operator *(Tint a, float k) => new(a.R * k, a.G * k, a.B * k);

    public static Tint operator *(Tint a, Tint b) => new(a.R * b.R, a.G * b.G, a.B * b.B);

    public static Tint operator +(Tint a, Tint b) => new(a.R + b.R, a.G + b.G, a.B + b.B);

    public Tint Toward(Tint other, float share) =>
        new(R + ((other.R - R) * share), G + ((other.G - G) * share), B + ((other.B - B) * share));
}
