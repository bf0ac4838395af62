namespace DefectVision.Garments.Surfaces;

/// <summary>A place on the garment in millimetres: U to the right, V down, the middle of the picture near (0, 0).</summary>
internal readonly record struct Spot(float U, float V)
{
    public float DistanceTo(Spot other) => MathF.Sqrt(((U - other.U) * (U - other.U)) + ((V - other.V) * (V - other.V)));

    public Spot Polar(float angle, float distance) => new(U + (distance * MathF.Cos(angle)), V + (distance * MathF.Sin(angle)));

    public Spot Toward(Spot other, float share) => new(U + ((other.U - U) * share), V + ((other.V - V) * share));
}
