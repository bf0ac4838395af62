namespace DefectVision.History.Scorecards;

/// <summary>Suppliers are one where their names differ in case or blanks alone.</summary>
public static class SupplierName
{
    public static string Key(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
