using System.Globalization;

namespace DefectVision.Dashboard.Parts;

/// <summary>Amounts as printed.</summary>
internal static class Money
{
    public static string Text(decimal value, string? currency) => $"{value.ToString("#,##0.00#", CultureInfo.InvariantCulture)}{(currency is null ? string.Empty : $"\u00A0{currency}")}";
}
