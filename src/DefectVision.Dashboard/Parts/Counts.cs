using DefectVision.Evidence.Wording;

namespace DefectVision.Dashboard.Parts;

/// <summary>Numbers of things in words: one is no plural.</summary>
internal static class Counts
{
    public static FormattableString Suppliers(long count) => count == 1 ? (FormattableString)$"1 supplier" : $"{Figures.Count(count)} suppliers";

    public static FormattableString Shipments(long count) => count == 1 ? (FormattableString)$"1 shipment" : $"{Figures.Count(count)} shipments";

    public static FormattableString Lots(long count) => count == 1 ? (FormattableString)$"1 lot" : $"{Figures.Count(count)} lots";

    public static FormattableString Photos(long count) => count == 1 ? (FormattableString)$"1 photo" : $"{Figures.Count(count)} photos";

    public static FormattableString Claims(long count) => count == 1 ? (FormattableString)$"1 claim" : $"{Figures.Count(count)} claims";
}
