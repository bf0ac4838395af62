using DefectVision.Inspection.Codes;

namespace DefectVision.Inspection;

/// <summary>Which lot, item and view a photo belongs to.</summary>
/// <param name="Lot">The lot's name: its folder path under the shipment, or as the manifest names it.</param>
/// <param name="Item">The physical unit.</param>
/// <param name="View">Which picture of the item; empty when not told.</param>
public sealed record PhotoPlace(string Lot, string Item, string View);

/// <summary>What a decoded photo is, as recorded before it was turned upright.</summary>
/// <param name="Format">jpeg, png, webp or bmp, from the content.</param>
/// <param name="Width">Stored width in pixels of the file.</param>
/// <param name="Height">Stored height.</param>
/// <param name="Orientation">EXIF orientation 1 to 8; 1 when none is recorded.</param>
/// <param name="CapturedAt">When it was taken, by its own record: local time, ISO 8601, with its offset from UTC where the camera wrote one; null when not recorded.</param>
public sealed record PhotoFacts(string Format, int Width, int Height, int Orientation, string? CapturedAt = null)
{
    /// <summary>Maker and model of the camera, by the file's own record; null when not recorded.</summary>
    public string? Device { get; init; }

    /// <summary>The program that wrote the file, by its own record; null when not recorded.</summary>
    public string? Software { get; init; }
}

/// <summary>One file that was found, with its single outcome.</summary>
/// <param name="Path">Path under the shipment's folder, parts joined by '/'.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">Lower-case hex of the bytes; null when the file was not opened.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was not scored; null when it was.</param>
/// <param name="Place">Where it belongs; null for a file outside any lot.</param>
/// <param name="Facts">Null when the photo was not decoded.</param>
/// <param name="Finding">Null unless scored.</param>
/// <param name="SameAs">For a duplicate: the path of the photo it repeats.</param>
public sealed record InspectedFile(
    string Path,
    long Bytes,
    string? Sha256,
    PhotoOutcome Outcome,
    string? Reason,
    PhotoPlace? Place,
    PhotoFacts? Facts,
    Finding? Finding,
    string? SameAs)
{
    /// <summary>The path of an earlier photo whose picture shows the same shot, though its bytes differ: re-encoded, resized, mirrored, cropped. Null where none does.</summary>
    public string? SameShotAs { get; init; }

    /// <summary>How unlike the photos of other items it is; null where no order was made, or a model judges its lot.</summary>
    public Unlikeness? Unlikeness { get; init; }

    /// <summary>Its place in the order to look in, the highest first; null where nothing says.</summary>
    public double? Rank => Unlikeness?.Times ?? Finding?.Score;

    /// <summary>In what it shows less than the other photos of its lot.</summary>
    public PhotoMarks Marks { get; init; }

    /// <summary>The photo was read whole, whether a model scored it or not; a duplicate stands for the photo that it repeats.</summary>
    public bool IsReadable => Outcome is PhotoOutcome.Scored or PhotoOutcome.Read;

    /// <summary>The codes that were read on it; null where it was not searched.</summary>
    public CodeLook? Codes { get; init; }

    /// <summary>An attachment that shows the packing of an item, a label or a scale: kept with it, and not scored.</summary>
    public bool IsContext { get; init; }

    /// <summary>The lot in whose folder an attachment lies that shows no item; null for other files.</summary>
    public string? NearLot { get; init; }

    /// <summary>The lot that its codes are compared with; null where it lies in none.</summary>
    public string? LotOfCodes => Place?.Lot ?? NearLot;

    /// <summary>The item that it shows; null where it shows none.</summary>
    public string? LotItem => Place?.Item;
}
