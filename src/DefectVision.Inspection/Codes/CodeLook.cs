namespace DefectVision.Inspection.Codes;

/// <summary>What was found when a photo was searched for codes. A photo that was not searched has none of these.</summary>
/// <param name="Codes">Each once, in ordinal order of symbology and text.</param>
/// <param name="IsClose">It was searched closely: in full size, or nearly, if it shows anything like a code; otherwise only as it was decoded for scoring, where small codes cannot be read.</param>
public sealed record CodeLook(IReadOnlyList<PhotoCode> Codes, bool IsClose)
{
    /// <summary>What was read is left out, because a region of the photo is withheld.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Equal when the same codes were read in the same way.</summary>
    public bool Equals(CodeLook? other) => other is not null && IsClose == other.IsClose && IsWithheld == other.IsWithheld && Codes.SequenceEqual(other.Codes);

    public override int GetHashCode() => HashCode.Combine(IsClose, IsWithheld, Codes.Count, Codes.Count > 0 ? Codes[0] : null);
}
