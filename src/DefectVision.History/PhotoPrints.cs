namespace DefectVision.History;

/// <summary>By what the photos of a shipment are known when they come again: for each its path, its digest and its sketch, in one order.</summary>
/// <param name="Paths">In the shipment.</param>
/// <param name="Digests">SHA-256 of the bytes, 32 each in a row.</param>
/// <param name="Sketches">As imaging makes them, in a row; zeros where a photo is one even area.</param>
public sealed record PhotoPrints(IReadOnlyList<string> Paths, byte[] Digests, byte[] Sketches)
{
    /// <summary>Bytes of a digest.</summary>
    public const int DigestBytes = 32;

    public static PhotoPrints None { get; } = new([], [], []);
}
