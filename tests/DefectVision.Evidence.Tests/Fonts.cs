using DefectVision.Evidence.Documents.Print;

namespace DefectVision.Evidence.Tests;

/// <summary>A machine without any font writes no PDF, and says so; what needs one is skipped there.</summary>
internal static class Fonts
{
    public static bool AreHere { get; } = Look();

    private static bool Look()
    {
        using var fonts = PdfFonts.OfThisMachine();
        return fonts is not null;
    }
}
