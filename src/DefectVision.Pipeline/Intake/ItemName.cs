using System.Text.RegularExpressions;

namespace DefectVision.Pipeline.Intake;

/// <summary>Item and view in a file name: what stands before the last '_' is the item, the rest the view.</summary>
internal static partial class ItemName
{
    /// <summary>Null when the name holds no item: no '_', or a name that a camera or a phone counts or dates.</summary>
    /// <param name="stem">The file name without its ending.</param>
    public static (string Item, string View)? Read(string stem)
    {
        var at = stem.LastIndexOf('_');
        return at <= 0 || at == stem.Length - 1 || CountedByCamera().IsMatch(stem) || DatedByCamera().IsMatch(stem)
            ? null
            : (stem[..at], stem[(at + 1)..]);
    }

    // IMG_0001, IMG_E0009, photo_2026-11-24_10-15-30 and their kin: the part before '_' names the camera, not an item.
    [GeneratedRegex(
        @"^(IMG|_?DSC|DSCN|DSCF|_?MG|PXL|MVIMG|SAM|CIMG|IMAG|GOPR|P|PIC|PICT|PHOTO|IMAGE|SCREENSHOT|SCAN|WIN|WP|MMEXPORT|微信图片|微信截图|照片|图片)_E?\d[\d\-_ ().~]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountedByCamera();

    // IMG_20261124_101530, 20261124_101530, PXL_20261124_101530123: date and time.
    [GeneratedRegex(@"^(\p{L}+_)?(19|20)\d\d-?\d\d-?\d\d[_-]\d\d-?\d\d[\d\-_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex DatedByCamera();
}
