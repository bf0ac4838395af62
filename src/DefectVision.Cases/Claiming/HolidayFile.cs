using DefectVision.Claims.Deadlines;
using DefectVision.Imaging;

namespace DefectVision.Cases.Claiming;

/// <summary>The public holidays that deadlines are counted by.</summary>
internal static class HolidayFile
{
    /// <param name="path">Of a file; null: those shipped with the program.</param>
    /// <exception cref="DefectVision.Claims.ClaimException">A line of it is wrong.</exception>
    public static Holidays Of(string? path) => path is null ? Holidays.Shipped() : Holidays.Read(PlainFile.Text(path), Path.GetFileName(path));
}
