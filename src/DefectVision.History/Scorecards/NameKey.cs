namespace DefectVision.History.Scorecards;

/// <summary>Suppliers, products and regions are one where their names differ in case or blanks alone.</summary>
public static class NameKey
{
    public static string Of(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
